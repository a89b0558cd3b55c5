"""Where a sentence without marks begins another clause."""

from __future__ import annotations

import pytest

from creature_intent.text.clauses import split


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("go to the shed take the rake", ["go to the shed", "take the rake"]),
        ("i am cold close the window", ["i am cold", "close the window"]),
        ("i would like tea can you bring a cup", ["i would like tea", "can you bring a cup"]),
        ("grab the cup you will find it there", ["grab the cup", "you will find it there"]),
        ("find the pen it should be here", ["find the pen", "it should be here"]),
        ("turn left go to the door", ["turn left", "go to the door"]),
    ],
)
def test_a_command_begins_anew(words, expected):
    assert [" ".join(clause.words) for clause in split(words.split())] == expected


@pytest.mark.parametrize(
    "words",
    [
        "help me find the cup", "let us take the cup", "crack the window open a bit", "i would better take the cup",
        "how can you bring the cup", "bring me the largest box you can carry", "did you see him open the door",
        "would you please take the cup", "make a left turn to the door",
    ],
)  # fmt: skip
def test_a_verb_that_goes_on_does_not(words):
    assert len(split(words.split())) == 1
