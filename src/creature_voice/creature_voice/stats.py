"""How the loop keeps time: counts and durations, since the start and lately.

Threading: the loop's worker adds, any thread reads; one lock guards both.
Units: milliseconds; a frame is 80 ms.
"""

from __future__ import annotations

import math
import threading
from collections import deque
from dataclasses import dataclass

import numpy as np

WINDOW_FRAMES = 375
"""What "lately" means: 30 s."""

_LOWEST_MS = 0.001
_STEP = math.log(1.02)
_BINS = 1024


class Durations:
    """Durations since the start in bounded memory: a histogram whose bins are 2 % wide, 1 us to 640 s."""

    def __init__(self) -> None:
        self._bins = np.zeros(_BINS, np.int64)
        self._recent: deque[float] = deque(maxlen=WINDOW_FRAMES)

    def add(self, duration_ms: float) -> None:
        """Count one duration."""
        place = int(math.log(max(duration_ms, _LOWEST_MS) / _LOWEST_MS) / _STEP)
        self._bins[min(place, _BINS - 1)] += 1
        self._recent.append(duration_ms)

    def percentile(self, percent: float) -> float:
        """Since the start, to 1 %; 0.0 before anything was added."""
        total = int(self._bins.sum())
        if total == 0:
            return 0.0
        place = int(np.searchsorted(np.cumsum(self._bins), percent / 100.0 * total))
        return _LOWEST_MS * math.exp((place + 0.5) * _STEP)

    def recent_percentile(self, percent: float) -> float:
        """Over the last 30 s, exactly; 0.0 before anything was added."""
        return float(np.percentile(self._recent, percent)) if self._recent else 0.0


@dataclass(frozen=True)
class LoopReport:
    """The loop's figures at one moment.

    Attributes:
        total: Frames handled.
        late: Frames whose handling (sound given to the sink, listeners told) ended more than one frame period
            after they were due. A frame is due when its last sample has been heard.
        recent_late: The same among the last 30 s.
        step_ms_median, step_ms_p99: Time in the engine's step.
        path_ms_median, path_ms_p99: Time in handling a frame, the engine's step excluded.
        recent_step_ms_p99, recent_path_ms_p99: Over the last 30 s.
        wait_ms_p99: From a frame being due to its handling being begun.
    """

    total: int = 0
    late: int = 0
    recent_late: int = 0
    step_ms_median: float = 0.0
    step_ms_p99: float = 0.0
    path_ms_median: float = 0.0
    path_ms_p99: float = 0.0
    recent_step_ms_p99: float = 0.0
    recent_path_ms_p99: float = 0.0
    wait_ms_p99: float = 0.0


class LoopStats:
    """Collects what LoopReport tells."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._step = Durations()
        self._path = Durations()
        self._wait = Durations()
        self._total = 0
        self._late = 0
        self._recent_late: deque[bool] = deque(maxlen=WINDOW_FRAMES)

    def add(self, *, wait_ms: float, step_ms: float, path_ms: float, late: bool) -> None:
        """Count one frame."""
        with self._lock:
            self._total += 1
            self._late += late
            self._recent_late.append(late)
            self._wait.add(wait_ms)
            self._step.add(step_ms)
            self._path.add(path_ms)

    def report(self) -> LoopReport:
        """The figures now."""
        with self._lock:
            return LoopReport(
                total=self._total,
                late=self._late,
                recent_late=sum(self._recent_late),
                step_ms_median=self._step.percentile(50),
                step_ms_p99=self._step.percentile(99),
                path_ms_median=self._path.percentile(50),
                path_ms_p99=self._path.percentile(99),
                recent_step_ms_p99=self._step.recent_percentile(99),
                recent_path_ms_p99=self._path.recent_percentile(99),
                wait_ms_p99=self._wait.percentile(99),
            )
