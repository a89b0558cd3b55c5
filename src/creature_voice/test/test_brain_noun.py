"""Noun phrases: determiner, words, place."""

from __future__ import annotations

import pytest

from creature_voice.brains.noun import Noun, read_noun, read_spot, split_spot


@pytest.mark.parametrize(
    ("text", "det", "words"),
    [
        ("the red cup", "the", "red cup"),
        ("my books", "my", "book"),
        ("cup", "", "cup"),
        ("one of the cups", "one of the", "cup"),
        ("the small blue book", "the", "small blue book"),
        ("it", "it", ""),
        ("the other one", "the other", "one"),
    ],
)
def test_read(text: str, det: str, words: str) -> None:
    assert read_noun(text) == Noun(det, words)


@pytest.mark.parametrize(
    "text", ["", "what you want", "the cup is red", "to the kitchen", "me", "if you can", "a b c d e f g h"]
)
def test_no_noun(text: str) -> None:
    assert read_noun(text) is None


def test_properties() -> None:
    noun = Noun("a", "small red cup")
    assert (noun.head, noun.adjectives, noun.anyone, noun.many, noun.one) == (
        "cup",
        ("small", "red"),
        True,
        False,
        False,
    )
    assert Noun("the", "red one").one
    assert Noun("both", "cup").many
    assert Noun("it", "").pronoun


@pytest.mark.parametrize(
    ("noun", "spoken"),
    [
        (Noun("the", "cup"), "the cup"),
        (Noun("", "cup"), "the cup"),
        (Noun("my", "cup"), "your cup"),
        (Noun("your", "cup"), "my cup"),
        (Noun("a", "banana"), "a banana"),
        (Noun("some", "water"), "some water"),
        (Noun("that", "cup"), "the cup"),
    ],
)
def test_spoken(noun: Noun, spoken: str) -> None:
    assert noun.spoken() == spoken


def test_spots() -> None:
    spot = read_spot("next to the big box")
    assert spot is not None
    assert spot.spoken() == "next to the big box"
    assert read_spot("the box") is None
    assert read_spot("on it") is None
    phrase, place = split_spot("the cup that is on the table")
    assert phrase == "the cup"
    assert place is not None
    assert place.spoken() == "on the table"
    assert split_spot("the cup") == ("the cup", None)
