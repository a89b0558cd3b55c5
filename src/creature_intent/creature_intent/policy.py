"""When words become a goal. The rules of the house, in order of strength:

- "Stop" from the user acts at once: what was asked is forgotten, what is being done is canceled.
- A request alone starts nothing; it waits for the creature's promise and is forgotten after a while.
- Request and promise give exactly one goal. The same promise said again gives none.
- A promise alone starts something only if it names the object (or the place).
- Words that may be a promise or talk ("I'll go to the office.") count only as the answer to just that request.
- Words that may be a request or talk ("I'd like an apple.") need a promise of the deed: "Sure." is none.
- SUGGEST (an indirect wish, an offer, a doubt) never starts a task: it is asked about, and "yes" makes it a request.
- "Forget the spoon" and "stop following me" take back just that.
- A clear request that is not refused for `silence_s` starts by itself; as it comes (0) it waits for the promise.
- A refusal drops the request; asking back keeps it open for the answer.
- A correction cancels what is being done wrongly; the corrected task waits for a promise like any request.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from creature_intent import acts, goals
from creature_intent.acts import Act, Kind, Tier
from creature_intent.combine import agree, answers, corrected, fulfilled, repeats
from creature_intent.config import IntentConfig
from creature_intent.goals import Goal
from creature_intent.slots import head_noun
from creature_intent.suggest import question
from creature_intent.taking_back import DECLINED, IN_VAIN, SAFETY, is_meant

_AFTER_OKAY_S = 4.0
"""What the creature says within this time of an "okay" may take it back, or spell it out."""
_NEEDS_OBJECT = (acts.GRAB_OBJECT, acts.BRING_OBJECT, acts.PLACE_OBJECT)


@dataclass(frozen=True)
class Decision:
    """What to do about an act.

    Attributes:
        publish: The act as it was understood in its context; None if it means nothing there.
        goal: A task to start.
        cancel: Cancel what is being done (before the goal starts, if there is one).
        suggest: The act is only to be asked about; these are the words ("Shall I get the blanket?"), empty for none.
    """

    publish: Act | None = None
    goal: Goal | None = None
    cancel: bool = False
    suggest: str = ""


@dataclass
class _Pending:
    act: Act
    since_s: float
    asked_back: bool = False


class Policy:
    """Decides on acts, one after the other. Time is given in seconds of any steady clock."""

    def __init__(self, config: IntentConfig) -> None:
        self._config = config
        self._pending: _Pending | None = None
        self._offered: _Pending | None = None
        self._refused: _Pending | None = None
        self._open: list[Goal] = []
        self._started: Goal | None = None
        self._started_s = 0.0
        self._running = False
        self._agreed: _Pending | None = None
        self._stopped_s = float("-inf")

    @property
    def pending(self) -> Act | None:
        """The request that waits for a promise."""
        return self._pending.act if self._pending else None

    def decide(self, found: Iterable[Act], now_s: float) -> list[Decision]:
        """What to do about the acts of a phrase; acts that mean nothing in their context are left out."""
        decisions = [self._decide(act, now_s) for act in found]
        return [decision for decision in decisions if decision != Decision()]

    def ended(self, goal: Goal, outcome: str, now_s: float) -> None:
        """A goal has ended. If the words fitted several objects, or none, the request stands open for the answer."""
        self._open = [one for one in self._open if not one.same_as(goal)]
        if not goal.same_as(self._started):
            return
        self._running = False
        if outcome in (goals.AMBIGUOUS, goals.UNKNOWN_OBJECT) and self._pending is None:
            asked = Act(Kind.REQUEST, goal.intent, goal.slots, utterance=goal.utterance)
            self._pending = _Pending(asked, now_s, asked_back=True)

    def forget(self) -> None:
        """Words were lost: no request from before may be joined to a promise from after."""
        self._pending = self._offered = self._refused = None

    def tick(self, now_s: float) -> list[Decision]:
        """What is to be done because the creature has not refused a clear request for `silence_s` (0: nothing)."""
        pending, wait_s = self._pending, self._config.silence_s
        if pending is None or wait_s <= 0.0 or pending.asked_back or now_s - pending.since_s < wait_s:
            return []
        if pending.act.tier != Tier.ACT or pending.act.confidence < self._config.min_confidence:
            return []
        act = _with(pending.act.but(kind=Kind.COMMIT), "the creature has not refused it")
        return [self._start(act, Goal(act.intent, act.slots, act.utterance), now_s)]

    def _decide(self, act: Act, now_s: float) -> Decision:
        if self._pending and now_s - self._pending.since_s > self._config.request_expiry_s:
            self._pending = None
        by_kind = {
            Kind.REQUEST: self._request,
            Kind.CORRECT: self._correct,
            Kind.CANCEL: self._cancel,
            Kind.COMMIT: self._commit,
            Kind.ACCEPT: self._accept,
            Kind.REFUSE: self._refuse,
            Kind.ASK: self._ask,
            Kind.YES: self._yes,
        }
        return by_kind[act.kind](act, now_s)

    def _request(self, act: Act, now_s: float) -> Decision:
        if not act.intent:
            if self._is_other_one(act, now_s):
                return self._correct(act.but(kind=Kind.CORRECT), now_s)
            if self._pending is None or not self._pending.asked_back:
                return Decision()
            asked = self._pending.act
            goal = corrected(act, asked.intent, asked.slots)
            act = act.but(intent=goal.intent, slots=goal.slots, reason=f"{act.reason}, which answers the question")
        # "I need the red cup. Can you bring it?" is one request.
        open_act = self.pending
        is_news = open_act is None or (act.intent, act.slots) != (open_act.intent, open_act.slots)
        self._pending = _Pending(act, now_s)
        if act.tier == Tier.SUGGEST:
            self._offered = _Pending(act, now_s)
            return Decision(publish=act, suggest=question(act.intent, act.slots)) if is_news else Decision()
        return Decision(publish=act) if is_news else Decision()

    def _is_other_one(self, act: Act, now_s: float) -> bool:
        """ "The other one!" after a task that was promised or asked for."""
        base = self._base(now_s)
        if base is None or (self._pending and self._pending.asked_back) or " one" not in act.utterance.lower():
            return False
        return head_noun(act.slots.object) == head_noun(base.slots.object) and act.slots.object != base.slots.object

    def _correct(self, act: Act, now_s: float) -> Decision:
        base = self._base(now_s)
        if base is None:
            return self._request(act.but(kind=Kind.REQUEST), now_s) if act.intent else Decision()
        goal = corrected(act, base.intent, base.slots)
        act = act.but(intent=goal.intent, slots=goal.slots)
        if self._running and goal.same_as(self._started):
            return Decision(publish=act)
        self._pending = _Pending(act, now_s)
        wrong = self._running
        return Decision(publish=act, cancel=wrong)

    def _base(self, now_s: float) -> Act | Goal | None:
        """What a correction corrects: the open request, what is being done, what was done a moment ago."""
        if self._pending:
            return self._pending.act
        recent = self._running or now_s - self._started_s <= self._config.repeat_s
        return self._started if recent else None

    def _cancel(self, act: Act, now_s: float) -> Decision:
        if self._offered and DECLINED.match(act.utterance.lower()):
            self._offered = None
            return Decision()
        if self._is_specific(act):
            return self._take_back(act, now_s)
        if not (SAFETY.search(act.utterance.lower()) or self._open or self._pending or self._offered or self._refused):
            # "Don't open the window.": there is nothing that could be taken back.
            return Decision(publish=act.but(confidence=IN_VAIN))
        self._pending = self._offered = self._refused = None
        self._open.clear()
        self._stopped_s = now_s
        return Decision(publish=act, cancel=True)

    def _is_specific(self, act: Act) -> bool:
        """It takes one thing, or one deed, back by name, and there is something of which it may be a part."""
        named = bool(act.slots.object) or act.intent not in ("", acts.STOP_ACTIVITY)
        return named and bool(self._open or self._pending)

    def _take_back(self, act: Act, now_s: float) -> Decision:
        """ "Forget the spoon": the spoon alone; words that fit nothing take nothing back."""
        if self._pending and is_meant(act, self._pending.act):
            self._pending = None
            return Decision(publish=act, cancel=any(is_meant(act, goal) for goal in self._open))
        meant = [goal for goal in self._open if is_meant(act, goal)]
        if not meant and len(self._open) + bool(self._pending) == 1:
            # By whatever name it is called, only one task can be meant: stopping is the safe side.
            self._pending, meant = None, list(self._open)
        elif not meant:
            return Decision()
        self._open = [goal for goal in self._open if goal not in meant]
        if self._started in meant:
            self._running, self._stopped_s = False, now_s
        return Decision(publish=act, cancel=True)

    def _commit(self, act: Act, now_s: float) -> Decision:
        if act.intent == acts.STOP_ACTIVITY:
            self._pending = None
            return Decision(publish=act, cancel=True)
        if self._is_unsure(act) or self._is_spelled_out(act, now_s):
            return Decision()
        if self._pending and not self._open_question(act):
            goal = fulfilled(act, self._pending.act)
        elif self._refused and not act.named and self._refused.act.intent == act.intent and self._is_fresh(now_s):
            goal = fulfilled(act, self._refused.act)  # "I can't see it." ... "Ah, there. I'll bring it."
        elif act.named:
            goal = Goal(act.intent, act.slots, act.utterance)
        else:
            return Decision(publish=_with(act, "not acted on, it names no object and nothing was asked"))
        return self._start(act, goal, now_s)

    def _is_fresh(self, now_s: float) -> bool:
        return self._refused is not None and now_s - self._refused.since_s <= 2 * self._config.request_expiry_s

    def _is_unsure(self, act: Act) -> bool:
        """It may be a promise or talk ("I'm going to the office."), and it is not what was asked for."""
        if act.confidence >= self._config.min_confidence:
            return False
        return self._pending is None or not answers(act, self._pending.act)

    def _accept(self, act: Act, now_s: float) -> Decision:
        if self._pending is None or self._open_question(act):
            return Decision()
        # "Sure." to what may have been no request is no promise.
        if self._pending.act.confidence < self._config.min_confidence:
            return Decision()
        if act.slots.object and not agree(act.slots.object, self._pending.act.slots.object):
            return Decision()
        request = self._pending.act
        goal = fulfilled(act, request)
        at_once = act.confidence <= acts.AT_ONCE
        act = act.but(kind=Kind.COMMIT, intent=goal.intent, slots=goal.slots)
        decision = self._start(act, goal, now_s)
        self._agreed = _Pending(request, now_s) if at_once and decision.goal else None
        return decision

    def _yes(self, act: Act, now_s: float) -> Decision:
        """The user says yes to what the creature has offered, or was told to ask."""
        offered, self._offered = self._offered, None
        if offered is None or now_s - offered.since_s > self._config.request_expiry_s:
            return Decision()
        task = offered.act
        goal = Goal(task.intent, task.slots, task.utterance)
        act = act.but(
            kind=Kind.REQUEST, intent=task.intent, slots=task.slots, named=task.named, confidence=0.9, tier=Tier.ACT,
            reason=f"{act.reason}, to: {task.reason}",
        )  # fmt: skip
        return self._start(act, goal, now_s)

    def _open_question(self, act: Act) -> bool:
        """The creature asked which one, was not answered, and does not name one itself."""
        return bool(self._pending and self._pending.asked_back and not act.named)

    def _start(self, act: Act, goal: Goal, now_s: float) -> Decision:
        hindrance = self._hindrance(act, goal, now_s)
        if hindrance:
            return Decision(publish=_with(act, f"not acted on, {hindrance}"))
        self._pending = self._refused = None
        self._started, self._started_s, self._running = goal, now_s, True
        self._open.append(goal)
        return Decision(publish=act.but(intent=goal.intent, slots=goal.slots), goal=goal)

    def _hindrance(self, act: Act, goal: Goal, now_s: float) -> str:
        if goal.intent in _NEEDS_OBJECT and not goal.slots.object:
            return "nobody named an object"
        if self._running and goal.same_as(self._started):
            self._pending = None
            return "it is being done"
        if self._pending:
            return ""
        if now_s - self._stopped_s <= self._config.stop_hold_s:
            return "the user has just said stop"
        if repeats(goal, self._started) and (self._running or now_s - self._started_s <= self._config.repeat_s):
            return "it was promised before"
        return ""

    def _refuse(self, act: Act, now_s: float) -> Decision:
        if self._pending is None and self._is_agreed(now_s):  # "Okay. I'm afraid I can't."
            self._refused, self._running = self._agreed, False
            self._agreed = None
            return Decision(cancel=True)
        self._refused = _Pending(self._pending.act, now_s) if self._pending else self._refused
        self._pending = None
        return Decision()

    def _is_spelled_out(self, act: Act, now_s: float) -> bool:
        """ "Sure. I'll bring you the cup.": the promise tells what was agreed to just before."""
        if self._agreed is None or self._pending or not self._is_agreed(now_s):
            return False
        asked = self._agreed.act
        handling = {act.intent, asked.intent} <= set(_NEEDS_OBJECT)
        return (handling or act.intent == asked.intent) and agree(act.slots.object, asked.slots.object)

    def _is_agreed(self, now_s: float) -> bool:
        """What runs was agreed to a moment ago by "okay" alone: what the creature says next may take it back."""
        return self._running and self._agreed is not None and now_s - self._agreed.since_s <= _AFTER_OKAY_S

    def _ask(self, act: Act, now_s: float) -> Decision:
        self._offered = _Pending(act, now_s) if act.intent else None
        if self._pending:
            self._pending = _Pending(self._pending.act, now_s, asked_back=True)
        return Decision()


def _with(act: Act, remark: str) -> Act:
    return act.but(reason=f"{act.reason}; {remark}")
