"""The mouth follows the loudness of the frame of speech."""

from __future__ import annotations

import math

import numpy as np
import pytest

from creature_face.mouth import Mouth, loudness_db
from creature_face.wire import FRAME_SAMPLES

SILENCE = bytes(2 * FRAME_SAMPLES)


def tone(level_db: float) -> bytes:
    """A frame of a square wave: its RMS is its amplitude."""
    amplitude = 32768.0 * 10.0 ** (level_db / 20.0)
    wave = np.where(np.arange(FRAME_SAMPLES) % 2 == 0, amplitude, -amplitude)
    return np.clip(wave, -32768, 32767).astype("<i2").tobytes()


def quick() -> Mouth:
    return Mouth(floor_db=-45.0, full_db=-15.0, attack_ms=0.0, release_ms=0.0)


def test_loudness_is_rms_in_db_of_full_scale() -> None:
    assert loudness_db(tone(-20.0)) == pytest.approx(-20.0, abs=0.01)


def test_digital_silence_has_no_loudness() -> None:
    assert loudness_db(SILENCE) == -math.inf


@pytest.mark.parametrize(("level_db", "opening"), [(-60.0, 0.0), (-45.0, 0.0), (-30.0, 0.5), (-15.0, 1.0), (0.0, 1.0)])
def test_opening_is_linear_in_db_and_clamped(level_db: float, opening: float) -> None:
    assert quick().step(tone(level_db)) == pytest.approx(opening, abs=0.01)


def test_opens_faster_than_it_closes() -> None:
    mouth = Mouth(-45.0, -15.0, attack_ms=40.0, release_ms=120.0)
    opened = mouth.step(tone(-15.0))
    assert opened == pytest.approx(1.0 - math.exp(-2.0), abs=0.01)
    closing = mouth.step(SILENCE)
    assert closing == pytest.approx(opened * math.exp(-80.0 / 120.0), abs=0.01)


def test_silence_closes_it_to_exactly_zero() -> None:
    mouth = Mouth(-45.0, -15.0, attack_ms=40.0, release_ms=120.0)
    mouth.step(tone(-10.0))
    levels = [mouth.step(SILENCE) for _ in range(10)]
    assert levels[-1] == 0.0
    assert levels == sorted(levels, reverse=True)


def test_close_forgets_at_once() -> None:
    mouth = Mouth(-45.0, -15.0, attack_ms=0.0, release_ms=1000.0)
    mouth.step(tone(-15.0))
    mouth.close()
    assert mouth.step(SILENCE) == 0.0
