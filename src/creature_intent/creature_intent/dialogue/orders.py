"""From what was decided about an utterance to what the dispatcher is told."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from creature_intent.acts import STOP_ACTIVITY, Kind
from creature_intent.dialogue.decision import Decision
from creature_intent.dialogue.taking_back import is_meant, is_one_of_several
from creature_intent.tasks.goals import Goal

Which = Callable[[Goal], bool]
"""Picks goals."""

_INSTEAD = re.compile(r"\b(?:instead|drop (?:that|everything|it)|forget (?:that|it|about (?:that|it)))\b")


def replaces(decision: Decision) -> bool:
    """A goal in place of all that is being done ("bring me the book instead"); what it corrects was ended alone."""
    goal = decision.goal if decision.instead_of is None else None
    return goal is not None and _INSTEAD.search(goal.utterance.lower()) is not None


def canceled_by(decision: Decision, unfinished: Sequence[Goal]) -> Which | None:
    """Which of the goals a decision takes back; None means all of them.

    "Stop" takes back everything; "never mind the book" the book alone, if a book is among them; "no, the green one" the
    task that it corrects, or, if that is done in other steps, the latest of its kind, or the latest of all.
    """
    act, wrong = decision.publish, decision.instead_of
    if not unfinished or (act is None and wrong is None):
        return None
    if act is None or wrong is not None or act.kind == Kind.CORRECT:
        intent = act.intent if act is not None else wrong.intent if wrong is not None else ""
        same = [goal for goal in unfinished if goal.same_as(wrong)]
        alike = same or [goal for goal in unfinished if goal.intent == intent] or list(unfinished)
        return _just(alike[-1])
    if act.intent in ("", STOP_ACTIVITY) and not act.slots.object:
        return None
    meant = [goal for goal in unfinished if is_meant(act, goal) or is_one_of_several(act, goal)]
    return (lambda goal: any(goal is one for one in meant)) if meant else None


def _just(one: Goal) -> Which:
    return lambda goal: goal is one
