"""How much one page may send: a token bucket."""

from __future__ import annotations


class Bucket:
    """Allows `per_s` messages a second on average and `burst` at once.

    Units: times are seconds of a monotonic clock.
    """

    def __init__(self, per_s: float, burst: int, now_s: float) -> None:
        self._per_s = per_s
        self._burst = float(burst)
        self._left = float(burst)
        self._at_s = now_s

    def allow(self, now_s: float) -> bool:
        """Whether one more message is within the rate; if so it is counted."""
        self._left = min(self._burst, self._left + (now_s - self._at_s) * self._per_s)
        self._at_s = now_s
        if self._left < 1.0:
            return False
        self._left -= 1.0
        return True
