"""Sound on its way to a speaker: a short queue between the loop, which writes frames, and the card, which takes blocks.

Design: what is missing is played as silence and counted, which leaves just as much time for what comes next: the queue
finds by itself the shortest delay that plays without gaps. It never holds more than MOST_FRAMES; above ENOUGH_FRAMES
quiet frames are left out, so that a delay once needed does not stay.
Threading: one writer and one reader; a lock is held for a copy at most.
Units: samples of any rate; a frame is 80 ms.
"""

from __future__ import annotations

import threading
from collections import deque

import numpy as np

from creature_voice.frame import Samples
from creature_voice.levels import is_quiet
from creature_voice.sinks.sink import SinkCounts

MOST_FRAMES = 4
ENOUGH_FRAMES = 2


class PlayRing:
    """Frames in, blocks of any size out."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._frames: deque[Samples] = deque()
        self._begun = False
        self._dry = False
        self._underruns = 0
        self._dropped = 0

    def write(self, frame: Samples) -> None:
        """Append a frame; with too many waiting, the oldest goes."""
        with self._lock:
            self._begun = True
            if len(self._frames) >= ENOUGH_FRAMES and is_quiet(frame):
                return
            if len(self._frames) == MOST_FRAMES:
                self._frames.popleft()
                self._dropped += 1
            self._frames.append(frame)

    def read(self, samples: int) -> Samples:
        """The next block, float32, shape [samples]; silence where nothing is waiting."""
        block = np.zeros(samples, np.float32)
        with self._lock:
            filled = 0
            while filled < samples and self._frames:
                filled += self._take_into(block[filled:])
            # One count for each time it runs dry, not for each block of the silence that follows.
            dry = self._begun and filled < samples
            if dry and not self._dry:
                self._underruns += 1
            self._dry = dry
        return block

    def counts(self) -> SinkCounts:
        """Underruns and dropped frames since it was made."""
        with self._lock:
            return SinkCounts(self._underruns, self._dropped)

    def _take_into(self, room: Samples) -> int:
        frame = self._frames[0]
        count = min(len(room), len(frame))
        room[:count] = frame[:count]
        if count == len(frame):
            self._frames.popleft()
        else:
            self._frames[0] = frame[count:]
        return count
