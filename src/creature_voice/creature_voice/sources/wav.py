"""A recording as a source, at real-time pace, then silence without end.

Design: frame n is due n + 1 frame periods after the start, reckoned from the start each time, so it never drifts.
Threading: none of its own; read() sleeps in the loop's worker.
Units: seconds on time.monotonic.
"""

from __future__ import annotations

import time
from collections.abc import Callable

import numpy as np

from creature_voice.frame import FRAME_S, FRAME_SAMPLES, SAMPLE_RATE_HZ, Frame, Samples, silence
from creature_voice.sources.source import Heard, SourceCounts

# Behind by more than this (a machine that slept), time is taken anew; the recording goes on where it was.
_FORGIVEN_S = 1.0


class WavSource:
    """Plays a recording into the creature's ears."""

    def __init__(
        self,
        recording: Samples,
        *,
        lead_in_s: float = 0.0,
        clock: Callable[[], float] = time.monotonic,
        wait: Callable[[float], None] = time.sleep,
    ) -> None:
        """Args:
        recording: float32, shape [n], 24 kHz.
        lead_in_s: Silence before it.
        clock: Monotonic time, seconds.
        wait: Sleeps some seconds.
        """
        lead_in = np.zeros(round(lead_in_s * SAMPLE_RATE_HZ), np.float32)
        self._recording = np.concatenate([lead_in, recording])
        self._frames = -(-len(self._recording) // FRAME_SAMPLES)
        self._clock = clock
        self._wait = wait
        self._begun_s = clock()
        self._position = 0

    @property
    def finished(self) -> bool:
        """Whether the recording has been heard to its end."""
        return self._position >= self._frames

    def start(self) -> None:
        """Begin with the recording's first sample."""
        self._position = 0
        self._begun_s = self._clock()

    def read(self, timeout_s: float) -> Heard | None:
        """The next frame, or None if none was due within the timeout."""
        due_s = self._begun_s + (self._position + 1) * FRAME_S
        early_s = due_s - self._clock()
        if early_s > timeout_s:
            self._wait(timeout_s)
            return None
        if early_s > 0.0:
            self._wait(early_s)
        elif early_s < -_FORGIVEN_S:
            self._begun_s -= early_s
            due_s -= early_s
        frame = self._frame(self._position)
        self._position += 1
        return Heard(frame, due_s)

    def counts(self) -> SourceCounts:
        """Frames of the recording, and of the silence after it."""
        return SourceCounts(heard=min(self._position, self._frames), silent=max(0, self._position - self._frames))

    def describe(self) -> str:
        """Its state in a few words, for people."""
        if self.finished:
            return "wav: the recording has ended; the creature hears silence"
        return f"wav: second {self._position * FRAME_S:.0f} of {self._frames * FRAME_S:.0f}"

    def stop(self) -> None:
        """Nothing to end."""

    def close(self) -> None:
        """Nothing is held."""

    def _frame(self, position: int) -> Frame:
        part = self._recording[position * FRAME_SAMPLES : (position + 1) * FRAME_SAMPLES]
        if len(part) == FRAME_SAMPLES:
            return part
        frame = silence()
        frame[: len(part)] = part
        return frame
