"""Pairs of what is meant and what is found."""

from __future__ import annotations

import pytest

from creature_intent.acts import Act, Kind, Slots
from creature_intent.evaluation.data import Expected
from creature_intent.evaluation.match import Likeness, Pair, likeness, names_of, pairs
from creature_intent.evaluation.runner import Found


def found(intent="GRAB_OBJECT", kind=Kind.REQUEST, tier="ACT", **slots):
    return Found(0, tier, Act(kind, intent, Slots(**slots)))


@pytest.mark.parametrize(
    ("expected", "one", "how"),
    [
        (Expected("GRAB_OBJECT", "REQUEST", object="red cup"), found(object="red cup"), Likeness.FULL),
        (Expected("GRAB_OBJECT", "REQUEST", object="red cup"), found(object="cup"), Likeness.NOUN),
        (Expected("GRAB_OBJECT", "REQUEST", object="red cup"), found(object="book"), Likeness.INTENT),
        (Expected("OPEN", "REQUEST", object="red cup"), found(object="red cup"), Likeness.KIND),
        (Expected("OPEN|GRAB_OBJECT", "REQUEST", object="cup"), found(object="cup"), Likeness.FULL),
        (Expected("GRAB_OBJECT", "COMMIT", object="cup"), found(object="cup"), Likeness.NONE),
        (Expected("STOP_ACTIVITY", "CANCEL"), found("", Kind.CANCEL), Likeness.FULL),
        (Expected("MOVE_TO", "REQUEST", destination="door"), found("MOVE_TO", destination="the door"), Likeness.FULL),
        (Expected("MOVE_TO", "REQUEST", destination="door"), found("MOVE_TO", destination="sofa"), Likeness.INTENT),
        (Expected("FOLLOW", "REQUEST", recipient="user"), found("FOLLOW", recipient="me"), Likeness.FULL),
    ],
)
def test_how_alike(expected, one, how):
    assert likeness(expected, one) == how


def test_the_most_alike_are_paired_whatever_their_order():
    cup, book = Expected("GRAB_OBJECT", "REQUEST", object="cup"), Expected("GRAB_OBJECT", "REQUEST", object="book")
    matched = pairs([cup, book], [found(object="book"), found(object="red cup"), found(object="lamp")])
    assert [(pair.expected and pair.expected.object, pair.found.act.slots.object) for pair in matched] == [
        ("book", "book"),
        ("cup", "red cup"),
        (None, "lamp"),
    ]


def test_several_objects_are_several_acts_on_both_sides():
    both = Expected("GRAB_OBJECT", "REQUEST", object="fork and knife")
    assert [pair.likeness for pair in pairs([both], [found(object="knife"), found(object="fork")])] == [4, 4]
    assert [pair.likeness for pair in pairs([both], [found(object="the fork and a knife")])] == [4, 4]
    assert [pair.likeness for pair in pairs([both], [found(object="knife")])] == [4, 0]


def test_the_same_act_said_twice_in_a_turn_is_one():
    assert len(pairs([], [found(object="cup"), found(object="cup")])) == 1


def test_what_must_be_found_comes_before_what_may_be():
    may = Expected("GRAB_OBJECT", "REQUEST", object="cup", optional=True)
    must = Expected("GRAB_OBJECT", "REQUEST", object="cup")
    (first, second) = pairs([may, must], [found(object="cup")])
    assert first.expected == must and second.found is None


def test_under_which_names_a_pair_is_counted():
    either = Expected("GRAB_OBJECT|BRING_OBJECT", "REQUEST")
    assert names_of(Pair(either, found("BRING_OBJECT"))) == ("REQUEST", "BRING_OBJECT")
    assert names_of(Pair(either, found("OPEN"))) == ("REQUEST", "GRAB_OBJECT")
    assert names_of(Pair(either, None)) == ("REQUEST", "GRAB_OBJECT")
    assert names_of(Pair(None, found("OPEN", Kind.COMMIT))) == ("COMMIT", "OPEN")
