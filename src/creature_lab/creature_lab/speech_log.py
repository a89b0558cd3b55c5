"""What the creature said, as sound: frames by index, laid on the recording's timeline.

The voice may leave out frames in which it is silent: an index that is skipped is silence.
Units: seconds on one monotonic clock.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from creature_lab.events import SpokenFrame
from creature_lab.loudness import audible_from_s
from creature_voice.frame import FRAME_S, SAMPLE_RATE_HZ, Samples

# A shorter pause is one between words, not between two things that are said.
_PAUSE_FRAMES = 4


@dataclass(frozen=True)
class Run:
    """Something said without a pause: from its first audible frame to its last.

    Attributes:
        first, last: Frame indices.
        heard_s: When its first audible sample was received.
        ended_s: When its last audible frame ended.
    """

    first: int
    last: int
    heard_s: float
    ended_s: float


@dataclass(frozen=True)
class _Placed:
    frame: int
    at_s: float
    begins_s: float
    samples: Samples


class SpeechLog:
    """Collects the frames of voice/speech."""

    def __init__(self) -> None:
        self._placed: list[_Placed] = []
        self._runs: list[Run] = []

    def add(self, spoken: SpokenFrame, begins_s: float) -> bool:
        """Take a frame that begins at begins_s on the clock; returns whether it is audible."""
        self._placed.append(_Placed(spoken.frame, spoken.at_s, begins_s, spoken.samples))
        onset_s = audible_from_s(spoken.samples)
        if onset_s is None:
            return False
        run = self._runs[-1] if self._runs else None
        if run is not None and 0 <= spoken.frame - run.last <= _PAUSE_FRAMES:
            self._runs[-1] = replace(run, last=spoken.frame, ended_s=begins_s + FRAME_S)
        else:
            self._runs.append(Run(spoken.frame, spoken.frame, spoken.at_s + onset_s, begins_s + FRAME_S))
        return True

    @property
    def count(self) -> int:
        """Frames received, audible or not."""
        return len(self._placed)

    @property
    def runs(self) -> list[Run]:
        """Everything audible that was said, in order."""
        return list(self._runs)

    def rest_of(self, run: Run, frame: int) -> Run | None:
        """What is audible of a run from this frame on; None if nothing is."""
        for placed in self._placed:
            onset_s = audible_from_s(placed.samples) if frame <= placed.frame <= run.last else None
            if onset_s is not None:
                return replace(run, first=placed.frame, heard_s=placed.at_s + onset_s)
        return None

    def render(self, zero_s: float, shortest_s: float) -> Samples:
        """The creature's side of the conversation, from zero_s to the end of what it said.

        Frames that follow each other stay joined; the rest is laid where it happened.

        Args:
            zero_s: The time of the first sample.
            shortest_s: It is filled up with silence to at least this length.
        """
        end_s = max((run.ended_s for run in self._runs), default=zero_s)
        out = np.zeros(max(round((end_s - zero_s) * SAMPLE_RATE_HZ), round(shortest_s * SAMPLE_RATE_HZ)), np.float32)
        before: _Placed | None = None
        start = 0
        for placed in self._placed:
            follows = before is not None and placed.frame == before.frame + 1
            start = start + len(placed.samples) if follows else round((placed.begins_s - zero_s) * SAMPLE_RATE_HZ)
            _lay(out, start, placed.samples)
            before = placed
        return out


def _lay(out: Samples, start: int, samples: Samples) -> None:
    first, last = max(start, 0), min(start + len(samples), len(out))
    if first < last:
        out[first:last] = samples[first - start : last - start]
