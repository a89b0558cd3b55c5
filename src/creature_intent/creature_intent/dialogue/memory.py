"""What the policy keeps in mind: what was asked for, offered, refused, agreed to, and what is being done.

Units: seconds of any steady clock.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from creature_intent import acts
from creature_intent.acts import Act, Kind, Slots, Tier
from creature_intent.config import IntentConfig
from creature_intent.deeds.kinds import is_fixed
from creature_intent.deeds.slots import head_noun
from creature_intent.dialogue.combine import answers
from creature_intent.dialogue.denied import named_in
from creature_intent.dialogue.taking_back import WRONG_ONE
from creature_intent.dialogue.things import agree
from creature_intent.dialogue.told_again import is_step_of, repeats
from creature_intent.tasks.goals import Goal

_HANDLING = frozenset({acts.GRAB_OBJECT, acts.BRING_OBJECT, acts.PLACE_OBJECT, acts.SEARCH})
_TOO = re.compile(r"\b(?:too|as well|also)\b")
AFTER_OKAY_S = 10.0
"""What the creature says within this time of an "okay" may take it back, or spell it out."""


@dataclass
class Waiting:
    """An act that waits for an answer.

    Attributes:
        since_s: When it was said, or last spoken of.
        asked_back: The creature has asked back.
        asked_where: The slot for which it has asked by that: `destination` ("where to?"), `source` ("where is it?").
        unanswered: It has asked, and the user has said nothing since.
        promised: The creature has promised it before it had to ask.
        choices: The things of which it has asked for one.
        agreed: The creature's agreement, which did not count since the request was in doubt.
    """

    act: Act
    since_s: float
    asked_back: bool = False
    asked_where: str = ""
    unanswered: bool = False
    promised: bool = False
    choices: tuple[str, ...] = ()
    agreed: Act | None = None


@dataclass
class Memory:
    """How things stand between the user and the creature.

    Attributes:
        pending: The request that waits for a promise.
        beside: What was asked for in the same breath before it, and waits too, oldest first.
        offered: What the user's "yes" would start.
        refused: The request that the creature has refused.
        agreed: The request that was agreed to by "okay" alone.
        taken_up: The offer to which the user has said yes, or what the user has put right: it is being done, and the
            creature may still say "sure".
        open: The goals that have neither ended nor been taken back.
        started, started_s, running: The last goal, when it began, and whether it is still being done.
        answered: The user has said something since a goal began last.
        wrong: The task that the user has just called the wrong one, and not yet said what is meant.
        promised: The intent of which the creature has spoken last, understood or not, since something was asked for.
        given_up: The thing that the user took back last.
        which: The kind of thing of which the creature has just asked for one.
        stopped_s: When the user last said stop.
        heard_s: When a task was last spoken of: asked for, promised or agreed to, understood or not.
        mark: Another number whenever something of this changes by what is said.
    """

    config: IntentConfig
    pending: Waiting | None = None
    beside: list[Waiting] = field(default_factory=list)
    offered: Waiting | None = None
    refused: Waiting | None = None
    agreed: Waiting | None = None
    taken_up: Waiting | None = None
    open: list[Goal] = field(default_factory=list)
    started: Goal | None = None
    started_s: float = 0.0
    running: bool = False
    answered: bool = False
    wrong: Waiting | None = None
    promised: str = ""
    given_up: str = ""
    which: str = ""
    stopped_s: float = float("-inf")
    heard_s: float = float("-inf")
    mark: int = 0

    def changed(self) -> None:
        """Note that something has changed: what was in doubt before stays in doubt."""
        self.mark += 1

    def expire(self, now_s: float) -> None:
        """Forget what nobody has answered."""
        for name in ("pending", "offered", "taken_up", "wrong"):
            waiting = getattr(self, name)
            if waiting and now_s - waiting.since_s > self.config.request_expiry_s:
                setattr(self, name, None)

    def wait_for(self, act: Act, now_s: float) -> None:
        """A request waits for a promise; what was asked for in the same breath before it goes on waiting."""
        before = self.pending
        if before is None or not _in_one_breath(before, act):
            self.beside.clear()
        elif not _is_again(before.act, act):
            self.beside.append(before)
        self.pending, self.promised, self.which = Waiting(act, now_s), "", ""

    def ask_instead(self, act: Act, waiting: Waiting) -> None:
        """Something else waits for a promise, in the place of what was asked for."""
        self.beside = [waiting if one.act is act else one for one in self.beside]
        if (self.pending and self.pending.act is act) or (self.wrong and self.wrong.act is act):
            self.pending, self.wrong = waiting, None

    def ask_first(self, waiting: Waiting) -> None:
        """Something waits for a promise before all else that does."""
        self.beside += [self.pending] if self.pending else []
        self.pending = waiting

    def in_order(self, words: str) -> int:
        """Of what was asked for in one breath, look at the first; returns how many of them an agreement means.

        All of them, unless it names some ("The tea, gladly. The paper isn't here."), which come first then, or excludes
        some ("Sure, not the paper though."), which are asked for no more.
        """
        waiting = [*self.beside, *([self.pending] if self.pending else [])]
        if len(waiting) < 2:
            return 1
        said = [named_in(one.act, words) for one in waiting]
        left = [one for one, how in zip(waiting, said, strict=True) if how != "excluded"]
        named = [one for one, how in zip(waiting, said, strict=True) if how == "named" and not _TOO.search(words)]
        ordered = [*named, *(one for one in left if one not in named)]
        self.pending, self.beside = (ordered[0], ordered[1:]) if ordered else (None, [])
        return len(named) or len(ordered) or 1

    def next_waits(self) -> bool:
        """Whether something more that was asked for waits now that the pending request has its promise."""
        if self.pending is None and self.beside:
            self.pending = self.beside.pop(0)
        return self.pending is not None

    def drop(self, is_meant: Callable[[Act], bool]) -> bool:
        """What waits and is meant is asked for no more; whether there was any."""
        waiting = [*self.beside, *([self.pending] if self.pending else [])]
        self.beside = [one for one in waiting if not is_meant(one.act)]
        self.pending = self.beside.pop() if self.beside else None
        return len(self.beside) + bool(self.pending) < len(waiting)

    def turn_to(self, act: Act) -> None:
        """Of what was asked for in one breath, look at what the act tells of."""
        meant = next((one for one in self.beside if act.named and answers(act, one.act)), None)
        if meant and self.pending and not answers(act, self.pending.act):
            self.beside.remove(meant)
            self.beside.append(self.pending)
            self.pending = meant

    def call_off(self, act: Act, now_s: float) -> None:
        """Everything is taken back; after "not that one" what is meant instead may still be said."""
        base = self.base(now_s) if WRONG_ONE.search(act.utterance.lower()) else None
        self.forget()
        self.open.clear()
        self.heard_s = float("-inf")
        self.running, self.stopped_s = False, now_s
        if base:
            self.wrong = Waiting(act.but(kind=Kind.REQUEST, intent=base.intent, slots=base.slots), now_s)

    def end(self, task: Goal) -> None:
        """A task is taken back: it is done no more."""
        self.open = [one for one in self.open if one is not task]
        self.running = self.running and task is not self.started

    def forget(self) -> None:
        """No request from before may be joined to a promise from after."""
        self.pending = self.offered = self.refused = self.wrong = None
        self.beside.clear()
        self.changed()

    def decline(self) -> None:
        """The user does not want what was offered; a mere wish is given up with the offer."""
        if self.pending and self.pending.act.tier == Tier.SUGGEST:
            self.pending = None
        self.offered = None
        self.changed()

    def stands(self, now_s: float) -> bool:
        """Something was asked for, offered, refused or promised that can be taken back."""
        lately = now_s - self.heard_s <= self.config.request_expiry_s
        return bool(self.open or self.pending or self.offered or lately or self.is_refused_lately(now_s))

    def tasks(self) -> list[Act | Goal]:
        """What is being done, and what waits, the last one last."""
        waiting = [*self.beside, *([self.pending] if self.pending else [])]
        return [*self.open, *(one.act for one in waiting)]

    def base(self, now_s: float, thing: str = "") -> Act | Goal | None:
        """What a correction corrects: the open request, what is being done, what was done or wrong a moment ago.

        Args:
            now_s: The time.
            thing: What is meant instead: of several tasks, the one with another of its kind, or that goes to a place.
        """
        if self.pending:
            return self.pending.act
        alike = [goal for goal in self.open if thing and head_noun(goal.slots.object) == head_noun(thing)]
        if alike:
            return alike[-1]
        placed = [goal for goal in self.open if goal.slots.destination]
        last = self.started.slots if self.started else Slots()
        if placed and thing and is_fixed(thing) and not (last.source or last.destination):
            return placed[-1]  # "No, the kitchen.", of what goes to the hall, and a ladder.
        recent = self.running or now_s - self.started_s <= self.config.repeat_s
        return (self.started if recent else None) or (self.wrong.act if self.wrong else None)

    def open_question(self, act: Act) -> bool:
        """The creature has asked, was not answered, and does not name the thing itself."""
        return bool(self.pending and self.pending.unanswered and not act.named)

    def is_agreed(self, now_s: float) -> bool:
        """What runs was agreed to a moment ago by "okay" alone: what the creature says next may take it back."""
        return self.running and self.agreed is not None and now_s - self.agreed.since_s <= AFTER_OKAY_S

    def is_refused_lately(self, now_s: float) -> bool:
        """The creature may still think better of what it has refused."""
        return self.refused is not None and now_s - self.refused.since_s <= 2 * self.config.request_expiry_s

    def is_running(self, goal: Goal) -> bool:
        """Just this is being done."""
        return self.running and goal.same_as(self.started)

    def repeated(self, goal: Goal, now_s: float) -> Goal | None:
        """What was promised before by other words, and is being done or was begun a moment ago; None if nothing was."""
        if not self.running and now_s - self.started_s > self.config.repeat_s:
            return None
        return next((one for one in (self.started, *self.open) if one and repeats(goal, one)), None)

    def is_step(self, goal: Goal) -> bool:
        """It is a step of what is being done."""
        return any(is_step_of(goal, one, self.answered) for one in self.open)


def _in_one_breath(before: Waiting, act: Act) -> bool:
    """Nobody has spoken between the two, and both are surely asked for."""
    return not before.asked_back and before.act.tier == Tier.ACT and act.first_seq <= before.act.last_seq + 1


def _is_again(before: Act, act: Act) -> bool:
    """The later words tell the same task, or its next step: "I need the cup. Can you bring it?"."""
    thing, again = before.slots.object, act.slots.object
    if before.intent == acts.MOVE_TO:
        return True
    same_thing = bool(thing) and agree(thing, again)
    return same_thing and (before.intent == act.intent or {before.intent, act.intent} <= _HANDLING)
