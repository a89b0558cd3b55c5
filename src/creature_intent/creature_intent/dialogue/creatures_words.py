"""What the creature's own acts do: promise, agree, refuse, ask back or offer."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from creature_intent import acts
from creature_intent.acts import Act, Kind, Slots, Tier
from creature_intent.dialogue.arriving import COMES
from creature_intent.dialogue.combine import answers, fulfilled
from creature_intent.dialogue.corrected import corrected
from creature_intent.dialogue.decision import Decision, Doubt
from creature_intent.dialogue.denied import named_in
from creature_intent.dialogue.memory import Memory, Waiting
from creature_intent.dialogue.starting import NEEDS_OBJECT, start, with_remark
from creature_intent.dialogue.things import agree
from creature_intent.dialogue.told_again import repeats
from creature_intent.tasks.goals import Goal

_WORD = re.compile(r"[\w'-]+")
_TAKES_BACK = re.compile(
    r"\b(?:actually|(?:no|oh)[ ,]+wait|on second thoughts?|sorry|afraid|unfortunately|"
    r"not (?:safe|allowed|able|possible)|unable|(?:won't|will not) be able|changed my mind|"
    r"no[ ,]+i (?:won't|will not|can't|cannot|can not)|(?:can't|cannot|can not)(?=[ .!]*$)|"
    r"(?:can't|cannot|can not|couldn't) (?:do|reach|open|close|carry|lift|find|get|see|hold|bring|move)|"
    r"too (?:heavy|hot|high|far|big|dangerous|risky|steep|narrow|slippery|small|tight|low)|better not|rather not)\b"
)
""" A promise is taken back by these; others say no to something else."""
_WAYS = (acts.MOVE_TO, acts.GUIDE, acts.FOLLOW)
_THERE = re.compile(r"^(?:(?:and|so|okay|here we are|well)[ ,.]+)*(?:this|that|here)(?: is|'s) (?:your|our|the) ")
_CARRYING = (acts.BRING_OBJECT, acts.PLACE_OBJECT)
_ECHOING = frozenset({"me", "again", "now", "really", "seriously", "oh", "hm", "the", "a", "an", "my", "your"})
_MAKES_SURE = re.compile(r"\b(?:right|yes|yeah|correct)\?$")
_MAKING_SURE = frozenset(
    {"right", "yes", "yeah", "correct", "one", "ones", "okay", "so", "that's", "you", "mean", "it"}
)
_SWITCHED = (acts.SWITCH_ON, acts.SWITCH_OFF, acts.OPEN, acts.CLOSE)
_WHERE_TO = re.compile(
    r"\bwhere (?:to|should i|shall i|do you want|would you like)\b|"
    r"^(?:(?:sure|okay|and|of course)[ ,.!]+)*(?:to|in|on|onto|into) (?:the|my|your) .+ or (?:\w+ )?(?:the|my|your) |"
    r"\b(?:to|in|on|into) (?:which|what) \w+\?"
)
_WHICH = re.compile(r"\bwhich (?!(?:one|ones|of|colou?r|size|kind|sort|type|way|is|are|do|would)\b)(\w+)")
_WHERE_IS = re.compile(r"\bwhere(?:'s| is| are| did (?:you|i)| do you keep| can i find| will i find)\b")
_OFFERS = re.compile(r"\b(?:shall i|should i|do you want|would you like|want me to|like me to|(?:can|may|could) i)\b")


@dataclass
class CreaturesWords:
    """Decides on the acts of the creature.

    Attributes:
        memory: How things stand; these change it.
    """

    memory: Memory

    def commit(self, act: Act, now_s: float) -> Decision:
        """It promises a task."""
        memory = self.memory
        if not act.intent:
            return self._taken_up(act, now_s)
        memory.promised = act.intent
        act = self._of_the_guided(act)
        memory.turn_to(act)
        if act.intent == acts.STOP_ACTIVITY:
            memory.pending = None
            memory.beside.clear()
            memory.changed()
            return Decision(publish=act, cancel=True)
        asked_for = memory.pending.act.slots if memory.pending else Slots()
        if act.reason == COMES and (asked_for.recipient or asked_for.destination):
            act = act.but(slots=replace(act.slots, recipient=""))  # "On my way with the soup!", for whom it was asked.
        if self._is_what_was_asked(act):
            return self.accept(act.but(kind=Kind.ACCEPT, intent="", confidence=acts.AT_ONCE), now_s)
        if self._is_unsure(act):
            # "I'll take the chicken.": a larger judge may know, unless all is left to the rules.
            return Decision(doubt=Doubt(act, memory.mark) if act.named and memory.config.judge else None)
        if self._is_spelled_out(act, now_s):
            return self._confirmed(act)
        if memory.pending is None and not act.named and memory.taken_up and memory.running:
            return self._confirmed(act)
        goal = self._promised(act, now_s)
        if goal is None:
            return Decision(publish=with_remark(act, "not acted on, it names no object and nothing was asked"))
        asked = memory.pending.act if memory.pending else act.but(kind=Kind.REQUEST)
        before = None if memory.pending or not memory.answered else self._elsewhere(goal)
        decision = start(memory, act, goal, now_s)
        if decision.goal and before:
            memory.open.remove(before)
            decision = replace(decision, cancel=True, instead_of=before)
        if decision.goal:
            memory.agreed = Waiting(asked, now_s, promised=True)
        return decision

    def _of_the_guided(self, act: Act) -> Act:
        """ "[I'll take the guests to the chapel.] Then I'll take them to the garden.": who was to be led elsewhere."""
        task = self.memory.started if self.memory.running and not self.memory.pending else None
        asked = self.memory.pending.act if self.memory.pending else task
        if asked and act.intent == acts.GUIDE and act.slots.recipient == "them" and asked.intent in _CARRYING:
            return act.but(
                intent=asked.intent, slots=replace(asked.slots, destination=act.slots.destination), named=True
            )
        if (
            asked
            and asked.intent == acts.GUIDE
            and act.intent == acts.BRING_OBJECT
            and (act.slots.object == asked.slots.recipient or not (act.named or act.slots.object))
        ):  # "I'll bring them up to the boardroom."
            return act.but(intent=acts.GUIDE, slots=asked.slots, named=True)
        if not task or task.intent != acts.GUIDE or act.intent != acts.BRING_OBJECT or act.named:
            return act
        slots = Slots(destination=act.slots.destination, recipient=task.slots.recipient)
        return act.but(intent=acts.GUIDE, slots=slots, named=True) if slots.destination else act

    def _elsewhere(self, goal: Goal) -> Goal | None:
        """ "[She'd rather the garden.] Then I'll take her to the garden.": what it was about to do with her."""
        role = "recipient" if goal.intent == acts.GUIDE else "object"
        if goal.intent not in (acts.GUIDE, acts.BRING_OBJECT, acts.PLACE_OBJECT):
            return None
        alike = [task for task in self.memory.open if task.intent == goal.intent and not task.same_as(goal)]
        return next((task for task in reversed(alike) if _is_same(task, goal, role)), None)

    def _taken_up(self, act: Act, now_s: float) -> Decision:
        """ "Bedroom, sure.", by which the lamp that is meant is another."""
        memory = self.memory
        base = memory.base(now_s, act.slots.object)
        goal = corrected(act, base.intent, base.slots) if base else None
        if base is None or goal is None or (goal.intent, goal.slots) == (base.intent, base.slots):
            return Decision()
        decision = start(memory, act, goal, now_s)
        if not decision.goal or not isinstance(base, Goal):
            return decision
        is_done = base in memory.open
        memory.open = [one for one in memory.open if one is not base]
        return replace(decision, cancel=is_done, instead_of=base)

    def _is_what_was_asked(self, act: Act) -> bool:
        """ "Radio, coming up.", where it is to be switched on."""
        pending = self.memory.pending
        if pending is None or act.reason != COMES:
            return False
        return pending.act.intent in _SWITCHED and agree(act.slots.object, pending.act.slots.object)

    def accept(self, act: Act, now_s: float) -> Decision:
        """It agrees without naming the task."""
        memory = self.memory
        if memory.pending is None:
            return self._confirmed(act)
        if memory.open_question(act):
            return Decision()
        request = memory.pending.act
        if request.confidence < memory.config.min_confidence:
            memory.pending.agreed = act  # "Sure." to what may have been no request is no promise.
            return Decision()
        thing, asked = act.slots.object, request.slots
        is_way = request.intent in _WAYS
        if is_way and _THERE.match(act.utterance.lower()):
            return Decision()  # "This is your table.": the way is done.
        if thing and (is_way or not agree(thing, asked.object)):
            if not any(one and agree(thing, one) for one in (asked.source, asked.destination, asked.recipient)):
                return Decision()
            act = act.but(slots=Slots())  # "Got it, the left drawer."
        goal = fulfilled(act, request)
        at_once = act.confidence <= acts.AT_ONCE
        act = act.but(kind=Kind.COMMIT, intent=goal.intent, slots=goal.slots)
        decision = start(memory, act, goal, now_s)
        memory.agreed = Waiting(request, now_s) if at_once and decision.goal else None
        return decision

    def refuse(self, act: Act, now_s: float) -> Decision:
        """It says no, or takes an "okay", or a promise, back: "Okay. I'm afraid I can't."."""
        memory = self.memory
        memory.changed()
        if memory.pending is None and memory.agreed is not None and memory.is_agreed(now_s):
            if memory.agreed.promised and not _TAKES_BACK.search(act.utterance.lower()):
                return Decision()  # "I'll get the tea. I can't wait to tell you."
            unable = [one for one in memory.open if named_in(one, act.utterance) == "named"]
            if unable and memory.started not in unable:  # "I can't reach the book.", where a cup was promised last.
                memory.open.remove(unable[-1])
                return Decision(cancel=True, instead_of=unable[-1])
            goal, memory.refused, memory.running = memory.started, memory.agreed, False
            memory.agreed = None
            memory.open = [one for one in memory.open if one is not goal]
            return Decision(cancel=True, instead_of=goal)
        memory.refused = Waiting(memory.pending.act, now_s) if memory.pending else memory.refused
        memory.pending = None
        memory.beside.clear()
        return Decision()

    def ask(self, act: Act, now_s: float) -> Decision:
        """It asks back, or offers a task."""
        memory = self.memory
        which = _WHICH.search(act.utterance.lower())
        memory.which = which[1] if which else ""
        wish = memory.pending.act if memory.pending and memory.pending.act.tier == Tier.SUGGEST else None
        if act.intent:
            memory.offered = Waiting(act, now_s)
        else:  # "Would you like one?": the wish is offered.
            memory.offered = Waiting(wish, now_s) if wish and _OFFERS.search(act.utterance.lower()) else None
        if memory.pending:
            memory.pending.since_s, memory.pending.asked_back = now_s, True
            memory.pending.asked_where = _asked_where(act.utterance.lower())
            memory.pending.unanswered = not _is_echo(act.utterance, memory.pending.act.utterance)
        return Decision()

    def _confirmed(self, act: Act) -> Decision:
        """ "Sure.", after the user's yes to its offer, or after what the user has put right: it is being done."""
        memory = self.memory
        offer, memory.taken_up = memory.taken_up, None
        if offer is None or not memory.running:
            return Decision()
        told = act.but(kind=Kind.COMMIT, intent=offer.act.intent, slots=offer.act.slots)
        return Decision(publish=with_remark(told, "it is being done"))

    def _promised(self, act: Act, now_s: float) -> Goal | None:
        """The task that is promised; None if neither the act nor what was asked tells which."""
        memory = self.memory
        if memory.pending and not memory.open_question(act):
            return fulfilled(act, memory.pending.act)
        refused = memory.refused
        if refused and not act.named and refused.act.intent == act.intent and memory.is_refused_lately(now_s):
            return fulfilled(act, refused.act)  # "I can't see it." ... "Ah, there. I'll bring it."
        offer = memory.offered
        if offer and not act.named and offer.act.intent == act.intent:
            return fulfilled(act, offer.act)  # "Would you like your umbrella?" ... "It's in the hall. I'll bring it."
        return Goal(act.intent, act.slots, act.utterance) if act.named else None

    def _is_unsure(self, act: Act) -> bool:
        """It may be a promise or talk ("I'm going to the office."), and it is not what was asked for."""
        if act.confidence >= self.memory.config.min_confidence:
            return False
        if self.memory.pending is None:
            told = Goal(act.intent, act.slots, act.utterance)
            return not any(act.intent == goal.intent and repeats(told, goal) for goal in self.memory.open)
        return not answers(act, self.memory.pending.act)

    def _is_spelled_out(self, act: Act, now_s: float) -> bool:
        """ "Sure. I'll bring you the cup.": the promise tells what was agreed to just before."""
        memory = self.memory
        if memory.agreed is None or memory.agreed.promised or memory.pending or not memory.is_agreed(now_s):
            return False
        asked = memory.agreed.act
        handling = {act.intent, asked.intent} <= NEEDS_OBJECT
        return (handling or act.intent == asked.intent) and agree(act.slots.object, asked.slots.object)


def _is_same(task: Goal, other: Goal, role: str) -> bool:
    """Both are done with the same person, or the same thing."""
    return getattr(task.slots, role).lower() == getattr(other.slots, role).lower() != ""


def _asked_where(words: str) -> str:
    """The slot for which a question of the creature asks, in lower case; empty if it asks for no place."""
    return "destination" if _WHERE_TO.search(words) else "source" if _WHERE_IS.search(words) else ""


def _is_echo(question: str, request: str) -> bool:
    """ "Dance?", "Me?", "The red one, right?": it only says again what it was asked for."""
    said = set(_WORD.findall(question.lower()))
    known = set(_WORD.findall(request.lower())) | _ECHOING
    if _MAKES_SURE.search(question.lower()):
        return said <= known | _MAKING_SURE
    return len(said) <= 3 and said <= known
