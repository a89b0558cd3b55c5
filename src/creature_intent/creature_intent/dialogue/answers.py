"""Things named without a verb: "no, the green one", "on the shelf, I meant", "the red one"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from creature_intent.acts import Slots
from creature_intent.deeds.deed import Setting
from creature_intent.deeds.kinds import is_thing
from creature_intent.deeds.naming import IS_SO, TELLING
from creature_intent.deeds.slots import object_phrase, segments
from creature_intent.dialogue.corrected import NUMERALS
from creature_intent.grammar.lexicon import (
    ADJECTIVES,
    BARE_ONES,
    DETERMINERS,
    NUMBERS,
    PEOPLE,
    PREPOSITIONS,
    PRONOUNS,
    PUT_AT,
    TITLES,
    word_set,
)
from creature_intent.grammar.rulebook import Rulebook
from creature_intent.meaning.talk import renamed
from creature_intent.text.openers import strip_openers
from creature_intent.text.persons import is_person, person

_MAX_WORDS = 6
_POLITE_TAIL = re.compile(r" ?, (?=please|thanks|then)")


def correction(text: str, setting: Setting) -> Slots | None:
    """The slots in what stands after "no" or "actually", if it names a thing, a place or a person and no more."""
    words = renamed(text).split()
    if not words or len(words) > _MAX_WORDS or words[-1] in _NO_CORRECTION or words[0] in ("after", "before"):
        return None
    if len(words) == 1 and words[0] in NUMBERS - {"one"}:
        return Slots(f"{words[0]} ones")  # "Make that three."
    if len(words) == 1 and words[0] in _QUALITIES:
        return Slots(f"{words[0]} one")  # "Make it strong."
    words = _goes_there(words)
    if len(words) > 2 and words[0] in PRONOUNS and words[1] in PREPOSITIONS:
        words = words[1:]  # "I'd rather have it on the shelf."
    if words[0] in PREPOSITIONS:
        return _place(words, setting)
    if set(words) <= setting.names.keys() | TITLES and words[-1] in setting.names:
        return Slots(recipient=" ".join(setting.names.get(word, word) for word in words))  # "Not Anna, Tom."
    if len(words) == 2 and is_numbered_place(words):
        return Slots(" ".join(words))  # "Room fourteen, sorry."
    found = segments(words)
    phrase = object_phrase(found[0].words)
    if phrase is None or not _may_be_named(list(found[0].words), text, setting) or not is_thing(phrase, setting.book):
        return None
    slots, rest = Slots(phrase), words[len(found[0].words) :]
    place = _place(rest, setting) if len(found) > 1 else None
    if place and found[0].words[-1] in BARE_ONES and rest[0] in _RESTS:
        place = Slots(source=place.destination or place.source)  # "The one in the kitchen."
    return slots.filled_from(place) if place else slots


_NO_CORRECTION = word_set("thought thoughts enough ever minute minutes hour hours second seconds while moment snappy")
_QUALITIES = word_set("strong weak iced spicy mild thick thin decaf")
_RESTS = word_set("in on at under behind by beside near inside from")


def is_numbered_place(words: Sequence[str]) -> bool:
    """ "room fourteen", "bay 3"."""
    return words[0] in _NUMBERED and (words[-1] in NUMERALS or words[-1][:1].isdigit())


_NUMBERED = word_set("room flat office ward suite apartment cabin floor bay lab bed desk table shelf door gate bench")


def _goes_there(words: list[str]) -> list[str]:
    """ "the cup goes in the dishwasher": the cup, in the dishwasher."""
    for index, word in enumerate(words):
        is_led = index > 1 or words[:1] in (["it"], ["they"], ["that"])
        if word in ("goes", "go", "belongs", "belong") and index and is_led and words[index + 1 : index + 2]:
            thing = [] if words[0] in PRONOUNS | {"they"} else words[:index]
            return [*thing, *words[index + 1 :]] if words[index + 1] in PREPOSITIONS else words
    return words


_IS_THERE = re.compile(
    r"^(?:.* )?(?:(?:it|they|he|she) (?:is|are|was|were|might be|may be|must be|should be|could be)|"
    r"(?:left|put|saw|have|had|dropped|forgot|kept) (?:it|them|him|her)) (?:back |over |out |up |down )?"
    r"(?P<place>(?:in|on|under|behind|at|by|near|next to|inside|beside|on top of) .+)$"
)
RESTING = re.compile(
    r"^(?:it|they|he|she) (?:is|are)(?: (?:right|still|over|back|up|down|just|actually))* (?:in|on|under|behind|at|"
    r"by|near) "
)
"""How words begin that tell where a thing is, and not where it is to go."""
_LOOK_THERE = re.compile(
    r"^(?:(?:please|maybe|then|no|well|okay|and|oh|actually|sorry|wait|hang on|hold on|better|just) )*"
    r"(?:try|check|have a look|look)(?: (?:in|on|under|behind|at|through|inside))? "
    r"(?P<place>(?:the|my|your) .+?)(?: first| again| instead| too| please)*$"
)


def whereabouts(text: str, setting: Setting) -> Slots | None:
    """ "They're in the cellar", said to put a request right: where the thing is."""
    found = _IS_THERE.match(text)
    slots = _place(found["place"].split(), setting) if found else None
    place = (slots.destination or slots.source) if slots else ""
    return Slots(source=place) if place else None


IS_SOMEBODY = re.compile(r"\b(?:he|she) (?:is|was|went|moved|has moved)\b")
"""It is told where a person is."""


def place_to_look(text: str, book: Rulebook) -> Slots | None:
    """ "Try the bedroom first", said while something is looked for."""
    found = _LOOK_THERE.match(text)
    place = object_phrase(found["place"].split()) if found else None
    return Slots(source=place) if place and is_thing(place, book, place=True) else None


def _may_be_named(words: list[str], text: str, setting: Setting) -> bool:
    """As `_names_a_thing`; "tea instead" and "I'd rather have tea" name it without an article too."""
    if _names_a_thing(words, setting.book):
        return True
    plain = len(words) <= 2 and not set(words) & (setting.book.verbs | PRONOUNS | PEOPLE | TELLING | _NO_NAMES)
    return plain and bool(_OTHERWISE.search(text))


_OTHERWISE = re.compile(
    r"\bi said\b|\bi (?:want|need)$| instead\b|\brather (?:have|want|take)\b|\bprefer\b|\bi meant\b"
)
_NO_NAMES = word_set(
    "not to be do you i we he she they what that this it so no yes more less better hello hi hey thanks please stop "
    "good fine okay maybe later nothing something goodbye bye sorry enough never always"
)


def thing_alone(text: str, book: Rulebook) -> Slots | None:
    """The thing, if a sentence is nothing but its name: "The red one, please."."""
    if "," in text:
        text = _POLITE_TAIL.sub(" ", text)
    words = strip_openers(text).replace(",", "").split() if not text.startswith(_NAMING_NOTHING) else []
    words = words[1:] if words[:1] == ["only"] and words[1:2] and words[1] in DETERMINERS else words
    if not words or words[0] not in _BEGINS_NAME:
        return None
    if words[-2:-1] == ["with"] and words[-1] in PRONOUNS:
        words = words[: -4 if words[-4:-2] == ["to", "go"] else -2]  # "And a plate to go with it."
    words = words[:-2] if words[-2:] == ["as", "well"] else words
    while words and words[-1] in ("please", "thanks", "then", "coming", "now", "too", "also"):
        words.pop()
    if not 1 <= len(words) <= _MAX_WORDS - 1 or not _names_a_thing(words, book):
        return None
    phrase = object_phrase(words)
    return Slots(phrase) if phrase and is_thing(phrase, book) else None


def _names_a_thing(words: list[str], book: Rulebook) -> bool:
    """It begins as a name of a thing does, and has no verb that we know."""
    if not words or not _NOT_IN_NAME.isdisjoint(words[1:]):
        return False
    definite = words[0] in _LEADS_NAME and len(words) > 1
    attributive = words[0] in ADJECTIVES and (len(words) > 1)
    if not (definite or attributive or words[0] in BARE_ONES) or any(word in PEOPLE for word in words[:-1]):
        return False
    if any(before in BARE_ONES and word not in PREPOSITIONS for before, word in pairwise(words)):
        return False  # "That one sticks."
    if any(before.endswith("'s") and (word in IS_SO or word.endswith("ing")) for before, word in pairwise(words)):
        return False  # "The counter's soaking wet."
    return not any(word in book.plain_verbs and before not in _BEFORE_NOUN for before, word in pairwise(words))


_NAMING_NOTHING = ("good one", "nice one", "great one", "all set", "all sorted", "all done")
_LEADS_NAME = (DETERMINERS - {"it", "any", "some"}) | (NUMBERS - {"one"})
_BEGINS_NAME = _LEADS_NAME | ADJECTIVES | BARE_ONES
"""Words with which alone a name begins that is all that is said."""
_NOT_IN_NAME = (PREPOSITIONS - {"on", "with"}) | TELLING | PRONOUNS | {"the", "a", "an", "my"}
_BEFORE_NOUN = DETERMINERS | ADJECTIVES


def _place(words: list[str], setting: Setting) -> Slots | None:
    found = segments(["", *words])
    if (
        len(found) != 2
        or (phrase := object_phrase(found[1].words)) is None
        or (phrase in setting.book.verbs and len(found[1].words) == 1)
        or not is_thing(phrase, setting.book, place=True)
    ):
        return None
    if found[1].preposition in ("to", "for") and is_person(found[1].words, setting.names):
        return Slots(recipient=person(found[1].words, setting.names, setting.own))
    if found[1].preposition == "from":
        return Slots(source=phrase)
    return Slots(destination=phrase) if found[1].preposition in PUT_AT else None
