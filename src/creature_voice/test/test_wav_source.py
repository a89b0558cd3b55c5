"""A recording as a source, on a clock that the test turns."""

import numpy as np
import pytest

from creature_voice.frame import FRAME_S
from creature_voice.sources.wav import WavSource


class Time:
    """A clock; waiting moves it, a little too far as real sleeping does."""

    def __init__(self) -> None:
        self.now_s = 50.0

    def clock(self) -> float:
        return self.now_s

    def wait(self, seconds: float) -> None:
        self.now_s += seconds + 0.0007


def make(samples: int, lead_in_s: float = 0.0) -> tuple[WavSource, Time]:
    time = Time()
    recording = np.arange(1, samples + 1, dtype=np.float32) / samples
    source = WavSource(recording, lead_in_s=lead_in_s, clock=time.clock, wait=time.wait)
    source.start()
    return source, time


def test_the_recording_then_silence():
    source, _ = make(2 * 1920 + 100)
    frames = [source.read(1.0).frame for _ in range(5)]
    whole = np.concatenate(frames)
    assert np.allclose(whole[: 2 * 1920 + 100], np.arange(1, 3941) / 3940)
    assert not whole[3940:].any()
    assert all(frame.shape == (1920,) for frame in frames)
    assert source.finished
    assert (source.counts().heard, source.counts().silent) == (3, 2)
    assert "has ended" in source.describe()


def test_it_does_not_drift():
    source, time = make(1920)
    for number in range(2000):
        heard = source.read(1.0)
        assert heard.due_s == pytest.approx(50.0 + (number + 1) * FRAME_S)
        assert 0.0 <= time.now_s - heard.due_s < 0.001


def test_nothing_is_due_within_a_short_timeout():
    source, time = make(1920)
    assert source.read(0.01) is None
    assert time.now_s == pytest.approx(50.0107)
    assert source.read(1.0) is not None


def test_a_loop_that_is_behind_catches_up():
    source, time = make(10 * 1920)
    source.read(1.0)
    time.now_s += 5 * FRAME_S
    behind_s = time.now_s
    for _ in range(5):
        source.read(1.0)
    assert time.now_s == behind_s


def test_after_sleep_the_recording_goes_on_where_it_was():
    source, time = make(100 * 1920)
    source.read(1.0)
    time.now_s += 3600.0
    heard = source.read(1.0)
    assert heard.frame[0] == pytest.approx(1921 / 192000)
    assert heard.due_s == pytest.approx(time.now_s)
    source.read(1.0)
    assert time.now_s - heard.due_s == pytest.approx(FRAME_S, abs=0.001)


def test_a_lead_in_of_silence():
    source, _ = make(1920, lead_in_s=0.16)
    assert not source.read(1.0).frame.any()
    assert not source.read(1.0).frame.any()
    assert source.read(1.0).frame.all()


def test_a_second_start_plays_again():
    source, _ = make(1920)
    source.read(1.0)
    source.start()
    assert source.read(1.0).frame.any()
