"""On and off, sample by sample, as spans of time."""

from __future__ import annotations

from creature_lab.loudness import Span


class SpanLog:
    """Collects when something was on."""

    def __init__(self) -> None:
        self._closed: list[Span] = []
        self._since_s: float | None = None
        self._last_on_s = 0.0

    def add(self, on: bool, at_s: float) -> None:
        """It is on or off at this time."""
        if on:
            self._since_s = at_s if self._since_s is None else self._since_s
            self._last_on_s = at_s
        elif self._since_s is not None:
            self._closed.append(Span(self._since_s, at_s))
            self._since_s = None

    @property
    def spans(self) -> list[Span]:
        """Every span, one that is still on included up to now."""
        running = [] if self._since_s is None else [Span(self._since_s, self._last_on_s)]
        return [*self._closed, *running]
