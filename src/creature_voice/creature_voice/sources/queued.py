"""A source that is fed from another thread: `phone` and `topic` are this, `device` is built on it.

Design: a bounded queue and the rules of creature_voice.sources.arrivals behind one condition.
Threading: feed() from any thread, and it only copies a reference; read() by the loop's worker, which sleeps in between.
Units: seconds on time.monotonic.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

from creature_voice.frame import FRAME_S, Samples, silence
from creature_voice.sources.arrivals import Arrival, ArrivalPacer
from creature_voice.sources.source import Heard, SourceCounts


class QueuedSource:
    """Frames that arrive by themselves; silence while none do."""

    def __init__(self, name: str, clock: Callable[[], float] = time.monotonic) -> None:
        """Args:
        name: What feeds it, for people ("phone").
        clock: Monotonic time, seconds.
        """
        self._name = name
        self._clock = clock
        self._changed = threading.Condition()
        self._pacer = ArrivalPacer(clock())

    def start(self) -> None:
        """Begin anew: what was fed before is forgotten."""
        with self._changed:
            self._pacer = ArrivalPacer(self._clock())

    def feed(self, samples: Samples, index: int | None = None) -> None:
        """Frame number `index` of the sender has arrived; the array must not be changed afterwards."""
        with self._changed:
            self._pacer.put(samples, self._clock(), index)
            self._changed.notify()

    def lose(self, blocks: int) -> None:
        """Count blocks that the sender knows it lost."""
        with self._changed:
            self._pacer.lose(blocks)

    def read(self, timeout_s: float) -> Heard | None:
        """The next frame, or None if none was due within the timeout."""
        arrival = self.take(timeout_s)
        if arrival is None:
            return None
        return Heard(silence() if arrival.samples is None else arrival.samples, arrival.due_s)

    def take(self, timeout_s: float) -> Arrival | None:
        """As read(), with the block as it arrived."""
        with self._changed:
            arrival = self._pacer.take(self._clock())
            if arrival is None:
                self._changed.wait(min(timeout_s, self._pacer.wait_s(self._clock())))
                arrival = self._pacer.take(self._clock())
            return arrival

    def counts(self) -> SourceCounts:
        """What has come, and what has not."""
        with self._changed:
            return self._pacer.counts()

    def describe(self) -> str:
        """Its state in a few words, for people."""
        with self._changed:
            heard, absent_s = self._pacer.counts().heard, self._pacer.silent_run * FRAME_S
        if not heard:
            return f"{self._name}: nothing has come yet; the creature hears silence"
        if absent_s:
            return f"{self._name}: nothing for {absent_s:.0f} s; the creature hears silence"
        return f"{self._name}: hearing"

    def stop(self) -> None:
        """Nothing to end."""

    def close(self) -> None:
        """Nothing is held."""
