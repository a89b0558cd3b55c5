"""What the user's words do that take back: everything, one task, or one thing of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from creature_intent import acts
from creature_intent.acts import Act, Slots, Tier
from creature_intent.dialogue.decision import Decision, Doubt
from creature_intent.dialogue.memory import Memory
from creature_intent.dialogue.safety_words import is_safety
from creature_intent.dialogue.starting import start, with_remark
from creature_intent.dialogue.taking_back import (
    DECLINED,
    IN_VAIN,
    MAY_MEAN_ELSE,
    NOT_WANTED,
    is_forbidden,
    is_meant,
    is_one_of_several,
    without,
)  # fmt: skip

_ON_THE_SPOT = (acts.OPEN, acts.CLOSE, acts.SWITCH_ON, acts.SWITCH_OFF)


@dataclass
class Cancels:
    """Decides on what takes back.

    Attributes:
        memory: How things stand; these change it.
        at_work: Something is being done, or thought about, of which the memory may not know.
    """

    memory: Memory
    at_work: Callable[[], bool] = lambda: False

    def cancel(self, act: Act, now_s: float) -> Decision:
        """Everything, or one thing, is taken back. Softer words than "stop" end only what there is."""
        if act.doubted:
            return Decision(doubt=Doubt(act, self.memory.mark))
        memory, words = self.memory, act.utterance.lower()
        safety = is_safety(words)
        if memory.offered and DECLINED.match(words) and not safety:
            memory.decline()
            return Decision()
        if self._is_specific(act):
            if act.reason == NOT_WANTED and not self._may_be_forbidden(act):
                return Decision()
            decision = self.take_back(self._as_asked(act), now_s)
            if decision != Decision() or act.reason != NOT_WANTED:
                return decision
        if act.reason == NOT_WANTED:
            act = act.but(intent=acts.STOP_ACTIVITY, slots=Slots())  # What fits nothing may be meant for anything.
        if act.intent in _ON_THE_SPOT:
            return Decision()  # "Leave the door open", where nobody closes it.
        if not (safety or memory.stands(now_s) or self.at_work()):
            in_vain = act.but(confidence=IN_VAIN, tier=Tier.SUGGEST)
            return Decision(publish=with_remark(in_vain, "there is nothing that it could end"))
        memory.call_off(act, now_s)
        return Decision(publish=act, cancel=True, safety=safety)

    def take_back(self, act: Act, now_s: float) -> Decision:
        """ "Forget the spoon": the spoon alone; words that fit nothing take nothing back."""
        memory, thing = self.memory, act.slots.object
        said_before, memory.given_up = memory.given_up, thing
        if memory.drop(lambda task: is_meant(act, task)):
            memory.changed()
            return Decision(publish=act, cancel=any(is_meant(act, goal) for goal in memory.open))
        parted = without(act, memory.open)
        if parted is not None:  # Of a fork and a knife only the knife.
            whole, rest = parted
            is_alone = len(memory.open) == 1
            memory.open = [goal for goal in memory.open if goal is not whole]
            memory.started = None
            decision = replace(start(memory, act, rest, now_s), publish=act, cancel=True)
            return decision if is_alone else replace(decision, instead_of=whole)
        meant = [goal for goal in memory.open if is_meant(act, goal) or is_one_of_several(act, goal)]
        is_again = thing == said_before != ""  # "She wants no tea. Scrap the tea."
        is_sure = not MAY_MEAN_ELSE.search(act.utterance.lower()) and not is_again
        if not meant and is_sure and len(memory.open) + bool(memory.pending) == 1:
            # By whatever name it is called, only one task can be meant: stopping is the safe side.
            memory.pending, meant = None, list(memory.open)
        elif not meant:
            return Decision()
        memory.open = [goal for goal in memory.open if goal not in meant]
        if memory.started in meant:
            memory.running, memory.stopped_s = False, now_s
        memory.changed()
        return Decision(publish=act, cancel=True)

    def _is_specific(self, act: Act) -> bool:
        """It takes one thing, or one deed, back by name, and there is something of which it may be a part."""
        named = bool(act.slots.object) or act.intent not in ("", acts.STOP_ACTIVITY)
        return named and bool(self.memory.open or self.memory.pending)

    def _as_asked(self, act: Act) -> Act:
        """ "[Take the flowers to the hall.] Don't take the flowers.": just what was asked for is not to be done."""
        tasks = self.memory.tasks() if act.reason == NOT_WANTED else ()
        meant = next((task for task in tasks if is_forbidden(act, task)), None)
        return act.but(intent=meant.intent) if meant else act

    def _may_be_forbidden(self, act: Act) -> bool:
        """Whether something that stands may be what is not to be done; in doubt it is.

        Not so in one breath with a request ("Bring me the blue cup, and don't take the red one."), nor of working a
        thing that is only fetched ("[Get the box.] Don't open it."), unless the creature has spoken of working it.
        """
        memory, pending = self.memory, self.memory.pending
        tasks = memory.tasks()
        if any(is_forbidden(act, task) for task in tasks):
            return True
        if pending and act.first_seq <= pending.act.last_seq + 1:
            return False
        is_fetched = bool(tasks) and all(task.intent in (acts.BRING_OBJECT, acts.GRAB_OBJECT) for task in tasks)
        return not (is_fetched and act.intent in _ON_THE_SPOT and memory.promised != act.intent)
