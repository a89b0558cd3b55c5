"""Promises told of the thing instead of the speaker: "the lamp's going off", "up goes the blind", "in it goes"."""

from __future__ import annotations

import re

from creature_intent.deeds.carried import is_carried
from creature_intent.deeds.own_short import SHORTLY
from creature_intent.deeds.own_way import NAMED, NOW, SOON, THEM, WAYS_TOLD, Announced, Found, is_place, told, way_told
from creature_intent.deeds.slots import head_noun
from creature_intent.grammar.by_words import ByWords
from creature_intent.grammar.lexicon import PEOPLE, word_set
from creature_intent.grammar.rulebook import Rulebook
from creature_intent.grammar.triggers import any_word

_WORD = r"(?!(?:is|are|am|was|were|be|been|will|shall|would|not|and|or|i|you|we|to|of)\b)[\w-]+"
_THING = rf"(?P<thing>(?:(?:all )?(?:the|your|that|this|those|these|his|her) )?(?:{_WORD} ){{0,2}}?{_WORD}?)"
_WHERE = r"(?P<where> (?:in|at|by|on) (?:the|your) [\w ]+?)?"
_PLACE = (
    r"(?P<where>(?:back )?(?:in|into|on|onto|under|to|by|next to|beside|behind) "
    r"(?:the|its|your|his|her|this|that) [\w' -]+?)"
)
_STATE = (
    r"(?:(?:turned|switched|put|flipped|flicked) )?"
    r"(?P<state>on|off|out|up|down|open|opened|closed|shut|raised|lowered|drawn|locked|unlocked)"
)
_DONE = {
    "brought": "bring", "fetched": "fetch", "picked up": "pick up", "put away": "put away", "collected": "collect",
    "carried": "carry", "found": "find", "grabbed": "grab",
}  # fmt: skip
_DEVICES = frozenset({"curtain", "curtains", "blind", "blinds", "shade", "shades", "shutter", "shutters"})
_CLOSABLE = _DEVICES | word_set(
    "door doors window windows gate drawer drawers cabinet closet cupboard wardrobe lid fridge freezer garage hatch "
    "skylight box case cabinets cupboards dishwasher"
)
_LIMBS = word_set("arm arms hand hands gripper head")
_BY_THEMSELVES = word_set("alarm phone siren timer bell engine fire computer")
"""Things that go off, or on, without anybody's doing."""
_POINTING = ("it", "that", "they", "those")

_GOES = re.compile(
    rf"^{_THING}(?:'s| is| are|)(?P<not_yet> about to)? {NOW}"
    rf"(?:going|coming|getting|being|sliding|swinging|go|come|be|get)(?: all the way| right)? "
    rf"{_STATE}{_WHERE}(?P<soon>{SOON})$"
)
_WILL_BE = re.compile(
    rf"^{_THING} (?:(?:shall|will now) (?:now )?(?:be|go|come|get) {_STATE}{_WHERE}{SOON}"
    rf"|will (?:be|go|come|get) {_STATE.replace('<state>', '<state_soon>')} (?:in (?:just )?(?:a|no|two|three|ten|"
    rf"five|thirty)"
    r" \w+|right away|shortly|at once))$"
)
_CONSIDER = re.compile(rf"^consider {NAMED} (?:as good as )?(?:{_STATE}|(?P<done>{'|'.join(_DONE)})){_WHERE}{SOON}$")
_OPENING = re.compile(rf"^{_THING} (?:now )?(?P<doing>opening|closing|shutting|unlocking){SOON}$")
_FROM_ME = re.compile(
    r"^(?P<who>[\w' ]+?) (?:is|are) (?:now )?(?:about to receive|going to (?:get|receive|have)|getting|receiving) "
    rf"(?P<thing>(?:the|his|her|their|your) [\w' ]+?) from me{SOON}$"
)
_BEING_DONE = re.compile(
    rf"^{NAMED}(?:'s| is| are) {NOW}(?:being|getting) (?P<done>{'|'.join(_DONE)})(?P<rest> (?:to|from|"
    rf"for) .+?)?{SOON}$"
)
_JUST_SO = re.compile(
    rf"^(?:the )?(?P<thing>{_WORD}(?: {_WORD})?) (?P<state>on|off|out|open|closed|shut){_WHERE}{SOON}$"
)
_INVERTED = re.compile(
    rf"^(?P<state>up|down|on|off|out|in|back|away) (?:goes|go|comes|come) {NAMED}(?P<where> (?:in|on|into|onto|to|"
    rf"under|next to|by|beside) .+?)?{SOON}$"
)
_WITH = re.compile(rf"^(?P<state>on|off|out) with {NAMED}{_WHERE}{SOON}$")
_AWAY_WITH = re.compile(rf"^away with {NAMED}$")
_IS_GOING = re.compile(
    rf"^(?:{NAMED}(?:'s| is| are)|(?P<they>they are|it is|that is|this is)) {NOW}going (?:(?:straight|right|over"
    rf"|out|up|down|away|across|through) )*{_PLACE}{SOON}$"
)
_WHAT_GOES = re.compile(
    rf"^(?:{NAMED}|(?P<they>it|that|this|these|those|they)) "
    r"(?:goes|go|(?:gets?|(?:is|are) getting|will (?:get|be)) (?:put|tucked|popped|stuck|placed|stowed|laid)) "
    rf"(?:straight |right |over )*{_PLACE}{SOON}$"
)
_IT_GOES = re.compile(
    r"^(?:(?:off|back|out|over|straight|right|away|down|up) )*"
    r"(?P<where>(?:to|into|onto|in|on|under|by|behind) [\w' -]+?) (?P<they>it|they|this|that|these|those) (?:go|goes|"
    r"come|comes)$"
)
_WITH_IT = re.compile(
    r"^(?:(?:off|back|out|over|straight|right|away|down|up) )*(?P<where>(?:to|into|onto) (?:the|your|its) [\w' -]+?"
    r"|(?:back )?(?:in|on) (?:the|your|its) [\w' -]+?) with (?P<they>it|them|(?:these|those|that|this)(?: [\w -]+)?)$"
)
_UP_IT_COMES = re.compile(r"^(?:and )?up (?P<they>it|they) (?:comes|come)$")


