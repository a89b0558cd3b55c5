"""One slow piece of work in a thread, so that whoever waits for it can go on doing something meanwhile.

Threading: the work runs in a thread of its own; wait(), result() and abandon() are called by the one that began it.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Generic, TypeVar

T = TypeVar("T")


class Background(Generic[T]):
    """Work that has been begun."""

    def __init__(self, work: Callable[[], T], discard: Callable[[T], None]) -> None:
        """Begin.

        Args:
            work: What is to be done.
            discard: Undoes it, if it was abandoned before it was done.
        """
        self._work = work
        self._discard = discard
        self._lock = threading.Lock()
        self._done = threading.Event()
        self._abandoned = False
        self._result: T | None = None
        self._error: BaseException | None = None
        self._thread = threading.Thread(target=self._run, name="voice-loading", daemon=True)
        self._thread.start()

    def wait(self, timeout_s: float) -> bool:
        """Whether it is done, after at most so many seconds."""
        return self._done.wait(timeout_s)

    def result(self) -> T:
        """What came of it; call it when wait() has said so. Raises what the work raised."""
        if self._error is not None:
            raise self._error
        assert self._result is not None
        return self._result

    def abandon(self, timeout_s: float) -> None:
        """Nobody wants it any more: what comes of it is discarded, and waited for so long."""
        with self._lock:
            self._abandoned = True
            result, self._result = self._result, None
        if result is not None:
            self._discard(result)
        self._thread.join(timeout_s)

    def _run(self) -> None:
        try:
            result = self._work()
        except BaseException as error:
            self._error = error
        else:
            self._keep(result)
        self._done.set()

    def _keep(self, result: T) -> None:
        with self._lock:
            unwanted = self._abandoned
            if not unwanted:
                self._result = result
        if unwanted:
            self._discard(result)
