"""What the slow loop has asked by the voice is answered, and not met with small talk."""

from __future__ import annotations

import pytest
from brain_chat import COMMITMENT, Chat

from creature_voice.brains import phrases
from creature_voice.brains.handed_in import asked_by_task, offered
from creature_voice.brains.question import Ask, Task
from creature_voice.brains.request_forms import Action


@pytest.mark.parametrize(
    ("question", "promise"),
    [
        ("Shall I get the blanket?", "I'll bring you the blanket."),
        ("Shall I pick up the red cup?", "I'll pick up the red cup."),
        ("Shall I put the cup away?", "I'll put the cup away."),
        ("Shall I go to the kitchen?", "I'll go to the kitchen."),
        ("Shall I go to you?", "I'll come to you."),
        ("Shall I show the way to the door?", "I'll show you the way to the door."),
        ("Shall I come along?", "I'll follow you."),
        ("Shall I look for the keys?", "I'll look for the keys."),
        ("Shall I open the window?", "I'll open the window."),
        ("Shall I close the door?", "I'll close the door."),
        ("Shall I switch on the light?", "I'll switch on the light."),
        ("Shall I switch off the radio?", "I'll switch off the radio."),
        ("Shall I do that?", "I'll do that."),
    ],
)
def test_an_offer_handed_in_is_promised_after_yes_and_dropped_after_no(question: str, promise: str) -> None:
    chat = Chat()
    chat.brain.said(question)
    assert promise in chat.hear("Yes, please.")
    chat = Chat()
    chat.brain.said(question)
    assert chat.hear("No, thanks.") in phrases.FINE_NO
    assert not COMMITMENT.search(chat.hear("Yes."))


def test_an_offer_is_not_open_for_ever() -> None:
    chat = Chat()
    chat.brain.said("Shall I get the blanket?")
    for heard in ("What time is it?", "How are you?", "Do you like music?"):
        chat.hear(heard)
    assert not COMMITMENT.search(chat.hear("Yes, please."))


def test_another_request_takes_the_place_of_an_offer() -> None:
    chat = Chat()
    chat.brain.said("Shall I get the blanket?")
    assert "I'll bring you the book." in chat.hear("No, bring me the book.")


def test_other_questions_and_half_a_question_offer_nothing() -> None:
    for words in ("Shall I get the", "Shall I tell you a joke?", "What shall we do?", "Shall I say. It was cold."):
        assert offered(words) is None, words


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("Which cup, the red cup or the blue cup?", ("red cup", "blue cup")),
        ("Which mug, the tin mug, the oak mug or the old mug?", ("tin mug", "oak mug", "old mug")),
        ("Which cup do you mean, the red one or the blue one?", ()),
        ("Which one?", ()),
    ],
)
def test_the_things_of_a_choice_are_known_by_name(words: str, names: tuple[str, ...]) -> None:
    question = asked_by_task(words, Task(Action.GRAB))
    assert question is not None
    assert (question.ask, question.options) == (Ask.WHICH, names)


def test_without_a_task_there_is_no_choice() -> None:
    assert asked_by_task("Which cup, the red cup or the blue cup?", None) is None
