"""Sound without a click where it begins, ends or is broken off: a mute, a fresh start.

Units: frames of 80 ms at 24 kHz; gains as factors.
"""

from __future__ import annotations

import numpy as np

from creature_voice.frame import FRAME_SAMPLES, Frame, silence

_TAIL = 480

_UP = (0.5 - 0.5 * np.cos(np.linspace(0.0, np.pi, FRAME_SAMPLES))).astype(np.float32)
_DOWN = _UP[::-1].copy()
_TAIL_DOWN = (0.5 + 0.5 * np.cos(np.linspace(0.0, np.pi, _TAIL))).astype(np.float32)


class Smooth:
    """See the module."""

    def __init__(self) -> None:
        self._open = False
        self._last = 0.0
        self._broken_off = False

    def next(self, frame: Frame, is_open: bool) -> Frame:
        """The frame as it is heard: faded over its whole length where it is the first or, no longer open, the last.

        Args:
            frame: float32, shape [1920]; not changed.
            is_open: The creature's sound is let through.
        """
        was_open, self._open = self._open, is_open
        if was_open:
            heard = frame if is_open else frame * _DOWN
        elif is_open:
            heard = frame * _UP
        else:
            heard = silence()
        if self._broken_off:
            # What came before cannot be faded any more; its last sample is let die away instead.
            self._broken_off = False
            heard = heard.copy()
            heard[:_TAIL] += np.float32(self._last) * _TAIL_DOWN
        self._last = float(heard[-1])
        return heard

    def break_off(self) -> None:
        """The next frame does not follow the one before."""
        self._open = False
        self._broken_off = self._last != 0.0
