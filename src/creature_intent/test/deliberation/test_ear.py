"""Requests that take thinking."""

from __future__ import annotations

import pytest

from creature_intent.deliberation.ear import ProjectEar
from creature_intent.text.phrases import Phrase
from creature_intent.tokens import Speaker


def hear(*turns, ear=None, step_s=1.0):
    """What is agreed after the last turn; user and creature speak in turn."""
    ear, agreed = ear or ProjectEar(15.0), None
    for index, words in enumerate(turns):
        speaker = Speaker.USER if index % 2 == 0 else Speaker.AGENT
        agreed = ear.hear(Phrase(speaker, words, index, index), index * step_s)
    return agreed


@pytest.mark.parametrize(
    ("asked", "aim"),
    [
        ("Could you clear the table?", "clear the table"),
        ("Please tidy up the living room.", "tidy up the living room"),
        ("Hey, would you mind clearing off the desk please?", "clear off the desk"),
        ("Set the table for me.", "set the table"),
        ("I'd like you to clear the table into the kitchen.", "clear the table into the kitchen"),
        ("Tidy up!", "tidy up"),
        ("Bring me the cup and then the book, please.", "bring me the cup and then the book"),
        ("Can you get the red cup, the pen, and then my keys?", "get the red cup, the pen, and then my keys"),
    ],
)
def test_a_request_and_a_promise_make_a_project(asked, aim):
    project = hear(asked, "Sure, I'll do that.")
    assert (project.aim, project.words) == (aim, asked)


@pytest.mark.parametrize(
    "asked",
    [
        "Should I clear the table?",
        "I cleared the table.",
        "Don't clear the table.",
        "The sky will clear the day after.",
        "Is that clear?",
        "Clear?",
        "Set off!",
        "Set the oven to two hundred degrees.",
        "Lay the tablecloth over the table.",
        "Clear your browser history.",
        "Can you see the table?",
        "Bring me the cup and then we talk.",
        "I got the cup and then the book.",
    ],
)
def test_talk_is_no_request(asked):
    assert hear(asked, "Sure.") is None


@pytest.mark.parametrize(
    "answer", ["I'm sorry, I can't clean.", "Which table?", "Shall I?", "What a nice table.", "No."]
)
def test_without_a_promise_there_is_no_project(answer):
    assert hear("Clear the table.", answer) is None


def test_a_promise_counts_once_and_in_time():
    ear = ProjectEar(15.0)
    assert hear("Clear the table.", "Okay.", "Great.", "Okay.", ear=ear) is None
    assert hear("Clear the table.", "Okay.", step_s=20.0) is None


def test_what_is_taken_back_is_forgotten_and_a_torn_phrase_forgets_too():
    ear = ProjectEar(15.0)
    hear("Clear the table.", ear=ear)
    ear.forget()
    assert ear.hear(Phrase(Speaker.AGENT, "Okay.", 2, 2), 1.0) is None
    hear("Clear the table.", ear=ear)
    ear.hear(Phrase(Speaker.USER, "the", 3, 3, whole=False), 1.0)
    assert ear.hear(Phrase(Speaker.AGENT, "Okay.", 4, 4), 1.0) is None
