"""The small world that the creature knows: places, and objects with a kind, a colour and a place."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import yaml

from creature_voice.brains.noun import COLOURS, Noun
from creature_voice.brains.words import singular, word_set

_SURFACES = word_set(
    "table shelf desk counter floor chair sofa couch bed tray mat rack stand bench worktop sideboard stove plate"
)
_BESIDE = word_set("door window entrance exit stairs wall lamp charger station")
_PLAIN = {
    "bigger": "big", "biggest": "big", "larger": "big", "largest": "big", "smaller": "small", "smallest": "small",
    "tiny": "small", "little": "small", "large": "big", "huge": "big",
}  # fmt: skip
_PEOPLE = frozenset({"user", "you", "me"})


class WorldError(ValueError):
    """The world file cannot be read; the message says where and what to do."""


@dataclass(frozen=True)
class Item:
    """An object of the world.

    Attributes:
        name: How it is called ("red cup").
        kind: What it is ("cup").
        colour: Its colour, or empty.
        place: The name of the place where it was put first ("table"), or empty.
        words: Every word that may stand before its kind ("red", "small").
        reachable: Whether the body can get at it, as far as the file says.
    """

    name: str
    kind: str
    colour: str = ""
    place: str = ""
    words: frozenset[str] = frozenset()
    reachable: bool = True

    @property
    def plural(self) -> bool:
        """It is spoken of as many ("the keys are")."""
        return self.name.endswith("s") and not self.name.endswith("ss")

    def fits(self, noun: Noun) -> bool:
        """Whether the noun phrase may mean this object."""
        if noun.words == self.name:
            return True
        adjectives = set(noun.adjectives)
        if not adjectives <= self.words | {self.kind}:
            return False
        if noun.one or noun.head == "thing":
            return bool(adjectives)
        return noun.head in (self.kind, self.name.split()[-1])


@dataclass(frozen=True)
class Place:
    """A place of the world: its name, how one says that something is there, whether the body gets there."""

    name: str
    prep: str = ""
    reachable: bool = True

    @property
    def spoken(self) -> str:
        """The place as an answer to "where": "on the table"."""
        return f"{self.prep or _prep(self.name)} the {self.name}"


@dataclass(frozen=True)
class World:
    """What there is. Empty where no file was given."""

    items: tuple[Item, ...] = ()
    places: tuple[Place, ...] = ()
    synonyms: Mapping[str, str] = field(default_factory=dict)

    def find(self, noun: Noun) -> tuple[Item, ...]:
        """The objects that fit; one that carries the very name wins."""
        meant = replace(noun, words=self.proper(noun.words))
        fitting = tuple(item for item in self.items if item.fits(meant))
        exact = tuple(item for item in fitting if item.name == meant.words)
        return exact if len(exact) == 1 else fitting

    def item(self, name: str) -> Item | None:
        """The object of that name."""
        return next((item for item in self.items if item.name == name), None)

    def of_kind(self, word: str) -> tuple[Item, ...]:
        """The objects of a kind."""
        word = self.proper(word)
        return tuple(item for item in self.items if word in (item.kind, item.name, item.name.split()[-1]))

    def place(self, words: str) -> Place | None:
        """The place that is called so; the longest name that fits."""
        words = self.proper(words)
        fitting = [place for place in self.places if words == place.name or words.endswith(f" {place.name}")]
        return max(fitting, key=lambda place: len(place.name), default=None)

    def at(self, place: str) -> str:
        """A place's name as an answer to "where": "on the table"; empty for none."""
        known = next((entry for entry in self.places if entry.name == place), Place(place))
        return known.spoken if place else ""

    def proper(self, words: str) -> str:
        """The words with synonyms replaced by what the world calls them; its own names are left whole."""
        if any(words == name or words.endswith(f" {name}") for name in self._names()):
            return words
        return " ".join(self.synonyms.get(singular(word), _PLAIN.get(word, word)) for word in words.split())

    def _names(self) -> list[str]:
        return [*(item.name for item in self.items), *(place.name for place in self.places)]

    def knows(self, words: str) -> bool:
        """Whether a noun is one of its kinds, names or places."""
        word = self.proper(singular(words))
        return bool(self.of_kind(word)) or any(word == place.name for place in self.places)


def _prep(place: str) -> str:
    head = place.split()[-1] if place else ""
    return "on" if head in _SURFACES else "by" if head in _BESIDE else "in"


def load_world(path: str) -> World:
    """The world of a YAML file (`places:` and `objects:`, each a list of names or of mappings with a `name`).

    Raises:
        WorldError: if the file cannot be read or is no such list. An empty path is an empty world.
    """
    if not path:
        return World()
    try:
        data = yaml.safe_load(Path(path).read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise WorldError(f"world_file '{path}' cannot be read ({error}); give a YAML file, or '' for none") from error
    if not isinstance(data, Mapping):
        raise WorldError(f"world_file '{path}' must hold `objects:` and `places:`, see config/world.yaml")
    data = data.get("world", data) if isinstance(data.get("world"), Mapping) else data
    places = tuple(
        Place(_name(entry), str(entry.get("preposition") or ""), bool(entry.get("reachable", True)))
        for entry in _entries(data.get("places"), path)
    )
    items = tuple(_item(entry) for entry in _entries(data.get("objects"), path))
    return World(items, tuple(place for place in places if place.name not in _PEOPLE), _synonyms(data.get("synonyms")))


def _synonyms(section: object) -> dict[str, str]:
    """ "cup: [mug, beaker]" as mug -> cup, beaker -> cup."""
    if not isinstance(section, Mapping):
        return {}
    pairs = ((words if isinstance(words, list) else [words], str(name).lower()) for name, words in section.items())
    return {str(word).lower(): name for words, name in pairs for word in words}


def _name(entry: Mapping[str, Any]) -> str:
    return " ".join(str(entry["name"]).lower().replace("_", " ").split())


def _entries(section: object, path: str) -> Iterable[Mapping[str, Any]]:
    if isinstance(section, Mapping):
        section = [{"name": name, **(rest if isinstance(rest, Mapping) else {})} for name, rest in section.items()]
    if section is None:
        return []
    if not isinstance(section, list):
        raise WorldError(f"world_file '{path}': `objects` and `places` must be lists")
    entries = [entry if isinstance(entry, Mapping) else {"name": str(entry)} for entry in section]
    for entry in entries:
        if not str(entry.get("name", "")).strip():
            raise WorldError(f"world_file '{path}': every object and place needs a `name`; this one has none: {entry}")
    return entries


def _item(entry: Mapping[str, Any]) -> Item:
    name = _name(entry)
    kind = str(entry.get("kind") or name.split()[-1]).lower()
    colour = str(
        entry.get("colour") or entry.get("color") or next((w for w in name.split() if w in COLOURS), "")
    ).lower()
    texts = [value for key, value in entry.items() if isinstance(value, str) and key not in ("name", "place")]
    words = frozenset(word for text in [*texts, name] for word in text.lower().split()) - {kind}
    place = entry.get("place") or entry.get("at") or ""
    return Item(
        name,
        kind,
        colour,
        " ".join(str(place).lower().replace("_", " ").split()),
        words,
        bool(entry.get("reachable", True)),
    )
