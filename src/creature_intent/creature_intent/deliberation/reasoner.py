"""What thinks: a request of several steps in, a plan out."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from creature_intent.tasks.abilities import Abilities
from creature_intent.tasks.goals import Goal


@dataclass(frozen=True)
class Project:
    """Something to be done that is more than one task.

    Attributes:
        words: What the user said.
        aim: The verb and what it is about, as the creature would say it ("clear the table").
    """

    words: str
    aim: str


@dataclass(frozen=True)
class Plan:
    """What is to be done about a project.

    Attributes:
        steps: Goals, in order; none if it cannot be done.
        words: Said at once; empty for nothing.
        done_words: Said when all steps are done.
        strict: A step that fails makes the rest useless.
    """

    steps: tuple[Goal, ...] = ()
    words: str = ""
    done_words: str = ""
    strict: bool = False


class Stop:
    """Tells a reasoner that its thoughts are wanted no longer. Any thread may use it."""

    def __init__(self) -> None:
        self._event = threading.Event()
        self._lock = threading.Lock()
        self._cuts: list[Callable[[], None]] = []

    @property
    def asked(self) -> bool:
        """Nobody waits for the answer."""
        return self._event.is_set()

    def wait(self, timeout_s: float) -> bool:
        """Wait for it; True once it is asked."""
        return self._event.wait(timeout_s)

    def ask(self) -> None:
        """End the thinking."""
        with self._lock:
            self._event.set()
            cuts, self._cuts = self._cuts, []
        for cut in cuts:
            cut()

    def on_ask(self, cut: Callable[[], None]) -> None:
        """Call this when it is asked, or now if it was already; from the thread that asks. It must not block."""
        with self._lock:
            if not self._event.is_set():
                self._cuts.append(cut)
                return
        cut()


class Reasoner(Protocol):
    """Something that finds the steps of a project. It runs in a thread of its own, and may take minutes."""

    def think(self, project: Project, abilities: Abilities, stop: Stop) -> Plan:
        """Find the steps.

        Raises:
            ReasonerError: it could not; the message says why, for the log.
        """


class ReasonerError(Exception):
    """A reasoner could not think."""
