"""Frames of speech on the recording's timeline."""

import numpy as np
import pytest

from creature_lab.events import SpokenFrame
from creature_lab.speech_log import SpeechLog

LOUD, QUIET = np.full(1920, 0.25, np.float32), np.zeros(1920, np.float32)


def log_of(*frames):
    """(index, samples), each received 10 ms after it began at index * 0.08 s."""
    log = SpeechLog()
    for index, samples in frames:
        log.add(SpokenFrame(index * 0.08 + 0.01, index, samples), index * 0.08)
    return log


def test_skipped_indices_are_silence():
    rendered = log_of((10, LOUD), (11, LOUD), (13, LOUD)).render(zero_s=0.8, shortest_s=0.0)
    assert len(rendered) == 4 * 1920
    assert [bool(frame.any()) for frame in rendered.reshape(4, 1920)] == [True, True, False, True]


def test_frames_that_follow_each_other_stay_joined_though_the_clock_shifts():
    log = SpeechLog()
    log.add(SpokenFrame(1.0, 5, LOUD), 1.0)
    log.add(SpokenFrame(1.1, 6, LOUD), 1.1)
    assert np.all(log.render(1.0, 0.0)[: 2 * 1920] == 0.25)


def test_what_was_said_before_zero_is_cut_off_and_the_rest_filled_up():
    rendered = log_of((0, LOUD), (1, LOUD)).render(zero_s=0.08, shortest_s=0.5)
    assert len(rendered) == 12_000 and np.all(rendered[:1920] == 0.25) and not rendered[1920:].any()


def test_nothing_said_is_silence():
    assert not SpeechLog().render(3.0, 0.1).any() and len(SpeechLog().render(3.0, 0.1)) == 2400


def test_runs_are_parted_by_pauses_and_begin_with_their_first_sound():
    late = QUIET.copy()
    late[960:] = 0.25
    log = log_of((20, QUIET), (21, late), (22, LOUD), (24, LOUD), (40, LOUD))
    first, second = log.runs
    assert (first.first, first.last, second.first) == (21, 24, 40)
    assert first.heard_s == pytest.approx(21 * 0.08 + 0.01 + 0.04) and first.ended_s == pytest.approx(25 * 0.08)
    assert log.count == 5


def test_add_tells_whether_it_is_audible():
    log = SpeechLog()
    assert log.add(SpokenFrame(0.0, 0, LOUD), 0.0) and not log.add(SpokenFrame(0.1, 1, QUIET), 0.1)
