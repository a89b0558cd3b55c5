"""What the rules ask, and the answers to it."""

from __future__ import annotations

import pytest
from brain_chat import COMMITMENT, Chat

from creature_voice.brains.world import World

GUESS = "I'm sorry, I can't find a red cop here; did you mean the red cup?"


def test_asks_which_and_takes_the_answer() -> None:
    for answer in (
        "the red one",
        "Red.",
        "I want the red one, please.",
        "The first one.",
        "Not the blue one.",
        "take the red one",
    ):
        chat = Chat()
        assert chat.hear("Pick up the cup.").endswith("the red one or the blue one?")
        assert "I'll pick up the red cup." in chat.hear(answer), answer


def test_asks_again_when_the_choice_is_none() -> None:
    chat = Chat()
    chat.hear("Bring me the cup.")
    assert not COMMITMENT.search(again := chat.hear("The left one."))
    assert "red" in again
    assert "blue" in again
    assert "red cup and a blue cup" in chat.hear("The green one.")
    assert "I'll bring you the blue cup." in chat.hear("Okay, the blue one then.")


def test_a_choice_may_be_dropped_or_left_to_the_creature() -> None:
    chat = Chat()
    chat.hear("Pick up the cup.")
    assert not COMMITMENT.search(chat.hear("Never mind."))
    assert not COMMITMENT.search(chat.hear("Red."))
    chat.hear("Pick up the box.")
    assert "I'll pick up the big box." in chat.hear("I don't care.")


def test_small_talk_between_question_and_answer() -> None:
    chat = Chat()
    chat.hear("Pick up the box.")
    assert not COMMITMENT.search(chat.hear("What time is it?"))
    assert "I'll pick up the small box." in chat.hear("The small one.")


def test_a_new_request_replaces_the_question() -> None:
    chat = Chat()
    chat.hear("Pick up the box.")
    assert "I'll pick up the book." in chat.hear("Pick up the book.")


def test_asks_what_and_where() -> None:
    chat = Chat()
    assert chat.hear("Pick it up.").endswith("?")
    assert "I'll pick up the book." in chat.hear("The book.")
    assert chat.hear("Put the book.").endswith("?")
    assert "I'll put the book on the table." in chat.hear("On the table.")
    chat.hear("Show me the way.")
    assert "I'll show you the way to the kitchen." in chat.hear("To the kitchen.")


def test_asks_what_then_which() -> None:
    chat = Chat()
    chat.hear("Bring me something.")
    assert chat.hear("A mug? No, the cup.").endswith("the red one or the blue one?")
    assert "I'll bring you the red cup." in chat.hear("red")


def test_a_question_is_no_choice() -> None:
    chat = Chat()
    chat.hear("Pick up the box.")
    assert not COMMITMENT.search(chat.hear("Which one is bigger?"))
    assert "I'll pick up the big box." in chat.hear("The bigger one.")


def test_a_lost_thing_is_found_and_offered() -> None:
    chat = Chat()
    answer = chat.hear("I can't find my book.")
    assert "on the shelf" in answer
    assert answer.endswith("?")
    assert "I'll bring you the book." in chat.hear("Yes, please.")
    chat.hear("I lost the red cup.")
    assert not COMMITMENT.search(chat.hear("No, thanks."))


def test_what_waits_behind_a_question_is_promised_after_the_answer() -> None:
    chat = Chat()
    assert chat.hear("Bring me the cup and then the book.").endswith("?")
    assert chat.hear("The left one.").endswith("?")
    answer = chat.hear("The red one.")
    assert answer.endswith("I'll bring you the red cup. Then I'll bring you the book.")


@pytest.mark.parametrize(
    ("heard", "promise"),
    [
        ("Yes.", "I'll pick up the red cup."),
        ("Yes, the red cup.", "I'll pick up the red cup."),
        ("The red one.", "I'll pick up the red cup."),
        ("No, the blue one.", "I'll pick up the blue cup."),
        ("No, the book.", "I'll pick up the book."),
    ],
)
def test_a_guess_of_the_task_is_answered(heard: str, promise: str) -> None:
    chat = Chat()
    chat.hear("Pick up the red cop.")
    chat.brain.said(GUESS)
    assert promise in chat.hear(heard)


def test_a_guess_that_is_wrong_is_dropped() -> None:
    for no in ("No.", "No, thanks.", "Never mind."):
        chat = Chat()
        chat.hear("Pick up the red cop.")
        chat.brain.said(GUESS)
        assert not COMMITMENT.search(chat.hear(no))
        assert not COMMITMENT.search(chat.hear("Yes."))


def test_a_place_may_be_guessed() -> None:
    chat = Chat()
    chat.hear("Go to the kitten.")
    chat.brain.said("Sorry, I don't know the way to the kitten; did you mean the kitchen?")
    assert "I'll go to the kitchen." in chat.hear("Yes, please.")
    chat.hear("Put the book on the shell.")
    chat.brain.said("Sorry, I don't know where the shell is; did you mean the shelf?")
    assert "I'll put the book on the shelf." in chat.hear("Yes.")


def test_a_choice_handed_in_by_the_task_is_answered() -> None:
    chat = Chat(world=World())
    chat.hear("Pick up the cup.")
    chat.brain.said("Which cup do you mean, the red one or the blue one?")
    assert "I'll pick up the red cup." in chat.hear("The red one.")


def test_an_object_already_held_is_offered() -> None:
    chat = Chat()
    chat.hear("Pick up the red cup.")
    chat.brain.said("I've got the red cup.")
    assert chat.hear("Pick up the red cup.").endswith("?")
    assert "I'll bring you the red cup." in chat.hear("Yes, please.")
