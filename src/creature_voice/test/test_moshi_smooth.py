"""Sound without a click."""

import numpy as np

from creature_voice.engines.moshi.smooth import Smooth
from creature_voice.frame import FRAME_SAMPLES, SAMPLE_RATE_HZ, silence

AMPLITUDE = 0.5
# A tone of 250 Hz moves so far from one sample to the next by itself.
OWN_JUMP = AMPLITUDE * 2 * np.pi * 250.3 / SAMPLE_RATE_HZ


def tone(index):
    time_s = (index * FRAME_SAMPLES + np.arange(FRAME_SAMPLES)) / SAMPLE_RATE_HZ
    return (AMPLITUDE * np.cos(2 * np.pi * 250.3 * time_s)).astype(np.float32)


def largest_jump(frames):
    return float(np.max(np.abs(np.diff(np.concatenate([silence(), *frames])))))


def test_the_raw_tone_would_click():
    assert largest_jump([tone(0), silence()]) > 0.4


def test_it_begins_and_ends_softly():
    smooth = Smooth()
    frames = [smooth.next(tone(index), is_open=2 <= index < 6) for index in range(9)]
    assert largest_jump(frames) < 1.1 * OWN_JUMP
    assert [bool(frame.any()) for frame in frames] == [False, False, True, True, True, True, True, False, False]
    assert np.array_equal(frames[3], tone(3))


def test_what_is_broken_off_dies_away():
    for last in range(8):
        smooth = Smooth()
        frames = [smooth.next(tone(index), True) for index in range(last)]
        smooth.break_off()
        frames += [smooth.next(silence(), False), smooth.next(tone(0), True)]
        assert largest_jump(frames) < 1.1 * OWN_JUMP


def test_it_leaves_what_it_is_given_alone():
    smooth, given = Smooth(), tone(1)
    smooth.next(given, True)
    smooth.break_off()
    smooth.next(given, True)
    assert np.array_equal(given, tone(1))


def test_silence_that_is_broken_off_stays_silence():
    smooth = Smooth()
    smooth.next(silence(), False)
    smooth.break_off()
    assert not smooth.next(silence(), False).any()
