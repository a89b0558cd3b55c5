"""The affect map: states, what they feel like, and what leads to them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

IDLE = "idle"
# Names of hri_msgs/Expression.
EMOTIONS = (
    *("neutral", "angry", "sad", "happy", "surprised", "disgusted", "scared", "pleading", "vulnerable", "despaired"),
    *("guilty", "disappointed", "embarrassed", "horrified", "skeptical", "annoyed", "furious", "suspicious"),
    *("rejected", "bored", "tired", "asleep", "confused", "amazed", "excited"),
)
CONDITIONS = ("user_speaking", "thinking", "speaking", "task_running", "left_alone", "quiet")
EVENTS = (
    "interrupted",
    "asked",
    "promised",
    "corrected",
    "called_off",
    "task_ok",
    "task_unknown_object",
    "task_ambiguous",
    "task_unreachable",
    "task_refused",
    "task_canceled",
    "task_failed",
)


@dataclass(frozen=True)
class Look:
    """A feeling: valence and arousal -1 to 1, intensity 0 to 1, the emotion's name, and why (a template)."""

    emotion: str
    valence: float
    arousal: float
    intensity: float
    cause: str


@dataclass(frozen=True)
class Stage:
    """What a state turns into when it has lasted `after_s`."""

    after_s: float
    look: Look


@dataclass(frozen=True)
class State:
    """A state of the machine; config/affect.yaml says what each field does. Times are in seconds."""

    name: str
    look: Look
    priority: float
    dwell_s: float = 0.0
    linger_s: float = 0.0
    rest_s: float = 0.0
    hold_s: float = 0.0
    afterglow_s: float = 0.0
    mood: bool = False
    calm_s: float = 0.0
    glide_s: float = 0.4
    later: tuple[Stage, ...] = ()


@dataclass(frozen=True)
class Transition:
    """What leads to a state, and how it then feels. An empty `sources` means: from any state."""

    on: str
    to: str
    look: Look
    after_s: float = 0.0
    sources: tuple[str, ...] = ()

    def allowed_from(self, state: str) -> bool:
        """Whether it leads out of the state (staying in its own is always allowed)."""
        return not self.sources or state in self.sources or state == self.to


@dataclass(frozen=True)
class AffectMap:
    """All states by name, all transitions, and the share of an afterglow down to which it names the emotion."""

    states: Mapping[str, State]
    transitions: tuple[Transition, ...]
    shown_above: float

    @property
    def idle(self) -> State:
        """The state that everything decays to."""
        return self.states[IDLE]
