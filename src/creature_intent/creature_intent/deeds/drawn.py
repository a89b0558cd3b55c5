"""What is run somewhere, drawn down, made sure of: "run a towel up to room nine", "bring the garage door down"."""

from __future__ import annotations

import re

from creature_intent.grammar.lexicon import word_set


def run_there(words: list[str]) -> list[str]:
    """The words with the verb that the grammars know; themselves where it is none of these.

    Args:
        words: From the verb on.
    """
    text = " ".join(words)
    if words[0] in _HASTENING_WITH and "to" in words[2:]:
        text = _RUN_WITH.sub(r"bring \g<thing> \g<where>", text)
    elif words[-1] in ("up", "down") and words[0] in _DRAWING:
        text = _DRAWN.sub(lambda found: f"{'close' if found['way'] == 'down' else 'open'} {found['thing']}", text)
    elif words[0] == "make" and words[1:2] == ["sure"]:
        text = _SURE.sub(lambda found: f"{_STATES[found['state']]} {found['thing']}", text)
    return text.split()


_HASTENING_WITH = word_set("run rush whizz whiz nip shoot dash")
_RUN_WITH = re.compile(
    r"^\w+ (?P<thing>(?:the|an?|some|your|my|this|that|these|those|his|her|their) (?:[\w'-]+ ){0,2}?[\w'-]+) "
    r"(?:over|up|down|across|round|along|back|out|through)(?: there)? (?P<where>to .+)$"
)
_DRAWING = word_set("bring pull let roll draw wind")
_DRAWN = re.compile(
    r"^\w+ (?P<thing>(?:the|your|my|this|that|those|these|all the) (?:\w+ )?"
    r"(?:garage door|blinds?|shutters?|curtains?|shades?|roller door|awning)) (?P<way>up|down)$"
)
_SURE = re.compile(
    r"^make sure (?:that )?(?P<thing>(?:the|your|all the|that) [\w' -]+?) (?:goes|go|is|are|gets?) "
    r"(?:turned |switched )?"
    r"(?P<state>on|off|open|closed|shut)$"
)
_STATES = {"on": "turn on", "off": "turn off", "open": "open", "closed": "close", "shut": "close"}
