"""Things named without a verb."""

from __future__ import annotations

import pytest

from creature_intent.acts import Slots
from creature_intent.deeds.deed import Setting
from creature_intent.dialogue.answers import correction, thing_alone
from creature_intent.grammar.rulebook_file import load
from creature_intent.tokens import Speaker

SETTING = Setting(Speaker.USER, {"anna": "Anna"})


@pytest.mark.parametrize(
    ("text", "slots"),
    [
        ("no the green one", Slots("green one")),
        ("i meant the blue cup", Slots("blue cup")),
        ("actually the cup from the kitchen", Slots("cup", source="kitchen")),
        ("no on the shelf", Slots(destination="shelf")),
        ("no to anna", Slots(recipient="Anna")),
        ("no from the table", Slots(source="table")),
        ("no", None),
        ("no the weather is fine", None),
        ("actually the best day of my life so far", None),
        ("actually a good idea", None),
    ],
)
def test_corrections(text, slots):
    assert correction(text, SETTING) == slots


@pytest.mark.parametrize(
    ("text", "slots"),
    [
        ("the red one", Slots("red one")),
        ("the red one , please", Slots("red one")),
        ("okay , the green cup", Slots("green cup")),
        ("red", None),
        ("the cup is red", None),
        ("a good idea", None),
        ("no", None),
    ],
)
def test_a_thing_alone(text, slots):
    assert thing_alone(text, load()) == slots
