"""What a body can do, as it has declared it."""

from __future__ import annotations

import pytest

from creature_voice.brains.abilities import EVERYTHING, INTENTS, Abilities
from creature_voice.brains.phrases import COMMITMENTS, UNABLE
from creature_voice.brains.request_forms import Action


def test_a_body_that_has_said_nothing_can_do_everything() -> None:
    assert all(EVERYTHING.can(action) for action in Action)
    assert EVERYTHING.can_make("wave")


def test_what_is_done_in_steps_can_be_done() -> None:
    able = Abilities(frozenset({"GRAB_OBJECT", "MOVE_TO"}))
    assert able.can(Action.BRING)
    assert able.can(Action.GUIDE)
    assert not able.can(Action.PROJECT)
    assert not Abilities(frozenset({"GRAB_OBJECT"})).can(Action.BRING)


def test_it_can_always_stop() -> None:
    assert Abilities(frozenset()).can(Action.STOP)
    assert not Abilities(frozenset()).can(Action.GRAB)


@pytest.mark.parametrize(
    ("motion", "can"), [("wave", True), ("shake head", True), ("shake", False), ("dance", False), ("spin around", True)]
)
def test_movements_by_name(motion: str, can: bool) -> None:
    assert Abilities(frozenset({"PERFORM_MOTION"}), ("Wave", "shake head", "spin")).can_make(motion) is can


def test_every_action_has_words() -> None:
    assert {*COMMITMENTS, Action.STOP} == set(Action)
    assert set(UNABLE) == set(COMMITMENTS)
    assert {*INTENTS, Action.PROJECT} == set(Action)
