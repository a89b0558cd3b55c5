"""What was asked and what was promised, put together."""

from __future__ import annotations

import pytest

from creature_intent.acts import BRING_OBJECT, GRAB_OBJECT, GUIDE, MOVE_TO, PLACE_OBJECT, Act, Kind, Slots
from creature_intent.dialogue.combine import fulfilled
from creature_intent.dialogue.corrected import corrected
from creature_intent.dialogue.things import agree


def asked(intent, *slots):
    return Act(Kind.REQUEST, intent, Slots(*slots), named=bool(slots and slots[0]))


def promised(intent, *slots, named=True):
    return Act(Kind.COMMIT, intent, Slots(*slots), named=named)


BRING = asked(BRING_OBJECT, "red cup", "kitchen", "", "user")


@pytest.mark.parametrize(
    ("promise", "request_", "intent", "slots"),
    [
        (promised(BRING_OBJECT, "blue cup", "", "", "user"), BRING, BRING_OBJECT, ("blue cup", "kitchen", "", "user")),
        (promised(BRING_OBJECT, "cup", "", "", "user"), BRING, BRING_OBJECT, ("red cup", "kitchen", "", "user")),
        (promised(GRAB_OBJECT, "cup"), BRING, BRING_OBJECT, ("red cup", "kitchen", "", "user")),
        (promised(GRAB_OBJECT, "", named=False), BRING, BRING_OBJECT, ("red cup", "kitchen", "", "user")),
        (promised(MOVE_TO, "", "", "kitchen"), BRING, BRING_OBJECT, ("red cup", "kitchen", "", "user")),
        (promised(MOVE_TO, "", "", "garden"), BRING, MOVE_TO, ("", "", "garden", "")),
        (
            promised(BRING_OBJECT, "", "", "", "user", named=False),
            asked(GRAB_OBJECT, "red cup"),
            GRAB_OBJECT,
            ("red cup", "", "", ""),
        ),
        (
            promised(BRING_OBJECT, "red cup", "", "", "user"),
            asked(GRAB_OBJECT, "red cup"),
            BRING_OBJECT,
            ("red cup", "", "", "user"),
        ),
        (
            promised(GRAB_OBJECT, "red cup"),
            asked(PLACE_OBJECT, "red cup", "", "shelf"),
            PLACE_OBJECT,
            ("red cup", "", "shelf", ""),
        ),
        (promised(GRAB_OBJECT, "book"), BRING, GRAB_OBJECT, ("book", "kitchen", "", "")),
        (
            promised(MOVE_TO, "", "", "user", named=False),
            asked(GUIDE, "", "", "door", "user"),
            GUIDE,
            ("", "", "door", "user"),
        ),
    ],
)
def test_a_promise_fulfils_a_request(promise, request_, intent, slots):
    goal = fulfilled(promise, request_)
    assert (goal.intent, goal.slots) == (intent, Slots(*slots))


def test_a_correction_fills_in_only_what_it_names():
    change = Act(Kind.CORRECT, "", Slots("green cup"))
    assert corrected(change, BRING_OBJECT, BRING.slots).slots == Slots("green cup", "kitchen", "", "user")


def test_another_deed_keeps_the_thing_and_not_where_it_was_to_go():
    change = Act(Kind.CORRECT, PLACE_OBJECT, Slots("", "", "table"))
    goal = corrected(change, BRING_OBJECT, BRING.slots)
    assert (goal.intent, goal.slots) == (PLACE_OBJECT, Slots("red cup", "kitchen", "table"))


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [("cup", "red cup", True), ("red cup", "blue cup", False), ("cup", "book", False), ("", "cup", True)],
)
def test_two_phrases_may_mean_one_thing(one, other, expected):
    assert agree(one, other) is expected
