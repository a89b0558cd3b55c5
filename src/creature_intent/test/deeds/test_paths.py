"""Ways told by what is left or passed."""

import pytest

from creature_intent.acts import Slots
from creature_intent.deeds.deed import DOUBTFUL, Setting
from creature_intent.deeds.paths import is_near, on_its_way
from creature_intent.tokens import Speaker

USER = Setting(Speaker.USER, {})


@pytest.mark.parametrize(
    ("words", "source", "destination"),
    [
        ("leave the kitchen", "kitchen", "outside"),
        ("get out_of my bathroom now", "bathroom", "outside"),
        ("exit through the back door", "", "back door"),
        ("go down the corridor", "", "corridor"),
        ("cross the room", "", "other side of the room"),
        ("cut through the dining room to get to the patio", "", "patio"),
        ("follow the line on the floor to the storeroom", "", "storeroom"),
        ("go past the sofa", "", "sofa"),
    ],
)
def test_where_it_ends(words, source, destination):
    assert on_its_way(words.split(), USER).slots == Slots("", source, destination)


@pytest.mark.parametrize(
    "words",
    [
        "leave the table",
        "leave the country",
        "go through the contract",
        "cross the street",
        "go over the list",
        "please",
    ],
)
def test_no_way_of_the_house(words):
    assert on_its_way(words.split(), USER) is None


def test_what_the_creature_says_of_itself_only_answers():
    assert on_its_way(["leave", "the", "room"], Setting(Speaker.AGENT, {})).certainty == DOUBTFUL


def test_near():
    assert is_near("staff room", USER) and is_near("back door", USER)
    assert not is_near("city", USER)
