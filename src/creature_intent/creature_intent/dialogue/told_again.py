"""What is told again of a task that is being done: the same in other words, or a step of it."""

from __future__ import annotations

import re
from dataclasses import replace

from creature_intent import acts
from creature_intent.acts import Act
from creature_intent.dialogue.combine import fetches, slots_for
from creature_intent.dialogue.things import agree, things_of
from creature_intent.tasks.goals import Goal

_HANDLING = (acts.GRAB_OBJECT, acts.BRING_OBJECT, acts.PLACE_OBJECT)


def repeats(goal: Goal, started: Goal | None) -> bool:
    """The same deed in the same or fewer words: "I'll bring you the cup" after "I'll bring you the red cup"."""
    if started is None:
        return False
    goal = replace(goal, slots=slots_for(started.slots, goal.slots, goal.utterance))
    if not (goal.intent == started.intent or (fetches(goal) and started.slots.object)):
        return False
    before = things_of(started.slots.object)  # "I'm bringing the coffee", of the newspaper and a coffee.
    if not all(any(agree(thing, one) for one in before) for thing in things_of(goal.slots.object)):
        return False
    ours, theirs = goal.slots, started.slots
    return all(
        not mine or mine == before
        for mine, before in (
            (ours.source, theirs.source),
            (ours.destination, theirs.destination),
            (ours.recipient, theirs.recipient),
        )
    )


def is_step_of(goal: Goal, task: Goal) -> bool:
    """ "I'm heading to the kitchen.", "I'm on my way back with it.", said while the task is being done."""
    words, place = goal.utterance.lower(), goal.slots.destination
    if _NEXT.search(words):
        return False
    if goal.intent == acts.BRING_OBJECT and _BACK.search(words):
        return task.intent in (*_HANDLING, acts.SEARCH) and agree(goal.slots.object, task.slots.object)
    if goal.intent != acts.MOVE_TO or task.intent == acts.MOVE_TO:
        return False
    is_there = any(known and agree(place, known) for known in vars(task.slots).values())
    is_sought = task.intent in (acts.BRING_OBJECT, acts.GRAB_OBJECT, acts.SEARCH) and not task.slots.source
    return is_there or (is_sought and _UNDER_WAY.search(words) is not None)


_NEXT = re.compile(r"\b(?:then|after|afterwards|later|next|once|when|also|too)\b")
_BACK = re.compile(r"\b(?:on (?:my|its|their|the) way|coming back|be back)\b")
_UNDER_WAY = re.compile(
    r"\b(?:heading|going|rolling|moving|walking|driving|on my way|let me (?:just )?go|(?:have|need) to go|first)\b"
)


def is_told_before(act: Act, before: Act) -> bool:
    """ "Could you open the window? It's so stuffy.": why it was asked for."""
    same = act.intent == before.intent and agree(act.slots.object, before.slots.object)
    return same and before.tier == acts.Tier.ACT
