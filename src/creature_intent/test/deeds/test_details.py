"""Where exactly, beyond the place: left out."""

import pytest

from creature_intent.deeds.details import without_details


@pytest.mark.parametrize(
    ("words", "plain"),
    [
        ("put the vase on the shelf to the left of the clock that is already there", "put the vase on the shelf"),
        ("place the pen on the desk in front of and to the right of the lamp", "place the pen on the desk in front of"),
        ("set the jug on the bench to your right", "set the jug on the bench"),
        ("put the tin on the rack between you and the door", "put the tin on the rack"),
        ("lay the spoon on the tray closest to you", "lay the spoon on the tray"),
        ("put the bowl back in its usual place", "put the bowl back"),
        ("put the box to the right on the bench", "put the box on the bench"),
        ("pick up the fork just left of the plate", "pick up the fork to the left of the plate"),
        ("take the glass to the right of the jug from the tray", "take the glass from the tray"),
        ("grab the towel furthest from the door", "grab the towel"),
        ("pick up the pan that is in front of you on the hob", "pick up the pan on the hob"),
    ],
)
def test_the_place_stays(words, plain):
    assert " ".join(without_details(words.split())).startswith(plain)


@pytest.mark.parametrize(
    "words",
    [
        "put the knife to the left of the plate",
        "put it in front of me",
        "move to the left side of the bed",
        "take a step to the left of the line",
        "pick up the cup on the right",
        "open the door to the left of the stairs",
    ],
)
def test_what_tells_the_place_itself_stays(words):
    assert " ".join(without_details(words.split())) == words
