"""Runs an item through the real watcher, turn after turn, and notes what was found.

Time is made up: a word takes SECONDS_A_WORD, and before each turn lies its pause. Every item has a watcher of its own,
so nothing said in one is known in another.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from creature_intent.acts import Act, Tier
from creature_intent.config import IntentConfig
from creature_intent.dialogue.decision import Decision
from creature_intent.dialogue.orders import canceled_by
from creature_intent.dialogue.watcher import Watcher
from creature_intent.evaluation.data import ACT, SUGGEST, Item
from creature_intent.tasks.goals import Goal
from creature_intent.text.phrases import FRAME_S
from creature_intent.tokens import Token

SECONDS_A_WORD = 0.35


@dataclass(frozen=True)
class Found:
    """An act that the watcher published.

    Attributes:
        turn: Index of the turn that completed it.
        tier: ACT if it starts, changes or ends a task (a request: once it is promised), else SUGGEST.
    """

    turn: int
    tier: str
    act: Act


@dataclass(frozen=True)
class Outcome:
    """What became of an item.

    Attributes:
        found: The acts, in order.
        pending: The goals that stand at the end.
        turn_s: Processor time that the watcher took for each turn, in seconds.
    """

    item: Item
    found: tuple[Found, ...]
    pending: tuple[Goal, ...]
    turn_s: tuple[float, ...]


@dataclass
class Ledger:
    """The goals that were started and have neither ended nor been taken back, oldest first."""

    goals: list[Goal] = field(default_factory=list)

    def take(self, decision: Decision) -> None:
        """Note what a decision starts and ends, as the slow loop does."""
        if decision.cancel:
            which = canceled_by(decision, self.goals)
            self.goals = [goal for goal in self.goals if which is not None and not which(goal)]
        if decision.goal is not None and not any(decision.goal.same_as(goal) for goal in self.goals):
            self.goals.append(decision.goal)

    def holds(self, act: Act) -> bool:
        """The act's task stands already."""
        return any((goal.intent, goal.slots.object) == (act.intent, act.slots.object) for goal in self.goals)


def run(items: Iterable[Item], config: IntentConfig, clock: Callable[[], float]) -> Iterator[Outcome]:
    """Run the items, each with a fresh watcher.

    Args:
        items: What to run.
        config: The watcher's configuration.
        clock: Seconds of processor time, to measure how long the turns take.
    """
    for item in items:
        yield _run(item, config, clock)


def _run(item: Item, config: IntentConfig, clock: Callable[[], float]) -> Outcome:
    watcher, ledger = Watcher(config), Ledger()
    found: list[Found] = []
    took: list[float] = []
    now_s, seq = 0.0, 0
    for index, turn in enumerate(item.turns):
        now_s += turn.pause_s + SECONDS_A_WORD * len(turn.text.split())
        if turn.ended:
            if ledger.goals:
                watcher.ended(ledger.goals.pop(0), turn.ended, now_s)
            continue
        began_s = clock()
        heard = watcher.feed(Token(seq, int(now_s / FRAME_S), turn.speaker, turn.text, True), now_s)
        took.append(clock() - began_s)
        seq += 1
        for decision in heard.decisions:
            if decision.publish is not None:
                found.append(Found(index, _tier(decision.publish, ledger), decision.publish))
            ledger.take(decision)
    return Outcome(item, tuple(found), tuple(ledger.goals), tuple(took))


def _tier(act: Act, ledger: Ledger) -> str:
    return ACT if act.tier == Tier.ACT or ledger.holds(act) else SUGGEST
