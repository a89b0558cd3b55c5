"""What the bridge counts and measures of itself.

Threading: Counts is written by the bridge's thread only and may be read from any (plain integers); Latency is safe
from any thread.
Units: latencies in ms, times in seconds of a monotonic clock.
"""

from __future__ import annotations

import threading
from collections import deque
from dataclasses import dataclass


@dataclass
class Counts:
    """Totals since the start.

    Attributes:
        pages: Pages connected now.
        owner: A page is the ears and the voice now.
        mic_frames: Microphone frames taken from owners.
        mic_lost: Microphone frames that a page counted but that never came.
        speech_frames: Frames of speech handed to a page's socket.
        dropped: Messages dropped because a page read too slowly.
        flooded: Messages ignored because a page sent too fast.
        malformed: Messages that the wire does not know, and oversized ones.
        refused: Pages turned away (too many, or from a foreign site).
    """

    pages: int = 0
    owner: bool = False
    mic_frames: int = 0
    mic_lost: int = 0
    speech_frames: int = 0
    dropped: int = 0
    flooded: int = 0
    malformed: int = 0
    refused: int = 0


class Latency:
    """Latencies of the last seconds."""

    def __init__(self, window_s: float = 10.0, most: int = 1000) -> None:
        self._window_s = window_s
        self._samples: deque[tuple[float, float]] = deque(maxlen=most)
        self._lock = threading.Lock()

    def add(self, now_s: float, latency_ms: float) -> None:
        """One more measurement, made now."""
        with self._lock:
            self._samples.append((now_s, latency_ms))

    def summary(self, now_s: float) -> tuple[float, float] | None:
        """Median and 99th percentile of the window, ms; None if nothing was measured in it."""
        with self._lock:
            recent = sorted(ms for at_s, ms in self._samples if now_s - at_s <= self._window_s)
        if not recent:
            return None
        return recent[len(recent) // 2], recent[min(len(recent) - 1, int(len(recent) * 0.99))]
