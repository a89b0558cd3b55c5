"""From finding a creature to the end of the conversation, without a creature."""

from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from creature_lab.conversation import Conversation
from creature_lab.events import SpokenFrame
from creature_lab.finish import Ending, Patience
from creature_lab.flow import Flow, Stage
from creature_lab.preflight import Preflight, Seen
from creature_lab.recording import Recording

SEEN = Seen(True, True, (), 0, 3, True, False)
LOUD = np.full(1920, 0.25, np.float32)


@dataclass
class FakePlayer:
    """A player that is where the test puts it."""

    calls: list = field(default_factory=list)
    zero_s: float | None = None
    ended_s: float | None = None
    latest_s: float = 0.0

    @property
    def began(self):
        return self.zero_s is not None

    def start(self):
        self.calls.append("start")

    def begin(self, frames):
        self.calls.append(f"begin {len(frames)}")

    def spoken_s(self, offset_s):
        return self.zero_s + offset_s


def make(samples=None):
    samples = np.full(24_000, 0.3, np.float32) if samples is None else samples
    talk, player = Conversation(), FakePlayer()
    recording = Recording(Path("a.wav"), samples, 24_000, 1)
    return Flow(recording, talk, player, Preflight("/creature", 10.0, 0.0), Patience(timeout_s=20.0)), talk, player


def play(flow, player):
    flow.tick(SEEN, 0.0)
    flow.tick(SEEN, 0.4)
    flow.tick(SEEN, 0.5)
    player.zero_s = 1.0
    flow.tick(SEEN, 1.1)


def test_silence_is_played_before_the_recording():
    flow, _, player = make()
    flow.tick(SEEN, 0.0)
    assert player.calls == [] and flow.stage is Stage.FINDING
    flow.tick(SEEN, 0.4)
    assert player.calls == ["start"] and flow.stage is Stage.READYING
    flow.tick(SEEN, 0.5)
    assert player.calls == ["start", "begin 13"] and flow.stage is Stage.LEADING_IN
    assert flow.elapsed_s(0.5) is None and "silence" in flow.words()


def test_it_ends_after_the_answer():
    flow, talk, player = make()
    play(flow, player)
    assert flow.stage is Stage.TALKING and flow.elapsed_s(1.5) == 0.5
    flow.tick(SEEN, 10.0)
    assert flow.result is None
    player.ended_s = 2.0
    talk.on_speech(SpokenFrame(3.0, 0, LOUD))
    flow.tick(SEEN, 4.0)
    assert flow.result is None
    flow.tick(SEEN, 5.0)
    assert flow.result.ending is Ending.FINISHED
    assert flow.result.played.zero_s == 1.0 and flow.result.played.mouth_closed_s == 2.0


def test_silence_is_never_answered():
    flow, talk, player = make(np.zeros(24_000, np.float32))
    play(flow, player)
    player.ended_s = 2.0
    talk.on_speech(SpokenFrame(3.0, 0, LOUD))
    flow.tick(SEEN, 9.5)
    assert flow.result.ending is Ending.NO_ANSWER and flow.result.played.mouth_closed_s is None
