"""When two phrases name the same thing."""

from __future__ import annotations

import pytest

from creature_intent.evaluation.compare import head, plain, same, same_head, several


@pytest.mark.parametrize(
    ("phrase", "words"),
    [
        ("the Red Cup", "red cup"),
        ("my red cup, please", "red cup"),
        ("a glass of the water", "glass of water"),
        ("Anna\u2019s room", "anna room"),
        ("me", "user"),
        ("you", "user"),
        ("it", ""),
        ("", ""),
        ("x-ray", "x-ray"),
    ],
)
def test_the_plain_form(phrase, words):
    assert plain(phrase) == words


@pytest.mark.parametrize(
    ("expected", "found", "is_same"),
    [
        ("red cup", "The red cup", True),
        ("red cup", "cup", False),
        ("cup|mug", "mug", True),
        ("user|", "", True),
        ("", "cup", False),
        ("*", "anything", True),
    ],
)
def test_the_same_words(expected, found, is_same):
    assert same(expected, found) == is_same


@pytest.mark.parametrize(
    ("expected", "found", "is_same"),
    [
        ("red cup", "cup", True),
        ("cup with the handle", "the blue cup", True),
        ("mug|red cup", "cup", True),
        ("cup", "cupboard", False),
        ("cup", "", False),
    ],
)
def test_the_same_noun(expected, found, is_same):
    assert same_head(expected, found) == is_same


def test_the_head_noun_stands_before_what_tells_it_apart():
    assert head("the third book from the left") == "book"
    assert head("") == ""


@pytest.mark.parametrize(
    ("phrase", "things"),
    [
        ("fork and the knife", ["fork", "the knife"]),
        ("milk, sugar and flour", ["milk", "sugar", "flour"]),
        ("milk, sugar, and flour", ["milk", "sugar", "flour"]),
        ("red cup", ["red cup"]),
        ("", [""]),
    ],
)
def test_things_joined_by_and(phrase, things):
    assert several(phrase) == things
