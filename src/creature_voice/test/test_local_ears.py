"""The ears: which sound is recognised when; fake detector and recogniser, real recogniser thread."""

import os
import queue
import threading

import numpy as np
import pytest

from creature_voice.engines.local.config import LocalConfig
from creature_voice.engines.local.decisions import Draft, Ignored, Onset, Think, TurnEnd
from creature_voice.engines.local.detector import Detector
from creature_voice.engines.local.ears import Ears
from creature_voice.engines.local.turn import TurnTaker
from creature_voice.frame import FRAME_S, FRAME_SAMPLES, silence

WAIT_S = 10.0 * float(os.environ.get("CREATURE_TEST_TIMEOUT_FACTOR", "1"))
RATE_HZ = 16_000


def loud(hop):
    return 0.95 if np.abs(hop).max() > 0.05 else 0.01


def tone():
    return (0.3 * np.sin(np.arange(FRAME_SAMPLES) * 0.2)).astype(np.float32)


class Hearing:
    def __init__(self, text="Come here."):
        self.decisions = queue.Queue()
        self.recognised = []
        self.now = 0.0
        self.text = text
        self.hold = threading.Event()
        self.hold.set()
        config = LocalConfig()
        self.ears = Ears(
            TurnTaker(config), Detector(loud, config.gate_db), self._recognise, self._decide, lambda: self.now
        )

    def _recognise(self, sound):
        self.hold.wait(WAIT_S)
        self.recognised.append(sound)
        return self.text

    def _decide(self, decision, moment):
        self.decisions.put((decision, moment))

    def frames(self, count, frame):
        for _ in range(count):
            self.now += FRAME_S
            self.ears.feed(frame, False, False)

    def wait_for(self, kind):
        while True:
            decision, moment = self.decisions.get(timeout=WAIT_S)
            if isinstance(decision, kind):
                return decision, moment


@pytest.fixture
def hearing():
    made = Hearing()
    yield made
    made.hold.set()
    made.ears.close()
    made.ears.close()


def test_a_turn_is_heard_recognised_and_ended(hearing):
    hearing.frames(10, silence())
    hearing.frames(12, tone())
    hearing.frames(3, silence())
    assert hearing.wait_for(Onset)[0] == Onset(False)
    assert hearing.wait_for(Think)[0].heard == "Come here."
    hearing.frames(6, silence())
    end, moment = hearing.wait_for(TurnEnd)
    assert end.text == "Come here."
    closed_at = moment.heard_at - end.pause_s
    assert closed_at == pytest.approx(22 * FRAME_S, abs=0.06)


def test_what_is_recognised_holds_the_whole_speech_and_little_more(hearing):
    hearing.frames(20, silence())
    hearing.frames(12, tone())
    hearing.frames(4, silence())
    hearing.wait_for(Think)
    sound = hearing.recognised[-1]
    speech = np.flatnonzero(np.abs(sound) > 0.05)
    assert (speech[-1] - speech[0]) / RATE_HZ == pytest.approx(12 * FRAME_S, abs=0.05)
    assert len(sound) / RATE_HZ < 12 * FRAME_S + 0.5


def test_the_next_turn_does_not_hold_the_sound_of_the_last(hearing):
    for _ in range(2):
        hearing.frames(12, tone())
        hearing.frames(12, silence())
        hearing.wait_for(TurnEnd)
    assert len(hearing.recognised[-1]) / RATE_HZ < 12 * FRAME_S + 0.5


def test_noise_without_words_is_no_turn(hearing):
    hearing.text = ""
    hearing.frames(3, tone())
    hearing.frames(10, silence())
    assert hearing.wait_for(Ignored)[0].why == "noise"
    assert not hearing.ears.in_turn


def test_frames_are_heard_while_a_recognition_takes_its_time(hearing):
    hearing.hold.clear()
    hearing.frames(12, tone())
    hearing.frames(3, silence())
    hearing.frames(200, silence())
    assert not hearing.recognised
    hearing.hold.set()
    hearing.wait_for(TurnEnd)


def test_a_turn_that_ends_in_a_frame_has_ended_when_the_frame_was_heard(hearing):
    hearing.frames(12, tone())
    hearing.frames(3, silence())
    hearing.wait_for(Think)
    for _ in range(10):
        hearing.frames(1, silence())
        if any(isinstance(decision, TurnEnd) for decision, _ in list(hearing.decisions.queue)):
            break
    assert not hearing.ears.in_turn


def test_reset_forgets_a_turn_that_is_going_on(hearing):
    hearing.frames(12, tone())
    hearing.wait_for(Onset)
    hearing.ears.reset()
    hearing.frames(20, silence())
    hearing.frames(12, tone())
    hearing.frames(12, silence())
    hearing.wait_for(TurnEnd)
    assert len(hearing.recognised[-1]) / RATE_HZ < 12 * FRAME_S + 0.5


def test_words_that_come_after_a_reset_are_ignored(hearing):
    hearing.hold.clear()
    hearing.frames(12, tone())
    hearing.frames(3, silence())
    hearing.wait_for(Onset)
    hearing.ears.reset()
    hearing.hold.set()
    hearing.frames(10, silence())
    hearing.ears.close()
    assert not any(isinstance(decision, Think | TurnEnd) for decision, _ in list(hearing.decisions.queue))


def test_words_are_looked_for_while_somebody_speaks(hearing):
    hearing.frames(12, tone())
    assert hearing.wait_for(Draft)[0].text == "Come here."
    assert len(hearing.recognised[0]) / RATE_HZ < 12 * FRAME_S


def test_what_the_turn_waits_for_never_stands_behind_glances_at_the_words(hearing):
    hearing.hold.clear()
    hearing.frames(60, tone())
    assert hearing.ears.recognitions_waiting <= 1
    hearing.frames(3, silence())
    hearing.hold.set()
    hearing.wait_for(Think)
    # The one glance that had begun before, and the whole.
    assert len(hearing.recognised) <= 2
    assert len(hearing.recognised[-1]) / RATE_HZ > 60 * FRAME_S
