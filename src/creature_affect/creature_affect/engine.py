"""Events in, affect out: the situation, the machine and the feeling put together. The clock is passed in."""

from __future__ import annotations

from dataclasses import dataclass

from creature_affect.affect_map import AffectMap
from creature_affect.events import Event
from creature_affect.feeling import Feeling
from creature_affect.machine import Machine
from creature_affect.situation import Situation


@dataclass(frozen=True)
class Affect:
    """What the creature feels: valence and arousal -1 to 1, intensity 0 to 1, and why in words."""

    state: str
    emotion: str
    valence: float
    arousal: float
    intensity: float
    cause: str

    @property
    def label(self) -> tuple[str, str, str]:
        """Everything but the point."""
        return self.state, self.emotion, self.cause


class AffectEngine:
    """Feels. Call `observe` with what happens, and `step` to let time pass; both take the time in seconds."""

    def __init__(self, affect_map: AffectMap, now: float) -> None:
        self._situation = Situation(now)
        self._machine = Machine(affect_map, now)
        self._feeling = Feeling(affect_map, now)

    def observe(self, event: Event, now: float) -> Affect:
        """Something happened."""
        # The point moves up to now with what was felt until now; only then does the event count.
        self._advance(now)
        machine = self._machine
        for moment in self._situation.observe(event, now):
            before = machine.entered, machine.state, machine.look
            machine.happen(moment, now)
            if before != (machine.entered, machine.state, machine.look):
                self._feeling.remember(machine.state, machine.look, machine.cause, now)
        return self.step(now)

    def step(self, now: float) -> Affect:
        """Time has passed."""
        self._advance(now)
        self._situation.update(now)
        self._machine.update(self._situation, now)
        self._advance(now)
        machine, point = self._machine, self._feeling.point
        emotion, cause = self._feeling.shown(machine.state, machine.look, machine.cause, machine.entered, now)
        return Affect(machine.state.name, emotion, point.valence, point.arousal, point.intensity, cause)

    def restless(self, now: float) -> bool:
        """Whether `step` is to be called often: the point is moving, or a state is about to end by itself.

        Otherwise once a second is enough: what is left is measured in seconds (nobody speaks for long).
        """
        machine = self._machine
        moving = self._feeling.moving(machine.state, machine.look, machine.entered, now)
        return moving or machine.pending(now)

    def _advance(self, now: float) -> None:
        machine = self._machine
        self._feeling.advance(machine.state, machine.look, machine.entered, now)
