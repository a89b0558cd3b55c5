"""What "it", "the green one" and "there" point at: the thing and the place that were last named, by either speaker."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from creature_intent.acts import USER, Slots
from creature_intent.lexicon import (
    ABSTRACT,
    BARE_ONES,
    DETERMINERS,
    FAR_PLACES,
    NOT_IN_OBJECT,
    PEOPLE,
    PREPOSITIONS,
    PRONOUNS,
    word_set,
)
from creature_intent.slots import head_noun

_STOPS = NOT_IN_OBJECT | PREPOSITIONS | DETERMINERS | PRONOUNS | word_set('and or but , " you he she it they i')
_MAX_WORDS = 4
_DEICTIC = frozenset({USER, "here", "there"})


@dataclass
class Topic:
    """The last named object and place; empty until one is named."""

    object: str = ""
    place: str = ""

    def forget(self) -> None:
        """Nothing that was named counts any more."""
        self.object = self.place = ""

    def resolve(self, slots: Slots) -> tuple[Slots, bool]:
        """The slots with pronouns replaced, and whether the object was named in the words themselves."""
        thing, named = self._thing(slots.object)
        destination = slots.destination
        if destination in PRONOUNS or destination == "there":
            destination = self.place or self.object or destination
        return Slots(thing, slots.source, destination, slots.recipient), named

    def _thing(self, phrase: str) -> tuple[str, bool]:
        if phrase in PRONOUNS or phrase in BARE_ONES:
            return self.object, False
        words = phrase.split()
        if words and words[-1] in BARE_ONES:
            noun = head_noun(self.object)
            return " ".join([*words[:-1], noun]) if noun else phrase, True
        return phrase, bool(phrase)

    def name(self, slots: Slots) -> None:
        """A task was spoken of: its object and its place are what was last named."""
        if slots.object and slots.object.split()[-1] not in BARE_ONES:
            self.object = slots.object
        place = slots.destination or slots.source
        if place and place not in _DEICTIC:
            self.place = place

    def hear(self, words: Sequence[str]) -> None:
        """Remember the last thing mentioned in a sentence: "there's a red cup on the table" is about the cup."""
        for index, word in enumerate(words):
            before = words[index - 1] if index else ""
            if word in DETERMINERS and before not in PREPOSITIONS:
                thing = _thing_at(words, index + 1)
                if thing:
                    self.object = thing


def _thing_at(words: Sequence[str], index: int) -> str:
    found: list[str] = []
    for word in words[index : index + _MAX_WORDS + 1]:
        if word in _STOPS:
            break
        found.append(word)
    last = found[-1] if found else ""
    if len(found) > _MAX_WORDS or last in ABSTRACT | PEOPLE | BARE_ONES | FAR_PLACES:
        return ""
    return " ".join(found)
