"""Sentences cut into clauses."""

from __future__ import annotations

import pytest

from creature_intent.text.clauses import split


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("pick up the cup and put it down", [("", "pick up the cup"), ("and", "put it down")]),
        ("bring the cup and the plate", [("", "bring the cup and the plate")]),
        ("if you want , i will go", [("if", "you want"), (",", "i will go")]),
        ("i am thirsty , so bring water", [("", "i am thirsty"), ("so", "bring water")]),
        ("grab the big , red cup", [("", "grab the big red cup")]),
        ("i was wondering if you could go", [("", "i was wondering if you could go")]),
        ("go and get it", [("", "go and get it")]),
        ("as soon as you can", [("if", "soon as you can")]),
        ('he said " go "', [("", "he said"), ('"', "go")]),
        ("they went and picked it up", [("", "they went"), ("and", "picked it up")]),
    ],
)
def test_clauses_and_their_joiners(words, expected):
    assert [(clause.joiner, " ".join(clause.words)) for clause in split(words.split())] == expected
