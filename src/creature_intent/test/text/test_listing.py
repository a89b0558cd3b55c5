"""Lists without commas."""

from __future__ import annotations

import pytest

from creature_intent.grammar.rulebook_file import load
from creature_intent.text.listing import listed


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("put the milk the eggs and the cheese away", "put the milk and the eggs and the cheese away"),
        ("bring my sister the cup the fork and the plate", "bring my sister the cup and the fork and the plate"),
    ],
)
def test_the_items_of_a_list_are_joined(words, expected):
    assert listed(words.split(), load()) == expected.split()


@pytest.mark.parametrize(
    "words",
    [
        "bring my sister the cup and the plate", "put the milk in the fridge and the cheese on the table",
        "take the thermometer out of the case and the bandage too", "put the gown the silk one in the wardrobe",
    ],
)  # fmt: skip
def test_what_is_no_list_stays_as_it_is(words):
    assert listed(words.split(), load()) == words.split()
