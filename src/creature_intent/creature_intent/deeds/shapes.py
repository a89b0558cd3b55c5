"""Deeds that are written as shapes in intents.yaml: follow, search, open, close, switch, motions of the body."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from creature_intent import acts
from creature_intent.acts import USER, Slots
from creature_intent.deeds.carried import is_carried
from creature_intent.deeds.deed import DOUBTFUL, WEAK, Deed, Setting, collect, is_called
from creature_intent.deeds.idioms import is_idiom
from creature_intent.deeds.kinds import is_fixed
from creature_intent.deeds.places import is_fixed_place, without_purpose
from creature_intent.deeds.shape_persons import ANYWHERE, named, person_of
from creature_intent.deeds.slots import Segment, head_noun, object_phrase, segments, without_adverbs
from creature_intent.grammar.lexicon import DETERMINERS, KIN, NUMBERS, PEOPLE, PRONOUNS, PUT_AT, word_set
from creature_intent.grammar.rulebook import Shape
from creature_intent.text.persons import is_person, is_somebody, person
from creature_intent.tokens import Speaker

_FOR_SOMEBODY = re.compile(r" (?:for|behind|after|to) (?:me|you|us|him|her|them)$| before (?:you|i) (?:go|leave)$")
_FOR_YOU = re.compile(
    r" for (?:me|you|us|him|her|them|(?:the|my|our) (?:baby|kids|children|dog|cat|guests|night|visitors|party))$"
)
_SOUGHT_FOR_ME = re.compile(r"^(?:me|us) (?=(?:the|that|a|my) )")
_TOWARDS = re.compile(r"^to (?:(?:the|your|my) )?")
_FOR_ANYBODY = re.compile(r" for (?:the|my|our) (?:\w+ )?\w+$")
_ON_THE_SPOT = (acts.OPEN, acts.CLOSE, acts.SWITCH_ON, acts.SWITCH_OFF)
_VAGUE_COMPANY = (USER, "him", "her", "them", "you", "us")
_FOR_ONE = re.compile(r" for (?P<who>\w+)$")
_PURPOSES = ("look", "see", "find", "get", "buy", "visit", "meet", "pick", "help")


def read_shape(words: Sequence[str], setting: Setting) -> Deed | None:
    """The deed whose shape the words have, the verb first; None if they have none."""
    verb, book = words[0], setting.book
    shapes = book.shapes.get(verb, ())
    if not shapes:
        return None
    rest = " ".join(without_adverbs(words[1:])).replace("out_of", "out of")
    whole = f"{verb} {rest}"
    as_said = " ".join(words)
    if is_idiom(whole, setting) or (as_said != whole and is_idiom(as_said, setting)):
        shapes = tuple(shape for shape in shapes if shape.heads or shape.motion)
    said = [rest, *_without_end(rest, _FOR_YOU)]
    whom = _FOR_ONE.search(rest)
    is_for_one = whom is not None and is_somebody([whom["who"]], setting.names)
    said_of_a_place = [*said, *_without_end(rest, _FOR_ONE if is_for_one else _FOR_ANYBODY)]
    for shape in shapes:
        if shape.unless is not None and any(shape.unless.search(f"{verb} {text}") for text in said):
            continue
        for pattern in shape.patterns:
            for text in said_of_a_place if shape.intent in _ON_THE_SPOT else said:
                found = pattern.match(text)
                if found:
                    break
            deed = _filled(verb, shape, found.groupdict(), setting) if found else None
            if deed:
                return deed
    return None


def _without_end(text: str, end: re.Pattern[str]) -> list[str]:
    """The text without for whom it is, if that is told."""
    found = end.search(text) if " for " in text else None
    return [text[: found.start()]] if found else []


def _filled(verb: str, shape: Shape, roles: dict[str, str | None], setting: Setting) -> Deed | None:
    recipient = person_of(verb, roles, setting)
    if recipient is None:
        return None
    if shape.intent == acts.PERFORM_MOTION:
        if setting.speaker == Speaker.AGENT and verb in ("go", "walk"):
            return None  # "I'll go back": to what was spoken of.
        if setting.speaker == Speaker.AGENT and recipient not in ("", USER) and "hug" in (roles.get("part") or ""):
            return None
        return Deed(shape.intent, Slots(_motion(verb, shape, roles), recipient=recipient), shape.sure)
    if shape.intent == acts.FOLLOW:
        destination = _phrase(roles.get("destination"))
        if verb == "go" and not destination and recipient in _VAGUE_COMPANY:
            return None  # "Go with them": people say it of each other.
        is_purpose = (roles.get("destination") or "").split()[:1] in [[verb] for verb in _PURPOSES]
        if destination is None or is_purpose or head_noun(destination) in _far_places(setting):
            return None
        recipient = recipient or USER
        return Deed(shape.intent, Slots("", "", destination, recipient), shape.sure)
    if shape.intent == acts.MOVE_TO:
        place = _phrase(roles.get("destination"))
        is_own = setting.speaker == Speaker.AGENT
        is_far = not place or (is_own and head_noun(place) in setting.book.nouns["far_places"])
        return None if is_far else Deed(shape.intent, Slots(destination=place or ""), shape.sure)
    return _on_a_thing(shape, roles, setting)


_THROUGH = re.compile(r"^(?:through|around|round|all over|over|down) ")


def _far_places(setting: Setting) -> frozenset[str]:
    nouns = setting.book.nouns
    return nouns["far_places"] - nouns["fixed"] - {"house"}


def _on_a_thing(shape: Shape, roles: dict[str, str | None], setting: Setting) -> Deed | None:
    text = f"{roles.get('object') or ''}{roles.get('rest') or ''}"
    if shape.intent == acts.SEARCH and not text:
        text = "it"  # "I've lost my ring, look under the bed."
    text = re.sub(r" left(?= (?:in|on|at|under)\b|$)", "", text) if shape.intent == acts.SEARCH else text
    if roles.get("where"):
        text = f"{text} {_THROUGH.sub('in ', roles['where'] or '')}"
    elif roles.get("place"):
        text = f"{text} in {_without_preposition(roles['place'] or '')}"
    text = _SOUGHT_FOR_ME.sub("", text)
    text = ANYWHERE.sub("", _FOR_SOMEBODY.sub("", ANYWHERE.sub("", text)))
    found = segments(text.split())
    thing = object_phrase(found[0].words)
    is_own_her = setting.speaker == Speaker.AGENT and found[0].words == ("her",)
    if thing is None and shape.intent == acts.SEARCH and is_person(found[0].words, setting.names) and not is_own_her:
        thing = person(found[0].words, setting.names, setting.own)
    if not thing or thing in (USER, "you", "me", "us", "here", "there"):
        return None
    goals = PUT_AT if shape.intent == acts.PLACE_OBJECT else frozenset()
    slots = collect(thing, found[1:], goals, setting)
    owner, is_own = found[0].words[0], setting.speaker == Speaker.AGENT
    if is_own and owner == "my":
        return None  # "Let me turn off my radio": a creature owns little.
    if shape.intent == acts.SEARCH and _is_out_of_sight(found, setting):
        return None
    if slots is not None and _is_digital(head_noun(slots.source), setting):
        return None
    if slots is not None and shape.intent in (acts.OPEN, acts.CLOSE) and " for " in slots.object:
        slots = replace(slots, object=without_purpose(slots.object, setting.book))
    is_search = shape.intent == acts.SEARCH
    is_sought = is_search and slots is not None and bool(slots.source) and is_called(found[0].words, setting)
    is_sought = is_sought or (is_search and slots is not None and _is_kept(slots, found[0].words, setting))
    if slots is None or not (is_sought or _fits(shape, slots.object, found[0].words, setting)):
        return None
    if slots.source in (USER, "you", "me") or (slots.source and head_noun(slots.source) in PEOPLE):
        slots = Slots(slots.object)
    certainty = min(shape.sure, _certainty(shape, found[0].words, bool(slots.source), setting))
    name = named(slots.object, setting) if is_search else slots.object
    return Deed(shape.intent, Slots(name, slots.source, slots.destination), certainty)


def _is_kept(slots: Slots, words: Sequence[str], setting: Setting) -> bool:
    """ "the map in the glove box", "my ticket in the drawer": of paper, and no more in a computer."""
    nouns, where = setting.book.nouns, slots.source
    is_there = head_noun(where) in nouns["house"] or is_carried(where) or is_fixed(where, setting.book)
    is_of_paper = head_noun(slots.object) in nouns["definite"] | {"recipe", "recipes"}
    return bool(where) and is_there and words[0] in DETERMINERS and is_of_paper


def _certainty(shape: Shape, words: Sequence[str], is_placed: bool, setting: Setting) -> float:
    """ "Find me an electrician" is said to a telephone."""
    is_any = words[0] in ("a", "an", "some", "any", "another")
    is_own = setting.speaker == Speaker.AGENT
    if not is_own and words[0] == "your" and shape.intent in (acts.OPEN, acts.CLOSE):
        return DOUBTFUL
    is_trade = is_somebody(words, setting.names) and words[-1] not in PEOPLE
    if shape.intent == acts.SEARCH and is_any and not is_placed and not is_own and is_trade:
        return DOUBTFUL
    return WEAK if is_any and is_own else 1.0


def _is_out_of_sight(found: Sequence[Segment], setting: Setting) -> bool:
    """ "in Green Valley", "5:15", "something else": nothing that a look around a room could find."""
    head = found[0].words[-1] if found[0].words else ""
    is_town = any(
        segment.preposition in ("in", "near", "around") and _is_town(segment.words, setting) for segment in found[1:]
    )
    return is_town or head.isdigit() or head == "else"


def _is_town(words: Sequence[str], setting: Setting) -> bool:
    is_named = bool(words) and words[0] not in DETERMINERS and set(words) <= set(setting.names)
    return is_named and words[-1] not in setting.book.nouns["fixed"]


def _fits(shape: Shape, thing: str, words: Sequence[str], setting: Setting) -> bool:
    nouns, head = setting.book.nouns, head_noun(thing)
    if thing in PRONOUNS:
        return not shape.heads
    if shape.heads and head not in shape.heads:
        return False
    if shape.heads == nouns["networks"]:
        return True
    is_one = head in PEOPLE or head in nouns["definite"]  # "Find the camera."
    is_sought = shape.intent == acts.SEARCH and is_one and words[0] in ("the", "my", "our")
    if (head in nouns["digital"] and not is_sought) or (shape.intent != acts.SEARCH and head in PEOPLE):
        return False
    is_named = (
        words[0] in DETERMINERS
        or (words[0] in NUMBERS - {"one"} and len(words) > 1)
        or words[0].endswith("'s")
        or words[0].startswith("something_")
        or words[0] in KIN
        or words[0] in nouns["given_names"]
        or words[0] in setting.names
        or (
            words[-1] in NUMBERS | _LETTERS
            and len(words) < 4
            and is_fixed_place(Segment("", tuple(words)), setting.book)
        )
    )
    is_machine = head in nouns["machines"] and is_named  # "turn the shower on", not "take a shower"
    is_talk = head in nouns["abstract"] and head not in nouns["definite"]
    if shape.intent == acts.SEARCH and head in _ENDS and " of " in thing:
        whole = head_noun(thing.partition(" of ")[2])  # "the end of the tape", not "the end of the story"
        return not any(whole in nouns[name] for name in ("abstract", "abstract_places", "digital"))
    is_room = head == "room" and bool(_OF_ROOMS & set(thing.split())) and shape.intent == acts.SEARCH
    if is_talk and not is_room and not (shape.intent == acts.SEARCH and head in PEOPLE):
        return is_machine or (head in ("thing", "things", "everything") and (bool(shape.is_thing) or is_named))
    if not shape.is_thing or shape.heads:
        return True
    return is_named or head in nouns["house"] or head in nouns["machines"]


_ENDS = word_set("beginning corner edge end start")
_LETTERS = frozenset("abcdefgh123456789")
""" "Drawer C", "locker 7": what is told by its letter or figure needs no article."""
_OF_ROOMS = word_set("meeting waiting conference changing laundry storage store treatment engine")


def _is_digital(noun: str, setting: Setting) -> bool:
    return noun in setting.book.nouns["digital"] and noun not in setting.book.nouns["fixed"]


def _phrase(text: str | None) -> str | None:
    """The object phrase of a role; empty if it is not there, None if it is none."""
    if not text:
        return ""
    found = segments(text.split())
    return object_phrase(found[0].words) if len(found) == 1 or found[0].words else None


def _without_preposition(text: str) -> str:
    first, _, rest = text.partition(" ")
    return rest if first in ("in", "on", "through", "around", "inside", "under") and rest else text


_STEPPED = {
    "backward": "back", "backwards": "back", "forwards": "forward", "side": "aside",
    "sideways": "aside",
}  # fmt: skip
"""One word for each way that a step goes."""


def _motion(verb: str, shape: Shape, roles: dict[str, str | None]) -> str:
    part = _TOWARDS.sub("", roles.get("part") or "")
    if shape.motion == "step part":
        part = _STEPPED.get(part, part)
    return shape.motion.replace("verb", verb).replace("part", part).strip()
