"""The shipped affect map, and an engine with a clock that the test turns."""

from pathlib import Path

import pytest

from creature_affect.engine import AffectEngine
from creature_affect.map_file import load_map

SHIPPED = Path(__file__).parents[3] / "config" / "affect.yaml"


class Life:
    """An engine that lives through what the test tells, at the voice's pace."""

    FRAME_S = 0.08

    def __init__(self, affect_map):
        self.now = 100.0
        self.engine = AffectEngine(affect_map, self.now)
        self.affect = self.engine.step(self.now)
        self.states = [self.affect.state]

    def happen(self, event):
        self._note(self.engine.observe(event, self.now))

    def live(self, seconds, event=None):
        """Let time pass; the event, if there is one, happens in every frame."""
        for _ in range(round(seconds / self.FRAME_S)):
            self.now += self.FRAME_S
            self._note(self.engine.observe(event, self.now) if event else self.engine.step(self.now))
        return self.affect

    def _note(self, affect):
        self.affect = affect
        if affect.state != self.states[-1]:
            self.states.append(affect.state)


@pytest.fixture
def affect_map():
    return load_map(str(SHIPPED))


@pytest.fixture
def life(affect_map):
    return Life(affect_map)
