"""Counts what was found against what is meant.

recall      of the acts meant to be acted on, those found with tier ACT, the right kind, intent and object
by noun     the same, with the object's head noun only
suggested   of the acts meant to be acted on, those found only with tier SUGGEST, or (tier SUGGEST meant) found so
precision   of the acts found with tier ACT, those that are right by noun (an optional one counts as right)
false fire  a turn in which nothing is meant to be acted on, and something is found with tier ACT
pending     of the dialogues that tell which tasks stand at the end, those where just these do (by noun: by head noun)
slots       of the pairs of right kind and intent in which the slot is filled on either side, those where it is the same
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from creature_intent.acts import Slots
from creature_intent.evaluation.compare import same, several
from creature_intent.evaluation.data import ACT, SLOTS, SUGGEST, Expected
from creature_intent.evaluation.errors import Mistake, mistakes_of, pending_mistake
from creature_intent.evaluation.match import Likeness, Pair, meant_parts, names_of, pairs, pending_likeness
from creature_intent.evaluation.runner import Found, Outcome
from creature_intent.tokens import Speaker


@dataclass
class Share:
    """So many of so many."""

    right: int = 0
    total: int = 0

    def add(self, is_right: bool) -> None:
        """One more, right or not."""
        self.right += is_right
        self.total += 1


@dataclass
class Tally:
    """Counts of one kind of items, acts or intents. See the module for what each means."""

    items: int = 0
    turns: dict[Speaker, int] = field(default_factory=lambda: dict.fromkeys(Speaker, 0))
    recall: Share = field(default_factory=Share)
    by_noun: Share = field(default_factory=Share)
    suggested: Share = field(default_factory=Share)
    precision: Share = field(default_factory=Share)
    fires: dict[Speaker, Share] = field(default_factory=lambda: {who: Share() for who in Speaker})
    pending: Share = field(default_factory=Share)
    pending_by_noun: Share = field(default_factory=Share)

    def count(self, pair: Pair) -> None:
        """Count a pair of a meant and a found act."""
        expected, found, likeness = pair.expected, pair.found, pair.likeness
        is_act = found is not None and found.tier == ACT
        if found is not None and is_act:
            self.precision.add(expected is not None and expected.tier == ACT and likeness >= Likeness.NOUN)
        if expected is None or expected.optional:
            return
        if expected.tier == ACT:
            self.recall.add(is_act and likeness == Likeness.FULL)
            self.by_noun.add(is_act and likeness >= Likeness.NOUN)
        self.suggested.add(found is not None and found.tier == SUGGEST and likeness >= Likeness.NOUN)


@dataclass
class Scores:
    """Everything counted.

    Attributes:
        all, by_item, by_act, by_intent: Tallies: of all, by the items' kind, the acts' kind, the acts' intent.
        slots: By slot.
        cancels: Meant cancels that were found, in dialogues.
        mistakes: What went wrong.
        turn_s: How long each turn took, in seconds.
    """

    all: Tally = field(default_factory=Tally)
    by_item: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    by_act: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    by_intent: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    slots: dict[str, Share] = field(default_factory=lambda: {slot: Share() for slot in SLOTS})
    cancels: Share = field(default_factory=Share)
    mistakes: list[Mistake] = field(default_factory=list)
    turn_s: list[float] = field(default_factory=list)


def score(outcomes: Iterable[Outcome]) -> Scores:
    """Count the outcomes."""
    scores = Scores()
    for outcome in outcomes:
        scores.turn_s += outcome.turn_s
        item = outcome.item
        tallies = (scores.all, scores.by_item[item.kind])
        for tally in tallies:
            tally.items += 1
            for turn in item.turns:
                tally.turns[turn.speaker] += not turn.ended
        for index, turn in enumerate(item.turns):
            if item.judged and not turn.ended:
                _count_turn(scores, tallies, outcome, index)
        if item.pending is not None:
            _count_pending(scores, tallies, outcome)
    return scores


def _count_turn(scores: Scores, tallies: Sequence[Tally], outcome: Outcome, index: int) -> None:
    item = outcome.item
    found = [one for one in outcome.found if one.turn == index]
    if item.any_act:
        _count_any(scores, tallies, outcome, found)
        return
    meant = [act for act in item.expect if act.turn == index]
    matched = pairs(meant, found)
    for pair in matched:
        _count_pair(scores, tallies, pair)
        if len(item.turns) > 1 and pair.expected and pair.expected.kind == "CANCEL" and not pair.expected.optional:
            scores.cancels.add(pair.found is not None)
    is_talk = not any(act.tier == ACT for act in meant)
    if is_talk:
        for tally in tallies:
            tally.fires[item.turns[index].speaker].add(any(one.tier == ACT for one in found))
    scores.mistakes += mistakes_of(item, index, matched, is_talk)


def _count_any(scores: Scores, tallies: Sequence[Tally], outcome: Outcome, found: Sequence[Found]) -> None:
    """Some act is meant, and it is not known which: any will do."""
    is_found = any(one.tier == ACT for one in found)
    for tally in tallies:
        tally.recall.add(is_found)
        tally.by_noun.add(is_found)
        tally.suggested.add(not is_found and bool(found))
    if not is_found:
        scores.mistakes.append(Mistake("missed", outcome.item, 0, "any act", 0.0))


def _count_pair(scores: Scores, tallies: Sequence[Tally], pair: Pair) -> None:
    act, intent = names_of(pair)
    for tally in (*tallies, scores.by_act[act], scores.by_intent[intent]):
        tally.count(pair)
    if pair.expected and pair.found and pair.likeness >= Likeness.INTENT and act != "CANCEL":
        for slot, share in scores.slots.items():
            meant, there = getattr(pair.expected, slot), getattr(pair.found.act.slots, slot)
            if meant or there:
                share.add(same(meant, there))


def _count_pending(scores: Scores, tallies: Sequence[Tally], outcome: Outcome) -> None:
    meant = [part for task in outcome.item.pending or () for part in meant_parts(task)]
    slots = [(goal.intent, goal.slots) for goal in outcome.pending]
    goals = [(intent, replace(one, object=part)) for intent, one in slots for part in several(one.object)]
    worst = _worst_of(meant, goals)
    for tally in tallies:
        tally.pending.add(worst == Likeness.FULL)
        tally.pending_by_noun.add(worst >= Likeness.NOUN)
    if worst < Likeness.NOUN:
        scores.mistakes.append(pending_mistake(outcome))


def _worst_of(meant: Sequence[Expected], goals: Sequence[tuple[str, Slots]]) -> Likeness:
    """How much the goals (intent, slots) are the meant ones: as the least alike of them."""
    worst = Likeness.FULL
    left = list(goals)
    for task in meant:
        if not left:
            return Likeness.NONE
        best = max(left, key=lambda goal: pending_likeness(task, *goal))
        worst = min(worst, pending_likeness(task, *best))
        left.remove(best)
    return Likeness.NONE if left else worst
