"""What the dispatcher is joined to: the body, what it is told by it, and where its own results go."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from creature_intent.tasks.goals import Goal, Progress


class Listener(Protocol):
    """Takes what a server says of one goal. After the goal's end a late acceptance is answered by a cancel, and all
    else is ignored."""

    def accepted(self) -> None:
        """The server works on it."""

    def rejected(self) -> None:
        """The server does not take it."""

    def feedback(self, phase: str, progress: float) -> None:
        """How far it is; progress 0 to 1."""

    def cancel_refused(self) -> None:
        """The server does not cancel it."""

    def result(self, outcome: str, message: str) -> None:
        """It has ended; outcome is one of goals.OUTCOMES."""


class Body(Protocol):
    """The server of tasks. No call waits."""

    def is_ready(self) -> bool:
        """It is there."""

    def answers(self) -> bool:
        """What is sent to it now arrives, and what it answers is heard."""

    def server(self) -> object:
        """Which server it is: another value once another one is there."""

    def send(self, goal_id: str, goal: Goal, listener: Listener) -> None:
        """Give it a goal; what becomes of it is told to the listener."""

    def cancel(self, goal_id: str) -> None:
        """Ask it to cancel a goal that it has accepted."""

    def cancel_all(self) -> None:
        """Ask it to cancel whatever it does, whoever has sent it."""


@dataclass(frozen=True)
class Outlets:
    """Where the dispatcher's results go.

    Attributes:
        progress: Every state of every goal.
        say: Words for the voice.
        ended: A goal, its outcome and the message, after its last state went out.
        clock: Seconds, steady.
        new_id: A fresh goal id, hexadecimal UUID.
    """

    progress: Callable[[Progress], None]
    say: Callable[[str], None]
    ended: Callable[[Goal, str, str], None]
    clock: Callable[[], float]
    new_id: Callable[[], str]
