"""Blocks of any size and rate to frames, and frames to another rate.

Units: samples are float32 in [-1, 1]; rates in Hz.
"""

from __future__ import annotations

import numpy as np
import soxr

from creature_voice.frame import FRAME_SAMPLES, SAMPLE_RATE_HZ, Frame, Samples

_NONE = np.zeros(0, np.float32)


class Resampler:
    """A stream of sound from one rate to another; passes it through where they are the same."""

    def __init__(self, from_hz: int, to_hz: int) -> None:
        self._stream = None if from_hz == to_hz else soxr.ResampleStream(from_hz, to_hz, 1, dtype="float32")

    def push(self, samples: Samples) -> Samples:
        """What comes out for what goes in; the filter keeps some milliseconds back."""
        return samples if self._stream is None else self._stream.resample_chunk(samples)


class Reblocker:
    """Blocks of sound at the sender's rate in, frames out."""

    def __init__(self, rate_hz: int) -> None:
        self._resampler = Resampler(rate_hz, SAMPLE_RATE_HZ)
        self._rest: Samples = _NONE

    def push(self, block: Samples) -> Frame | None:
        """The next frame, once enough has come; what is over waits for the next block."""
        self._rest = np.concatenate([self._rest, self._resampler.push(block)])
        if len(self._rest) < FRAME_SAMPLES:
            return None
        frame, self._rest = self._rest[:FRAME_SAMPLES], self._rest[FRAME_SAMPLES:]
        return frame
