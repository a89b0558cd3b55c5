"""How loud a frame is.

Units: levels are 0 (at or under the quiet of a room) to 1 (as loud as a voice gets), even in decibels between.
"""

from __future__ import annotations

import math

import numpy as np

from creature_voice.frame import Samples

FLOOR_DB = -55.0
"""RMS at which the level is 0, dB relative to full scale: the noise of a quiet room."""

CEILING_DB = -10.0
"""RMS at which the level is 1, dB relative to full scale: a close, raised voice."""

_QUIET_PEAK = 0.006


def level(samples: Samples) -> float:
    """Loudness of some sound, 0 to 1; 0 for no samples at all."""
    if samples.size == 0:
        return 0.0
    power = float(np.dot(samples, samples)) / samples.size
    if not power > 0.0:
        return 0.0
    decibels = 10.0 * math.log10(power)
    return min(1.0, max(0.0, (decibels - FLOOR_DB) / (CEILING_DB - FLOOR_DB)))


def peak(samples: Samples) -> float:
    """Largest absolute sample; 0.0 for no samples."""
    return float(np.max(np.abs(samples))) if samples.size else 0.0


def is_audible(samples: Samples) -> bool:
    """Whether anything but digital silence is in it (one step of 16-bit sound, or more)."""
    return peak(samples) >= 1.0 / 32768.0


def is_quiet(samples: Samples) -> bool:
    """Whether it holds no speech worth keeping: everything stays under -44 dB."""
    return peak(samples) < _QUIET_PEAK
