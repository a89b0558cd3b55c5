"""A recording's frames and the edges of its speech."""

from pathlib import Path

import numpy as np
import pytest

from creature_lab.recording import Recording


def recording(samples):
    return Recording(Path("a.wav"), samples.astype(np.float32), 16_000, 2)


def test_the_last_frame_is_filled_up():
    made = recording(np.full(1920 + 100, 0.5))
    frames = made.frames()
    assert [len(frame) for frame in frames] == [1920, 1920]
    assert np.all(frames[1][:100] == 0.5) and not np.any(frames[1][100:])
    assert made.duration_s == pytest.approx(2020 / 24_000)


def test_the_mouth_closes_where_the_speech_ends():
    samples = np.zeros(48_000)
    samples[6_000:24_000] = 0.3
    made = recording(samples)
    assert made.speech_start_s == pytest.approx(0.25) and made.mouth_closed_s == pytest.approx(1.0)
    assert not made.silent


def test_speech_to_the_very_end_does_not_end_after_it():
    made = recording(np.full(24_010, 0.3))
    assert made.mouth_closed_s == made.duration_s


def test_silence_has_no_closing_mouth():
    made = recording(np.zeros(24_000))
    assert made.silent and made.mouth_closed_s is None and made.speech_start_s == 0.0
