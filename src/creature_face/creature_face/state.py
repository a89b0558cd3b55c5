"""What the page is told, as values: the state and the captions that docs/face-wire.md lists."""

from __future__ import annotations

import math
from dataclasses import dataclass

GESTURE_NOD = "nod"
SPEAKER_USER = "user"
SPEAKER_CREATURE = "creature"


@dataclass(frozen=True)
class FeelingView:
    """What the creature feels, ranges as in creature_msgs/Affect."""

    state: str = "idle"
    emotion: str = "neutral"
    valence: float = 0.0
    arousal: float = 0.0
    intensity: float = 0.0
    cause: str = ""


@dataclass(frozen=True)
class VoiceView:
    """What the voice does in one frame, as in creature_msgs/VoiceState."""

    speaking: bool = False
    listening: bool = False
    thinking: bool = False
    backchannels: int = 0


@dataclass(frozen=True)
class PieceView:
    """A piece of the conversation's text, as in creature_msgs/TextToken; `speaker` as in CaptionView."""

    speaker: str
    text: str
    final: bool


@dataclass(frozen=True)
class CaptionView:
    """What one speaker has said of a sentence until now.

    Attributes:
        speaker: SPEAKER_USER or SPEAKER_CREATURE.
        text: The sentence so far, or its end where it is long.
        final: It is complete.
    """

    speaker: str
    text: str
    final: bool


@dataclass(frozen=True)
class TaskView:
    """The current or last task, as in creature_msgs/TaskState."""

    goal_id: str
    intent: str
    object: str
    phase: str
    progress: float
    outcome: str
    message: str


@dataclass(frozen=True)
class FaceState:
    """One state message.

    Attributes:
        mouth: How open the mouth is, 0..1.
        gesture: A short movement to make once; empty for none.
        frame: Index of the frame of speech that `mouth` belongs to; None before the first.
        at: When that frame was spoken, ms on the bridge's clock.
    """

    feeling: FeelingView = FeelingView()
    mouth: float = 0.0
    speaking: bool = False
    listening: bool = False
    thinking: bool = False
    gesture: str = ""
    frame: int | None = None
    at: float | None = None
    task: TaskView | None = None


def within(value: float, low: float, high: float) -> float:
    """The value, clamped and rounded to what can be seen; 0 (or what is nearest to it) for one that is no number."""
    if not math.isfinite(value):
        value = 0.0
    return round(min(high, max(low, value)), 3)
