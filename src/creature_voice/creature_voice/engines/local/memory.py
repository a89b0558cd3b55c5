"""What the brain is to remember, told to it outside the voice's own threads.

Design: a brain may lock or write while it remembers; neither the ears nor the 80 ms loop may wait for that.
Threading: put() from any thread; one worker calls the brain, in order.
"""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable

_LONGEST = 64
_JOIN_S = 5.0


class Memory:
    """A worker for calls that take an unknown time."""

    def __init__(self, failed: Callable[[str], None]) -> None:
        """Start it; failed is told what went wrong, in words."""
        self._failed = failed
        self._queue: queue.Queue[Callable[[], None] | None] = queue.Queue()
        self._thread = threading.Thread(target=self._run, name="memory", daemon=True)
        self._thread.start()

    def put(self, call: Callable[[], None], must: bool = False) -> None:
        """Do this after what is already waiting; never blocks. What does not fit is reported, unless it must be done.

        Args:
            call: What is done.
            must: It ends something that would go on for ever; there are never more of these than answers begun.
        """
        if must or self._queue.qsize() < _LONGEST:
            self._queue.put(call)
        else:
            self._failed("the brain is too slow to remember what is said")

    def close(self) -> None:
        """Finish what is waiting, then end. May be called twice."""
        if self._thread.is_alive():
            self._queue.put(None)
            self._thread.join(_JOIN_S)

    def _run(self) -> None:
        while (call := self._queue.get()) is not None:
            try:
                call()
            except Exception as error:
                # A brain is the user's own code: whatever it raises must not end the conversation.
                self._failed(f"{type(error).__name__}: {error}")
