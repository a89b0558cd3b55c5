"""Promises told of the thing or of the way."""

from __future__ import annotations

import pytest

from creature_intent.deeds.announcing import announced
from creature_intent.deeds.fetching import going_for, sent_for
from creature_intent.deeds.own_way import next_stop
from creature_intent.grammar.rulebook_file import load


@pytest.mark.parametrize(
    ("text", "deed"),
    [
        ("the lamp's going off", "turn off the lamp"),
        ("window's getting closed", "close window"),
        ("the curtains shall be drawn", "close the curtains"),
        ("arm's going up", "raise my arm"),
        ("out to the bin it goes", "put it to the bin"),
        ("away with this cup", "put away this cup"),
        ("setting off for the pantry", "go to the pantry"),
        ("the alarm's going off", None),
        ("the door is open", None),
        ("prices are going up", None),
        ("they are going to the kitchen", None),
    ],
)
def test_what_is_announced(text, deed):
    found = announced(text, load())
    assert (" ".join(found.deed) if found else None) == deed


def test_what_points_may_go_off_by_itself():
    assert announced("it is going off", load()).strength < 0.5
    assert announced("that is going off now", load()).strength > 0.5


def test_the_next_stop_is_in_the_house():
    assert next_stop("next stop , the laundry", load()).deed == ("go", "to", "the", "laundry")
    assert next_stop("next stop , the town hall", load()) is None


def test_who_goes_for_a_thing_gets_it():
    def fetched(words):
        return " ".join(going_for(words.split(" "), load()) or [])

    assert fetched("go to the desk for the stapler") == "get the stapler from the desk"
    assert fetched("go for the remote") == "get the remote"
    assert fetched("go to the park for a walk") == ""
    assert fetched("go for the win") == ""


def test_who_is_sent_for_a_thing_brings_it():
    def brought(words):
        return " ".join(sent_for(words.split(" "), load()) or [])

    assert brought("go to the pantry for some jam") == "bring me some jam from the pantry"
    assert brought("go to the hall for my umbrella") == "bring me my umbrella from the hall"
    assert brought("go to the sofa for a nap") == ""
    assert brought("go for the ball") == ""
