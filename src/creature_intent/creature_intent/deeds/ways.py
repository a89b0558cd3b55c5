"""Verbs of going."""

from __future__ import annotations

import re

from creature_intent import acts
from creature_intent.acts import USER, Slots
from creature_intent.deeds.deed import WEAK, Deed, Setting, all_known
from creature_intent.deeds.slots import Segment, head_noun, object_phrase, segments, without_adverbs
from creature_intent.deeds.waywords import without_passing, without_softening
from creature_intent.grammar.lexicon import (
    ADJECTIVES,
    COMMON_VERBS,
    DATIVES,
    DETERMINERS,
    GO_TO,
    HOUSEWORK,
    POSSESSIVE_OR_DEFINITE,
    PRONOUNS,
    word_set,
)
from creature_intent.text.persons import is_person
from creature_intent.tokens import Speaker

_BEHIND_YOU = re.compile(r"(?<=\w) (?:just |right |directly )?(?:behind|ahead|ahead of|behind of|beside)(?: you)?$")
_SOFTENING = frozenset({"right", "straight", "back", "on", "please", "now", "a", "bit", "little"})
_AROUND = ("back", "close", "closer", "near", "nearer", "near me", "close to me", "closer to me", "to my side")
_LIFTS = frozenset({"lift", "elevator"})
_PURPOSES = word_set(
    "look find see get buy choose climb visit meet help pick talk speak ask eat drink watch listen work do be write "
    "call phone order book study sleep rest learn apply register"
)
_LEVELS = ("upstairs", "downstairs", "outside", "inside", "up to upstairs")


def go(verb: str, rest: list[str], setting: Setting) -> Deed | None:
    """go, come, head: the creature itself changes its place."""
    rest = _BEHIND_YOU.sub("", " ".join(without_adverbs(rest))).split()
    if verb == "head" and rest[:1] == ["for"]:
        rest = ["to", *rest[1:]]
    rest = _WITH_YOU.sub("", _DOWN_THE_HALL.sub("", _THERE.sub("", " ".join(rest)))).split()
    text = " ".join(word for word in rest if word not in _SOFTENING)
    if verb == "get" and not _gets_there(rest, setting):
        return None
    if verb in _CASUAL and not _ends_in_house(rest, setting):
        return None
    if verb == "reach" and not _is_room(rest, setting):
        return None
    if verb in ("go", "come") and rest[:1] in (["the"], ["my"]) and _is_end(rest, setting):
        rest = ["to", *rest]  # "Go the kitchen."
    if verb == "head" and rest[:1] == ["for"]:
        rest = ["to", *rest[1:]]
    if verb in ("approach", "enter", "reach"):
        rest = rest if verb == "enter" and rest[:1] in (["in"], ["into"], ["to"]) else ["to", *rest]
    if verb == "come" and text in ("", *_AROUND):
        return None if not rest else Deed(acts.MOVE_TO, Slots(destination=USER))
    if text in _LEVELS:
        return Deed(acts.MOVE_TO, Slots(destination=text), WEAK if setting.speaker == Speaker.AGENT else 1.0)
    if verb == "come" and text in (*_HITHER, "closer", "to me", "over to me", "to you", "to us"):
        return Deed(acts.MOVE_TO, Slots(destination=USER))
    if text in ("there", "over there", "here", "over here"):
        return Deed(acts.MOVE_TO, Slots(destination=text.split()[-1]))
    if text == "home" and verb in ("go", "come", "drive", "head"):
        return Deed(acts.MOVE_TO, Slots(destination="home"), WEAK)
    rest, company = _without_company(without_softening(rest), setting)
    if company and verb == "come":
        return follow(company, rest, setting)
    if rest[:1] != [] and rest[0] in _LEVELS and _goes_on(rest[1:], setting):
        rest = ["to", *rest[2:]]  # "outside to the bench"
    found = without_passing(segments(rest))
    if len(found) > 2 and found[1] in (Segment("with", ("me",)), Segment("for", ("me",)), Segment("for", ("us",))):
        del found[1]
    if found[0].words or len(found) < 2 or found[1].preposition not in GO_TO:
        return None
    place = object_phrase(found[1].words)
    if is_purpose(found[1]):
        return None
    if place in ("left", "right"):
        return Deed(acts.PERFORM_MOTION, Slots(f"step {place}"), WEAK)
    place = _without_contents(place, setting)
    if place is None or _is_state(found[1], place, setting) or not all_known(found[2:]) or " with " in place:
        return None
    if (
        verb == "get"
        and found[1].preposition == "into"
        and head_noun(place) not in _LIFTS
        and head_noun(place) not in setting.book.nouns["fixed"]
    ):
        return None  # "get into trouble", "get into the problem"
    if tuple(found[1].words) == (setting.own,):
        place = USER
    is_sure = found[1].preposition in ("to", "toward", "towards")
    return Deed(acts.MOVE_TO, Slots(destination=place), 1.0 if is_sure else WEAK)


def _without_contents(place: str | None, setting: Setting) -> str | None:
    """ "the counter with the microwave", "the table containing the television": by what is there it is known."""
    bare, _, there = (place or "").replace(" containing ", " with ").partition(" with ")
    is_furniture = bool(there) and head_noun(bare) in setting.book.nouns["fixed"]
    return bare if is_furniture and not is_person(there.split(), setting.names) else place


