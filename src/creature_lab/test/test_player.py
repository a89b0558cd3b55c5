"""Frames at real-time pace, on a clock that the test moves."""

import numpy as np
import pytest

from creature_lab.player import Player

FRAMES = [np.full(1920, 0.1 * (number + 1), np.float32) for number in range(3)]


class Stage:
    """A clock that only waiting moves; sending may take time, and something may happen at a frame."""

    def __init__(self, frames, slow=None, lead_in=2, begin_at=1):
        self.now_s, self.slow, self.sent, self.frames, self.begin_at = 100.0, slow or {}, [], frames, begin_at
        self.player = Player(self.send, lead_in, clock=lambda: self.now_s, wait=self.wait)

    def send(self, index, frame):
        self.now_s += self.slow.get(index, 0.0)
        self.sent.append((index, self.now_s, float(frame[0])))
        if index == self.begin_at:
            self.player.begin(self.frames)

    def wait(self, seconds):
        self.now_s += seconds
        return len(self.sent) >= 9


def test_silence_then_the_recording_then_silence():
    stage = Stage(FRAMES)
    stage.player.run()
    assert [index for index, _, _ in stage.sent] == list(range(9))
    values = [value for _, _, value in stage.sent]
    assert values == pytest.approx([0, 0, 0, 0, 0.1, 0.2, 0.3, 0, 0])


def test_frames_go_out_on_an_exact_schedule_and_a_late_one_does_not_shift_the_rest():
    stage = Stage(FRAMES, slow={4: 0.1})
    stage.player.run()
    times = [at_s - 100.0 for _, at_s, _ in stage.sent]
    assert times == pytest.approx([0.0, 0.08, 0.16, 0.24, 0.42, 0.42, 0.48, 0.56, 0.64])
    assert stage.player.latest_s == pytest.approx(0.1)


def test_the_first_sample_was_spoken_a_frame_before_it_was_sent():
    stage = Stage(FRAMES)
    player = stage.player
    assert not player.began and player.ended_s is None
    player.run()
    assert player.zero_s == pytest.approx(100.0 + 4 * 0.08 - 0.08)
    assert player.ended_s == pytest.approx(100.0 + 6 * 0.08)
    assert player.spoken_s(0.1) == pytest.approx(player.zero_s + 0.1)
    assert player.spoken_s(0.24) == pytest.approx(player.zero_s + 0.24)


def test_speech_in_a_late_frame_was_spoken_late():
    stage = Stage(FRAMES, slow={5: 0.03})
    stage.player.run()
    assert stage.player.spoken_s(0.1) == pytest.approx(stage.player.zero_s + 0.13)


def test_the_worker_ends_when_it_is_stopped():
    sent = []
    player = Player(lambda index, frame: sent.append(index))
    player.start()
    player.stop()
    assert sent == list(range(len(sent)))
    player.stop()
