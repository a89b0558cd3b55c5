"""How far the server is behind, and whether it may be sent another frame.

Design: a server that is slower than real time, or a link that stalls, queues what it is sent without end. So a frame
is sent only while fewer than a fixed number of frames are without an answer; else it is skipped, and counted. Quiet
frames, which nobody misses, are skipped from half of that number on. The answers that are out are the lag: it cannot
grow past that number, and falls again as soon as answers come.
Threading: may_send() by the loop's worker, answered() by the link's thread; the rest by any.
Units: frames of 80 ms; seconds on a monotonic clock.
"""

from __future__ import annotations

import statistics
import threading
from collections import deque
from collections.abc import Callable

from creature_voice.frame import FRAME_S, FRAME_SAMPLES

_ROUND_TRIPS = 125


class Flow:
    """Frames sent and answered in one conversation."""

    def __init__(self, max_lag_frames: int, unanswered_frames: int, clock: Callable[[], float]) -> None:
        """Make it.

        Args:
            max_lag_frames: Answers that may be out.
            unanswered_frames: Frames at the beginning for which no answer comes.
            clock: Monotonic time, seconds.
        """
        self._most = max_lag_frames
        self._unanswered = unanswered_frames
        self._clock = clock
        self._lock = threading.Lock()
        self._sent = 0
        self._answered_samples = 0
        self._sent_s: deque[float] = deque(maxlen=1024)
        self._round_trips_s: deque[float] = deque(maxlen=_ROUND_TRIPS)
        self._answered_s = clock()

    def may_send(self, quiet: bool) -> bool:
        """Whether the next frame may be sent; if so, it counts as sent.

        Args:
            quiet: There is no speech in it.
        """
        with self._lock:
            if self._lag() >= (self._most + 1) // 2 and (quiet or self._lag() >= self._most):
                return False
            now_s = self._clock()
            if self._lag() == 0:
                # The wait for an answer begins with the frame that wants one.
                self._answered_s = now_s
            self._sent += 1
            if self._sent > self._unanswered:
                self._sent_s.append(now_s)
            return True

    def answered(self, samples: int) -> None:
        """Sound has come."""
        with self._lock:
            before = self._answered_samples // FRAME_SAMPLES
            self._answered_samples += samples
            now_s = self._answered_s = self._clock()
            for _ in range(self._answered_samples // FRAME_SAMPLES - before):
                if self._sent_s:
                    self._round_trips_s.append(now_s - self._sent_s.popleft())

    @property
    def sent(self) -> int:
        """Frames sent."""
        return self._sent

    @property
    def lag_frames(self) -> int:
        """Answers that are out."""
        with self._lock:
            return self._lag()

    @property
    def waiting_s(self) -> float:
        """How long answers have been out and none has come."""
        with self._lock:
            return self._clock() - self._answered_s if self._lag() else 0.0

    @property
    def round_trip_ms(self) -> float:
        """Median time from a frame to its answer, of the last 10 s; 0 before the first."""
        with self._lock:
            trips = list(self._round_trips_s)
        return 1000.0 * statistics.median(trips) if trips else 0.0

    def _lag(self) -> int:
        return max(0, self._sent - self._unanswered - self._answered_samples // FRAME_SAMPLES)


def frames_of(seconds: float) -> int:
    """A time as a whole number of frames, at least one."""
    return max(1, round(seconds / FRAME_S))
