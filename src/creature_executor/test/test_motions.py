"""Movements by their names."""

import pytest

from creature_executor.errors import TaskError
from creature_executor.motions import MOTIONS, find_motion


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("wave", "wave"),
        ("wave goodbye to the children", "wave"),
        ("turn", "turn around"),
        ("shake your head", "shake head"),
        ("raise your left arm", "raise arm"),
        ("a little dance", "dance"),
    ],
)
def test_words_find_the_motion(said, meant):
    assert find_motion(said)[0] == meant


@pytest.mark.parametrize("name", MOTIONS)
def test_every_motion_is_found_by_its_own_name(name):
    assert find_motion(name)[0] == name


@pytest.mark.parametrize(
    ("said", "told"), [("", "not clear"), ("backflip", "no movement called 'backflip'; it has: wave")]
)
def test_what_it_cannot_is_told(said, told):
    with pytest.raises(TaskError, match=told):
        find_motion(said)
