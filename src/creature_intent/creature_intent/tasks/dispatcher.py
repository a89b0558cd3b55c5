"""Owns the goals for the body: queues them, sends them, follows them, and sees that each ends in exactly one outcome.

Design: driven by calls only. `submit` and `cancel` come from the conversation, the methods of Run from the action
server, `tick` from a timer while `busy`; none of them waits. What is behind the body and the voice is a small Protocol.

Order: goals run in the order in which they were asked for, as many at a time as the body declares (one, if it declares
nothing), those of one batch always one after the other. A body that rejects a goal while it works on another of ours is
asked again when that one has ended.
Preemption: a goal submitted with `replace` cancels what is on its way and what waits, and is sent when those have ended
(at most cancel_timeout_s later); so it works with servers that preempt and with those that reject while busy. A task
that has no end of its own (FOLLOW) gives way to any other. A server that refuses to cancel goes on with the old goal,
and the next one waits for its end.
Loss: a body that is not there, or goes away, ends all goals at once, and the voice is given one sentence for all. How
long each thing may take is in patience.py.
Threading: one thread, that of the node's executor.
Units: seconds of any steady clock.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from creature_intent.config import IntentConfig
from creature_intent.tasks import goals
from creature_intent.tasks.abilities import Abilities, cannot_words
from creature_intent.tasks.goals import ENDLESS, Goal, Progress
from creature_intent.tasks.outcome_words import OutcomeWords
from creature_intent.tasks.patience import Patience, Verdict
from creature_intent.tasks.ports import Body, Outlets
from creature_intent.tasks.run import Batch, Run


class Dispatcher:
    """Owns the goals; see the module's words on order, preemption and loss."""

    def __init__(self, config: IntentConfig, body: Body, words: OutcomeWords, outlets: Outlets) -> None:
        self._config = config
        self._body = body
        self._patience = Patience(config, body)
        self._words = words
        self._out = outlets
        self._active: list[Run] = []
        self._queue: list[Run] = []
        self._most = 1_000_000  # what it takes at once, as far as it has rejected nothing
        self.abilities = Abilities()
        self.outcomes = dict.fromkeys(goals.OUTCOMES, 0)

    @property
    def busy(self) -> bool:
        """A goal is on its way: tick() is to be called."""
        return bool(self._active)

    @property
    def unfinished(self) -> list[Goal]:
        """What is on its way, and what waits, in order."""
        return [run.goal for run in (*self._active, *self._queue)]

    def submit(self, *tasks: Goal, batch: Batch | None = None, replace: bool = False) -> None:
        """Start tasks, one after the other, behind what there is already.

        Args:
            tasks: What is to be done, in order.
            batch: How they belong together; by default each stands for itself.
            replace: In place of all that is on its way and that waits.
        """
        if replace:
            self.cancel("for another task")
        batch = batch or Batch()
        for goal in tasks:
            self._enqueue(goal, batch)
        for run in self._active:
            if self._queue and run.goal.intent in ENDLESS:
                self._cancel_run(run, "for another task")
        self._advance()
        for run in self._queue:
            if run.batch is batch:
                self.show(run, goals.PHASE_QUEUED, "behind what is being done")

    def cancel(self, why: str = "stopped", only: Callable[[Goal], bool] | None = None, safety: bool = False) -> int:
        """Cancel what is on its way and what waits, or only the goals that are meant; returns how many.

        safety: where there is none, the body is to stop what others sent, or an earlier one of us."""
        meant = [run for run in (*self._queue, *self._active) if only is None or only(run.goal)]
        for run in meant:
            self._cancel_run(run, why)
        if safety and not meant:
            self._body.cancel_all()
        self._advance()
        return len(meant)

    def close(self) -> list[str]:
        """End every goal, as the node ends; returns the ids of those that the body has, or may still take."""
        sent = [run.goal_id for run in self._active if run.sent and not run.ended]
        for run in (*self._queue, *self._active):
            if run.is_accepted and not run.ended:
                self._body.cancel(run.goal_id)
        for run in (*self._queue, *self._active):
            self._end(run, goals.CANCELED, "the dispatcher ends")
        return sent

    def tick(self) -> None:
        """Look after the goals on their way: to be called several times a second while busy."""
        now_s = self._out.clock()
        for run in list(self._active):
            if not run.ended:
                self._look_after(run, now_s)

    def taken(self, run: Run) -> None:
        """A server has taken the goal: see run.Owner."""
        run.server = self._body.server() or None

    def ask_cancel(self, run: Run) -> None:
        """Tell the body, and give it time from now."""
        run.time.canceled_s = self._out.clock()
        self._body.cancel(run.goal_id)

    def turned_away(self, run: Run) -> None:
        """The body rejects it: because it is busy with another of ours, or for good."""
        if not run.sent:
            return
        others = [other for other in self._active if other is not run and other.sent]
        if run.cancel_asked or not others:
            outcome = goals.CANCELED if run.cancel_asked else goals.REFUSED
            self.finish(run, outcome, "" if run.cancel_asked else "the body does not take this task")
            return
        self._most = len(others)
        self._active.remove(run)
        self._queue.insert(0, run)
        run.sent = run.is_accepted = False
        self.show(run, goals.PHASE_QUEUED, "the body takes no more at once")

    def show(self, run: Run, phase: str, message: str = "") -> None:
        """Tell a state of a goal on its way."""
        self._out.progress(Progress(run.goal_id, run.goal, phase, run.progress, "", message))

    def finish(self, run: Run, outcome: str, message: str) -> None:
        """End a goal that the body has answered; whatever is heard of it afterwards is ignored."""
        if run.ended:
            return
        self._end(run, outcome, message)
        self._say(self._words_for(run, outcome, message))
        spoiled = run.batch if run.batch.strict and outcome != goals.OK else None
        for other in [other for other in self._queue if other.batch is spoiled]:
            self._end(other, goals.CANCELED, "a step before it did not work")
        self._advance()

    def _enqueue(self, goal: Goal, batch: Batch) -> None:
        now_s = self._out.clock()
        run = Run(self, self._out.new_id(), goal, batch, now_s)
        if self.abilities.can(goal.intent):
            self._queue.append(run)
            return
        self._end(run, goals.REFUSED, f"the body has not declared {goal.intent} among its abilities: not sent")
        self._say(cannot_words(goal.intent))

    def _advance(self) -> None:
        """Send what may be sent now; nothing while the body is still to let go of what it was at."""
        if any(run.cancel_asked for run in self._active):
            return
        held_back = {id(run.batch) for run in self._active}
        for run in list(self._queue):
            if self._active and len(self._active) >= min(self.abilities.at_once, self._most):
                return
            if id(run.batch) not in held_back:
                self._queue.remove(run)
                self._start(run)
            held_back.add(id(run.batch))

    def _start(self, run: Run) -> None:
        run.time.begun_s = self._out.clock()
        self._active.append(run)
        if self._patience.may_send():
            self._send(run)
        else:
            self.show(run, goals.PHASE_WAITING, "waiting for the body")

    def _send(self, run: Run) -> None:
        run.sent = True
        run.time.begun_s = run.time.checked_s = self._out.clock()
        self.show(run, goals.PHASE_SENT)
        self._body.send(run.goal_id, run.goal, run)

    def _look_after(self, run: Run, now_s: float) -> None:
        verdict, why = self._patience.look(run, now_s)
        if verdict is Verdict.SEND:
            self._send(run)
        elif verdict is Verdict.CANCEL:
            run.overdue = True
            self._cancel_run(run, why)
        elif verdict is Verdict.LOST:
            self._lose([run], why)
        elif verdict is Verdict.ALL_LOST:
            self._lose([*self._active, *self._queue], why)

    def _lose(self, runs: Sequence[Run], message: str) -> None:
        """End goals that the body owes an answer, with one sentence for all of them."""
        for run in runs:
            self._end(run, goals.FAILED, message)
        self._say(self._words.of(runs[0].goal, goals.FAILED, message, body_answered=False))
        self._advance()

    def _cancel_run(self, run: Run, why: str) -> None:
        if run.cancel_asked or run.ended:
            return
        run.cancel_message = why
        if not run.sent:
            self._end(run, goals.CANCELED, why)
            return
        run.cancel_asked = True
        run.time.canceled_s = self._out.clock()
        self.show(run, goals.PHASE_CANCELING, why)
        if run.is_accepted:
            self.ask_cancel(run)

    def _end(self, run: Run, outcome: str, message: str) -> None:
        if run.ended:
            return
        run.ended = True
        for runs in (self._active, self._queue):
            if run in runs:
                runs.remove(run)
        run.batch.troubled |= outcome != goals.OK
        run.progress = 1.0 if outcome == goals.OK else run.progress
        self.outcomes[outcome] += 1
        said = message or run.cancel_message
        self._out.progress(Progress(run.goal_id, run.goal, goals.PHASE_DONE, run.progress, outcome, said))
        self._out.ended(run.goal, outcome, said)

    def _words_for(self, run: Run, outcome: str, message: str) -> str:
        if outcome != goals.OK or not run.batch.done_words:
            return self._words.of(run.goal, outcome, message)
        more = any(other.batch is run.batch for other in (*self._active, *self._queue))
        return "" if more or run.batch.troubled else run.batch.done_words

    def _say(self, words: str) -> None:
        if words and self._config.announce:
            self._out.say(words)
