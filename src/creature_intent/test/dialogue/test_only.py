"""Words by which only one of several tasks is wanted still, and words that tell that a thing is there."""

from __future__ import annotations

import pytest

from creature_intent.acts import BRING_OBJECT, Slots
from creature_intent.dialogue.needless import needless
from creature_intent.dialogue.only import only_named
from creature_intent.tasks.goals import Goal


@pytest.mark.parametrize(
    ("words", "thing"),
    [
        ("so just the pillow", "pillow"),
        ("great, then only the keys.", "keys"),
        ("i've had my pills so only the water please", "water"),
        ("actually i only need the tape", "tape"),
        ("i just wanted the milk", "milk"),
        ("i only want to sleep", ""),
        ("it's only the wind", ""),
        ("just a minute, i'm busy", ""),
    ],
)
def test_only_named(words, thing):
    assert only_named(words) == thing


@pytest.mark.parametrize(
    ("words", "thing"),
    [
        ("oh i've got the hammer here", "hammer"),
        ("my wallet's right here.", "wallet"),
        ("the keys were here", ""),
        ("what's in my pocket?", ""),
    ],
)
def test_needless(words, thing):
    assert needless(words, [Goal(BRING_OBJECT, Slots("hammer")), Goal(BRING_OBJECT, Slots("wallet and keys"))]) == thing
