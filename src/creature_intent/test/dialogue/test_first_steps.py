"""What the creature says of a first step, or of the way, promises what it was asked for."""

from __future__ import annotations

import pytest
from dialogue_goals import goals_of


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("Open the window in the bathroom.", "I'm going to the window."),
        ("Open the gate for the tractor.", "On my way to the gate."),
        ("Close the garage door.", "I'm going to the garage."),
        ("Turn off the television.", "Going to the television."),
        ("Bring me some tea.", "I'm going to the kitchen."),
        ("Bring me the hammer from the shed.", "I'm off to the shed."),
        ("Close the chicken coop.", "I'm on my way out."),
        ("Close the shutters.", "I'll see to the shutters."),
        ("Bring me the bottles.", "The bottles are coming."),
        ("Bring an umbrella to the lady.", "I'm on my way with it."),
        ("See if you can find the candles in the sideboard.", "I'm searching the sideboard."),
        ("Open the red curtains.", "I'll draw them open."),
        ("Dance for Nana.", "I'd love to dance."),
        ("Take our guests to the breakfast room.", "I'll accompany them."),
        ("Walk this lady to the garden.", "I'll walk with her."),
        ("Show Mr Ferrari to the guest room.", "I'll show him the way."),
        ("Take Mrs Brandt to the exit.", "I'll guide her out."),
        ("Go to the loading ramp.", "On my way there."),
        ("Grab the crate.", "Taking hold of it."),
        ("Search the drawers for the key.", "Going through them."),
    ],
)
def test_the_task_begins(asked, said):
    (agreed,) = goals_of(f"U: {asked}", "A: Sure.")
    assert goals_of(f"U: {asked}", f"A: {said}") == [agreed]


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("Open the window.", "The window is fine. Do you want me to open it?"),
        ("Lift your arm for Mr Doyle.", "Morning, Mr Doyle!"),
        ("Close the shutters.", "I'd love to see the sea."),
    ],
)
def test_nothing_begins(asked, said):
    assert goals_of(f"U: {asked}", f"A: {said}") == []


@pytest.mark.parametrize(
    ("asked", "said", "place"),
    [
        ("Go to the front gate.", "I'm on my way to the gate.", "front gate"),
        ("Go to the kitchen.", "I'm going to the hall.", "hall"),
    ],
)
def test_the_fuller_name_of_a_place_counts(asked, said, place):
    assert goals_of(f"U: {asked}", f"A: {said}") == [("MOVE_TO", place)]
