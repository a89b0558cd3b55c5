"""The creature's own voice taken out of what it hears."""

import sys

import numpy as np
import pytest

from creature_voice.echo_canceller import EchoCanceller, half_band
from creature_voice.errors import VoiceError


class Through:
    """Stands in for AEC3: gives back the near end and keeps the far end."""

    def __init__(self) -> None:
        self.far: list[np.ndarray] = []

    def process(self, near: np.ndarray, far: np.ndarray) -> np.ndarray:
        assert near.shape == far.shape == (3840,)
        self.far.append(far)
        return near


def noise(frames: int, seed: int) -> np.ndarray:
    """Noise that rises and falls as syllables do, under 6 kHz."""
    random = np.random.default_rng(seed)
    sound = np.convolve(random.normal(0, 0.2, frames * 1920), np.ones(4) / 4, "same")
    swell = 0.5 + 0.5 * np.sin(2 * np.pi * 3.0 * np.arange(len(sound)) / 24000 + seed)
    return (sound * swell).astype(np.float32)


def test_to_48_khz_and_back_changes_nothing_but_a_short_delay():
    canceller, sound = EchoCanceller(aec3=Through()), noise(20, 1)
    out = np.concatenate([canceller.clean(sound[at : at + 1920]) for at in range(0, len(sound), 1920)])
    delay = len(half_band()) // 2
    assert np.allclose(out[delay:], sound[:-delay], atol=0.02)


def test_the_far_end_is_what_was_played_and_never_far_behind():
    aec3 = Through()
    canceller = EchoCanceller(aec3=aec3)
    for _ in range(40):
        canceller.played(np.full(480, 0.5, np.float32))
    canceller.clean(np.zeros(1920, np.float32))
    assert aec3.far[0].any()
    for _ in range(2):
        canceller.clean(np.zeros(1920, np.float32))
    canceller.clean(np.zeros(1920, np.float32))
    assert not aec3.far[3][200:].any()


def test_a_speaker_of_another_rate():
    aec3 = Through()
    canceller = EchoCanceller(48000, aec3)
    for _ in range(10):
        canceller.played(np.full(3840, 0.5, np.float32))
        canceller.clean(np.zeros(1920, np.float32))
    assert np.mean(aec3.far[-1]) == pytest.approx(0.5, abs=0.02)


def test_a_missing_package_says_what_to_do(monkeypatch):
    monkeypatch.setitem(sys.modules, "pywebrtc_audio", None)
    with pytest.raises(VoiceError, match="pip install pywebrtc-audio"):
        EchoCanceller()


def test_aec3_takes_the_echo_out_and_leaves_the_person():
    canceller = EchoCanceller()
    own, person = noise(100, 1), noise(100, 2)
    person[: 70 * 1920] = 0.0
    # The room: 90 ms later, at half the loudness.
    delay = 2160
    near = np.concatenate([np.zeros(delay, np.float32), 0.5 * own[:-delay]]) + person
    heard = []
    for at in range(0, len(own), 1920):
        for block in np.split(own[at : at + 1920], 4):
            canceller.played(block)
        heard.append(canceller.clean(near[at : at + 1920]))
    echo_left = np.sqrt(np.mean(np.concatenate(heard[40:70]) ** 2))
    echo = np.sqrt(np.mean(near[40 * 1920 : 70 * 1920] ** 2))
    person_left = np.sqrt(np.mean(np.concatenate(heard[72:]) ** 2))
    assert echo_left < 0.1 * echo
    assert person_left > 10 * echo_left
