"""Words that others gave the creature to say, followed from frame to frame.

Threading: add() and cancel_all() from any thread, poll() from the loop's worker; a lock guards the list.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from creature_voice.engine import Saying, SayOutcome

Goal = TypeVar("Goal")


@dataclass(frozen=True)
class RefusedSaying:
    """Words that an engine did not take."""

    message: str
    spoken: str = ""
    outcome: SayOutcome | None = SayOutcome.REFUSED

    def cancel(self) -> None:
        """There is nothing to cancel."""


@dataclass(eq=False)
class _Pending(Generic[Goal]):
    goal: Goal
    saying: Saying
    told: str = ""


class Sayings(Generic[Goal]):
    """Tells, for each goal, the words spoken so far and the end."""

    def __init__(self, spoken: Callable[[Goal, str], None], ended: Callable[[Goal, Saying], None]) -> None:
        """Args:
        spoken: Called with the words so far, whenever they have grown.
        ended: Called once, when the saying has its outcome.
        """
        self._spoken = spoken
        self._ended = ended
        self._lock = threading.Lock()
        self._pending: list[_Pending[Goal]] = []

    def add(self, goal: Goal, saying: Saying) -> None:
        """Follow these words."""
        with self._lock:
            self._pending.append(_Pending(goal, saying))

    def find(self, matches: Callable[[Goal], bool]) -> Saying | None:
        """The words of the first goal that matches."""
        with self._lock:
            return next((pending.saying for pending in self._pending if matches(pending.goal)), None)

    def poll(self) -> None:
        """Look at all of them; called in every frame, and cheap when there is nothing to follow."""
        if not self._pending:
            return
        with self._lock:
            pending = list(self._pending)
        # The outcome is read before the words: what is reported at the end is then all that was spoken.
        ended = [one for one in pending if one.saying.outcome is not None]
        for one in pending:
            self._tell(one)
        with self._lock:
            self._pending = [one for one in self._pending if one not in ended]
        for one in ended:
            self._ended(one.goal, one.saying)

    def cancel_all(self) -> None:
        """Cancel what is still to be said, and tell the end of each."""
        for one in self.drop_all():
            self._ended(one.goal, one.saying)

    def drop_all(self) -> list[_Pending[Goal]]:
        """Cancel what is still to be said, and tell nobody; returns what was followed."""
        with self._lock:
            pending, self._pending = self._pending, []
        for one in pending:
            one.saying.cancel()
        return pending

    def _tell(self, one: _Pending[Goal]) -> None:
        words = one.saying.spoken
        if words != one.told:
            one.told = words
            self._spoken(one.goal, words)
