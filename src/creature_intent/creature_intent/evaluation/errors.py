"""What went wrong, in words, the worst first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from creature_intent.acts import Slots, deed_words
from creature_intent.evaluation.compare import same
from creature_intent.evaluation.data import ACT, SLOTS, Expected, Item
from creature_intent.evaluation.match import Likeness, Pair
from creature_intent.evaluation.runner import Outcome

CLASSES = ("false fire", "wrong", "missed", "not meant", "slot", "pending")
"""From the worst on. "not meant": found beside what was meant in the same turn."""


@dataclass(frozen=True)
class Mistake:
    """A mistake.

    Attributes:
        what: One of CLASSES.
        turn: Index of the turn.
        detail: What was meant and what was found.
        weight: The more, the worse, within its class: how sure it was.
    """

    what: str
    item: Item
    turn: int
    detail: str
    weight: float


def mistakes_of(item: Item, turn: int, matched: Sequence[Pair], is_talk: bool) -> list[Mistake]:
    """The mistakes in the pairs of a turn."""
    found = []
    for pair in matched:
        what = _class_of(pair, is_talk)
        if what:
            weight = pair.found.act.confidence if pair.found else 0.0
            found.append(Mistake(what, item, turn, _detail(pair), weight))
    return found


def pending_mistake(outcome: Outcome) -> Mistake:
    """The tasks at the end are not the right ones."""
    meant = ", ".join(_meant_words(task) for task in outcome.item.pending or ()) or "none"
    there = ", ".join(_words("", goal.intent, goal.slots) for goal in outcome.pending) or "none"
    return Mistake(
        "pending", outcome.item, len(outcome.item.turns) - 1, f"at the end, meant {meant}; found {there}", 0.0
    )


def _class_of(pair: Pair, is_talk: bool) -> str:
    expected, found = pair.expected, pair.found
    is_act = found is not None and found.tier == ACT
    if is_talk and is_act and not (expected and expected.optional):
        return "false fire"
    if expected is None:
        return "not meant" if is_act else ""
    if expected.optional or is_talk:
        return ""
    if found is None or not is_act:
        return "missed"
    if pair.likeness < Likeness.NOUN:
        return "wrong"
    slots = found.act.slots
    wrong = expected.kind != "CANCEL" and any(not same(getattr(expected, slot), getattr(slots, slot)) for slot in SLOTS)
    return "slot" if wrong else ""


def _detail(pair: Pair) -> str:
    meant = f"meant {_meant_words(pair.expected)}" if pair.expected else ""
    found = pair.found
    there = ""
    if found is not None:
        act = found.act
        there = (
            f"found {found.tier} {_words(act.kind.name, act.intent, act.slots)} ({act.confidence:.2f}: {act.reason})"
        )
    return "; ".join(part for part in (meant, there) if part)


def _meant_words(task: Expected) -> str:
    return _words(task.kind, task.intent, Slots(task.object, task.source, task.destination, task.recipient))


def _words(kind: str, intent: str, slots: Slots) -> str:
    return f"{kind} {deed_words(intent, slots)}".strip()
