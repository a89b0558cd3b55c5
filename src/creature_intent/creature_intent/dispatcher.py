"""One task at a time for the body: sends goals, follows them, and sees that each ends in exactly one outcome.

Design: driven by calls only. `submit` and `cancel` come from the conversation, the methods of Run from the action
server, `tick` from a timer while `busy`; none of them waits. What is behind the body and the voice is a small Protocol.

Preemption: a new goal while one is on its way cancels the old one, waits for its end (at most cancel_timeout_s), and is
sent then; so it works with servers that preempt and with those that reject while busy. Of several new goals the latest
wins. A server that refuses to cancel goes on with the old goal, and the new one waits for its end.
Threading: one thread, that of the node's executor.
Units: seconds of any steady clock.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from creature_intent import goals
from creature_intent.config import IntentConfig
from creature_intent.goals import Goal, Progress
from creature_intent.outcome_words import OutcomeWords

CHECK_S = 1.0
"""How often a running goal's server is looked for."""


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

    def send(self, goal_id: str, goal: Goal, listener: Listener) -> None:
        """Give it a goal; what becomes of it is told to the listener."""

    def cancel(self, goal_id: str) -> None:
        """Ask it to cancel a goal that it has accepted."""


@dataclass(frozen=True)
class Outlets:
    """Where the dispatcher's results go.

    Attributes:
        progress: Every state of every goal.
        say: Words for the voice.
        ended: A goal and its outcome, after its last state went out.
        clock: Seconds, steady.
        new_id: A fresh goal id, hexadecimal UUID.
    """

    progress: Callable[[Progress], None]
    say: Callable[[str], None]
    ended: Callable[[Goal, str], None]
    clock: Callable[[], float]
    new_id: Callable[[], str]


@dataclass
class _Timing:
    begun_s: float
    phase_s: float
    checked_s: float


class _Run:
    """One goal on its way."""

    def __init__(self, dispatcher: Dispatcher, goal_id: str, goal: Goal, now_s: float) -> None:
        self._dispatcher = dispatcher
        self.goal_id = goal_id
        self.goal = goal
        self.time = _Timing(now_s, now_s, now_s)
        self.progress = 0.0
        self.sent = self.is_accepted = self.cancel_asked = self.ended = False
        self.cancel_message = ""
        self.overdue = False

    def accepted(self) -> None:
        self.is_accepted = True
        # A goal that was given up while the body made up its mind must not be done behind everybody's back.
        if self.cancel_asked or self.ended:
            self._dispatcher.ask_cancel(self)

    def rejected(self) -> None:
        self._dispatcher.finish(self, goals.REFUSED, "the body does not take this task")

    def feedback(self, phase: str, progress: float) -> None:
        if not self.ended and not self.cancel_asked:
            self.progress = min(1.0, max(0.0, progress))
            self._dispatcher.show(self, phase)

    def cancel_refused(self) -> None:
        if not self.ended and self.cancel_asked and not self.overdue:
            self.cancel_asked = False
            self._dispatcher.show(self, goals.PHASE_SENT, "the body does not cancel this task")

    def result(self, outcome: str, message: str) -> None:
        if outcome == goals.CANCELED and self.overdue:
            outcome, message = goals.FAILED, "it took too long"
        self._dispatcher.finish(self, outcome, message)


class Dispatcher:
    """Owns the goals; see the module's words on preemption."""

    def __init__(self, config: IntentConfig, body: Body, words: OutcomeWords, outlets: Outlets) -> None:
        self._config = config
        self._body = body
        self._words = words
        self._out = outlets
        self._run: _Run | None = None
        self._next: Goal | None = None
        self.outcomes = dict.fromkeys(goals.OUTCOMES, 0)

    @property
    def busy(self) -> bool:
        """A goal is on its way: tick() is to be called."""
        return self._run is not None

    def submit(self, goal: Goal) -> None:
        """Start a task, in place of the one that is on its way."""
        if self._run is None:
            self._start(goal)
            return
        self._next = goal
        self._cancel_run(self._run, "for another task")

    def cancel(self, why: str = "the user wants it stopped") -> None:
        """Cancel what is on its way and what waits."""
        self._next = None
        if self._run is not None:
            self._cancel_run(self._run, why)

    def tick(self) -> None:
        """Look after the goal on its way: to be called several times a second while busy."""
        run, now_s = self._run, self._out.clock()
        if run is None:
            return
        if not run.sent:
            self._wait_for_body(run, now_s)
        elif run.cancel_asked and now_s - run.time.phase_s > self._config.cancel_timeout_s:
            self.finish(run, goals.FAILED, "the body did not stop in time", body_answered=False)
        elif not run.is_accepted and now_s - run.time.begun_s > self._config.accept_timeout_s:
            self.finish(run, goals.FAILED, "the body did not answer", body_answered=False)
        elif not run.cancel_asked and now_s - run.time.begun_s > self._config.goal_timeout_s:
            run.overdue = True
            self._cancel_run(run, "it takes too long")
        elif now_s - run.time.checked_s >= CHECK_S:
            self._check_body(run, now_s)

    def ask_cancel(self, run: _Run) -> None:
        """Tell the body, and give it time from now."""
        run.time.phase_s = self._out.clock()
        self._body.cancel(run.goal_id)

    def show(self, run: _Run, phase: str, message: str = "") -> None:
        """Tell a state of a goal on its way."""
        self._out.progress(Progress(run.goal_id, run.goal, phase, run.progress, "", message))

    def finish(self, run: _Run, outcome: str, message: str, body_answered: bool = True) -> None:
        """End a goal; whatever is heard of it afterwards is ignored."""
        if run.ended:
            return
        run.ended = True
        if run is self._run:
            self._run = None
        if outcome == goals.OK:
            run.progress = 1.0
        self.outcomes[outcome] += 1
        self._out.progress(
            Progress(run.goal_id, run.goal, goals.PHASE_DONE, run.progress, outcome, message or run.cancel_message)
        )
        self._out.ended(run.goal, outcome)
        said = self._words.of(run.goal, outcome, message, body_answered)
        if said and self._config.announce:
            self._out.say(said)
        following, self._next = self._next, None
        if following is not None:
            self._start(following)

    def _start(self, goal: Goal) -> None:
        run = _Run(self, self._out.new_id(), goal, self._out.clock())
        self._run = run
        if self._body.is_ready():
            self._send(run)
        else:
            self.show(run, goals.PHASE_WAITING, "waiting for the body")

    def _send(self, run: _Run) -> None:
        run.sent = True
        run.time.begun_s = run.time.checked_s = self._out.clock()
        self.show(run, goals.PHASE_SENT)
        self._body.send(run.goal_id, run.goal, run)

    def _wait_for_body(self, run: _Run, now_s: float) -> None:
        if self._body.is_ready():
            self._send(run)
        elif now_s - run.time.begun_s >= self._config.server_timeout_s:
            self.finish(run, goals.FAILED, "no do_physical_task server answers; is an executor running?", False)

    def _check_body(self, run: _Run, now_s: float) -> None:
        run.time.checked_s = now_s
        if not self._body.is_ready():
            self.finish(run, goals.FAILED, "the do_physical_task server went away", body_answered=False)

    def _cancel_run(self, run: _Run, why: str) -> None:
        if run.cancel_asked:
            return
        run.cancel_message = why
        if not run.sent:
            self.finish(run, goals.CANCELED, why)
            return
        run.cancel_asked = True
        run.time.phase_s = self._out.clock()
        self.show(run, goals.PHASE_CANCELING, why)
        if run.is_accepted:
            self.ask_cancel(run)
