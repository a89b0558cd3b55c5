"""Questions about the world."""

from __future__ import annotations

import random
import re

import pytest

from creature_voice.brains.rules import RulesBrain
from creature_voice.brains.world import Item, Place, World

WORLD = World(
    items=(
        Item("red cup", "cup", "red", "table", frozenset({"red"})),
        Item("blue cup", "cup", "blue", "table", frozenset({"blue"})),
        Item("book", "book", "brown", "shelf", frozenset({"brown"})),
        Item("keys", "keys", "", "kitchen"),
        Item("vase", "vase", "white", "high shelf", frozenset({"white"})),
    ),
    places=(
        Place("table", "on"),
        Place("shelf", "on"),
        Place("kitchen", "in"),
        Place("high shelf", "on", reachable=False),
        Place("door", "at"),
    ),
)


@pytest.mark.parametrize(
    ("heard", "expected"),
    [
        ("What can you see?", "a red cup and a blue cup on the table"),
        ("So, what is around you?", "red cup"),
        ("What's on the table?", "a red cup and a blue cup"),
        ("What is on the floor?", "don't|no answer|not sure|beyond|gap|wish"),
        ("What's at the door?", "nothing"),
        ("Where is the red cup?", "on the table"),
        ("Where's my book?", "on the shelf"),
        ("Do you know where the book is?", "on the shelf"),
        ("Where are the keys?", "in the kitchen"),
        ("Where are the cups?", "red cup and a blue cup on the table"),
        ("Where is the elephant?", "elephant"),
        ("Is there a book?", "Yes.*book on the shelf"),
        ("Are there any cups?", "red cup and a blue cup"),
        ("Is there a banana?", "banana"),
        ("Do you see the vase?", "Yes.*on the high shelf"),
        ("What colour is the book?", "[Bb]rown"),
        ("What color is the vase?", "[Ww]hite"),
        ("Is the vase red?", "No, it's white"),
        ("Is the red cup red?", "Yes"),
        ("How many cups are there?", "[Tt]wo"),
        ("How many cups can you see?", "[Tt]wo"),
        ("How many books do you have?", "one|One"),
        ("How many apples are there?", "apples|None"),
        ("How many things can you see?", "[Ff]ive"),
        ("Which cups are there?", "red cup and a blue cup"),
        ("Can you reach the book?", "reach"),
        ("Can you reach the vase?", "out of my reach|doesn't get there"),
        ("What are you holding?", "empty"),
        ("Where can you go?", "the kitchen"),
    ],
)
def test_answers(heard: str, expected: str) -> None:
    for seed in range(4):
        answer = " ".join(RulesBrain("Pip", WORLD, random.Random(seed)).reply(heard).sentences)
        assert re.search(expected, answer), answer
        assert "I'll" not in answer


def test_the_way_is_offered_and_yes_takes_it() -> None:
    brain = RulesBrain("Pip", WORLD, random.Random(1))
    for heard, expected in (("How do I get to the kitchen?", "?"), ("Yes, please.", "the way to the kitchen.")):
        reply = brain.reply(heard)
        assert " ".join(reply.sentences).endswith(expected)
        brain.keep(heard, reply)


def test_an_unreachable_place_is_not_offered_as_a_goal() -> None:
    answer = " ".join(RulesBrain("Pip", WORLD, random.Random(1)).reply("Where can you go?").sentences)
    assert "high shelf" not in answer
