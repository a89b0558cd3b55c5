"""A task for the body, and what becomes of it."""

from __future__ import annotations

from dataclasses import dataclass

from creature_intent.acts import FOLLOW, Slots

OK = "ok"
UNKNOWN_OBJECT = "unknown_object"
AMBIGUOUS = "ambiguous"
UNREACHABLE = "unreachable"
REFUSED = "refused"
CANCELED = "canceled"
FAILED = "failed"
OUTCOMES = (OK, UNKNOWN_OBJECT, AMBIGUOUS, UNREACHABLE, REFUSED, CANCELED, FAILED)

PHASE_QUEUED = "queued"
PHASE_WAITING = "waiting"
PHASE_SENT = "sent"
PHASE_CANCELING = "canceling"
PHASE_DONE = "done"

ENDLESS = frozenset({FOLLOW})
"""Tasks that go on until something else is wanted."""


@dataclass(frozen=True)
class Goal:
    """What is to be done, and the words that led to it."""

    intent: str
    slots: Slots
    utterance: str = ""

    def same_as(self, other: Goal | None) -> bool:
        """The other goal asks for the same deed."""
        return other is not None and (self.intent, self.slots) == (other.intent, other.slots)


@dataclass(frozen=True)
class Progress:
    """A state of a goal on its way; the last one, and only the last, has an outcome.

    Attributes:
        goal_id: Hexadecimal UUID.
        phase: "queued" (behind others), "waiting" (for a body), "sent", the executor's own phases, "canceling", "done".
        progress: 0 to 1, of the whole task.
        outcome: One of OUTCOMES, or empty while the goal is on its way.
        message: What happened, in words.
    """

    goal_id: str
    goal: Goal
    phase: str
    progress: float = 0.0
    outcome: str = ""
    message: str = ""
