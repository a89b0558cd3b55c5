"""Parts of the creature's body that are moved."""

import pytest

from creature_intent.deeds.body import again, of_body, of_gripper
from creature_intent.deeds.deed import Setting
from creature_intent.tokens import Speaker

USER = Setting(Speaker.USER, {})


@pytest.mark.parametrize(
    ("words", "motion"),
    [
        ("put your hand up", "raise hand"),
        ("hold both arms above your head", "raise arms"),
        ("put your left arm down", "lower left arm"),
        ("drop the left arm", "lower left arm"),
        ("turn your head thirty degrees to the right", "turn head"),
        ("raise your gripper to shoulder height", "raise gripper"),
    ],
)
def test_a_part_is_moved(words, motion):
    verb, *rest = words.split()
    assert of_body(verb, rest, USER).slots.object == motion


@pytest.mark.parametrize(
    "words",
    [
        "put your feet up",
        "hold your head high",
        "put your hands together",
        "put my arm up",
        "move your body",
        "put it up",
    ],
)
def test_what_people_say_of_their_own_body_is_none(words):
    verb, *rest = words.split()
    assert of_body(verb, rest, USER) is None


def test_the_gripper_is_no_thing_to_open():
    assert of_gripper(["open", "your", "gripper"], USER).slots.object == "open gripper"
    assert of_gripper(["open", "your", "drawer"], USER) is None


def test_the_same_part_is_moved_again():
    assert again(["lower", "them", "again"], "lift arms").slots.object == "lower arms"
    assert again(["lower", "them"], "turn around") is None
    assert again(["bring", "them", "here"], "lift arms") is None
