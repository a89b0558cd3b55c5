"""The frame: the unit in which the voice counts (stated across packages by creature_msgs/AudioFrame).

Design: 24 000 Hz, mono, 1920 samples = 80 ms = 12.5 frames per second, the rate of Kyutai's Mimi codec.
Units: samples are float32 in [-1, 1]; frame indices count from the moment the voice is activated.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

SAMPLE_RATE_HZ = 24_000
FRAME_SAMPLES = 1920
FRAME_S = FRAME_SAMPLES / SAMPLE_RATE_HZ

Samples = NDArray[np.float32]
"""Sound: float32, shape [n], mono, within [-1, 1]."""

Frame = NDArray[np.float32]
"""One frame of sound: float32, shape [1920], mono, within [-1, 1]."""

_FULL_SCALE = 32767.0


def silence() -> Frame:
    """A fresh frame of silence."""
    return np.zeros(FRAME_SAMPLES, np.float32)


def to_pcm16(samples: Samples) -> NDArray[np.int16]:
    """Float samples as signed 16-bit PCM; what exceeds [-1, 1] is clipped."""
    return np.round(np.clip(samples, -1.0, 1.0) * _FULL_SCALE).astype(np.int16)


def from_pcm16(pcm: NDArray[np.int16]) -> Samples:
    """Signed 16-bit PCM as float samples."""
    return pcm.astype(np.float32) / np.float32(_FULL_SCALE)
