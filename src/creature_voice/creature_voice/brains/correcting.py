"""Corrections of what was just asked for: "no, the blue one", "I meant the kitchen"."""

from __future__ import annotations

import re
from dataclasses import replace

from creature_voice.brains.acting import commit, goal, with_thing
from creature_voice.brains.choosing import spot_in, stripped
from creature_voice.brains.memory import Answer
from creature_voice.brains.noun import Noun, read_noun
from creature_voice.brains.question import Task
from creature_voice.brains.request_forms import Action
from creature_voice.brains.scene import Scene, the

_CORRECTING = re.compile(
    r"(?:no|nope|wait|sorry|oops|actually|i (?:meant|mean|said|wanted|want)|rather|make that|make it|wrong one|"
    r"that is wrong|that is the wrong one|not (?:that|this|it)(?: one)?|not the [a-z]+(?: one| [a-z]+)?|instead)\b"
)
_ONE = re.compile(r"(?:no )?the [a-z]+ one(?: please)?")
_NAMED = re.compile(r"the [a-z]+(?: [a-z]+)?")


def correct(scene: Scene) -> Answer | None:
    """The last task again with another object or place; None if the words are no correction."""
    task = scene.memory.task
    open_question = scene.memory.question is not None and not scene.memory.busy
    if task is None or open_question or not _is_correction(scene):
        return None
    clause = re.sub(r"^not (?:the )?[a-z]+(?: one)? (?=the |a )", "", stripped(scene.clauses))
    clause = re.sub(r" not (?:the )?.+$", "", clause)
    if answer := _other_place(scene, task, clause):
        return answer
    noun = read_noun(clause)
    if noun is None or noun.pronoun or not task.thing or (noun.one and not noun.adjectives):
        return None
    return _other_thing(scene, task, noun)


def _is_correction(scene: Scene) -> bool:
    """It says so, or it only names a thing right after a task was promised."""
    text = " ".join(scene.clauses)
    alone = scene.memory.busy and len(scene.clauses) == 1 and _NAMED.fullmatch(text)
    return bool(_CORRECTING.match(text) or _ONE.fullmatch(text) or alone)


def _other_thing(scene: Scene, task: Task, noun: Noun) -> Answer | None:
    meant = scene.candidates(noun)
    if [item.name for item in meant] == [task.item]:
        return scene.say(f"Yes, {task.thing}.")
    others = tuple(item for item in meant if item.name != task.item)
    if len(others) == 1:
        return commit(scene, replace(task, thing=the(others[0]), item=others[0].name))
    unknown_one = noun.one and noun.det == "the"
    return with_thing(scene, task, noun) if others or unknown_one else None


def _other_place(scene: Scene, task: Task, clause: str) -> Answer | None:
    spot = spot_in(scene, clause, "to")
    if spot is None or not task.place or spot.noun.pronoun or scene.world.place(spot.noun.words) is None:
        return None
    found = goal(scene, spot)
    if found is None:
        return None
    journey = task.action in (Action.MOVE, Action.GUIDE)
    return commit(scene, replace(task, spot=f"to the {found[1]}" if journey else found[0], place=found[1]))
