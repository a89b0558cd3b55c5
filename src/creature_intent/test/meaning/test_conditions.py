"""Conditions that hold nothing back."""

from __future__ import annotations

import pytest

from creature_intent.meaning.conditions import fallback_from, is_on_the_way, is_soon
from creature_intent.text.clauses import split


def _clauses(text):
    return split(text.split())


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("look in the hall and if it is not there look in the car", 1),
        ("go to the pantry and if there is none , try the cellar", 1),
        ("close the window if it is not raining", 2),
        ("if it is not there look in the car", 2),
    ],
)
def test_what_is_done_only_if_the_first_fails(words, first):
    clauses = _clauses(words)
    assert fallback_from(clauses) == min(first, len(clauses))


def test_steps_on_the_way_are_no_conditions():
    assert is_on_the_way(_clauses("go to the hall and when you get there turn on the light"), 1)
    assert not is_on_the_way(_clauses("when you get there turn on the light"), 0)
    assert not is_on_the_way(_clauses("i go to the hall when you call me"), 1)


def test_what_will_come_soon():
    assert is_soon(_clauses("when you go")[0])
    assert not is_soon(_clauses("when you go to the shop")[0])
