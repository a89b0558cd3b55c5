"""The memory tells how tasks ended from the words that are spoken."""

from __future__ import annotations

import pytest

from creature_voice.brains.memory import Answer, Memory, Status
from creature_voice.brains.question import Ask, Question, Task
from creature_voice.brains.request_forms import Action

GRAB = Task(Action.GRAB, thing="the red cup", item="red cup")
BUSY = Memory().take(Answer(("Okay, I'll pick up the red cup.",), task=GRAB, thing="the red cup"))


@pytest.mark.parametrize(
    "words",
    [
        "I've got the red cup.",
        "Got it, I have the red cup.",
        "There, I'm holding the red cup.",
        "Here you are, the red cup.",
        "Here is the red cup.",
        "There you go, the red cup.",
        "The red cup is on the shelf now.",
        "Done, I put the red cup there.",
        "There, the red cup is on the shelf.",
        "Here I am, at the kitchen.",
        "I'm at the kitchen now.",
        "I've arrived at the kitchen.",
        "This is the kitchen.",
        "We've arrived at the door.",
        "Anna has the red cup now.",
        "Here I am.",
        "I'm with you now.",
        "Done.",
        "That's done.",
        "All done.",
        "Here, next to you.",
    ],
)
def test_success(words: str) -> None:
    assert BUSY.busy
    memory = BUSY.hear_itself(words)
    assert (memory.status, memory.outcome, memory.said) == (Status.DONE, words, words)


@pytest.mark.parametrize(
    "words",
    [
        "I'm sorry, I can't find a red cup here.",
        "I looked, but I can't find a red cup here.",
        "I can't reach the red cup.",
        "I'm sorry, I can't get to the red cup.",
        "Sorry, the red cup is out of my reach.",
        "I tried, but it went wrong.",
        "I'm sorry, that didn't work.",
        "Sorry, I didn't manage that.",
        "I'm sorry, my body isn't answering.",
        "I'm sorry, that is something I can't do.",
        "Sorry, my body doesn't do that.",
    ],
)
def test_failure(words: str) -> None:
    assert BUSY.hear_itself(words).status is Status.FAILED


def test_own_words_are_no_result() -> None:
    memory = BUSY.take(Answer(("I'm sorry, I can't fly.",)))
    assert memory.hear_itself("I'm sorry, I can't fly.").busy
    assert memory.hear_itself("I'm sorry,").busy
    assert memory.hear_itself("").busy


def test_words_without_a_task_are_no_result() -> None:
    assert Memory().hear_itself("I've got it.").outcome == ""


@pytest.mark.parametrize(
    "words", ["Which cup, the red one or the blue one?", "Which cup? I know the red cup and the blue cup."]
)
def test_a_handed_in_question_waits_for_an_answer(words: str) -> None:
    memory = BUSY.hear_itself(words)
    assert memory.question == Question(Ask.WHICH, GRAB, subject="cup")
    assert not memory.busy


def test_held_and_moved() -> None:
    held = BUSY.hear_itself("I've got the red cup.")
    assert held.held == "red cup"
    place = Task(Action.PLACE, thing="the red cup", item="red cup", spot="on the shelf", place="shelf")
    put = held.take(Answer(("x",), task=place)).hear_itself("Done.")
    assert put.held == ""
    assert put.moved == {"red cup": "on the shelf"}


def test_a_question_is_forgotten_after_a_while() -> None:
    memory = Memory().take(Answer(("Which?",), question=Question(Ask.WHICH, GRAB)))
    for _ in range(2):
        memory = memory.take(Answer(("Yes.",)))
        assert memory.question is not None
    assert memory.take(Answer(("Yes.",))).question is None


def test_stop_ends_the_task() -> None:
    memory = BUSY.take(Answer(("Okay, I'll stop.",), stopped=True))
    assert memory.status is Status.STOPPED
