"""Takes the creature's own voice out of what its microphone hears (WebRTC's AEC3, package pywebrtc-audio).

Design: the far end is what the speaker was really given, block by block as it was; the near end is the microphone.
AEC3 finds the delay between them by itself as long as the far end comes first, so played sound is taken as soon as it
is there, and never lags by more than BACKLOG_FRAMES. AEC3 knows 16, 32 and 48 kHz; frames go to 48 kHz and back through
a half-band filter that keeps their length (1.3 ms of delay).
Threading: played() from the sound card's thread, which only copies; clean() from the loop's worker.
Units: samples are float32 in [-1, 1].
"""

from __future__ import annotations

import threading
from collections import deque
from typing import Any

import numpy as np

from creature_voice.errors import VoiceError
from creature_voice.frame import FRAME_SAMPLES, SAMPLE_RATE_HZ, Frame, Samples
from creature_voice.reblock import Resampler

BACKLOG_FRAMES = 2

_FACTOR = 2
_TAPS = 63
_MOST_BLOCKS = 100


def half_band() -> Samples:
    """A low-pass at a quarter of the rate (12 of 48 kHz): a windowed sinc, unit gain, float32, shape [63]."""
    place = np.arange(_TAPS) - _TAPS // 2
    taps = np.sinc(place / _FACTOR) * np.kaiser(_TAPS, 8.0)
    return (taps / taps.sum()).astype(np.float32)


class _Filter:
    """A convolution that goes on from block to block, each as long as it came."""

    def __init__(self, taps: Samples) -> None:
        self._taps = taps
        self._past: Samples = np.zeros(len(taps) - 1, np.float32)

    def push(self, samples: Samples) -> Samples:
        whole = np.concatenate([self._past, samples])
        self._past = whole[-len(self._past) :]
        return np.convolve(whole, self._taps, "valid")


class _Doubler:
    def __init__(self) -> None:
        self._filter = _Filter(half_band() * np.float32(_FACTOR))

    def push(self, samples: Samples) -> Samples:
        spread = np.zeros(len(samples) * _FACTOR, np.float32)
        spread[::_FACTOR] = samples
        return self._filter.push(spread)


class _Halver:
    def __init__(self) -> None:
        self._filter = _Filter(half_band())

    def push(self, samples: Samples) -> Samples:
        return self._filter.push(samples)[::_FACTOR]


def _load_aec3() -> Any:
    try:
        from pywebrtc_audio import EchoCanceller as Aec3
    except ImportError as error:
        raise VoiceError(
            "echo cancellation needs the package pywebrtc-audio: pip install pywebrtc-audio (or set "
            "echo_cancellation:=false and use a headset)"
        ) from error
    return Aec3(sample_rate=SAMPLE_RATE_HZ * _FACTOR)


class EchoCanceller:
    """Cleans the microphone's frames of what the speaker plays."""

    def __init__(self, far_rate_hz: int = SAMPLE_RATE_HZ, aec3: Any = None) -> None:
        """Args:
            far_rate_hz: Rate of what is given to played().
            aec3: Anything with process(near, far), 48 kHz float32; None loads the real one.

        Raises:
            VoiceError: the package is not installed.
        """
        self._aec3 = _load_aec3() if aec3 is None else aec3
        self._blocks: deque[Samples] = deque(maxlen=_MOST_BLOCKS)
        self._lock = threading.Lock()
        self._resampler = Resampler(far_rate_hz, SAMPLE_RATE_HZ)
        self._far: Samples = np.zeros(0, np.float32)
        self._near_up, self._far_up, self._down = _Doubler(), _Doubler(), _Halver()

    def played(self, block: Samples) -> None:
        """The speaker has been given this block (float32, shape [n], the far end's rate)."""
        with self._lock:
            self._blocks.append(block)

    def clean(self, near: Frame) -> Frame:
        """One frame of the microphone without the creature's own voice."""
        far = self._far_up.push(self._take_far())
        cleaned = self._aec3.process(self._near_up.push(near), far)
        return self._down.push(np.asarray(cleaned, np.float32))

    def _take_far(self) -> Frame:
        with self._lock:
            blocks = list(self._blocks)
            self._blocks.clear()
        played = [self._resampler.push(block) for block in blocks]
        self._far = np.concatenate([self._far, *played])[-(BACKLOG_FRAMES + 1) * FRAME_SAMPLES :]
        frame = np.zeros(FRAME_SAMPLES, np.float32)
        count = min(FRAME_SAMPLES, len(self._far))
        frame[:count] = self._far[:count]
        self._far = self._far[count:]
        return frame