def announced(text: str, book: Rulebook) -> Announced | None:
    """What a clause of the creature announces; None where it announces nothing that is done.

    Args:
        text: The clause, without openers.
        book: The rules, for their nouns.
    """
    for found, read in _READERS.matches(text):
        promise = read(found.groupdict(), book)
        if promise:
            return promise
    return way_told(text, book)


def _in_state(found: Found, book: Rulebook) -> Announced | None:
    """ "the lamp's going off", "consider the blinds down"."""
    thing, state = found["thing"] or "", found.get("state") or found.get("state_soon") or ""
    where = found.get("where") or ""
    if found.get("not_yet") or not thing:
        return None
    head = head_noun(thing.removesuffix("'s"))
    verb = _verb(head, state, thing, book)
    own = "my " if head in _LIMBS and head == thing else ""
    is_doubtful = thing in _POINTING and not found.get("soon")  # "It's going off" tells of an alarm, too.
    return told(f"{verb} {own}{thing}{where}", 0.45 if is_doubtful else 0.85) if verb else None


def _verb(head: str, state: str, thing: str, book: Rulebook) -> str:
    """What brings a thing into a state; empty where nobody does."""
    is_pointed_at = thing in _POINTING
    if state in ("on", "off", "out"):
        is_machine = head in book.nouns["machines"] - _BY_THEMSELVES
        return f"turn {'on' if state == 'on' else 'off'}" if is_machine or is_pointed_at else ""
    if state in ("up", "down", "raised", "lowered", "drawn"):
        is_up = state in ("up", "raised")
        if head in _LIMBS and state in ("up", "down"):
            return "raise" if is_up else "lower"
        return ("open" if is_up else "close") if head in _DEVICES else ""
    if head not in _CLOSABLE and not is_pointed_at:
        return ""
    return "open" if state in ("open", "opened", "unlocked") else "close"


def _just_so(found: Found, book: Rulebook) -> Announced | None:
    """ "Lights off in the hall.": done, or being done."""
    switched = _in_state(found, book)
    return switched and Announced(switched.deed, 0.45)


def _opening(found: Found, book: Rulebook) -> Announced | None:
    """ "Gate opening.", "garage door closing now": as machines tell what they do."""
    thing, doing = found["thing"] or "", found["doing"] or ""
    verb = _verb(head_noun(thing), "open" if doing in ("opening", "unlocking") else "shut", thing, book)
    return told(f"{verb} {thing if thing.split()[0] in _LED else 'the ' + thing}", 0.75) if verb else None


