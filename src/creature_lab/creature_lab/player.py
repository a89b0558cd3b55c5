"""Plays frames at real-time pace: silence, the recording when it is told to, and silence again until it is stopped.

Design: a creature listens on, so something is always played; frame n goes out 80 ms after frame n - 1.
Threading: one worker sends the frames. begin(), stop() and the figures may be used from any thread. A frame that
comes late does not shift those after it: each one's time is reckoned from the first.
Units: seconds of the clock that is passed in (monotonic). A frame goes out when it would be complete at a microphone:
its first sample was spoken 80 ms before.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Sequence

from creature_voice.frame import FRAME_S, Frame, silence


class Player:
    """A microphone into which a recording is played.

    Args:
        send: Called in the worker with the frame's index, counting by one from zero, and the frame.
        lead_in: Frames of silence between begin() and the recording.
        clock, wait: time.monotonic, and a wait for so many seconds that returns True once it has been stopped.
    """

    def __init__(
        self,
        send: Callable[[int, Frame], None],
        lead_in: int = 6,
        clock: Callable[[], float] = time.monotonic,
        wait: Callable[[float], bool] | None = None,
    ) -> None:
        self._send = send
        self._lead_in = lead_in
        self._clock = clock
        self._stopped = threading.Event()
        self._wait = wait or self._stopped.wait
        self._thread = threading.Thread(target=self.run, name="player", daemon=True)
        self._lock = threading.Lock()
        self._queue: list[Frame] = []
        self._first: int | None = None
        self._next_index = 0
        self._sent_s: list[float] = []
        self.zero_s: float | None = None
        self.latest_s = 0.0

    def start(self) -> None:
        """Begin to play silence."""
        self._thread.start()

    def begin(self, frames: Sequence[Frame]) -> None:
        """Play these after the lead-in."""
        with self._lock:
            self._first = self._next_index + self._lead_in
            self._queue = list(frames)

    def stop(self) -> None:
        """Stop playing; returns when the worker has ended."""
        self._stopped.set()
        if self._thread.is_alive():
            self._thread.join()

    @property
    def began(self) -> bool:
        """The first frame of the recording has been sent; zero_s is the time of its first sample."""
        return self.zero_s is not None

    @property
    def ended_s(self) -> float | None:
        """When the last frame of the recording was sent; None before."""
        sent = len(self._sent_s)
        return self._sent_s[-1] if sent and sent == len(self._queue) else None

    def spoken_s(self, offset_s: float) -> float:
        """When the sample at this offset into the recording was spoken, as it was really sent."""
        index = min(int(offset_s / FRAME_S), len(self._sent_s) - 1)
        return self._sent_s[index] - (index + 1) * FRAME_S + offset_s

    def run(self) -> None:
        """What the worker does."""
        started_s = self._clock()
        while not self._wait(max(0.0, started_s + self._next_index * FRAME_S - self._clock())):
            due_s = started_s + self._next_index * FRAME_S
            self._play_one(due_s)

    def _play_one(self, due_s: float) -> None:
        with self._lock:
            index = self._next_index
            at = -1 if self._first is None else index - self._first
            frame = self._queue[at] if 0 <= at < len(self._queue) else silence()
            self._next_index += 1
        self._send(index, frame)
        sent_s = self._clock()
        if not 0 <= at < len(self._queue):
            return
        self.latest_s = max(self.latest_s, sent_s - due_s)
        if at == 0:
            self.zero_s = sent_s - FRAME_S
        self._sent_s.append(sent_s)
