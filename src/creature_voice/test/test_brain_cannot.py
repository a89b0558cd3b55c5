"""What no body can do is refused honestly."""

from __future__ import annotations

import random

import pytest

from creature_voice.brains.abilities import Abilities
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
        ("Turn up the radio.", "can't turn things up or down"),
        ("Lock the door.", "can't lock or unlock things"),
        ("Jump!", "can't jump."),
        ("Can you jump?", "can't jump."),
        ("Clean the windows.", "can't clean."),
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


def answer(heard: str, *intents: str, motions: tuple[str, ...] = ()) -> str:
    brain = RulesBrain("Pip", World(), random.Random(1))
    brain.abilities(Abilities(frozenset(intents), motions))
    return " ".join(brain.reply(heard).sentences)


@pytest.mark.parametrize(
    ("heard", "words"),
    [
        ("Can you turn on the light?", "can't switch things on."),
        ("Turn the radio off.", "can't switch things off."),
        ("Open the door.", "can't open things."),
        ("Close the door.", "can't close things."),
        ("Follow me.", "can't follow people."),
        ("Find my keys.", "can't look for things."),
        ("Dance!", "can't dance."),
        ("Are you able to dance?", "can't dance."),
        ("Shake your head.", "can't shake my head."),
        ("Clear the table.", "can't clear the table."),
        ("Pick up the cup.", "can't pick things up."),
        ("Bring me the cup.", "can't bring things."),
    ],
)
def test_what_the_body_has_not_declared_is_refused(heard: str, words: str) -> None:
    assert words in answer(heard, "MOVE_TO", "STOP_ACTIVITY")


def test_what_it_can_do_in_steps_is_promised() -> None:
    assert "I'll bring you the cup." in answer("Bring me the cup.", "GRAB_OBJECT", "MOVE_TO")
    assert "I'll show you the way to the door." in answer("Show me the way to the door.", "MOVE_TO")
    assert "I'll clear the table." in answer("Clear the table.", "PLACE_OBJECT")


def test_only_movements_that_it_has_are_promised() -> None:
    able = ("PERFORM_MOTION",)
    assert "I'll wave." in answer("Wave!", *able, motions=("wave", "hop"))
    assert "can't dance." in answer("Dance!", *able, motions=("wave", "hop"))
    assert "I'll hop." in answer("Can you hop?", *able, motions=("wave", "hop"))


def test_what_it_knows_how_to_do_is_told_without_a_promise() -> None:
    assert "I'll" not in (told := answer("Do you know how to dance?", "PERFORM_MOTION"))
    assert told.startswith("Yes")


def test_one_part_that_cannot_be_done_does_not_hinder_the_other() -> None:
    told = answer("Open the door and go to the kitchen.", "MOVE_TO")
    assert "can't open things." in told
    assert "I'll go to the kitchen." in told
