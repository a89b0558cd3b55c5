"""The simulated world: things in places, what can be reached, and what the hand holds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from creature_executor.errors import TaskError
from creature_executor.nearest import nearest_name
from creature_executor.task import Outcome
from creature_executor.things import Place, Thing
from creature_executor.words import (
    FILLERS,
    HERE,
    PEOPLE,
    PREPOSITIONS,
    PRONOUNS,
    Vocabulary,
    bare,
    split_place,
    split_words,
)


class World:
    """What is where, as the body knows it; changed only by what the body does."""

    def __init__(
        self,
        places: Sequence[Place],
        things: Mapping[str, tuple[Thing, str]],
        start: str,
        synonyms: Mapping[str, Sequence[str]] | None = None,
        active: Iterable[str] = (),
    ) -> None:
        """
        Args:
            places: All places.
            things: Thing and name of its place, by the thing's name.
            start: Name of the place where the body stands.
            synonyms: The world's own word to other words for it.
            active: Names of the things and places that are open, or on.
        """
        self._places = {place.name: place for place in places}
        self._things = {name: thing for name, (thing, _) in things.items()}
        self._where = {name: self._places[place] for name, (_, place) in things.items()}
        self._words = Vocabulary(synonyms or {}, self._places)
        self._sizes = {word for thing in self._things.values() for word in self._words.content(thing.size)}
        self._active = set(active)
        self._last: Thing | None = None
        self.held: Thing | None = None
        self.here: Place = self._places[start]

    @property
    def size(self) -> tuple[int, int]:
        """How many things and how many places there are."""
        return len(self._things), len(self._places)

    @property
    def things(self) -> dict[str, str]:
        """Every thing that can be taken, with the name of the place where it lies."""
        return {name: place.name for name, place in self._where.items() if not self._things[name].fixed}

    @property
    def places(self) -> tuple[str, ...]:
        """The names of the places that can be reached."""
        return tuple(place.name for place in self._places.values() if place.reachable)

    def is_active(self, one: Thing | Place) -> bool:
        """It is open, or on."""
        return one.name in self._active

    def set_active(self, one: Thing | Place, active: bool) -> None:
        """It has been opened or switched on (True), closed or switched off (False)."""
        (self._active.add if active else self._active.discard)(one.name)

    def where(self, thing: Thing) -> Place:
        """Where the thing lies (or was taken from, if it is held)."""
        return self._where[thing.name]

    def can_reach(self, thing: Thing) -> bool:
        """Whether the hand can get at it."""
        return thing == self.held or (thing.reachable and self.where(thing).reachable)

    def find(self, text: str, source: str = "") -> Thing:
        """The one thing that is meant by a person's words.

        "red cup", "the mug on the table", "the little one"; "it" (or nothing) is what is held, or was handled last.

        Raises:
            TaskError: UNKNOWN_OBJECT if there is none, AMBIGUOUS (naming them) if there are several.
        """
        wanted, where = split_place(text)
        words = self._words.content(wanted)
        if set(split_words(wanted)) <= PRONOUNS | HERE:
            return self._pronoun(text)
        found = self._matching(words)
        place = source or where
        if place and found:
            found = self._lying_at(found, wanted, self.find_place(place))
        if not found:
            raise TaskError(Outcome.UNKNOWN_OBJECT, self._no_such_thing(wanted, words))
        if len(found) > 1:
            raise TaskError(Outcome.AMBIGUOUS, f"there are several: {_names(found)}")
        return found[0]

    def find_place(self, text: str) -> Place:
        """The place that is meant; "here" is where the body stands, "next to the book" where the book is.

        Raises:
            TaskError: UNKNOWN_OBJECT or AMBIGUOUS.
        """
        said = set(split_words(text))
        words = self._words.content(text, FILLERS | PREPOSITIONS)
        if not words and said & HERE:
            return self.here
        for place in self._places.values():
            if words and words == self._words.content(place.name):
                return place
        near = [
            place for place in self._places.values() if words and set(words) <= set(self._words.content(place.name))
        ]
        if len(near) == 1:
            return near[0]
        return self._place_of_thing(text, words)

    def find_openable(self, text: str, source: str = "") -> Thing | Place:
        """What is to be opened or closed: a place's door, or a thing.

        Raises:
            TaskError: UNKNOWN_OBJECT or AMBIGUOUS.
        """
        words = self._words.content(text)
        doors = [place for place in self._places.values() if place.opens and words == self._words.content(place.name)]
        return doors[0] if doors else self.find(text, source)

    def find_all(self, text: str) -> list[Thing]:
        """Every thing that the words may mean.

        Raises:
            TaskError: UNKNOWN_OBJECT if there is none.
        """
        wanted, where = split_place(text)
        found = self._matching(self._words.content(wanted))
        return found if len(found) > 1 and not where else [self.find(text)]

    def is_person(self, text: str) -> bool:
        """Whether the words mean a person ("me"), not a place."""
        return bool(set(split_words(text)) & PEOPLE)

    def hold(self, thing: Thing) -> None:
        """The hand has closed around it."""
        self.held = self._last = thing

    def put(self, place: Place) -> None:
        """What was held now lies there."""
        if self.held is not None:
            self._where[self.held.name] = place
        self.held = None

    def hand_over(self) -> None:
        """A person has taken what was held.

        Nobody tells the simulated body what people do with things: they count as put back where they were.
        """
        self.held = None

    def go(self, place: Place) -> None:
        """The body now stands there."""
        self.here = place

    def _pronoun(self, text: str) -> Thing:
        meant = self.held or self._last
        if meant is None:
            said = f"what '{text.strip()}' is" if text.strip() else "which object is meant"
            raise TaskError(Outcome.UNKNOWN_OBJECT, f"it is not clear {said}")
        return meant

    def _matching(self, words: tuple[str, ...]) -> list[Thing]:
        exact = [thing for thing in self._things.values() if words and words == self._words.content(thing.name)]
        return exact or [thing for thing in self._things.values() if words and self._fits(thing, words)]

    def _fits(self, thing: Thing, words: tuple[str, ...]) -> bool:
        has = set(self._words.content(thing.text))
        # A size says nothing about a thing whose size the world does not give.
        return set(words) - (set() if thing.size else self._sizes) <= has and bool(has & set(words))

    def _lying_at(self, things: list[Thing], text: str, place: Place) -> list[Thing]:
        found = [thing for thing in things if self.where(thing) == place or thing == self.held]
        if not found:
            places = ", ".join(dict.fromkeys(self.where(thing).where for thing in things))
            message = f"there is no {bare(text)} {place.where}, but {places}"
            raise TaskError(Outcome.UNKNOWN_OBJECT, message)
        return found

    def _no_such_thing(self, text: str, words: tuple[str, ...]) -> str:
        missing = f"there is no {bare(text)} here"
        spoken = {name: self._words.spoken(self._words.content(thing.text)) for name, thing in self._things.items()}
        meant = nearest_name(words, spoken)
        if meant:
            return f"{missing}; did you mean the {meant}?"
        alike = self._matching(words[-1:])
        return f"{missing}; there is: {_names(alike)}" if alike else missing

    def _place_of_thing(self, text: str, words: tuple[str, ...]) -> Place:
        found = self._matching(words)
        if not found:
            raise TaskError(Outcome.UNKNOWN_OBJECT, f"no place called '{text.strip()}' is known")
        if len({self.where(thing) for thing in found}) > 1:
            raise TaskError(Outcome.AMBIGUOUS, f"there are several: {_names(found)}")
        return self.where(found[0])


def _names(things: Iterable[Thing]) -> str:
    return ", ".join(thing.name for thing in things)
