"""Orders that name a thing and how it is to be: "fan on", "off with that radio", "curtains closed, please"."""

from __future__ import annotations

import re

from creature_intent.grammar.lexicon import word_set
from creature_intent.grammar.rulebook import Rulebook

STATE_VERBS = {
    **dict.fromkeys(("open", "opened", "opening", "up"), ("open",)),
    **dict.fromkeys(("closed", "shut", "closing", "shutting", "down"), ("close",)),
    "on": ("turn", "on"),
    "off": ("turn", "off"),
}
"""How a thing is to be -> the words from the verb on."""
_SWITCHED = re.compile(
    r"^(?P<thing>(?:all )?(?:the )?(?!put|turn|switch|get|flip|flick|click)(?:\w+ )?\w+) (?P<way>on"
    r"|off|(?<=lights )out|(?<=lamps )out|(?<=candles )out)(?P<where> (?:in|on|over|at|by) (?:the|my|our) [\w']+"
    r"(?: \w+)?| in \w+'s \w+| upstairs| downstairs| outside)?(?: please| now)*(?: for (?:me|us|my|the|our)\b.*)?$"
)
# "Off with that radio!", "up with the blinds"
_OFF_WITH = re.compile(
    r"^(?P<way>on|off|up|down) with (?P<thing>(?:the|that|this|those|these|all the) (?:\w+ )??\w+)(?: please| now)*$"
)
# "Curtains closed, please": without a word of asking it is a report.
_IN_STATE = re.compile(
    r"^(?P<thing>(?:all )?(?:the )?(?:\w+ )?\w+) (?P<state>open|closed|shut|up|down)(?: and)?(?: please| now)+$"
)
IN_STATE = (_SWITCHED, _OFF_WITH, _IN_STATE)
"""The patterns of such orders."""
_PLAYED = word_set("music")
_OPENED = word_set("door doors gate gates windows lid drawer drawers")


def told_state(text: str, book: Rulebook) -> tuple[str, ...] | None:
    """The words from the verb on of "the fan on", "up with the blinds"; None if the words tell no state.

    Args:
        text: A clause of the user, without "okay", "well" in front.
        book: The rules, for their nouns.
    """
    found = _SWITCHED.match(text) or _OFF_WITH.match(text)
    head = found["thing"].split()[-1] if found else ""
    is_moved = found is not None and found["way"] in ("up", "down")
    if found and is_moved and head in book.nouns["shades"]:
        return (*STATE_VERBS[found["way"]], *found["thing"].split())
    if found and not is_moved and head in book.nouns["machines"] | _PLAYED:
        where = (found.groupdict().get("where") or "").split()
        return ("turn", found["way"], *found["thing"].split(), *where)
    state = _IN_STATE.match(text)
    if state and state["thing"].split()[-1] in book.nouns["shades"] | _OPENED:
        return (*STATE_VERBS[state["state"]], *state["thing"].split())
    return None
