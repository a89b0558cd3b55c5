"""The pace of a source whose frames arrive by themselves (a phone, a topic, a sound card). Pure: no thread, no clock.

Design: a frame is handed on the moment it has arrived, so hearing costs no buffer and the sender's clock may drift as
it likes. When none has come for PATIENCE_S the pacer makes silence, one frame every 80 ms, until one comes again.
Frames that come in a burst after a stall are handed on at once. The silence made meanwhile has put the loop ahead of
real time; the surplus is worked off by leaving out as many quiet frames, so that what is said meets its listener
without a growing delay, and no word is lost.
Units: seconds on any monotonic clock; a block is what arrives at once, 80 ms of sound at the sender's rate.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass

from creature_voice.frame import FRAME_S, Samples
from creature_voice.levels import is_quiet
from creature_voice.sources.source import SourceCounts

PATIENCE_S = 2 * FRAME_S
"""How long the next frame is waited for before silence takes its place."""

QUEUE_FRAMES = 5
"""Blocks kept for a loop that is behind; the oldest goes first."""

# A silence longer than this was a sender gone, not a sender late.
_LATE_AT_MOST = 12
# Behind by more than this, the clock of made-up silence starts anew: a machine that slept owes nobody its silence.
_FORGIVEN_S = 1.0


@dataclass(frozen=True)
class Arrival:
    """A block of sound, or None for made-up silence, and when it was due."""

    samples: Samples | None
    due_s: float


class ArrivalPacer:
    """Decides what the loop hears, and when."""

    def __init__(self, now_s: float) -> None:
        self._queue: deque[Arrival] = deque()
        self._last_due_s = now_s
        self._last_index: int | None = None
        self._silent_run = 0
        self._surplus = 0
        self._heard = self._silent = self._lost = self._dropped = self._skipped = 0

    def put(self, samples: Samples, now_s: float, index: int | None = None) -> None:
        """A block has arrived. `index` is the sender's, counting by one; None where the sender does not count."""
        missing = self._count_lost(index)
        if self._silent_run:
            if self._silent_run <= _LATE_AT_MOST:
                self._surplus += max(0, self._silent_run - missing)
            self._silent_run = 0
        if len(self._queue) == QUEUE_FRAMES:
            self._queue.popleft()
            self._dropped += 1
        self._queue.append(Arrival(samples, now_s))

    def lose(self, blocks: int) -> None:
        """Blocks that the sender says it lost."""
        self._lost += blocks

    def take(self, now_s: float) -> Arrival | None:
        """What is to be heard now; None if nothing is yet."""
        while self._queue:
            arrival = self._queue.popleft()
            self._last_due_s = max(self._last_due_s, arrival.due_s)
            if self._surplus and arrival.samples is not None and is_quiet(arrival.samples):
                self._surplus -= 1
                self._skipped += 1
                continue
            self._heard += 1
            return arrival
        return self._take_silence(now_s)

    def wait_s(self, now_s: float) -> float:
        """How long until take() gives something, if nothing arrives."""
        return 0.0 if self._queue else max(0.0, self._deadline_s() - now_s)

    @property
    def silent_run(self) -> int:
        """Frames of made-up silence since the last block arrived."""
        return self._silent_run

    def counts(self) -> SourceCounts:
        """What has come, and what has not."""
        return SourceCounts(self._heard, self._silent, self._lost, self._dropped, self._skipped)

    def _count_lost(self, index: int | None) -> int:
        # An index that goes back is a sender that began anew: nothing is known to be missing.
        last, self._last_index = self._last_index, index
        if index is None or last is None or index <= last:
            return 0
        missing = index - last - 1
        self._lost += missing
        return missing

    def _deadline_s(self) -> float:
        return self._last_due_s + (FRAME_S if self._silent_run else PATIENCE_S)

    def _take_silence(self, now_s: float) -> Arrival | None:
        deadline_s = self._deadline_s()
        if now_s < deadline_s:
            return None
        self._last_due_s = deadline_s if now_s - deadline_s < _FORGIVEN_S else now_s
        self._silent_run += 1
        self._silent += 1
        return Arrival(None, self._last_due_s)
