"""Conversations with the rules, as a person has them."""

from __future__ import annotations

import random
import re
from datetime import datetime

import pytest

from creature_voice.brains import phrases
from creature_voice.brains.rules import RulesBrain
from creature_voice.brains.world import Item, Place, World

COMMITMENT = re.compile(r"\bI'll\b|\bI will\b|\bI'm going to\b|\bI'm gonna\b|\blet me\b|\bon my way\b", re.IGNORECASE)
WORLD = World(
    items=(
        Item("red cup", "cup", "red", "table", frozenset({"red", "small"})),
        Item("blue cup", "cup", "blue", "table", frozenset({"blue", "small"})),
        Item("book", "book", "brown", "shelf", frozenset({"brown"})),
        Item("big box", "box", "brown", "floor", frozenset({"big", "brown"})),
        Item("small box", "box", "white", "shelf", frozenset({"small", "white"})),
    ),
    places=(
        Place("table", "on"),
        Place("shelf", "on"),
        Place("kitchen", "in"),
        Place("door", "at"),
        Place("floor", "on"),
    ),
    synonyms={"mug": "cup"},
)


class Chat:
    """A conversation: hear() gives what the creature answers, and it is really said."""

    def __init__(self, seed: int = 1, world: World = WORLD) -> None:
        self.brain = RulesBrain("Pip", world, random.Random(seed), lambda: datetime(2026, 3, 4, 15, 7))

    def hear(self, heard: str) -> str:
        reply = self.brain.reply(heard)
        sentences = list(reply.sentences)
        self.brain.keep(heard, reply)
        for sentence in sentences:
            self.brain.said(sentence)
        return " ".join(sentences)


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


def test_what_about_goes_on_with_the_question() -> None:
    chat = Chat()
    chat.hear("What's on the table?")
    assert "a book and a small box" in chat.hear("And what about the shelf?")
    assert "on the floor" in chat.hear("And the big box?")


def test_wait_stops_a_task_only() -> None:
    chat = Chat()
    assert not COMMITMENT.search(chat.hear("Wait a moment."))
    chat.hear("Pick up the book.")
    assert chat.hear("Wait!").endswith("I'll stop.")


def test_what_was_told_in_answer_to_a_question_is_taken() -> None:
    chat = Chat()
    assert chat.hear("I like reading.").endswith("?")
    assert "understood" not in chat.hear("Science fiction mostly.")


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


def test_what_waits_behind_a_question_is_promised_after_the_answer() -> None:
    chat = Chat()
    assert chat.hear("Bring me the cup and then the book.").endswith("?")
    assert chat.hear("The left one.").endswith("?")
    answer = chat.hear("The red one.")
    assert answer.endswith("I'll bring you the red cup. Then I'll bring you the book.")


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


GUESS = "I'm sorry, I can't find a red cop here; did you mean the red cup?"


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
