"""How long a model takes for a frame: up to its text (codec, large transformer), and from there on (sound).

Threading: the loop's worker measures, any thread reads.
Units: milliseconds; seconds on the clock that is passed in.
"""

from __future__ import annotations

import threading
from collections.abc import Callable

from creature_voice.stats import Durations


class StepTimes:
    """See the module."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._begun_s = self._marked_s = 0.0
        self.clear()

    def clear(self) -> None:
        """Count from zero."""
        with self._lock:
            self.count = 0
            self._whole, self._text, self._sound = Durations(), Durations(), Durations()

    def begin(self) -> None:
        """A step begins."""
        self._begun_s = self._marked_s = self._clock()

    def mark(self) -> None:
        """Its text is known."""
        self._marked_s = self._clock()

    def end(self) -> None:
        """It has ended."""
        ended_s = self._clock()
        with self._lock:
            self.count += 1
            self._whole.add((ended_s - self._begun_s) * 1000.0)
            self._text.add((self._marked_s - self._begun_s) * 1000.0)
            self._sound.add((ended_s - self._marked_s) * 1000.0)

    def lately_ms(self) -> float:
        """Median of the last 30 s of a model that keeps up, of as many steps of another."""
        with self._lock:
            return self._whole.recent_percentile(50)

    def figures(self) -> dict[str, float]:
        """Since the beginning: value by name."""
        with self._lock:
            return {
                "model_step_ms_median": self._whole.percentile(50),
                "model_step_ms_p99": self._whole.percentile(99),
                "model_text_ms_median": self._text.percentile(50),
                "model_sound_ms_median": self._sound.percentile(50),
            }
