"""What is told again of a task that is being done: the same in other words, or a step of it."""

from __future__ import annotations

import re
from dataclasses import replace

from creature_intent import acts
from creature_intent.acts import Act
from creature_intent.deeds.slots import head_noun
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


def is_asked_again(act: Act, task: Goal) -> bool:
    """ "Just bring it, please.": no other thing, and for nobody else, than what is being done.

    Args:
        act: A request of the user that may repeat the task (`repeats`).
        task: What is being done.
    """
    words = act.utterance.lower()
    named, known = act.slots.object.split(), task.slots.object.split()
    is_other = bool(named) and not ({*named} <= {*known} and named[-1] == known[-1])  # "the red chair", "two chairs"
    goes_elsewhere = task.slots.recipient != acts.USER and bool(task.slots.recipient or task.slots.destination)
    is_back = goes_elsewhere and act.slots.recipient == acts.USER and _MINE.search(words) is not None
    return not (is_other or is_back or _MORE.search(words))


_MORE = re.compile(r"\b(?:again|another|more|too|also|as well|second|next|once|other|all|both|every)\b")
_MINE = re.compile(r"\b(?:me|us|i|we|back|here)\b")


def is_step_of(goal: Goal, task: Goal, answers: bool) -> bool:
    """ "I'm heading to the kitchen.", "I'm on my way back with it.", said while the task is being done.

    Args:
        goal: What the creature says that it does.
        task: What is being done.
        answers: The user has said something since the task began, which it may be the answer to.
    """
    words, place = goal.utterance.lower(), goal.slots.destination
    if _NEXT.search(words):
        return False
    if goal.intent == acts.SEARCH and task.intent in (*_HANDLING, acts.GUIDE):
        sought = task.slots.object or task.slots.recipient
        return goal.slots.object in _PERSONS or agree(goal.slots.object.lower(), sought.lower())
    if goal.intent in (acts.BRING_OBJECT, acts.GRAB_OBJECT) and task.intent == acts.PLACE_OBJECT:
        return goal.slots.object != "" and agree(goal.slots.object, task.slots.object)
    if goal.intent in _BESIDE and task.intent in (*_HANDLING, acts.SEARCH):
        return not answers and _DOING_NOW.match(words) is not None and goal.utterance not in task.utterance
    if goal.intent == acts.BRING_OBJECT and _BACK.search(words):
        return task.intent in (*_HANDLING, acts.SEARCH) and agree(goal.slots.object, task.slots.object)
    if goal.intent != acts.MOVE_TO or task.intent == acts.MOVE_TO:
        return False
    is_there = any(known and agree(place, known) for known in vars(task.slots).values())
    is_there |= head_noun(place) in task.slots.object.split()
    is_sought = task.intent in (acts.BRING_OBJECT, acts.GRAB_OBJECT, acts.SEARCH) and not task.slots.source
    return is_there or (is_sought and _UNDER_WAY.search(words) is not None)


_BESIDE = (acts.PLACE_OBJECT, acts.OPEN, acts.CLOSE, acts.SWITCH_ON, acts.SWITCH_OFF, acts.PERFORM_MOTION)
"""What is done on the way: "I'm opening the cupboard to look for it." """
_DOING_NOW = re.compile(
    r"^(?:(?:now|okay|so|well|there|right|and|first)[ ,.]+)*(?:i'm|i am) (?:just |now )*\w+ing\b"
    r"|^(?:i'll|i will|let me)\b.*\b(?:in there|to (?:look|see|reach|get|find)|out of the way)\b"
)
_PERSONS = ("him", "her", "them", "it")
_NEXT = re.compile(r"\b(?:then|after|afterwards|later|next|once|when|also|too)\b")
_BACK = re.compile(r"\b(?:on (?:my|its|their|the) way|coming back|be back)\b")
_UNDER_WAY = re.compile(
    r"\b(?:heading|going|rolling|moving|walking|driving|on my way|let me (?:just )?go|(?:have|need) to go|first)\b"
)


def is_told_before(act: Act, before: Act) -> bool:
    """ "Could you open the window? It's so stuffy.": why it was asked for."""
    same = act.intent == before.intent and agree(act.slots.object, before.slots.object)
    return same and before.tier == acts.Tier.ACT
