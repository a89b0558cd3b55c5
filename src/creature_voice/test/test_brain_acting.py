"""What is promised, what is put off, and what is asked first."""

from __future__ import annotations

import random

import pytest

from creature_voice.brains.acting import act
from creature_voice.brains.memory import Answer, Memory
from creature_voice.brains.question import Ask
from creature_voice.brains.request_forms import Action
from creature_voice.brains.requests import clauses, requests_in
from creature_voice.brains.scene import Scene
from creature_voice.brains.wording import Wording
from creature_voice.brains.world import Item, Place, World

WORLD = World(
    (Item("red cup", "cup", "red", "table"), Item("blue cup", "cup", "blue", "table"), Item("lamp", "lamp")),
    (Place("table", "on"), Place("kitchen", "in")),
)


def answer(heard: str) -> Answer:
    scene = Scene(heard, tuple(clauses(heard, "Pip")), "Pip", WORLD, Memory(), Wording(random.Random(1), ()))
    return act(scene, requests_in(heard, "Pip", WORLD.knows))


@pytest.mark.parametrize(
    ("heard", "actions", "sentences"),
    [
        ("Follow me.", [Action.FOLLOW], 1),
        ("Turn on the lamp, open the drawer, wave and dance.",
         [Action.SWITCH_ON, Action.OPEN, Action.MOTION, Action.MOTION], 4),
        ("Clear the table and follow me.", [Action.FOLLOW], 2),
        ("Clear the table and tidy the kitchen.", [Action.PROJECT], 2),
    ],
)  # fmt: skip
def test_tasks_in_their_order(heard: str, actions: list[Action], sentences: int) -> None:
    found = answer(heard)
    assert found.task is not None
    assert [task.action for task in (found.task, *found.later)] == actions
    assert len(found.sentences) == sentences


def test_a_question_takes_along_what_comes_after_it() -> None:
    found = answer("Pick up the cup, open the drawer and follow me.")
    assert found.task is None
    assert found.question is not None
    assert found.question.ask is Ask.WHICH
    assert [request.action for request in found.question.then] == [Action.OPEN, Action.FOLLOW]


def test_what_comes_before_the_question_is_promised() -> None:
    found = answer("Follow me and take the cup.")
    assert found.task is not None
    assert found.task.action is Action.FOLLOW
    assert found.question is not None
    memory = Memory().take(found)
    assert memory.busy
    assert memory.question is found.question
