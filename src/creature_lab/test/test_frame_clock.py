"""Frames on this machine's clock."""

import pytest

from creature_lab.frame_clock import FrameClock


def test_the_least_delayed_message_tells_where_frames_are():
    clock = FrameClock()
    clock.observe(10, 5.83)
    clock.observe(11, 5.88)
    clock.observe(12, 6.2)
    assert clock.time_of(12, 0.0) == pytest.approx(5.96)


def test_before_anything_came_the_default_stands():
    assert FrameClock().time_of(7, 3.5) == 3.5


def test_a_voice_that_fell_behind_is_followed():
    clock = FrameClock()
    clock.observe(0, 0.0)
    for frame in range(1, 60):
        clock.observe(frame, frame * 0.08 + 1.0)
    assert clock.time_of(60, 0.0) == pytest.approx(60 * 0.08 + 1.0)
