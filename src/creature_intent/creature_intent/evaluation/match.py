"""Pairs what was found in a turn with what is meant in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import IntEnum

from creature_intent.acts import Slots
from creature_intent.evaluation.compare import same, same_head, several
from creature_intent.evaluation.data import ACT, Expected
from creature_intent.evaluation.runner import Found

# What a task without an object is about.
_ABOUT = {"MOVE_TO": "destination", "GUIDE": "destination", "FOLLOW": "recipient"}


class Likeness(IntEnum):
    """How much a found act is like a meant one."""

    NONE = 0
    KIND = 1
    """The same kind of act, another intent."""
    INTENT = 2
    """The same kind and intent, another object."""
    NOUN = 3
    """The same kind, intent and head noun of the object."""
    FULL = 4
    """The same kind, intent and object."""


@dataclass(frozen=True)
class Pair:
    """A meant act and the found one that is most like it; one of them is None where it has no counterpart."""

    expected: Expected | None
    found: Found | None
    likeness: Likeness = Likeness.NONE


def pairs(expected: Sequence[Expected], found: Sequence[Found]) -> list[Pair]:
    """Pairs of one turn, the most alike first; several objects of one act are several acts on both sides."""
    wanted = [part for act in expected for part in meant_parts(act)]
    there = _found_parts(found)
    result: list[Pair] = []
    while wanted and there:
        best = max(
            (Pair(want, one, likeness(want, one)) for want in wanted for one in there), key=lambda pair: _rank(pair)
        )
        if best.likeness == Likeness.NONE or best.expected is None or best.found is None:
            break
        wanted.remove(best.expected)
        there.remove(best.found)
        result.append(best)
    return [*result, *(Pair(want, None) for want in wanted), *(Pair(None, one) for one in there)]


def likeness(expected: Expected, found: Found) -> Likeness:
    """How much a found act is like a meant one."""
    act = found.act
    if expected.kind != act.kind.name:
        return Likeness.NONE
    if expected.kind == "CANCEL":
        return Likeness.FULL
    if not _one_of(act.intent, expected.intent):
        return Likeness.KIND
    return object_likeness(expected, act.intent, act.slots)


def meant_parts(act: Expected) -> list[Expected]:
    """The act, or one for each of its objects."""
    if "|" in act.object:
        return [act]
    return [replace(act, object=part) for part in several(act.object)]


def names_of(pair: Pair) -> tuple[str, str]:
    """The kind and the intent under which a pair is counted: the meant ones, else the found ones."""
    act = pair.found.act if pair.found else None
    if pair.expected is None:
        return (act.kind.name, act.intent) if act else ("", "")
    meant = pair.expected.intent
    if act is not None and _one_of(act.intent, meant):
        return pair.expected.kind, act.intent
    return pair.expected.kind, meant.split("|")[0]


def object_likeness(expected: Expected, intent: str, slots: Slots) -> Likeness:
    """How much the thing that the task is about is the expected one: the object, or where to go, whom to follow."""
    slot = _ABOUT.get(intent, "object")
    if same(getattr(expected, slot), getattr(slots, slot)):
        return Likeness.FULL
    return Likeness.NOUN if same_head(getattr(expected, slot), getattr(slots, slot)) else Likeness.INTENT


def pending_likeness(expected: Expected, intent: str, slots: Slots) -> Likeness:
    """How much a pending task is the expected one."""
    return object_likeness(expected, intent, slots) if _one_of(intent, expected.intent) else Likeness.NONE


def _rank(pair: Pair) -> tuple[int, bool, bool]:
    """Of pairs equally alike those that have to be found, and that are acted on, come first."""
    must = pair.expected is not None and not pair.expected.optional
    return (
        pair.likeness,
        must,
        pair.expected is not None and pair.found is not None and (pair.expected.tier == pair.found.tier),
    )


def _one_of(name: str, expected: str) -> bool:
    return expected == "*" or name in expected.split("|")


def _found_parts(found: Sequence[Found]) -> list[Found]:
    """The acts, those of several objects taken apart, those said twice in a turn once."""
    parts: list[Found] = []
    for one in found:
        for thing in several(one.act.slots.object):
            part = replace(one, act=one.act.but(slots=replace(one.act.slots, object=thing)))
            before = next((at for at, other in enumerate(parts) if _says_the_same(part, other)), None)
            if before is None:
                parts.append(part)
            elif part.tier == ACT:
                parts[before] = part  # What was hinted at first is asked for.
    return parts


def _says_the_same(one: Found, other: Found) -> bool:
    return (one.act.kind, one.act.intent, one.act.slots) == (other.act.kind, other.act.intent, other.act.slots)
