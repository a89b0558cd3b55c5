"""Sentences as plain words."""

from __future__ import annotations

import pytest

from creature_intent.text.words import sentence


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("I'll get it", "i will get it"),
        ("I\u2019m gonna grab it", "i am going to grab it"),
        ("Don't", "do not"),
        ("I can't, I cannot", "i can not , i can not"),
        ("Lemme get that", "let me get that"),
        ("Um, the the cup", ", the cup"),
        ("Anna's cup; it's red", "anna's cup , it is red"),
        ("Nevermind \u2014 stop", "never mind , stop"),
        ('He said \u201cgo\u201d', 'he said " go "'),
        ("I'll, I'll go", "i will go"),
        ("pick up the, uh, red cup", "pick up the red cup"),
        ("the red, um, cup", "the red cup"),
        ("I don't know, uh, get it", "i do not know , get it"),
        ("pick a the ball", "pick the ball"),
        ("No no no!", "no no no"),
    ],
)  # fmt: skip
def test_one_form_of_each(text, words):
    assert " ".join(sentence(text).words) == words


def test_capitals_inside_are_names_and_the_first_word_is_not():
    found = sentence("Give it to Anna, I'll wait for Bob")
    assert dict(found.names) == {"anna": "Anna", "bob": "Bob"}


@pytest.mark.parametrize(("text", "question"), [("Is it?", True), ('"Is it?"', True), ("It is.", False)])
def test_a_question_is_known_by_its_mark(text, question):
    assert sentence(text).question is question
