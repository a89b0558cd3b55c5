"""Orders that the user hands on: "mum says you should bring the tea", "Anna wants you to open the door"."""

from __future__ import annotations

import re

from creature_intent.deeds.carried import is_carried
from creature_intent.deeds.slots import head_noun
from creature_intent.grammar.lexicon import DETERMINERS, KIN, PEOPLE, PREPOSITIONS, TITLES, word_set
from creature_intent.grammar.rulebook import Rulebook

_LEAD = (
    r"(?P<lead>(?:(?:okay|hey|oh|ah|right|so|well|now|please|sorry|listen|hi|hello|robot|and|look|um"
    r"|excuse me)(?: ,)? )*)"
)
_WHO = r"(?P<who>(?:(?:the|my|our|your|his|her) )?(?:\w+ ){0,2}?\w+)"
_JUST = r"(?:just |also |really |still |kindly |now |only )*"
_MUST = (
    r"(?:should|must|are to|have to|need to|ought to|had better|may|can|could|might|will have to|have got to|better)"
)
_WANTS = r"(?:wants|needs|want|need|would like|would love|would prefer|expects|asks|is asking|are asking|orders)"
_RELAYS = (
    re.compile(rf"^{_LEAD}{_WHO} {_JUST}{_WANTS} you to {_JUST}(?P<deed>.+)$"),
    re.compile(
        rf"^{_LEAD}{_WHO} {_JUST}(?:asked|asks|is asking|wonders|is wondering|was wondering|was asking|"
        rf"wants to know|would like to know)(?: me)? (?:if|whether) (?:you|the robot) "
        rf"(?:could|can|would|will|might)(?: please| maybe)? {_JUST}(?P<deed>.+)$"
    ),
    re.compile(
        rf"^{_LEAD}{_WHO} {_JUST}(?:says|said|thinks|reckons|insists|told me|tells me|suggests)(?: that)? you {_MUST} "
        rf"{_JUST}(?P<deed>.+)$"
    ),
    re.compile(
        rf"^{_LEAD}{_WHO} {_JUST}(?:told|asked|sent|wants|asks) me to (?:tell|ask|get|have) you (?:to "
        rf"|if you (?:could|can) )?"
        rf"{_JUST}(?P<deed>.+)$"
    ),
    re.compile(rf"^{_LEAD}{_WHO} {_JUST}(?:says|said)(?: ,)? (?:to|(?:can|could|would|will) you) {_JUST}(?P<deed>.+)$"),
    re.compile(
        rf"^{_LEAD}(?:i (?:am|was) (?:supposed|told|asked|meant) to (?:tell|ask) you|i have been (?:told|asked) to "
        rf"(?:tell|ask) you|i have been (?:told|asked) to get you) (?:to )?{_JUST}(?P<deed>.+)$"
    ),
)
_SAYS_THING = re.compile(
    rf"^{_LEAD}{_WHO} (?:says|said|thinks|reckons|told me|insists)(?: that)? "
    r"(?P<thing>(?:the|my|our|that|those|these|all the) (?:[\w'-]+ ){0,3}?[\w'-]+) "
    r"(?:(?:should|must|ought to|has to|have to|needs? to|had better) (?:be|go)(?: (?:turned|switched|put"
    r"|left)(?= (?:on|off|out|up|down)\b))?|go|goes) (?P<state>.+)$"
)
_DOING = word_set(
    "bring fetch get grab pick put place lay set hang carry take hand pass give open close shut lock unlock turn "
    "switch look search find follow go come guide show lead accompany help clear tidy load empty drop leave wait "
    "stop start move lift hold"
)
_NEVER_TOLD = word_set(
    "i you it we if when whenever because where this that there nobody everyone everybody people what who which "
    "whoever simon government law"
)
_ALONE = DETERMINERS | word_set("me him her us them it up down on off out away over here to into upstairs some more")
"""What may follow the verb: a thing that is known, somebody, a way; not "take walks"."""
_NOT_NOW = re.compile(
    r"\b(?:doctor|tomorrow|tonight|next (?:week|month|year|time)|someday|job|jobs|degree|college|university|"
    r"marry|married|more often|every (?:day|week|month|year)|easy|life|career|sometimes|always|never)\b"
)
_WIDE = word_set("go come get take find give move look help leave stop start")
""" "Get a job", "take a break", "go out", "find a flat": only what is known, or carried, is asked of a robot."""


def relayed(text: str, said: frozenset[str], book: Rulebook) -> str:
    """The order alone; the text itself where none is handed on.

    Args:
        text: A sentence of the user.
        said: Its words.
        book: The rules, for names of persons.
    """
    if not said.isdisjoint(_HANDED_ON) and not said.isdisjoint(("you", "robot", "to")):
        for pattern in _RELAYS:
            found = pattern.match(text)
            if found and _is_somebody(found) and _is_order(found["deed"]):
                return f"{found['lead']}{found['deed']}"
    found = None if said.isdisjoint(_TOLD) else _SAYS_THING.match(text)
    if found and _is_known(found["who"], book):
        state = found["state"]
        if _STATE.match(state):
            return f"{found['lead']}{found['thing']} {state} please"
        is_way = state.split()[0] in PREPOSITIONS | {"back", "away"}
        return f"{found['lead']}{found['thing']} must be {'put ' if is_way else ''}{state}"
    return text


_HANDED_ON = word_set(
    "wants needs want need like love prefer expects asks asking asked orders wonders wondering know says said thinks "
    "reckons told tells insists suggests sent supposed meant"
)
_TOLD = word_set("says said thinks reckons told insists")
_STATE = re.compile(r"^(?:on|off|out|up|down|open|opened|shut|closed)(?: please| now)*$")


_TRADES = word_set(
    "chef cook waiter waitress manager receptionist secretary teacher foreman cleaner carer plumber electrician driver "
    "porter concierge caretaker landlord landlady fiance fiancee girlfriend boyfriend partner missus director surgeon "
    "midwife therapist dentist gardener supervisor team lady old folks twins others bride groom lot"
)


def _is_somebody(found: re.Match[str]) -> bool:
    who = found.groupdict().get("who")
    if who is None:
        return True
    words = who.split()
    if who in ("he", "she", "they") and (" said to " in found[0] or " says to " in found[0]):
        return False  # To whom they said it is not told.
    if who == "they" and " they want you" in f" {found[0]}":
        return False  # What they want is what people want of anybody.
    is_person = words[0] not in DETERMINERS or words[-1] in KIN | PEOPLE | TITLES | _TRADES
    return is_person and _NEVER_TOLD.isdisjoint(words)


def _is_known(who: str, book: Rulebook) -> bool:
    """Somebody of the house, or a name; not "the recipe", "the sign"."""
    words = who.split()
    known = KIN | PEOPLE | TITLES | book.nouns["given_names"] | {"she", "he", "they"}
    return words[-1] in known and _NEVER_TOLD.isdisjoint(words)


def _is_order(deed: str) -> bool:
    """What a robot may be told: not "take more walks", "get a job", "come to dinner"."""
    words = deed.split()
    verb, rest = words[0], words[1:]
    if verb not in _DOING or _NOT_NOW.search(deed):
        return False
    if not rest:
        return verb in ("come", "stop", "wait")
    if verb in _WIDE and rest[0] in ("a", "an", "another", "some"):
        at = next((index for index, word in enumerate(rest) if index and word in PREPOSITIONS), len(rest))
        return verb == "get" and is_carried(head_noun(" ".join(rest[:at])))
    return rest[0] in _ALONE | {"for", "after", "at"} or (verb in ("follow", "take", "show", "bring", "guide", "help"))
