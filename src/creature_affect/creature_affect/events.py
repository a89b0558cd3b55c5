"""What happens to the creature, as far as its feelings are concerned. No ROS here."""

from __future__ import annotations

from dataclasses import dataclass

# Kinds of intents; each is an event of the affect map.
ASKED, PROMISED, CORRECTED, CALLED_OFF = "asked", "promised", "corrected", "called_off"


@dataclass(frozen=True)
class Voice:
    """What the voice does in one frame; the counts are since its activation."""

    speaking: bool = False
    user_speaking: bool = False
    thinking: bool = False
    interruptions: int = 0
    backchannels: int = 0


@dataclass(frozen=True)
class TaskNews:
    """A task has moved on.

    Attributes:
        goal: Which one.
        intent, object, destination: What it is about.
        outcome: Empty while it runs; then ok, unknown_object, ambiguous, ...
        message: What happened, in words.
        age_s: How long ago it happened; old outcomes are known without being felt.
    """

    goal: str
    intent: str = ""
    object: str = ""
    destination: str = ""
    outcome: str = ""
    message: str = ""
    age_s: float = 0.0


@dataclass(frozen=True)
class IntentHeard:
    """Words meant something for the creature's hands; `kind` is asked, promised, corrected or called_off."""

    kind: str
    intent: str
    utterance: str = ""


Event = Voice | TaskNews | IntentHeard
