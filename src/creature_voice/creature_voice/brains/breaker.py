"""A circuit breaker: after a failure an endpoint is left alone for a while, longer each time."""

from __future__ import annotations

import threading
from collections.abc import Callable

_MOST_DOUBLINGS = 4


class Breaker:
    """Says whether an endpoint may be tried. Safe to use from any thread.

    Args:
        retry_s: Pause after the first failure; doubles with each further one, up to sixteenfold.
        clock: Seconds that only go forward.
    """

    def __init__(self, retry_s: float, clock: Callable[[], float]) -> None:
        self._retry_s = retry_s
        self._clock = clock
        self._lock = threading.Lock()
        self._failures = 0
        self._closed_until = 0.0
        self._reason = ""

    def allows(self) -> bool:
        """Whether to try. The one that is let through after a pause keeps the others waiting until it has a result."""
        with self._lock:
            if not self._failures:
                return True
            if self._clock() < self._closed_until:
                return False
            self._closed_until = self._clock() + self._pause_s()
            return True

    def worked(self) -> None:
        """The endpoint answered."""
        with self._lock:
            self._failures, self._reason = 0, ""

    def failed(self, reason: str) -> None:
        """The endpoint did not answer as it should."""
        with self._lock:
            self._failures += 1
            self._reason = reason
            self._closed_until = self._clock() + self._pause_s()

    @property
    def reason(self) -> str:
        """Why it is not to be trusted now; empty while all is well."""
        return self._reason

    def _pause_s(self) -> float:
        return float(self._retry_s * 2 ** min(max(self._failures - 1, 0), _MOST_DOUBLINGS))
