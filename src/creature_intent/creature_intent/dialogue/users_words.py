"""What the user's acts do: ask, correct, say yes to an offer. (Take back: cancels.py.)"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from creature_intent import acts
from creature_intent.acts import Act, Kind, Slots, Tier
from creature_intent.deeds.slots import head_noun
from creature_intent.dialogue.cancels import Cancels
from creature_intent.dialogue.corrected import corrected
from creature_intent.dialogue.decision import Decision, Doubt
from creature_intent.dialogue.denied import denied, in_its_place, role_of, task_with
from creature_intent.dialogue.memory import Memory, Waiting
from creature_intent.dialogue.offers import has_other_deed, tells_of
from creature_intent.dialogue.starting import start
from creature_intent.dialogue.taking_back import is_left_there, is_none_else, none_of
from creature_intent.dialogue.things import agree, means_one_only
from creature_intent.dialogue.told_again import is_asked_again, is_told_before
from creature_intent.meaning.suggest import question
from creature_intent.tasks.goals import Goal

_NO_FIRST = re.compile(r"^(?:(?:oh|ah|um|wait|sorry)[ ,]+)*(?:no|nope|not)\b")
_OTHER = re.compile(r" one\b|\bother\b")
_INSTEAD = re.compile(r"\binstead\b")
_SURE = 0.7
_TAKEN_UP = 0.9  # How sure a task is that the user says yes to.


@dataclass
class UsersWords:
    """Decides on the acts of the user.

    Attributes:
        memory: How things stand; these change it.
        cancels: What takes back.
    """

    memory: Memory
    cancels: Cancels = field(init=False)

    def __post_init__(self) -> None:
        self.cancels = Cancels(self.memory)

    def request(self, act: Act, now_s: float) -> Decision:
        """A task is asked for, or a thing is named alone."""
        if not act.intent:
            return self._named(act, now_s)
        if self._is_redirected(act) or self._is_no(act, now_s):
            return self.correct(act.but(kind=Kind.CORRECT), now_s)
        if self._is_in_its_place(act) or self._goes_elsewhere(act):
            confidence = max(act.confidence, self.memory.config.min_confidence)
            return self.correct(act.but(kind=Kind.CORRECT, tier=Tier.ACT, confidence=confidence), now_s)
        if is_left_there(act, self.memory.open):
            left = act.but(kind=Kind.CANCEL, intent=acts.STOP_ACTIVITY, slots=Slots(act.slots.object))
            return self.cancels.take_back(left, now_s)
        # "I need the red cup. Can you bring it?" is one request.
        pending = self.memory.pending
        before = self.memory.repeated(Goal(act.intent, act.slots, act.utterance), now_s) if pending is None else None
        if before in self.memory.open and before.intent == act.intent and is_asked_again(act, before):
            act = act.but(slots=before.slots)  # "Just bring it, please."
        is_news = pending is None or (act.intent, act.slots) != (pending.act.intent, pending.act.slots)
        # "Where is my comb? Please look for it.": what was only hinted at is asked for.
        is_news = is_news or (pending is not None and pending.act.tier == Tier.SUGGEST and act.tier == Tier.ACT)
        if pending is not None and act.tier == Tier.SUGGEST and is_told_before(act, pending.act):
            return Decision()
        self.memory.wait_for(act, now_s)
        if is_news:
            self.memory.changed()
        if act.tier != Tier.SUGGEST:
            return Decision(publish=act) if is_news else Decision()
        doubt = Doubt(act, self.memory.mark) if act.doubted else None
        return Decision(publish=act, suggest=question(act.intent, act.slots), doubt=doubt) if is_news else Decision()

    def correct(self, act: Act, now_s: float) -> Decision:
        """Something else is meant than what was asked for, or is being done."""
        memory, wrong = self.memory, denied(act.utterance) or self._denied_before()
        base = task_with(wrong, memory.tasks()) or memory.base(now_s, act.slots.object or act.slots.destination)
        offered, memory.offered = memory.offered, None
        if offered and not memory.pending and (base is None or memory.started_s < offered.since_s):
            return self._other_than_offered(act, offered.act, now_s)
        if base is None:
            return self.request(act.but(kind=Kind.REQUEST), now_s) if act.intent else Decision()
        goal = corrected(in_its_place(act, wrong, base.slots), base.intent, base.slots)
        thing = none_of(act, base)
        if thing:
            none = act.but(kind=Kind.CANCEL, intent=acts.STOP_ACTIVITY, slots=Slots(thing))
            return self.cancels.take_back(none.but(reason=act.reason.replace("corrects", "takes it back")), now_s)
        if is_none_else(act, base):
            return Decision()
        act = act.but(intent=goal.intent, slots=goal.slots)
        if act.named and agree(goal.slots.object, base.slots.object):  # What is to be done with it else is no talk.
            act = act.but(confidence=max(act.confidence, memory.config.min_confidence))
        if memory.is_running(goal) or any(goal.same_as(one) for one in memory.open):
            return Decision(publish=act)
        memory.changed()
        if not isinstance(base, Goal):  # It waits still: nothing is being done wrongly.
            memory.ask_instead(base, Waiting(act, now_s))
            return Decision(publish=act)
        is_done = memory.running if base is memory.started else base in memory.open
        memory.end(base)
        is_known = goal.slots.object.split()[-1:] not in (["one"], ["ones"])
        if is_done and is_known and act.confidence >= _SURE and not memory.pending:
            decision = start(memory, act, goal, now_s)
            if decision.goal:
                memory.agreed = memory.taken_up = Waiting(act, now_s)
                return replace(decision, publish=act, cancel=True, instead_of=base)
        memory.ask_first(Waiting(act, now_s))
        return Decision(publish=act, cancel=is_done, instead_of=base)

    def _denied_before(self) -> str:
        """ "Not the hall. [The kitchen.]", where something is being taken to the hall."""
        wrong, self.memory.given_up = self.memory.given_up, ""
        task = task_with(wrong, self.memory.tasks())
        return wrong if task and role_of(wrong, task.slots) != "object" else ""

    def _other_than_offered(self, act: Act, offered: Act, now_s: float) -> Decision:
        """ "[Shall I get you a sponge?] A towel would be better." """
        goal = corrected(act, offered.intent, offered.slots)
        if goal.slots.object != offered.slots.object and has_other_deed(goal.slots.object, offered):
            return Decision()
        asked = act.but(kind=Kind.REQUEST, intent=goal.intent, slots=goal.slots, named=True, tier=Tier.ACT)
        return self.request(asked, now_s)

    def yes(self, act: Act, now_s: float) -> Decision:
        """The user says yes to what the creature has offered, or was told to ask."""
        offered, self.memory.offered = self.memory.offered, None
        if offered is None:
            return Decision()
        task = offered.act
        goal = Goal(task.intent, task.slots, task.utterance)
        act = act.but(
            kind=Kind.REQUEST, intent=task.intent, slots=task.slots, named=task.named, confidence=_TAKEN_UP,
            tier=Tier.ACT, reason=f"{act.reason}, to: {task.reason}",
        )  # fmt: skip
        before = self.memory.started if self.memory.running and _INSTEAD.search(task.utterance.lower()) else None
        decision = start(self.memory, act, goal, now_s)
        if decision.goal and before:
            self.memory.open = [one for one in self.memory.open if one is not before]
            decision = replace(decision, cancel=True, instead_of=before)
        self.memory.taken_up = Waiting(act, now_s) if decision.goal else None
        return decision

    def _named(self, act: Act, now_s: float) -> Decision:
        """ "The red one.": another one than what is spoken of, or the answer to the creature's question."""
        which, self.memory.which = self.memory.which, ""
        base = self.memory.base(now_s)
        if which and base and not agree(which, head_noun(base.slots.object)):
            return Decision()  # "[I'll get the book. Which cup?] The blue one.": of another task.
        if self.memory.wrong or self._is_only(act, now_s):
            return self.correct(act.but(kind=Kind.CORRECT), now_s)
        if self._is_other_one(act, now_s):
            task = self.memory.started
            if task and not self.memory.running and not self.memory.pending:  # "Now the other one."
                goal = corrected(act, task.intent, replace(task.slots, source=""))
                return self.request(act.but(intent=goal.intent, slots=goal.slots), now_s)
            return self.correct(act.but(kind=Kind.CORRECT), now_s)
        waiting, offered = self.memory.pending, self.memory.offered
        if waiting is None and offered and tells_of(act.slots.object, offered.act):
            return self._other_than_offered(act, offered.act, now_s)  # "[The paper or your book?] The book."
        if waiting is None and self.memory.refused and self.memory.is_refused_lately(now_s):
            return self._other_than_offered(act, self.memory.refused.act, now_s)  # "Fine, the wooden spoon then."
        if waiting is None or not waiting.asked_back:
            return Decision()
        goal = corrected(act, waiting.act.intent, waiting.act.slots)
        if waiting.asked_where and goal.slots.object == act.slots.object != "":  # "[Where to?] The terrace."
            goal = Goal(goal.intent, _at_place(act.slots.object, waiting), act.utterance)
        is_alike = head_noun(goal.slots.object) == head_noun(waiting.act.slots.object)
        is_choice = is_alike or act.slots.object in waiting.choices
        reason = f"{act.reason}, which answers the question"
        act = act.but(intent=goal.intent, slots=goal.slots, reason=reason)
        # What was promised before the question needs no second promise.
        return start(self.memory, act, goal, now_s) if waiting.promised and is_choice else self.request(act, now_s)

    def _is_only(self, act: Act, now_s: float) -> bool:
        """ "Just the coffee.", of a coffee and a croissant."""
        base = self.memory.base(now_s)
        several = base.slots.object.split(" and ") if base else []
        is_one = len(several) > 1 and any(agree(act.slots.object, thing) for thing in several)
        return is_one and means_one_only(act.utterance)

    def _is_redirected(self, act: Act) -> bool:
        """ "Give it to Milo", while it is being brought to somebody else."""
        memory, pending = self.memory, self.memory.pending
        if pending and (pending.act.tier == Tier.SUGGEST or act.first_seq <= pending.act.last_seq + 1):
            return False  # It is but hinted at, or a next step in the same breath.
        task = pending.act if pending else memory.started if memory.running else None
        if task is not None and act.intent == task.intent == acts.GUIDE and act.tier == Tier.ACT:
            return act.slots.recipient == task.slots.recipient != "" and act.slots.destination != task.slots.destination
        if act.named or task is None or _ONE_MORE.search(act.utterance.lower()):
            return False
        same_thing = (act.intent, act.slots.object) == (task.intent, task.slots.object)
        where = act.slots.source if act.intent == acts.SEARCH else act.slots.recipient or act.slots.destination
        before = (task.slots.recipient, task.slots.destination, task.slots.source)
        return same_thing and bool(where) and where not in before

    def _is_no(self, act: Act, now_s: float) -> bool:
        """ "No, not me, follow the nurse", while it follows the user."""
        base = self.memory.base(now_s)
        is_same = base is not None and base.intent == act.intent in (acts.FOLLOW, acts.MOVE_TO, acts.GUIDE)
        return is_same and act.tier == Tier.ACT and _NO_FIRST.match(act.utterance.lower()) is not None

    def _is_in_its_place(self, act: Act) -> bool:
        """ "Put the fan on, not the AC.", where the AC is to be switched on."""
        wrong = denied(act.utterance)
        task = task_with(wrong, self.memory.tasks()) if wrong else None
        return task is not None and task.intent == act.intent

    def _goes_elsewhere(self, act: Act) -> bool:
        """ "The flowers go to the kitchen.", where they are being taken to the hall: told, and meant."""
        if act.tier != Tier.SUGGEST or not act.named or not act.slots.destination or self.memory.pending:
            return False
        led = (goal.slots for goal in self.memory.open if goal.slots.object and goal.slots.destination)
        return any(agree(act.slots.object, slots.object) for slots in led)

    def _is_other_one(self, act: Act, now_s: float) -> bool:
        """ "The other one!" after a task that was promised or asked for."""
        memory = self.memory
        base = memory.base(now_s)
        if base is None or (memory.pending and memory.pending.asked_back) or not _OTHER.search(act.utterance.lower()):
            return False
        return head_noun(act.slots.object) == head_noun(base.slots.object) and act.slots.object != base.slots.object


_ONE_MORE = re.compile(
    r"\b(?:bring|give|get|take|fetch|hand|pass|grab) "
    r"(?:(?:one|some|another) (?:over )?(?:to|for) |(?:(?!the |that |this )[\w'-]+ ){1,2}(?:one|some|another)\b)"
)
""" "[Bring me a beer.] Bring Anna one.": there are to be two."""


def _at_place(place: str, waiting: Waiting) -> Slots:
    """The slots of a task whose place the creature has asked for; what goes elsewhere does not go to the user."""
    slots = waiting.act.slots
    if waiting.asked_where == "source":
        return replace(slots, source=place)
    return replace(slots, destination=place, recipient="" if slots.recipient == acts.USER else slots.recipient)
