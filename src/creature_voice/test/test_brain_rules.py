"""Conversations with the rules, as a person has them."""

from __future__ import annotations

import re

import pytest
from brain_chat import COMMITMENT, Chat

from creature_voice.brains.world import World


@pytest.mark.parametrize(
    ("heard", "promise"),
    [
        ("Could you pick up the red cup?", "I'll pick up the red cup."),
        ("Bring me the red mug.", "I'll bring you the red cup."),
        ("Bring me my book.", "I'll bring you your book."),
        ("Put the red cup on the shelf.", "I'll put the red cup on the shelf."),
        ("Move the red cup to the shelf.", "I'll put the red cup on the shelf."),
        ("Put the book on my desk.", "I'll put the book on your desk."),
        ("Pick up the red cup from the table.", "I'll pick up the red cup from the table."),
        ("Go to the kitchen.", "I'll go to the kitchen."),
        ("Come here!", "I'll come to you."),
        ("Show me the way to the door.", "I'll show you the way to the door."),
        ("Stop!", "I'll stop."),
        ("Give Anna the book.", "I'll bring Anna the book."),
        ("Give the book to my mom.", "I'll bring your mom the book."),
        ("Pick up the banana.", "I'll pick up the banana."),
        ("Get me a banana.", "I'll bring you a banana."),
        ("Pick up the red cup and bring it to me.", "I'll bring you the red cup."),
        ("Go to the kitchen and bring me the red cup.", "I'll bring you the red cup from the kitchen."),
        ("Let go of the book.", "I'll put the book down."),
        ("Take any cup.", "I'll pick up the red cup."),
    ],
)
def test_commits_in_the_agreed_words(heard: str, promise: str) -> None:
    answer = Chat().hear(heard)
    assert re.fullmatch(rf"(?:Okay|Sure|All right|Of course), {re.escape(promise)}", answer)


def test_openers_vary() -> None:
    chat = Chat()
    assert len({chat.hear(f"Go to the {place}.").split(",")[0] for place in ("kitchen", "door", "table", "shelf")}) == 4


def test_pronouns_mean_what_was_spoken_of() -> None:
    chat = Chat()
    chat.hear("Pick up the red cup.")
    assert "I'll bring you the red cup." in chat.hear("Now bring it to me.")
    chat.hear("Where is the book?")
    assert "I'll put the book on the table." in chat.hear("Put it on the table.")
    chat.hear("What's on the shelf?")
    assert "I'll put the book on the shelf." in chat.hear("Put it there.")


def test_corrections() -> None:
    chat = Chat()
    chat.hear("Pick up the red cup.")
    assert "I'll pick up the blue cup." in chat.hear("No, the blue one.")
    assert "I'll pick up the red cup." in chat.hear("Sorry, I meant the red cup.")
    chat.hear("Go to the kitchen.")
    assert "I'll go to the door." in chat.hear("No, to the door.")


def test_a_thing_named_right_after_a_promise_corrects_it() -> None:
    chat = Chat()
    chat.hear("Pick up the book.")
    assert chat.hear("The cup.").endswith("the red one or the blue one?")
    assert "I'll pick up the blue cup." in chat.hear("The blue one.")
    assert chat.hear("The blue one.") == "Yes, the blue cup."


def test_what_about_goes_on_with_the_question() -> None:
    chat = Chat()
    chat.hear("What's on the table?")
    assert "a book and a small box" in chat.hear("And what about the shelf?")
    assert "on the floor" in chat.hear("And the big box?")


def test_what_was_told_in_answer_to_a_question_is_taken() -> None:
    chat = Chat()
    assert chat.hear("I like reading.").endswith("?")
    assert "understood" not in chat.hear("Science fiction mostly.")


def test_what_did_you_say() -> None:
    chat = Chat()
    chat.hear("Pick up the red cup.")
    assert not COMMITMENT.search(chat.hear("What did you say?"))
    chat.brain.said("I've got the red cup.")
    assert "I've got the red cup." in chat.hear("Pardon?")


def test_speculation_has_no_effect() -> None:
    chat = Chat()
    for heard in ("Pick up", "Pick up the red cup", "My name is Anna"):
        list(chat.brain.reply(heard).sentences)
    assert chat.hear("Bring it to me.").endswith("?")


def test_reset_forgets() -> None:
    chat = Chat()
    chat.hear("Pick up the red cup.")
    chat.brain.reset()
    assert chat.hear("Bring it to me.").endswith("?")


def test_another_brains_turn_is_noted() -> None:
    chat = Chat()

    class Other:
        sentences = iter(["Sure, I'll pick up the red cup."])

    chat.brain.keep("Pick up the red cup.", Other())
    assert "I'll bring you the red cup." in chat.hear("Bring it to me.")


def test_answers_do_not_loop() -> None:
    chat = Chat()
    answers = [chat.hear("Blah blubb foo.") for _ in range(6)]
    assert len(set(answers)) == 6


def test_works_without_a_world() -> None:
    chat = Chat(world=World())
    assert "I'll pick up the red cup." in chat.hear("Pick up the red cup.")
    assert chat.hear("What can you see?")
    assert chat.hear("Where is the red cup?")


def test_every_answer_has_words_and_is_short() -> None:
    chat = Chat(seed=5)
    for heard in (
        "",
        "...",
        "Um",
        "Pip?",
        "?",
        "asdf",
        "What?",
        "Yes.",
        "No.",
        "Okay.",
        "a" * 500,
        "the the the",
        "1 2 3",
    ):
        answer = chat.hear(heard)
        assert 0 < len(answer) < 200, heard