_HITHER = tuple(f"{way}here".strip() for way in ("", "over ", "in ", "up ", "down ", "out ", "round "))
_HITHER = (*_HITHER, "over", "this way", "over this way")


def _goes_on(rest: list[str], setting: Setting) -> bool:
    """ "[outside] to the bench", "[upstairs] in the bedroom"; not "[outside] in the cold"."""
    return rest[:1] in (["to"], ["into"]) or (rest[:1] in (["in"], ["on"]) and _ends_in_house(rest, setting))


def _gets_there(rest: list[str], setting: Setting) -> bool:
    """ "get over to the door", "get down to the basement"; not "get down to business"."""
    if not rest:
        return False
    if setting.speaker == Speaker.AGENT:  # "I'll get over to reception", not "I'll get to the point".
        is_there = _ends_in_house(rest, setting) or rest[-1] in ("reception", "dock")
        return is_there and rest[0] in ("over", "down", "up", "across", "back") and rest[1:2] in (["to"], ["into"])
    if rest[0] in ("down", "up", "out", "across", "through", "along"):
        return rest[1:2] in (["to"], ["into"]) and _ends_in_house(rest, setting)
    return rest[0] in ("over", "to", "into", "back", "close", "closer", "near", "nearer")


def _ends_in_house(rest: list[str], setting: Setting) -> bool:
    nouns = setting.book.nouns
    last = rest[-1] if rest else ""
    is_room = last in nouns["fixed"] or last in _NEAR or last.endswith("room")
    return is_room and bool(DETERMINERS & set(rest))


_CASUAL = word_set("pop nip duck slip pull bounce skip glide stop halt hold continue pass cross")
"""Verbs that mean much else, and a way only to a place in the house."""
_NEAR = word_set("door gate shed lift elevator entrance exit desk reception line window canteen machine dock charger")
_THERE = re.compile(r"^(?:right |over )?(?:there|here) (?=(?:by|in|at|near|next|behind|beside|on|under) )")
_WITH_YOU = re.compile(r" (?:with you|for (?:me|us))$")
_DOWN_THE_HALL = re.compile(r"^(?:down|up|along) the (?:hall|corridor|hallway|stairs|aisle|path|ward) (?=(?:in)?to )")


def _is_room(rest: list[str], setting: Setting) -> bool:
    """ "the kitchen", "the sofa": nothing that could be reached for and taken."""
    place = object_phrase(segments(rest)[0].words)
    return bool(place) and rest[0] in POSSESSIVE_OR_DEFINITE and head_noun(place or "") in setting.book.nouns["fixed"]


def _is_end(rest: list[str], setting: Setting) -> bool:
    """ "the kitchen", "the front door": where learners go without "to"."""
    place = list(segments(rest)[0].words)
    return place[-1:] != [] and place[-1] not in _NO_END and _ends_in_house(place, setting)


_NO_END = word_set("way stairs library island bar line")


def _without_company(rest: list[str], setting: Setting) -> tuple[list[str], str]:
    """ "to the studio with me" -> "to the studio", "user"; what is carried along says nothing of the way."""
    if "with" not in rest[2:]:
        return rest, ""
    cut = len(rest) - 1 - rest[::-1].index("with")
    who = rest[cut + 1 :]
    if is_person(who, setting.names):
        return (rest[:cut], USER) if who[0] in ("me", "us") else (rest, "")
    is_carried = who[:1] != [] and who[0] in POSSESSIVE_OR_DEFINITE
    return (rest[:cut], "") if is_carried else (rest, "")


def follow(who: str, rest: list[str], setting: Setting) -> Deed | None:
    """ "come to the studio with me"."""
    found = segments(rest)
    place = object_phrase(found[1].words) if len(found) == 2 and found[1].preposition in ("to", "into") else None
    if place is None or setting.speaker == Speaker.AGENT or found[1].words[0] not in DETERMINERS:
        return None
    is_far = head_noun(place) in setting.book.nouns["far_places"]
    return None if is_far else Deed(acts.FOLLOW, Slots("", "", place, who))


def is_purpose(segment: Segment) -> bool:
    """ "to look at apartments", "to find him": what for, not where to."""
    first = segment.words[0] if segment.words else ""
    has_object = first not in DETERMINERS and bool(set(segment.words[1:2]) & (DATIVES | PRONOUNS | DETERMINERS))
    is_deed = first in _PURPOSES | COMMON_VERBS | HOUSEWORK
    return segment.preposition == "to" and (is_deed or has_object)


def _is_state(segment: Segment, place: str, setting: Setting) -> bool:
    """ "in daylight", "at high speed", "in a program": how, not where."""
    nouns, head = setting.book.nouns, head_noun(place)
    if segment.preposition not in ("in", "into", "at"):
        return False
    is_bare = segment.words[0] not in DETERMINERS and head not in nouns["fixed"]
    is_manner = segment.words[0] in ADJECTIVES or head in nouns["abstract"] or head.endswith("light")
    return head in nouns["abstract_places"] or (is_bare and is_manner)
