"""When words become a goal. The rules of the house, in order of strength:

- "Stop" from the user acts at once: what was asked is forgotten, what is being done is canceled.
- Softer words ("never mind", "wait a minute") end what was asked for or is being done; where there is nothing, nothing.
- A request alone starts nothing; it waits for the creature's promise and is forgotten after a while.
- Request and promise give exactly one goal. The same promise said again gives none.
- What is asked for in one breath waits together: "sure" starts all of it, a named promise its own part.
- A promise alone starts something only if it names the object (or the place), or the user has just named it.
- Words that may be a promise or talk ("I'll go to the office.") count only as the answer to just that request.
- Words that may be a request or talk ("I'd like an apple.") need a promise of the deed: "Sure." is none.
- What the small judge doubts may be confirmed by a larger one, while nothing else has changed; so may be that a remark
  of the user makes needless what is being done.
- SUGGEST (an indirect wish, an offer, a doubt) never starts a task: it is asked about, and "yes" to that starts it.
- "Forget the spoon" and "stop following me" take back just that.
- A clear request that is not refused for `silence_s` starts by itself; as it comes (0) it waits for the promise.
- A refusal drops the request; asking back keeps it open for the answer.
- A correction cancels what is being done wrongly and, where it is sure, starts what is meant in its place, for that was
  promised; the creature may still refuse. A correction in doubt, or of what only waits, waits for a promise.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from creature_intent.acts import Act, Kind, Tier
from creature_intent.config import IntentConfig
from creature_intent.deeds.choices import options
from creature_intent.dialogue.creatures_words import CreaturesWords
from creature_intent.dialogue.decision import Decision, Doubt, with_tier
from creature_intent.dialogue.implied import implied
from creature_intent.dialogue.memory import Memory, Waiting
from creature_intent.dialogue.needless import needless
from creature_intent.dialogue.only import left_out
from creature_intent.dialogue.settled import settled
from creature_intent.dialogue.starting import start, with_remark
from creature_intent.dialogue.users_words import UsersWords
from creature_intent.grammar.rulebook import Rulebook
from creature_intent.tasks import goals
from creature_intent.tasks.goals import Goal
from creature_intent.text.phrases import Phrase
from creature_intent.text.words import Sentence

_OF_TASKS = frozenset({Kind.REQUEST, Kind.CORRECT, Kind.COMMIT, Kind.ACCEPT})
_CONFIRMED = 0.7
"""How sure an act is that a second opinion has confirmed."""


class Policy:
    """Decides on acts, one after the other. Time is given in seconds of any steady clock."""

    def __init__(self, config: IntentConfig) -> None:
        self._config = config
        self._memory = Memory(config)
        self._user = UsersWords(self._memory)
        self._creature = CreaturesWords(self._memory)
        self._handlers = {
            Kind.REQUEST: self._user.request,
            Kind.CORRECT: self._user.correct,
            Kind.CANCEL: self._user.cancels.cancel,
            Kind.YES: self._user.yes,
            Kind.COMMIT: self._creature.commit,
            Kind.ACCEPT: self._creature.accept,
            Kind.REFUSE: self._creature.refuse,
            Kind.ASK: self._creature.ask,
        }

    @property
    def pending(self) -> Act | None:
        """The request that waits for a promise."""
        return self._memory.pending.act if self._memory.pending else None

    @property
    def offered(self) -> Act | None:
        """What the user's "yes" would start."""
        return self._memory.offered.act if self._memory.offered else None

    @property
    def choices(self) -> tuple[str, ...]:
        """The things of which the user was asked to choose one."""
        return self._memory.pending.choices if self._memory.pending else ()

    def left_out(self, thing: str) -> str:
        """What else is being done, where only the thing is wanted; empty where something waits for a promise."""
        return "" if self._memory.pending else left_out(thing, self._memory.open)

    def needless(self, words: str) -> str:
        """What need not be done of what was asked for or promised, by the words of the user."""
        tasks = self._memory.tasks()
        return needless(words, tasks) if tasks else ""

    def settled(self, words: Sentence, book: Rulebook) -> Act | None:
        """What takes back the task that by the user's words is done, or seen to by somebody else; None if none is."""
        return settled(words, self._memory.tasks(), book)

    def implied(self, phrase: Phrase) -> list[Act]:
        """What the user's words may take back of what is being done, although they say nothing of it."""
        return implied(phrase, self._memory.open) if self._memory.open else []

    def stands(self, now_s: float) -> bool:
        """Something was asked for, promised, or is being done that may be taken back."""
        return self._memory.stands(now_s) or self._user.cancels.at_work()

    def ask_also(self, at_work: Callable[[], bool]) -> None:
        """Say where to ask whether something is done, or thought about, that did not begin here."""
        self._user.cancels.at_work = at_work

    def answered(self) -> None:
        """The user says something: a question of the creature need not be open any more."""
        self._memory.agreed, self._memory.answered = None, True
        if self._memory.pending:
            self._memory.pending.unanswered = False

    def decide(self, found: Iterable[Act], now_s: float) -> list[Decision]:
        """What to do about the acts of a phrase; acts that mean nothing in their context are left out."""
        decisions = [decision for act in found for decision in self._all_of(act, now_s)]
        return [decision for decision in decisions if decision != Decision()]

    def _all_of(self, act: Act, now_s: float) -> list[Decision]:
        """What an act does; "sure" agrees to all that was asked for in one breath."""
        agrees = act.kind == Kind.ACCEPT and not act.slots.object
        meant = self._memory.in_order(act.utterance) if agrees else 1
        decisions = [self._decide(act, now_s)]
        while decisions[-1].goal is not None and self._memory.next_waits() and len(decisions) < meant:
            decisions.append(self._decide(act, now_s))
        return decisions

    def confirm(self, doubt: Doubt, why: str, now_s: float) -> list[Decision]:
        """A larger judge says that the words were meant; they count while nothing has changed since they were said."""
        memory = self._memory
        memory.expire(now_s)
        if doubt.mark != memory.mark:
            return []
        act = with_remark(doubt.act, f"second opinion: meant, {why}")
        act = act.but(tier=Tier.ACT, confidence=max(act.confidence, _CONFIRMED), doubted=False)
        if act.kind in (Kind.COMMIT, Kind.CANCEL):
            return self.decide([act], now_s)
        waiting = memory.pending
        if waiting is None or waiting.act is not doubt.act:
            return []
        waiting.act = act
        raised = [with_tier(Decision(publish=act), self._config.min_confidence)]
        return raised + (self.decide([waiting.agreed], now_s) if waiting.agreed else [])

    def asked(self, act: Act | None, now_s: float) -> None:
        """The user was asked about what may only be suggested: a yes from now on starts it. None: it was not asked."""
        self._memory.offered = Waiting(act, now_s) if act is not None else None

    def declined(self) -> None:
        """The user does not want what was offered."""
        self._memory.decline()

    def ended(self, goal: Goal, outcome: str, now_s: float, message: str = "") -> None:
        """A goal has ended. If the words fitted several objects, or none, the request stands open for the answer."""
        memory = self._memory
        memory.open = [one for one in memory.open if not one.same_as(goal)]
        if not goal.same_as(memory.started):
            return
        memory.running = False
        if outcome in (goals.AMBIGUOUS, goals.UNKNOWN_OBJECT) and memory.pending is None:
            asked = Act(Kind.REQUEST, goal.intent, goal.slots, utterance=goal.utterance)
            promised = outcome == goals.AMBIGUOUS
            choices = options(message) if promised else ()
            memory.pending = Waiting(asked, now_s, asked_back=True, unanswered=True, promised=promised, choices=choices)

    def forget(self) -> None:
        """Words were lost: no request from before may be joined to a promise from after."""
        self._memory.forget()

    def tick(self, now_s: float) -> list[Decision]:
        """What is to be done because the creature has not refused a clear request for `silence_s` (0: nothing)."""
        pending, wait_s = self._memory.pending, self._config.silence_s
        if pending is None or wait_s <= 0.0 or pending.asked_back or now_s - pending.since_s < wait_s:
            return []
        act = pending.act
        if act.tier != Tier.ACT or act.confidence < self._config.min_confidence:
            return []
        act = with_remark(act.but(kind=Kind.COMMIT), "the creature has not refused it")
        decision = start(self._memory, act, Goal(act.intent, act.slots, act.utterance), now_s)
        return [with_tier(decision, self._config.min_confidence)]

    def _decide(self, act: Act, now_s: float) -> Decision:
        self._memory.expire(now_s)
        if act.kind in _OF_TASKS:
            self._memory.heard_s = now_s
        return with_tier(self._handlers[act.kind](act, now_s), self._config.min_confidence)
