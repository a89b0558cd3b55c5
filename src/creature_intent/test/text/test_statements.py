"""Facts, and what only describes the thing before it."""

from __future__ import annotations

import pytest

from creature_intent.text.statements import begins_fact, is_fact, is_whether


@pytest.mark.parametrize(
    ("before", "fact"),
    [
        ("open the window", "i am freezing"),
        ("close the gate", "the dog runs away"),
        ("turn the light off", "we are going to bed"),
        ("bring a towel", "the baby has spilled the milk"),
        ("lower your arms", "you look funny"),
        ("stop the pump", "there is water coming out"),
        ("give me the remote", "this show is boring"),
        ("lock the door", "nobody is at home"),
        ("restart the router", "internet is gone"),
    ],
)
def test_a_fact_begins(before, fact):
    assert begins_fact(f"{before} {fact}".split(), len(before.split()))


@pytest.mark.parametrize(
    ("thing", "described"),
    [
        ("bring me the cup", "she is holding"),
        ("fetch the coat", "he is wearing"),
        ("find the keys", "i lost this morning"),
        ("take the chair", "the cat sleeps on"),
        ("open the box", "my brother gave me"),
        ("turn off the lamp", "you turned on"),
        ("get the plate", "we need for the cake"),
    ],
)
def test_what_describes_a_thing_is_no_fact_beside_it(thing, described):
    assert not begins_fact(f"{thing} {described}".split(), len(thing.split()))


def test_a_fact_alone():
    assert is_fact(["the", "doorbell", "rang"])
    assert is_fact(["on", "the", "desk", "there", "is", "a", "pen"])
    assert is_fact(["grandma", "dropped", "her", "stick"])
    assert not is_fact(["the", "people", "who", "live", "here"])
    assert not is_fact(["the", "red", "cup"])


def test_a_question_whether_something_is_there():
    assert is_whether(["do", "you", "see", "the", "basket"])
    assert not is_whether(["do", "you", "like", "the", "basket"])