_LED = word_set("the your that this those these his her all")


def _from_me(found: Found, _book: Rulebook) -> Announced | None:
    """ "Mr Petrov is about to receive his newspaper from me." """
    thing, who = found["thing"] or "", found["who"] or ""
    return told(f"bring {thing} to {who}") if is_carried(thing) else None


def _considered(found: Found, book: Rulebook) -> Announced | None:
    """ "Consider the alarm clock off": an alarm goes off by itself, but not so."""
    is_switched = found["state"] in ("on", "off") and head_noun(found["thing"] or "") in _BY_THEMSELVES | {"clock"}
    if is_switched:
        return told(f"turn {found['state']} {found['thing']}{found['where'] or ''}")
    return _being_done(found, book) if found["done"] else _in_state(found, book)


def _being_done(found: Found, _book: Rulebook) -> Announced | None:
    """ "your jacket's being fetched"."""
    thing, verb = (found["thing"] or "").removesuffix("'s"), _DONE[found["done"] or ""]
    return None if head_noun(thing) in PEOPLE else told(f"{verb} {thing}{found.get('rest') or ''}")


def _inverted(found: Found, book: Rulebook) -> Announced | None:
    """ "Up goes the blind", "down goes the box, next to the couch"."""
    thing, state, where = found["thing"] or "", found["state"] or "", found["where"] or ""
    verb = _verb(head_noun(thing), state, thing, book) if state not in ("in", "back", "away") else ""
    if verb:
        return told(f"{verb} {thing}{where}")
    if state in ("on", "off", "out") and not where:
        return None
    if head_noun(thing) in PEOPLE:
        return None
    return told(f"pick up {thing}" if state == "up" else f"put down {thing}{where}")


def _put_away(found: Found, _book: Rulebook) -> Announced | None:
    return None if head_noun(found["thing"] or "") in PEOPLE else told(f"put away {found['thing']}")


def _going(found: Found, book: Rulebook) -> Announced | None:
    """ "these papers are going on the shelf"; who is going "to the kitchen" goes by himself."""
    thing, where = found["thing"] or "", found["where"] or ""
    if not is_place(where, book) or head_noun(thing) in PEOPLE:
        return None
    if not thing and where.startswith(("to ", "back to ", "by ")):
        return None
    return told(f"put {thing or THEM[(found['they'] or '').split()[0]]} {where}")


def _goes(found: Found, book: Rulebook) -> Announced | None:
    """ "The cup goes on the shelf": a promise, or where its place is."""
    going = _going(found, book)
    return going and Announced(going.deed, 0.85 if (found["where"] or "").startswith("back ") else 0.45)


def _it_goes(found: Found, book: Rulebook) -> Announced | None:
    """ "out to the bin it goes", "to Martha it goes"."""
    where, thing = found["where"] or "", THEM[found["they"] or ""]
    is_led = where.split()[1] in ("the", "your", "its", "his", "her")
    if is_led and not is_place(where, book):
        return None
    return told(f"put {thing} {where}") if is_led else told(f"bring {thing} {where}", 0.75)


def _up_it_comes(found: Found, _book: Rulebook) -> Announced | None:
    """ "I see your scarf on the floor, up it comes." """
    return told(f"pick up {THEM[found['they'] or '']}", 0.75)


def _with_it(found: Found, book: Rulebook) -> Announced | None:
    """ "into the basket with these socks"."""
    where, thing = found["where"] or "", found["they"] or ""
    return told(f"put {thing} {where}") if is_place(where, book) else None


_READERS = ByWords(
    (
        (_CONSIDER, _considered),
        (_GOES, _in_state),
        (_WILL_BE, _in_state),
        (_JUST_SO, _just_so),
        (_OPENING, _opening),
        (_FROM_ME, _from_me),
        (_BEING_DONE, _being_done),
        (_INVERTED, _inverted),
        (_WITH, _in_state),
        (_AWAY_WITH, _put_away),
        (_IS_GOING, _going),
        (_WHAT_GOES, _goes),
        (_IT_GOES, _it_goes),
        (_WITH_IT, _with_it),
        (_UP_IT_COMES, _up_it_comes),
        *SHORTLY,
    )
)
ANNOUNCING = any_word((_READERS.words, WAYS_TOLD))
"""Words of which a clause has one where it announces anything."""
