"""What is said of how a task ended."""

from __future__ import annotations

import itertools
import random

import pytest

from creature_intent import acts
from creature_intent.acts import BRING_OBJECT, GRAB_OBJECT, GUIDE, MOVE_TO, PLACE_OBJECT, Slots
from creature_intent.tasks import goals
from creature_intent.tasks.goals import Goal
from creature_intent.tasks.outcome_words import NO_BODY, OutcomeWords


def first(goal, outcome, message="", body_answered=True):
    return OutcomeWords(lambda words: words[0]).of(goal, outcome, message, body_answered)


@pytest.mark.parametrize(
    ("goal", "outcome", "message", "expected"),
    [
        (Goal(GRAB_OBJECT, Slots("red cup")), goals.OK, "", "I've got the red cup."),
        (Goal(GRAB_OBJECT, Slots("two cups")), goals.OK, "", "I've got two cups."),
        (Goal(BRING_OBJECT, Slots("red cup", recipient="user")), goals.OK, "", "Here you are, the red cup."),
        (Goal(BRING_OBJECT, Slots("cup", recipient="Anna")), goals.OK, "", "I've brought the cup to Anna."),
        (Goal(BRING_OBJECT, Slots("cup", recipient="nurse")), goals.OK, "", "I've brought the cup to the nurse."),
        (Goal(BRING_OBJECT, Slots("cup", "", "kitchen")), goals.OK, "", "I've brought the cup to the kitchen."),
        (
            Goal(PLACE_OBJECT, Slots("book", "", "shelf"), "put the book on the shelf"),
            goals.OK,
            "",
            "The book is on the shelf now.",
        ),
        (
            Goal(PLACE_OBJECT, Slots("milk", "", "fridge"), "Put the milk into my fridge / I'll do it"),
            goals.OK,
            "",
            "The milk is in the fridge now.",
        ),
        (Goal(PLACE_OBJECT, Slots("cup"), "put the cup down"), goals.OK, "", "The cup is down now."),
        (Goal(MOVE_TO, Slots(destination="kitchen")), goals.OK, "", "Here I am, at the kitchen."),
        (Goal(MOVE_TO, Slots(destination="user")), goals.OK, "", "Here I am."),
        (Goal(GUIDE, Slots(destination="door", recipient="user")), goals.OK, "", "Here we are, at the door."),
        (Goal(GUIDE, Slots(recipient="Anna")), goals.OK, "", "Here we are."),
        (Goal(acts.PERFORM_MOTION, Slots("wave")), goals.OK, "", "There."),
        (Goal("JUGGLE", Slots()), goals.OK, "", "Done."),
        (Goal(acts.OPEN, Slots("fridge")), goals.OK, "", "The fridge is open now."),
        (Goal(acts.SWITCH_OFF, Slots("lamp")), goals.OK, "", "The lamp is off now."),
        (Goal(acts.SEARCH, Slots("book")), goals.OK, "found the book on the shelf", "I found the book on the shelf."),
        (Goal(acts.SEARCH, Slots("book")), goals.OK, "", "Done."),
        (
            Goal(GRAB_OBJECT, Slots("banana")),
            goals.UNKNOWN_OBJECT,
            "no banana",
            "I'm sorry, I can't find a banana here.",
        ),
        (Goal(GRAB_OBJECT, Slots("apple")), goals.UNKNOWN_OBJECT, "", "I'm sorry, I can't find an apple here."),
        (Goal(GRAB_OBJECT, Slots("scissors")), goals.UNKNOWN_OBJECT, "", "I'm sorry, I can't find any scissors here."),
        (
            Goal(GRAB_OBJECT, Slots("red cop")),
            goals.UNKNOWN_OBJECT,
            "there is no red cop here; did you mean the red cup?",
            "I'm sorry, I can't find a red cop here; did you mean the red cup?",
        ),
        (
            Goal(PLACE_OBJECT, Slots("book", "", "attic")),
            goals.UNKNOWN_OBJECT,
            "no place called 'attic' is known",
            "I'm sorry, I don't know where the attic is.",
        ),
        (
            Goal(GRAB_OBJECT, Slots("cup")),
            goals.AMBIGUOUS,
            "I see a red cup and a blue cup",
            "Which cup? I see a red cup and a blue cup.",
        ),
        (
            Goal(GRAB_OBJECT, Slots("box")),
            goals.AMBIGUOUS,
            "there are several: big box, small box",
            "Which box, the big box or the small box?",
        ),
        (Goal(GRAB_OBJECT, Slots("cup")), goals.AMBIGUOUS, "", "Which cup?"),
        (Goal(GRAB_OBJECT, Slots("cup")), goals.AMBIGUOUS, "Red or blue?", "Red or blue?"),
        (Goal(GRAB_OBJECT, Slots("vase")), goals.UNREACHABLE, "too high", "I can't reach the vase."),
        (Goal(GRAB_OBJECT, Slots("cup")), goals.REFUSED, "", "I'm sorry, that is something I can't do."),
        (Goal(GRAB_OBJECT, Slots("cup")), goals.FAILED, "slipped", "I'm sorry, that didn't work."),
        (Goal(GRAB_OBJECT, Slots("cup")), goals.CANCELED, "", ""),
    ],
)
def test_words_fit_the_task_and_its_outcome(goal, outcome, message, expected):
    assert first(goal, outcome, message) == expected


def test_a_body_that_does_not_answer_is_admitted():
    assert first(Goal(GRAB_OBJECT, Slots("cup")), goals.FAILED, body_answered=False) == NO_BODY[0]


def test_the_same_words_are_not_said_twice_in_a_row():
    words = OutcomeWords(random.Random(1).choice)
    said = [words.of(Goal(GRAB_OBJECT, Slots("cup")), goals.OK) for _ in range(30)]
    assert all(one != other for one, other in itertools.pairwise(said)) and len(set(said)) == 3


@pytest.mark.parametrize("outcome", goals.OUTCOMES)
@pytest.mark.parametrize("intent", [GRAB_OBJECT, BRING_OBJECT, PLACE_OBJECT, MOVE_TO, GUIDE])
def test_every_variant_can_be_filled(intent, outcome):
    words = OutcomeWords(random.Random(2).choice)
    for slots in (Slots(), Slots("it"), Slots("red cup", "kitchen", "table", "Anna")):
        for _ in range(6):
            said = words.of(Goal(intent, slots), outcome)
            assert "{" not in said and "  " not in said and (said[:1].isupper() or not said)
