"""What leaves the loop while the voice is muted: nothing, whatever the engine gives.

Design: it closes and opens with a fade, so neither is heard as a click. Closed, it also holds back the creature's
words: nobody heard them, and a promise that nobody heard must not become a task.
Units: frames of 80 ms at 24 kHz.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from creature_voice.engine import Speaker, Step
from creature_voice.frame import Frame, silence

_FADE_SAMPLES = 720
_RISE = np.linspace(0.0, 1.0, _FADE_SAMPLES, dtype=np.float32)


class Gate:
    """See the module."""

    def __init__(self) -> None:
        self._open = True

    def let_out(self, step: Step, shut: bool) -> Step:
        """What is heard of a step: all of it, nothing, or a fade if that changes in this frame."""
        was_open, self._open = self._open, not shut
        if was_open and not shut:
            return step
        if was_open:
            return replace(step, spoken=_fade_out(step.spoken))
        if not shut:
            return replace(step, spoken=_fade_in(step.spoken))
        # An empty last piece only closes what was spoken before.
        texts = tuple(
            text for text in step.texts if text.speaker is not Speaker.AGENT or (text.final and not text.piece)
        )
        return replace(step, spoken=silence(), texts=texts, speaking=False)


def _fade_out(frame: Frame) -> Frame:
    faded = silence()
    faded[:_FADE_SAMPLES] = frame[:_FADE_SAMPLES] * _RISE[::-1]
    return faded


def _fade_in(frame: Frame) -> Frame:
    faded = frame.copy()
    faded[:_FADE_SAMPLES] *= _RISE
    return faded
