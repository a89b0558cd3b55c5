"""What is told of a thing is to be done with it."""

import pytest

from creature_intent.deeds.passives import ASKED_BACK, told_of_thing
from creature_intent.grammar.rulebook_file import load


@pytest.mark.parametrize(
    ("words", "deed"),
    [
        ("the hammock must be taken to the shed", "take the hammock to the shed"),
        ("my boots have to be put on the mat", "put my boots on the mat"),
        ("could the shutters be lowered a little", "lower the shutters a little"),
        ("the lamp in the attic should be switched off", "switch off the lamp in the attic"),
        ("the mugs need putting away", "put the mugs away"),
        ("these crates have to go to bay two", "take these crates to bay two"),
        ("the plates can go in the dishwasher now", "put the plates in the dishwasher"),
        ("the radio needs to be off", "turn off the radio"),
        ("the trash has to go out", "take out the trash"),
        ("the blinds can come down", "lower the blinds"),
    ],
)
def test_a_thing_is_told_of(words, deed):
    told = told_of_thing(words, load())
    assert told is not None
    assert " ".join(told.deed) == deed


@pytest.mark.parametrize(
    "words",
    [
        "the report must be finished by friday",
        "my dog wants to go to the park",
        "the bill should be paid by the owner",
        "the show must go on",
        "a crate must be taken to the shed",
        "the way you should be treated",
        "i have to go to the shed",
    ],
)
def test_what_tells_of_no_deed(words):
    assert told_of_thing(words, load()) is None


def test_how_a_thing_seems_to_be_is_only_asked_about():
    told = told_of_thing("the gate must be closed", load())
    assert told is not None
    assert told.strength == ASKED_BACK
