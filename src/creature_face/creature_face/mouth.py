"""Lip-sync from loudness: how open the mouth is in a frame of speech.

Design: the RMS of the frame on a dB scale between a floor and a full level, clamped to 0..1, then smoothed by one pole
with its own time constant for opening and for closing.
Units: levels in dB relative to full scale (a full-scale sine is -3 dB); time constants in ms.
"""

from __future__ import annotations

import math

import numpy as np

from creature_face.wire import FRAME_MS

_FULL_SCALE = 32768.0
# Below this the mouth counts as closed: nobody sees it, and the state need not be sent.
_CLOSED = 0.01


def loudness_db(pcm: bytes) -> float:
    """RMS of little-endian signed 16-bit samples, in dB relative to full scale; -inf for digital silence."""
    samples = np.frombuffer(pcm, "<i2").astype(np.float32)
    power = float(np.dot(samples, samples)) / samples.size
    return 10.0 * math.log10(power) - 20.0 * math.log10(_FULL_SCALE) if power > 0.0 else -math.inf


class Mouth:
    """The opening of the mouth over successive frames of 80 ms."""

    def __init__(self, floor_db: float, full_db: float, attack_ms: float, release_ms: float) -> None:
        self._floor_db = floor_db
        self._span_db = full_db - floor_db
        self._opening = _share_per_frame(attack_ms)
        self._closing = _share_per_frame(release_ms)
        self._level = 0.0

    def step(self, pcm: bytes) -> float:
        """How open the mouth is in this frame, 0..1.

        Args:
            pcm: One frame: 1920 little-endian signed 16-bit samples.
        """
        target = min(1.0, max(0.0, (loudness_db(pcm) - self._floor_db) / self._span_db))
        share = self._opening if target > self._level else self._closing
        self._level += share * (target - self._level)
        if target == 0.0 and self._level < _CLOSED:
            self._level = 0.0
        return self._level

    def close(self) -> None:
        """Closed at once: the speech has ended without silence after it."""
        self._level = 0.0


def _share_per_frame(time_constant_ms: float) -> float:
    return 1.0 - math.exp(-FRAME_MS / time_constant_ms) if time_constant_ms > 0.0 else 1.0
