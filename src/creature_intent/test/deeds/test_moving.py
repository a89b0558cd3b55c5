"""Motions of the body, told by steps, sides and turns."""

from __future__ import annotations

import pytest

from creature_intent import acts
from creature_intent.acts import Slots
from creature_intent.deeds.deed import Setting
from creature_intent.deeds.verbs import read
from creature_intent.tokens import Speaker


@pytest.mark.parametrize(
    ("words", "motion"),
    [
        ("take two steps back", "step back"),
        ("go ahead three meters", "step ahead"),
        ("advance two meters", "step forward"),
        ("reverse half a meter", "step back"),
        ("slide left", "step left"),
        ("rotate ninety degrees", "turn around"),
        ("turn ninety degrees clockwise", "turn right"),
    ],
)
def test_a_distance_a_side_or_a_turn_makes_a_motion(words, motion):
    deed = read(words.split(), Setting(Speaker.USER, {}))
    assert deed is not None
    assert (deed.intent, deed.slots) == (acts.PERFORM_MOTION, Slots(motion))


@pytest.mark.parametrize("words", ["make a run for it", "take steps", "turn it around", "run"])
def test_without_them_it_is_talk(words):
    deed = read(words.split(), Setting(Speaker.USER, {}))
    assert deed is None or deed.intent != acts.PERFORM_MOTION


def test_what_is_faced_is_there():
    user = Setting(Speaker.USER, {})
    deed = read(["turn", "towards", "the", "window"], user)
    assert deed is not None and deed.slots == Slots("turn", destination="window")
    assert read(["face", "the", "consequences"], user) is None
