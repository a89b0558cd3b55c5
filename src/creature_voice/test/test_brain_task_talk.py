"""Talk with the rules about what was promised, how it goes and how it ended."""

from __future__ import annotations

import re

from brain_chat import COMMITMENT, Chat

from creature_voice.brains import phrases


def test_wait_stops_a_task_only() -> None:
    chat = Chat()
    assert not COMMITMENT.search(chat.hear("Wait a moment."))
    chat.hear("Pick up the book.")
    assert chat.hear("Wait!").endswith("I'll stop.")


def test_dont_is_respected() -> None:
    chat = Chat()
    assert not COMMITMENT.search(chat.hear("Don't pick up the red cup."))
    chat.hear("Pick up the red cup.")
    assert chat.hear("No, don't take the cup!").endswith("I'll stop.")


def test_several_tasks_are_promised_in_their_order() -> None:
    answer = Chat().hear("Pick up the red cup and then go to the kitchen.")
    assert answer.endswith("I'll pick up the red cup. Then I'll go to the kitchen.")
    answer = Chat().hear("Bring me the red cup, the book and the small box.")
    assert [answer.index(f"I'll bring you the {thing}.") for thing in ("red cup", "book", "small box")]
    assert answer.count("I'll") == 3


def test_of_several_tasks_the_next_is_done_when_one_has_ended() -> None:
    chat = Chat()
    chat.hear("Pick up the red cup and then go to the kitchen.")
    assert "the red cup" in chat.hear("What are you doing?")
    chat.brain.said("I've got the red cup.")
    assert "on the move" in chat.hear("What are you doing?")
    chat.brain.said("Here I am, at the kitchen.")
    assert chat.hear("Did it work?").startswith("Yes")
    assert "red cup" in chat.hear("What are you holding?")
    chat.hear("Open the door and then dance.")
    chat.hear("Stop!")
    chat.brain.said("The door is open now.")
    assert chat.hear("What are you doing?") in phrases.DOING_NOTHING


def test_a_project_asked_for_with_something_else_is_put_off() -> None:
    answer = Chat().hear("Bring me the book and clear the table.")
    assert "I'll bring you the book." in answer
    assert "ask me to clear the table" in answer


def test_task_results_are_remembered() -> None:
    chat = Chat()
    assert not COMMITMENT.search(chat.hear("Did you get it?"))
    chat.hear("Pick up the red cup.")
    assert re.search("busy|still|Not yet", chat.hear("Did you get it?"))
    assert "the red cup" in chat.hear("What are you doing?")
    chat.brain.said("I've got the red cup.")
    assert chat.hear("Did you get it?").startswith("Yes")
    assert "red cup" in chat.hear("What are you holding?")
    assert re.search("in my hand|I'm holding", chat.hear("Where is the red cup?"))
    chat.hear("Put it on the shelf.")
    chat.brain.said("The red cup is on the shelf now.")
    assert "on the shelf" in chat.hear("Where is the red cup?")
    assert "empty" in chat.hear("What are you holding?")


def test_a_failure_is_remembered() -> None:
    chat = Chat()
    chat.hear("Get me a banana.")
    chat.brain.said("I'm sorry, I can't find a banana here.")
    assert "banana" in chat.hear("Did you get it?")
    assert "I can't find a banana here." in chat.hear("Why not?")


def test_own_refusal_is_no_task_result() -> None:
    chat = Chat()
    chat.hear("Pick up the red cup.")
    chat.hear("Can you fly?")
    assert re.search("busy|still|Not yet", chat.hear("Are you done?"))
