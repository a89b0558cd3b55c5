"""What is said of a way besides where it ends: "right over", "across the room"."""

from __future__ import annotations

from creature_intent.deeds.slots import Segment
from creature_intent.grammar.lexicon import DETERMINERS, word_set


def without_passing(found: list[Segment]) -> list[Segment]:
    """ "across the room to the table": what is passed on the way is not where it ends."""
    goal = next((at for at, segment in enumerate(found) if segment.preposition in ("to", "towards", "into")), 0)
    passed = found[1:goal]
    if not goal or any(segment.preposition not in _PASSING or not segment.words for segment in passed):
        return found
    return [found[0], *found[goal:]]


ROOMS = word_set(
    "kitchen bathroom bedroom hall hallway corridor lobby pantry cellar basement attic loft nursery lounge garage "
    "laundry landing foyer study workshop ward lab storeroom yard courtyard greenhouse shed lift elevator room "
    "garden balcony terrace office library barn house toilet restroom conservatory den"
)
"""Where people are led, and what is gone over by those who mean "over to"."""
_PASSING = ("across", "through", "past", "along", "around", "by", "from")


def without_softening(rest: list[str]) -> list[str]:
    """ "right over to the door"; but "the right lamp" and "on your right" keep their side."""
    return [
        word
        for at, word in enumerate(rest)
        if not (word in _FILLERS or (word in _ON_TO and rest[at + 1 : at + 2] in (["to"], ["into"])))
        or (at and rest[at - 1] in DETERMINERS)
    ]


_FILLERS = word_set("back straight right over down up out directly along")
_ON_TO = word_set("through on round across further")
