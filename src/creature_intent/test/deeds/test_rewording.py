"""Words put as the grammars know them."""

import pytest

from creature_intent.deeds.rewording import plainly


@pytest.mark.parametrize(
    ("words", "plain"),
    [
        ("park yourself right by the door", "go by the door"),
        ("put yourself in my shoes", "put yourself in my shoes"),
        ("go where anna is", "go to anna"),
        ("take me to where the coffee is", "take me to the coffee"),
        ("go look where the cat is", "go look where the cat is"),
        ("bring slowly the box", "bring the box"),
        ("take from the rack the long coat", "take the long coat from the rack"),
    ],
)
def test_plainly(words, plain):
    assert " ".join(plainly(words.split())) == plain
