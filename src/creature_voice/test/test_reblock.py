"""Blocks of any rate to frames."""

import numpy as np
import pytest

from creature_voice.reblock import Reblocker, Resampler


@pytest.mark.parametrize("rate_hz", [16000, 24000, 44100, 48000])
def test_blocks_of_80_ms_become_frames_without_a_seam(rate_hz):
    time_s = np.arange(rate_hz * 2) / rate_hz
    tone = np.sin(2 * np.pi * 440 * time_s).astype(np.float32)
    reblocker, size = Reblocker(rate_hz), round(rate_hz * 0.08)
    frames = [reblocker.push(tone[at : at + size]) for at in range(0, len(tone), size)]
    sound = np.concatenate([one for one in frames if one is not None])
    assert len(sound) >= 24 * 1920 * 0.9
    assert all(one is None or one.shape == (1920,) for one in frames)
    # A pure tone stays one: what is left when it is taken out would be seams.
    middle = sound[4800:-4800]
    spectrum = np.abs(np.fft.rfft(middle * np.hanning(len(middle))))
    top = int(np.argmax(spectrum))
    assert top * 24000 / len(middle) == pytest.approx(440, abs=1)
    rest = np.concatenate([spectrum[: top - 4], spectrum[top + 5 :]])
    assert np.sum(rest**2) < 1e-4 * np.sum(spectrum**2)


def test_the_same_rate_passes_through():
    sound = np.ones(10, np.float32)
    assert Resampler(24000, 24000).push(sound) is sound


def test_what_is_over_waits():
    reblocker = Reblocker(24000)
    assert reblocker.push(np.ones(1000, np.float32)) is None
    assert reblocker.push(np.ones(1000, np.float32)).shape == (1920,)
    assert reblocker.push(np.ones(1840, np.float32)).shape == (1920,)
