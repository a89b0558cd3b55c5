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
        ("open the cabinet take out the jam", ["open the cabinet", "take out the jam"]),
        ("the bell rang go to the door", ["the bell rang", "go to the door"]),
        ("you left the gate open close it", ["you left the gate open", "close it"]),
        ("somebody knocked open the door", ["somebody knocked", "open the door"]),
        ("internet is gone restart the router", ["internet is gone", "restart the router"]),
        ("there is a lady at the door show her in", ["there is a lady at the door", "show her in"]),
        ("do you see the basket bring it to the hall", ["do you see the basket", "bring it to the hall"]),
        ("it is day you can switch off the lamps", ["it is day", "you can switch off the lamps"]),
        ("open the blinds i want see the sea", ["open the blinds", "i want see the sea"]),
        ("shut the fridge you are wasting power", ["shut the fridge", "you are wasting power"]),
        ("turn off the radio it disturbs me", ["turn off the radio", "it disturbs me"]),
        ("open the garage my husband comes home", ["open the garage", "my husband comes home"]),
        ("turn off the oven dinner is ready", ["turn off the oven", "dinner is ready"]),
    ],
)
def test_a_command_begins_anew(words, expected):
    assert [" ".join(clause.words) for clause in split(words.split())] == expected


@pytest.mark.parametrize(
    "words",
    [
        "help me find the cup", "let us take the cup", "crack the window open a bit", "i would better take the cup",
        "how can you bring the cup", "bring me the largest box you can carry", "did you see him open the door",
        "would you please take the cup", "make a left turn to the door", "bring me the pen she is holding",
        "give me the book i read yesterday", "open the box my brother gave me", "take the bag he has in his hand",
        "bring whichever cup is clean", "the shop people close the doors at six", "i saw the man open the door",
        "i will put the kitchen light on", "back to the dock i go", "we will definitely come back",
    ],
)  # fmt: skip
def test_a_verb_that_goes_on_does_not(words):
    assert len(split(words.split())) == 1
