"""What follows a verb."""

from __future__ import annotations

import pytest

from creature_intent.deeds.slots import another_time, head_noun, object_phrase, segments
from creature_intent.text.dangling import dangles
from creature_intent.text.persons import is_person, person
from creature_intent.text.receivers import split_dative


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("the red cup from the table", [("", "the red cup"), ("from", "the table")]),
        ("the cup right now please", [("", "the cup")]),
        ("it next to the lamp", [("", "it"), ("next_to", "the lamp")]),
        ("over to the door", [("", ""), ("to", "the door")]),
        ("the cup with the handle", [("", "the cup with the handle")]),
        ("the cup please he said", [("", "the cup"), ("|", "he said")]),
    ],
)
def test_segments(words, expected):
    assert [(segment.preposition, " ".join(segment.words)) for segment in segments(words.split())] == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("the red cup", "red cup"),
        ("my glasses", "glasses"),
        ("it", "it"),
        ("a glass of water", "glass of water"),
        ("the book that i left", "book"),
        ("the cup you see", "cup"),
        ("all the toys", "toys"),
        ("it is nice", None),
        ("the", None),
        ("", None),
        ("one two three four five six seven eight", None),
    ],
)
def test_object_phrases_are_open(words, expected):
    assert object_phrase(words.split()) == expected


def test_the_head_is_the_noun_before_of_and_with():
    assert head_noun("big glass of water") == "glass" and head_noun("cup") == "cup" and head_noun("") == ""


@pytest.mark.parametrize(
    ("words", "receiver", "rest"),
    [
        ("me the red cup", "me", "the red cup"),
        ("her the cup", "her", "the cup"),
        ("her cup", "", "her cup"),
        ("my mother the book", "my mother", "the book"),
        ("anna the book", "anna", "the book"),
        ("the book", "", "the book"),
    ],
)
def test_the_receiver_may_stand_first(words, receiver, rest):
    assert split_dative(words.split(), {"anna": "Anna"}) == (receiver.split(), rest.split())


def test_people_are_told_from_places():
    names = {"anna": "Anna"}
    assert is_person(["anna"], names) and is_person(["the", "nurse"], names) and is_person(["me"], names)
    assert not is_person(["the", "kitchen"], names) and not is_person([], names)
    assert person(["me"], names, "me") == "user" and person(["anna"], names, "me") == "Anna"
    assert person(["the", "nurse"], names, "me") == "nurse"


@pytest.mark.parametrize(
    ("words", "expected"), [("bring it tomorrow", True), ("on the way home", True), ("now", False)]
)
def test_another_time(words, expected):
    assert another_time(words.split()) is expected


@pytest.mark.parametrize(("words", "expected"), [("get the", True), ("get the red", True), ("get the cup", False)])
def test_words_that_stop_in_mid_air(words, expected):
    assert dangles(words.split()) is expected
