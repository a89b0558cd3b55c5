"""Which one of several is picked up: what compares it with the others is no place."""

import pytest

from creature_intent.deeds.which_one import plainly_one


@pytest.mark.parametrize(
    ("words", "plain"),
    [
        ("pick up the cup second from your left", "pick up the cup"),
        ("grab the furthest away jar", "grab the furthest jar"),
        ("take the second closest pen to me", "take the second closest pen"),
        ("pick up the jar that is farther from you than the tin", "pick up the jar"),
        ("pick up the tin that is surrounded by 4 other tins", "pick up the tin"),
        ("take the jar just past the tin", "take the jar behind the tin"),
        ("lift the tin closest to the edge", "lift the tin near the edge"),
        ("bring the tin closest to the door", "bring the tin near the door"),
        ("put the cup nearest the door", "put the cup near the door"),
        ("turn on the lamp furthest away from the window", "turn on the lamp"),
        ("take the pen to the upper left of the jar", "take the pen to the left of the jar"),
        ("grab the pen to the side of the jar", "grab the pen next to the jar"),
        ("grab the tin in front of you from my point of view", "grab the tin"),
    ],
)
def test_what_compares_is_left_out(words, plain):
    assert " ".join(plainly_one(words.split())) == plain


@pytest.mark.parametrize(
    "words",
    [
        "get closer to the stove",
        "get over to the desk",
        "bring it to the side of the bed",
        "open the closest door",
        "take the pen from the jar",
        "take it",
    ],
)
def test_what_tells_a_place_or_a_way_stays(words):
    assert " ".join(plainly_one(words.split())) == words
