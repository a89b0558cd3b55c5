"""Questions and wishes that run on from a fact without a mark."""

from __future__ import annotations

import pytest

from creature_intent.text.clauses import split


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("it is hot i would be glad if you opened a door", ["it is hot", "i would be glad if you opened a door"]),
        ("the baby sleeps i need you to mute the tv", ["the baby sleeps", "i need you to mute the tv"]),
        ("i am tired would you mind closing the blinds", ["i am tired", "would you mind closing the blinds"]),
        ("the soup is ready the stove can be turned off", ["the soup is ready", "the stove can be turned off"]),
    ],
)
def test_after_a_fact_a_wish_begins_anew(words: str, expected: list[str]) -> None:
    assert [clause.text for clause in split(words.split())] == expected


@pytest.mark.parametrize(
    "words",
    [
        "i think i would like you to stay",
        "i hope you do not mind the noise",
        "he said the stove can be turned off",
        "i know the stove can be turned off",
    ],
)
def test_what_goes_on_with_what_was_begun_is_no_clause_of_its_own(words: str) -> None:
    assert len(split(words.split())) == 1
