"""Whether words name a place: "to the table", "from dining room to sink", "drawer number three"."""

from __future__ import annotations

from collections.abc import Sequence

from creature_intent.deeds.slots import Segment, head_noun
from creature_intent.grammar.lexicon import NUMBERS, POSSESSIVE_OR_DEFINITE, word_set
from creature_intent.grammar.rulebook import Rulebook


def ends_at_place(segment: Segment) -> bool:
    """ "to the table" or "to Anna's room", not "to drink"."""
    first = segment.words[0] if segment.words else ""
    return first in POSSESSIVE_OR_DEFINITE | {"a", "an"} or first.endswith("'s") or first in ("bed", "one")


def is_fixed_place(segment: Segment, book: Rulebook) -> bool:
    """ "from dining room to sink": without articles, as lists and hasty speech have it."""
    *before, last = segment.words
    while len(before) > 1 and (before[-1] in NUMBERS | _DIGITS or before[-1].isdigit()):
        last = before.pop()  # "room two oh six"
    is_numbered = bool(before) and (last in NUMBERS | _DIGITS or last[:1].isdigit() or len(last) == 1)
    before = before[:-1] if before[1:] and before[-1] == "number" else before  # "drawer number three"
    noun = before[-1] if is_numbered else last
    nouns = book.nouns
    return noun in nouns["fixed"] or noun in nouns["machines"] or (is_numbered and noun in _NUMBERED)


def leads_from(found: Sequence[Segment], book: Rulebook) -> bool:
    """ "[bring] the milk from the fridge on the table": of two places the last is where it goes."""
    if len(found) < 3 or found[1].preposition not in ("from", "off", "out_of") or not found[2].words:
        return False
    is_near = found[2].words[-1] in book.nouns["fixed"]
    return found[2].preposition == "on" or (found[2].preposition == "in" and is_near)


def lying_beside(found: Sequence[Segment]) -> list[Segment]:
    """ "[pick up] the knife to the left of the bread": where it lies; what is taken may as well go there."""
    return [Segment("at", one.words) if one.preposition == "to" and one.words[1:3] in _SIDES else one for one in found]


_SIDES = (("left", "of"), ("right", "of"))
_DIGITS = word_set("oh zero twenty thirty forty fifty sixty seventy eighty ninety hundred thirteen fourteen fifteen")
_NUMBERED = word_set(
    "room ward bed table flat floor desk bay apartment lab office gate counter workbench bench dock line level seat "
    "cabin shelf rack bin drawer station hall box stall row unit suite building house locker cell window door hatch "
    "cabinet cupboard compartment platform hangar warehouse classroom theatre till coach carriage lane pen aisle"
)
"""What is told by its number: "take it to flat nine"."""


_PASSAGES = word_set("door doors gate gates window windows hatch skylight garage")


def without_purpose(thing: str, book: Rulebook) -> str:
    """ "the gate for the van", "the curtains for your nap": a passage is no other one by what it is opened for."""
    head = head_noun(thing)
    return thing.partition(" for ")[0] if head in _PASSAGES or head in book.nouns["shades"] else thing
