"""A recording of a person: its sound, where the speech in it is, and its frames."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np

from creature_lab.loudness import Span, speech_spans
from creature_voice.frame import FRAME_SAMPLES, SAMPLE_RATE_HZ, Frame, Samples


@dataclass(frozen=True)
class Recording:
    """A recording, ready to be played.

    Attributes:
        path: The file it came from.
        samples: float32, shape [n], mono, 24 000 Hz.
        sample_rate_hz, channels: Those of the file.
    """

    path: Path
    samples: Samples
    sample_rate_hz: int
    channels: int

    @property
    def duration_s(self) -> float:
        """Length in seconds."""
        return len(self.samples) / SAMPLE_RATE_HZ

    @cached_property
    def speech(self) -> list[Span]:
        """Where there is speech, judged by energy; empty if the recording is silent."""
        return speech_spans(self.samples)

    @property
    def silent(self) -> bool:
        """Nothing in it could be speech."""
        return not self.speech

    @property
    def speech_start_s(self) -> float:
        """When the first speech begins; 0 if there is none."""
        return self.speech[0].start_s if self.speech else 0.0

    @property
    def mouth_closed_s(self) -> float | None:
        """When the last speech ends; None if there is none."""
        return min(self.speech[-1].end_s, self.duration_s) if self.speech else None

    def frames(self) -> list[Frame]:
        """Its frames; the last one is filled up with silence."""
        count = -(-len(self.samples) // FRAME_SAMPLES)
        padded = np.zeros(count * FRAME_SAMPLES, np.float32)
        padded[: len(self.samples)] = self.samples
        return list(padded.reshape(count, FRAME_SAMPLES))
