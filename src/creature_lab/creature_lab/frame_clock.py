"""When a frame of the voice happened, on this machine's clock.

Messages come in late by varying amounts, never early: the earliest of the recent ones shows best where frame zero
was. Only recent ones count, because a voice that lost frames of its source falls behind the clock.
"""

from __future__ import annotations

from collections import deque

from creature_voice.frame import FRAME_S

_RECENT = 50


class FrameClock:
    """Maps the voice's frame index to seconds."""

    def __init__(self) -> None:
        self._zeros: deque[float] = deque(maxlen=_RECENT)

    def observe(self, frame: int, at_s: float) -> None:
        """Something that happened in this frame arrived at this time."""
        self._zeros.append(at_s - frame * FRAME_S)

    def time_of(self, frame: int, default_s: float) -> float:
        """When the frame happened; default_s before anything was observed."""
        return min(self._zeros) + frame * FRAME_S if self._zeros else default_s
