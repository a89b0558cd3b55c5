"""One goal on its way: what is known of it, and what the body says of it (a ports.Listener)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from creature_intent.tasks import goals
from creature_intent.tasks.goals import Goal


class Owner(Protocol):
    """Who has sent the goal, and is told of it."""

    def taken(self, run: Run) -> None:
        """A server has taken the goal."""

    def ask_cancel(self, run: Run) -> None:
        """Tell the body to cancel it, and give it time from now."""

    def turned_away(self, run: Run) -> None:
        """The server does not take it."""

    def show(self, run: Run, phase: str, message: str = "") -> None:
        """Tell a state of it."""

    def finish(self, run: Run, outcome: str, message: str) -> None:
        """End it."""


@dataclass
class Timing:
    """When it was handed to the body (or began to wait for one), was canceled, and its server was last looked for."""

    begun_s: float
    canceled_s: float
    checked_s: float


@dataclass(eq=False)
class Batch:
    """Goals that belong together and are done one after the other.

    Attributes:
        strict: The rest makes no sense once one of them has not ended well.
        done_words: Said when all are done, in place of the words for each; empty: each has its own.
        troubled: One of them has not ended well.
    """

    strict: bool = False
    done_words: str = ""
    troubled: bool = False


class Run:
    """A ports.Listener for one goal, which tells its Owner."""

    def __init__(self, owner: Owner, goal_id: str, goal: Goal, batch: Batch, now_s: float) -> None:
        self._owner = owner
        self.goal_id = goal_id
        self.goal = goal
        self.batch = batch
        self.time = Timing(now_s, now_s, now_s)
        self.progress = 0.0
        self.sent = self.is_accepted = self.cancel_asked = self.ended = self.overdue = False
        self.cancel_message = ""
        self.server: object = None
        """Which server has taken it; None as long as that is not known."""

    def accepted(self) -> None:
        """See ports.Listener."""
        self.is_accepted = True
        self._owner.taken(self)
        # A goal that was given up while the body made up its mind must not be done behind everybody's back.
        if self.cancel_asked or self.ended:
            self._owner.ask_cancel(self)

    def rejected(self) -> None:
        """See ports.Listener."""
        if not self.ended:
            self._owner.turned_away(self)

    def feedback(self, phase: str, progress: float) -> None:
        """See ports.Listener."""
        if not self.ended and not self.cancel_asked:
            self.progress = min(1.0, max(0.0, progress))
            self._owner.show(self, phase)

    def cancel_refused(self) -> None:
        """See ports.Listener."""
        if not self.ended and self.cancel_asked and not self.overdue:
            self.cancel_asked = False
            self._owner.show(self, goals.PHASE_SENT, "the body does not cancel this task")

    def result(self, outcome: str, message: str) -> None:
        """See ports.Listener."""
        if outcome == goals.CANCELED and self.overdue:
            outcome, message = goals.FAILED, "it took too long"
        self._owner.finish(self, outcome, message)
