"""The creature agrees by saying again what it was asked for."""

from __future__ import annotations

import pytest

from creature_intent.acts import Act, Kind, Slots
from creature_intent.dialogue.echo import says_again
from creature_intent.grammar.rulebook_file import load

ASKED = Act(Kind.REQUEST, "BRING_OBJECT", Slots("red cup"), reason="the user tells: bring me the red cup")
ASKED_WORDS = frozenset(["bring", "me", "the", "red", "cup", "and", "the", "spoon", "too"])


@pytest.mark.parametrize(
    "text",
    [
        "red cup it is",
        "the red cup right away",
        "sure thing red cup",
        "cup got it",
        "bringing",
        "bringing now",
        "the spoon as well noted",
    ],
)
def test_thing_or_deed_said_again(text):
    assert says_again(text.split(), ASKED, ASKED_WORDS, load())


@pytest.mark.parametrize("text", ["blue cup it is", "the red cup is lovely", "opening", "it is", "sure", ""])
def test_other_words(text):
    assert not says_again(text.split(), ASKED, ASKED_WORDS, load())


def test_without_a_request_nothing_is_said_again():
    assert not says_again(["red", "cup", "it", "is"], None, (), load())
