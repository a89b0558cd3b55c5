"""What no body can do is refused honestly."""

from __future__ import annotations

import random

import pytest

from creature_voice.brains.rules import RulesBrain
from creature_voice.brains.world import World


@pytest.mark.parametrize(
    ("heard", "words"),
    [
        ("Can you fly?", "can't fly."),
        ("Fly!", "can't fly."),
        ("Could you cook dinner for me?", "can't cook."),
        ("Make me a coffee.", "can't cook."),
        ("Call my mom.", "can't make phone calls."),
        ("Please buy some milk.", "can't buy things."),
        ("Play some music.", "can't play music."),
        ("Set a timer for five minutes.", "can't set alarms"),
        ("Can you turn on the light?", "can't switch things"),
        ("Open the door.", "can't open or close things"),
        ("Follow me.", "can't follow people"),
        ("Dance!", "can't dance."),
        ("Can you tie my shoes?", "can't tie your shoes."),
        ("Pick me up.", "can't lift anybody."),
        ("Take a picture of me.", "can't take pictures"),
        ("Kill the spider.", "can't hurt"),
        ("What's the weather like today?", "don't know what the weather is like"),
        ("Will it rain tomorrow?", "don't know what the weather is like"),
        ("Tell me the news.", "don't know the news"),
    ],
)
def test_refusals(heard: str, words: str) -> None:
    answer = " ".join(RulesBrain("Pip", World(), random.Random(1)).reply(heard).sentences)
    assert words in answer
    assert answer.startswith(("I'm sorry", "Sorry"))
