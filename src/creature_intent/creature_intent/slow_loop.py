"""The slow loop: what was decided about the conversation becomes goals and projects, and these become words.

Design: driven by calls only, from one thread; nothing here waits. The tasks of one breath go to the dispatcher together
    and run in order. What is no single task is thought about by the deliberator, and its steps go the same way. What
    may only be asked about ("Shall I get the blanket?") is asked, unless the creature takes it up itself (asking.py).
Units: seconds of any steady clock.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from creature_intent.acts import Act
from creature_intent.asking import Asking
from creature_intent.deliberation.deliberator import Deliberator, Thought
from creature_intent.deliberation.ear import ProjectEar
from creature_intent.deliberation.planner import expanded
from creature_intent.dialogue.decision import Decision
from creature_intent.dialogue.orders import canceled_by, replaces
from creature_intent.dialogue.watcher import Heard
from creature_intent.tasks.abilities import Abilities
from creature_intent.tasks.dispatcher import Dispatcher
from creature_intent.tasks.goals import OK, Goal
from creature_intent.tasks.run import Batch


@dataclass
class _Whole:
    """A goal as it was promised, and what is left of the steps that it was split into."""

    goal: Goal
    steps: list[Goal]
    outcome: str = OK


@dataclass
class SlowLoop:
    """Dispatcher and deliberator behind the watcher.

    Attributes:
        abilities: What the body has declared, asked for whenever something starts.
        say: Words for the voice.
        log: A line for people.
        asking: What the user is to be asked first.
        asked: Told of what the user was asked about, and when.
    """

    dispatcher: Dispatcher
    deliberator: Deliberator
    ear: ProjectEar
    abilities: Callable[[], Abilities]
    say: Callable[[str], None]
    log: Callable[[str], None]
    asking: Asking = field(default_factory=Asking)
    asked: Callable[[Act, float], None] = lambda act, now_s: None
    _wholes: list[_Whole] = field(default_factory=list)

    @property
    def busy(self) -> bool:
        """tick() is to be called."""
        return self.dispatcher.busy or self.deliberator.busy or self.asking.busy

    def at_work(self, now_s: float) -> bool:
        """Something is done, waits to be done, is thought about, or was asked for to be thought about."""
        return bool(self.dispatcher.unfinished) or self.deliberator.busy or self.ear.waits(now_s)

    def hear(self, heard: Heard, now_s: float) -> None:
        """Take what was said and decided."""
        self.asking.hear(heard, now_s)
        for decision in heard.decisions:
            if decision.cancel:
                self._cancel(decision)
        starting = [decision for decision in heard.decisions if decision.goal is not None]
        if starting:
            # Taken up task by task ("I'll bring you the cup. Then I'll bring you the book.") it is no project.
            self.ear.forget()
            self._start(starting)
        # What was understood as a task, or as the answer to one, is no project.
        is_understood = any(decision != Decision(doubt=decision.doubt) for decision in heard.decisions)
        for phrase in () if is_understood else heard.phrases:
            project = self.ear.hear(phrase, now_s)
            if project is not None:
                self.log(f"thinking about how to {project.aim}")
                self.deliberator.start(project, self.abilities())

    def tick(self, now_s: float) -> None:
        """Look after what is on its way: to be called several times a second while busy."""
        wish = self.asking.due(now_s)
        if wish is not None and self.abilities().can(wish.act.intent):
            self.asked(wish.act, now_s)
            self.say(wish.words)
        self.dispatcher.tick()
        self.deliberator.poll(self._found)

    def ended(self, step: Goal, outcome: str) -> tuple[Goal, str] | None:
        """What has ended for the conversation with the end of a step: the goal that was promised, and its outcome.

        None while other steps of it are left. The first outcome that is not "ok" counts for the whole.
        """
        whole = next((whole for whole in self._wholes if any(step is one for one in whole.steps)), None)
        if whole is None:
            return step, outcome
        whole.steps = [one for one in whole.steps if one is not step]
        whole.outcome = outcome if whole.outcome == OK else whole.outcome
        if whole.steps:
            return None
        self._wholes.remove(whole)
        return whole.goal, whole.outcome

    def close(self) -> list[str]:
        """End everything; returns the ids of the goals that the body is told to end."""
        self.deliberator.cancel()
        return self.dispatcher.close()

    def _start(self, decisions: list[Decision]) -> None:
        goals = [decision.goal for decision in decisions if decision.goal is not None]
        self.dispatcher.abilities = self.abilities()
        wholes = [_Whole(goal, expanded(goal, self.dispatcher.abilities)) for goal in goals]
        steps = [step for whole in wholes for step in whole.steps]
        self._wholes += wholes
        self.dispatcher.submit(*steps, replace=any(map(replaces, decisions)))

    def _cancel(self, decision: Decision) -> None:
        act = decision.publish
        only = canceled_by(decision, self.dispatcher.unfinished)
        if only is None:
            self.ear.forget()
            self.deliberator.cancel()
        self.dispatcher.cancel(act.reason if act else "", only, decision.safety)

    def _found(self, thought: Thought) -> None:
        plan = thought.plan
        outcome = thought.failure or f"{len(plan.steps)} steps"
        self.log(f"thought about how to {thought.project.aim}: {outcome}")
        if plan.words:
            self.say(plan.words)
        if plan.steps:
            self.dispatcher.abilities = self.abilities()
            self.dispatcher.submit(*plan.steps, batch=Batch(plan.strict, plan.done_words))
