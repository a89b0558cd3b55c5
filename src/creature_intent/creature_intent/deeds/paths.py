"""Ways told by what is left or passed: "leave the kitchen", "go out the back door", "go down the corridor"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from creature_intent import acts
from creature_intent.acts import Slots
from creature_intent.deeds.deed import DOUBTFUL, WEAK, Deed, Setting
from creature_intent.deeds.slots import head_noun, object_phrase, without_adverbs
from creature_intent.deeds.waywords import ROOMS
from creature_intent.grammar.lexicon import word_set
from creature_intent.tokens import Speaker

OUTSIDE, INSIDE = "outside", "inside"
_GOING = word_set(
    "go come get step drive walk head move roll run exit leave hurry wander travel proceed continue pass cross climb "
    "cut navigate advance slip pop be return"
)
_LEAVING_VERBS = _GOING | word_set("vacate follow out_of")
_PLACE = r"(?:the|this|that|my|our|your|her|his|their) (?:(?!to\b|into\b|and\b)\S+ ){0,4}?\S+"
_MORE = r"(?: (?:and|then|to|until|before|after|for|so|as|with|please) .*)?$"
_LEAVING = re.compile(rf"^(?:leave|exit|vacate) (?P<room>{_PLACE}){_MORE}")
_OUT_OF = re.compile(rf"^(?:(?:straight|right|back|back up|on) )?(?:out_of|out from) (?P<room>{_PLACE}){_MORE}")
_BY_A_DOOR = re.compile(
    r"^(?:(?:straight|right|back) )?(?:out )?(?:(?:through|by|via|by way of) )?(?P<door>(?:the|that|this) "
    rf"(?:\S+ ){{0,2}}?(?:door|gate|exit|doors|entrance|hatch|window)){_MORE}"
)
_PASSING = re.compile(
    r"^(?:(?:straight|right|back|on|all the way|out|over|further|a bit|round) )*(?P<how>through|along|down|up|across"
    rf"|past|around|round|over|by) (?P<place>{_PLACE}?)"
    r"(?: (?:all the way |right )?(?:to|into|onto|as far as|up to|until|towards|to get to|to reach)"
    rf" (?P<goal>{_PLACE}?))?"
    rf"{_MORE}"
)
_WAYS = word_set(
    "corridor corridors hall hallway passage passageway path pathway driveway aisle tunnel ramp door doors doorway "
    "doorways gate gateway arch archway entrance exit yard courtyard lobby landing foyer bridge turnstile fence wall "
    "walkway stairs"
)
_OVER = word_set("bridge threshold ramp yard lawn")
_FAR = word_set("street road avenue highway motorway river country border house building office world city town")
_FOLLOWED = re.compile(
    r"^the (?:\S+ )?(?:line|tape|marking|markings|wall|corridor|hallway|track|rail|stripe|stripes)"
    rf"(?: on the \S+)? (?:as far as|up to|all the way to|to|into|until) (?P<place>{_PLACE})$"
)


def on_its_way(words: Sequence[str], setting: Setting) -> Deed | None:
    """Where the creature goes when it leaves a room, or goes through, along or past something; None if it does not.

    Args:
        words: From the verb on, "out of" as "out_of".
        setting: Who speaks, and the nouns of places.
    """
    plain = [] if _LEAVING_VERBS.isdisjoint(words) else without_adverbs(words)
    if not plain:
        return None
    verb, text = plain[0], " ".join(plain)
    rest = text.partition(" ")[2]
    deed = _left(verb, text, rest, setting) or _passed(verb, rest, setting) or _returned(verb, rest)
    if deed is None or setting.speaker == Speaker.USER:
        return deed
    # "I'll leave the house": said of oneself, unless it was asked for.
    return Deed(deed.intent, deed.slots, WEAK if _is_robots_way(plain, deed.slots) else DOUBTFUL)


def _left(verb: str, text: str, rest: str, setting: Setting) -> Deed | None:
    """ "leave the kitchen", "get out of the bathroom", "exit through the side door"."""
    found = _LEAVING.match(text) or (_OUT_OF.match(rest) if verb in _GOING or verb == "out_of" else None)
    if found:
        room = _place(found["room"])
        is_room = bool(room) and is_near(room, setting) and head_noun(room) not in _NO_ROOMS
        return Deed(acts.MOVE_TO, Slots("", room, OUTSIDE), WEAK) if is_room else None
    by = _BY_A_DOOR.match(rest) if verb in ("exit", "leave") or rest.startswith("out ") else None
    if by and verb in _GOING:
        return Deed(acts.MOVE_TO, Slots(destination=_place(by["door"])), WEAK)
    return None


def _is_robots_way(words: Sequence[str], slots: Slots) -> bool:
    """ "I'm leaving the bathroom", "I'll cross the hall": a room indoors, and nothing more is told."""
    room = slots.source or slots.destination.removeprefix("other side of the ")
    if room == slots.destination:  # "I'm crossing the lobby to the lift."
        return words[0] == "cross" and not _INDOORS.isdisjoint(words[1:4])
    is_crossed = room == "room" and slots.destination != OUTSIDE
    return (is_crossed or head_noun(room) in _INDOORS) and words[-1] == head_noun(room).split()[-1]


def _returned(verb: str, rest: str) -> Deed | None:
    """ "go back to where you put the first cup": a place told by what was done there."""
    found = _WHERE_DONE.match(rest) if verb in _GOING else None
    return Deed(acts.MOVE_TO, Slots(destination=found["place"]), WEAK) if found else None


_WHERE_DONE = re.compile(
    r"^(?:(?:back|over|right|straight) )*(?:to )?(?P<place>where (?:you|i|we) (?:first )?(?:put|left|placed|set|laid"
    r"|cut|sliced|picked|got|found|took|saw|dropped|parked|started)(?: up)?(?! off\b)"
    r"(?: (?:the|a|an|my|your|it|them)\b(?: \w+){0,4})?)$"
)
_INDOORS = word_set(
    "kitchen bathroom bedroom hall hallway corridor lobby pantry cellar basement attic nursery lounge garage laundry "
    "landing foyer study workshop ward lab storeroom yard courtyard greenhouse shed lift elevator"
)
_NO_ROOMS = word_set("table door desk counter shelf bin trash fridge freezer drawer cupboard stove oven dishwasher")
"""What is fixed, but nobody stands in it; "leave the table" is said to guests and children."""


def _passed(verb: str, rest: str, setting: Setting) -> Deed | None:
    """ "go down the corridor", "cross the yard", "follow the line to the door"."""
    if verb == "follow":
        along = _FOLLOWED.match(rest)
        return Deed(acts.MOVE_TO, Slots(destination=_place(along["place"])), WEAK) if along else None
    if verb == "cross":
        rest = f"across {rest}"
    found = _PASSING.match(rest) if verb in _GOING else None
    place = _place(found["place"]) if found else ""
    if not found or not place or head_noun(place) in _FAR:
        return None
    goal = _place(found["goal"] or "")
    if goal:
        is_inside = is_near(goal, setting) or (is_near(place, setting) and " to reach " not in rest)
        return Deed(acts.MOVE_TO, Slots(destination=goal), WEAK) if is_inside else None
    how, head = found["how"], head_noun(place)
    if how == "past" and (head in setting.book.nouns["machines"] or is_near(place, setting)):
        return Deed(acts.MOVE_TO, Slots(destination=place), WEAK)
    is_way = head in _WAYS or (how in ("through", "across") and is_near(place, setting))
    if how == "over":
        is_way = head in _OVER | ROOMS
    elif how in ("around", "round", "by"):
        is_way = False
    if not is_way:
        return None
    is_crossed = how == "across" and head not in ("bridge", "threshold")
    return Deed(acts.MOVE_TO, Slots(destination=f"other side of the {place}" if is_crossed else place), WEAK)


def is_near(place: str, setting: Setting) -> bool:
    """A room or a piece of furniture, or what leads from one to the other."""
    head = head_noun(place)
    is_room = head in _ROOMS or head.endswith("room") or place.startswith("room ")
    return is_room or head in _WAYS or head in setting.book.nouns["fixed"]


_ROOMS = word_set(
    "lift elevator lab laboratory workshop ward toilet loo restroom canteen cafeteria vestibule utility scullery den "
    "greenhouse shed barn stable chapel theatre cabin cell patio veranda porch reception crowd tent"
)


def _place(phrase: str) -> str:
    return object_phrase(phrase.split()) or ""
