"""What the creature has before it when it answers: the world, the memory, the words heard."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from creature_voice.brains.abilities import EVERYTHING, Abilities
from creature_voice.brains.memory import Answer, Memory
from creature_voice.brains.noun import Noun, Spot, read_noun
from creature_voice.brains.wording import Wording
from creature_voice.brains.words import an, turn
from creature_voice.brains.world import Item, World


@dataclass(frozen=True)
class Scene:
    """Everything that an answer is made from.

    Attributes:
        heard: The words as they were heard.
        clauses: The same in normal form, cut into clauses.
        name: The creature's name.
        abilities: What the body can do.
    """

    heard: str
    clauses: tuple[str, ...]
    name: str
    world: World
    memory: Memory
    wording: Wording
    abilities: Abilities = EVERYTHING

    def say(self, *sentences: str, **remember: Any) -> Answer:
        """An answer of these sentences, and what to remember of it (fields of Answer)."""
        spoken = tuple(sentence for sentence in sentences if sentence)
        return Answer(spoken, used=self.wording.picked, **remember)

    def where(self, item: Item) -> str:
        """Where an object is, as far as is known: "on the table", "in my hand", or empty."""
        if item.name == self.memory.held:
            return "in my hand"
        return self.memory.moved.get(item.name) or self.world.at(item.place)

    def last_item(self) -> Item | None:
        """The object spoken of last, if the world has it."""
        noun = read_noun(self.memory.thing)
        items = self.world.find(noun) if noun is not None and not noun.pronoun else ()
        return items[0] if len(items) == 1 else None

    def candidates(self, noun: Noun, source: Spot | None = None, fetching: bool = False) -> tuple[Item, ...]:
        """The objects that a noun phrase may mean; what was spoken of last wins over others of its kind.

        Args:
            noun: The words for it.
            source: Where it is said to be.
            fetching: It is to be fetched, so what the person or the hand has already does not win.
        """
        if noun.pronoun:
            item = self.last_item()
            return (item,) if item else ()
        items = self.world.find(noun)
        last = self.last_item()
        if noun.one and last is not None:
            items = tuple(item for item in items or self.world.of_kind(last.kind) if item.kind == last.kind) or items
        if source is not None and len(items) > 1:
            items = tuple(item for item in items if source.noun.words in self.where(item)) or items
        fetched = fetching and last is not None and self.where(last).startswith(("in my hand", "with"))
        if last is not None and last in items and not noun.one and not noun.many and not fetched:
            return (last,)
        return items


def the(item: Item, noun: Noun | None = None) -> str:
    """An object as the creature names it: "the red cup", "your book" where it was "my book"."""
    owned = noun is not None and noun.det in ("my", "your", "his", "her", "our", "their")
    return f"{turn(noun.det) if noun and owned else 'the'} {item.name}"


def a(item: Item) -> str:
    """An object named for the first time: "a red cup", "keys"."""
    return item.name if item.plural else an(item.name)


def choice(items: tuple[Item, ...], places: dict[str, str]) -> list[str]:
    """Objects told apart: by colour, else by size or other words, else by place."""
    by_word = [_distinct(item, items) for item in items]
    if all(by_word):
        return [f"the {word} one" for word in by_word]
    if len({places[item.name] for item in items}) == len(items):
        return [f"the one {places[item.name]}" for item in items]
    return [the(item) for item in items]


def _distinct(item: Item, items: tuple[Item, ...]) -> str:
    others: set[str] = set().union(*(other.words | {other.colour} for other in items if other is not item))
    first = item.name.split()[0]
    for word in (item.colour if item.colour in item.name else "", first if first != item.kind else "", item.colour):
        if word and word not in others:
            return word
    return ""
