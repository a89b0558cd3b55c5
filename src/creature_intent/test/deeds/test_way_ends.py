"""What a way is for, and what is carried along it."""

import pytest

from creature_intent.deeds.way_ends import without_ends


@pytest.mark.parametrize(
    ("words", "plain"),
    [
        ("turn left to face the oven", "turn left"),
        ("rotate to the right so that you see the piano", "rotate to the right"),
        ("step back to line up with the table", "step back"),
        ("turn around to go to the window", "go to the window"),
        ("walk over to face the dresser", "go to the dresser"),
        ("walk around the bed to face the lamp", "walk around the bed"),
        ("walk with the jug towards the sink", "carry the jug towards the sink"),
        ("walk the plate back over to the counter", "carry the plate back over to the counter"),
        ("hang a quick left at the sofa", "turn left at the sofa"),
        ("walk straight past the bed to the desk", "walk past the bed to the desk"),
        ("go to the bench where the tools are", "go to the bench"),
    ],
)
def test_the_way_is_left(words, plain):
    assert " ".join(without_ends(words.split())) == plain


@pytest.mark.parametrize(
    "words",
    [
        "walk with Anna to the gate",
        "walk the dog to the park",
        "go to find the keys",
        "turn to the next page",
        "take a left",
        "go to the kitchen to get a cup",
    ],
)
def test_what_is_something_else_stays(words):
    assert " ".join(without_ends(words.split())) == words
