"""Loudness of frames."""

import numpy as np
import pytest

from creature_voice.frame import silence
from creature_voice.levels import CEILING_DB, FLOOR_DB, is_audible, is_quiet, level, peak


def tone(decibels: float) -> np.ndarray:
    """A square wave: its RMS is its amplitude."""
    return np.where(np.arange(1920) % 2, 1.0, -1.0).astype(np.float32) * np.float32(10 ** (decibels / 20))


def test_silence_is_zero():
    assert level(silence()) == 0.0
    assert level(np.zeros(0, np.float32)) == 0.0


@pytest.mark.parametrize(
    ("decibels", "expected"),
    [(FLOOR_DB - 20, 0.0), (FLOOR_DB, 0.0), ((FLOOR_DB + CEILING_DB) / 2, 0.5), (CEILING_DB, 1.0), (0.0, 1.0)],
)
def test_it_is_even_in_decibels_and_clamped(decibels, expected):
    assert level(tone(decibels)) == pytest.approx(expected, abs=1e-3)


def test_a_broken_frame_is_not_loud():
    assert level(np.full(1920, np.nan, np.float32)) == 0.0


def test_audible_is_all_but_digital_silence():
    assert not is_audible(silence())
    assert is_audible(tone(-80))


def test_quiet_holds_no_speech():
    assert is_quiet(tone(-60))
    assert not is_quiet(tone(-30))


def test_peak():
    assert peak(tone(-20)) == pytest.approx(0.1)
    assert peak(np.zeros(0, np.float32)) == 0.0
