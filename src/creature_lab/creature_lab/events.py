"""What is received from a running creature, as plain values.

Units: `at_s` is when it arrived here, on a monotonic clock; `frame` is the index of the voice's frame (80 ms).
"""

from __future__ import annotations

from dataclasses import dataclass

from creature_voice.frame import Samples

USER = "user"
CREATURE = "creature"


@dataclass(frozen=True)
class Piece:
    """A piece of the conversation's text; `speaker` is USER or CREATURE."""

    at_s: float
    seq: int
    frame: int
    speaker: str
    text: str
    final: bool


@dataclass(frozen=True)
class SpokenFrame:
    """One frame of the creature's voice; samples float32, shape [1920]."""

    at_s: float
    frame: int
    samples: Samples


@dataclass(frozen=True)
class VoiceSample:
    """What the voice does in one frame; the two counters run since the voice was activated."""

    at_s: float
    frame: int
    speaking: bool
    user_speaking: bool
    thinking: bool
    interruptions: int
    backchannels: int


@dataclass(frozen=True)
class IntentEvent:
    """What words meant for the creature's hands; the fields of creature_msgs/TaskIntent, kind by name."""

    at_s: float
    kind: str
    speaker: str
    intent: str
    object: str
    source: str
    destination: str
    recipient: str
    utterance: str
    confidence: float
    reason: str
    tier: str = "ACT"


@dataclass(frozen=True)
class TaskEvent:
    """One state of one task; `outcome` is empty while it runs, progress is 0 to 1."""

    at_s: float
    goal_id: str
    intent: str
    object: str
    destination: str
    phase: str
    progress: float
    outcome: str
    message: str


@dataclass(frozen=True)
class Feeling:
    """What the creature feels; valence and arousal -1 to 1, intensity 0 to 1."""

    at_s: float
    state: str
    emotion: str
    valence: float
    arousal: float
    intensity: float
    cause: str


@dataclass(frozen=True)
class Status:
    """One row of /diagnostics."""

    at_s: float
    name: str
    values: dict[str, str]
