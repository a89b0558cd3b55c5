"""What is canceled, and what replaces what."""

from __future__ import annotations

import pytest

from creature_intent.acts import BRING_OBJECT, GRAB_OBJECT, MOVE_TO, SEARCH, STOP_ACTIVITY, Act, Kind, Slots
from creature_intent.dialogue.decision import Decision
from creature_intent.dialogue.orders import canceled_by, replaces
from creature_intent.tasks.goals import Goal

CUP, BOOK = Goal(GRAB_OBJECT, Slots("red cup")), Goal(BRING_OBJECT, Slots("book"))
KITCHEN = Goal(MOVE_TO, Slots(destination="kitchen"))
ALL = [CUP, BOOK, KITCHEN]


@pytest.mark.parametrize(
    ("act", "meant"),
    [
        (None, ALL),
        (Act(Kind.CANCEL, STOP_ACTIVITY), ALL),
        (Act(Kind.COMMIT, STOP_ACTIVITY), ALL),
        (Act(Kind.CANCEL, STOP_ACTIVITY, Slots("book")), [BOOK]),
        (Act(Kind.CANCEL, GRAB_OBJECT), [CUP]),
        (Act(Kind.CANCEL, STOP_ACTIVITY, Slots("piano")), ALL),
        (Act(Kind.CANCEL, SEARCH), ALL),
        (Act(Kind.CORRECT, GRAB_OBJECT, Slots("blue cup")), [CUP]),
        (Act(Kind.CORRECT, SEARCH, Slots("key")), [KITCHEN]),
    ],
)
def test_an_act_takes_back_what_it_means(act, meant):
    which = canceled_by(Decision(act), ALL)
    assert [goal for goal in ALL if which is None or which(goal)] == meant


def test_a_correction_with_nothing_to_correct_is_of_no_goal():
    assert canceled_by(Decision(Act(Kind.CORRECT, GRAB_OBJECT)), []) is None


def test_a_correction_cancels_just_the_task_that_it_corrects():
    tea, paper = Goal(BRING_OBJECT, Slots("tea")), Goal(BRING_OBJECT, Slots("paper"))
    change = Decision(Act(Kind.CORRECT, BRING_OBJECT, Slots("coffee")), cancel=True, instead_of=tea)
    which = canceled_by(change, [tea, paper])
    assert which is not None and [which(tea), which(paper)] == [True, False]


@pytest.mark.parametrize(
    ("words", "expected"), [("bring me the book instead", True), ("bring me the book", False), ("", False)]
)
def test_instead_replaces(words, expected):
    assert replaces(Decision(goal=Goal(BRING_OBJECT, Slots("book"), words))) is expected


def test_a_correction_replaces_only_what_it_corrects():
    assert not replaces(Decision(goal=Goal(BRING_OBJECT, Slots("blue pen"), "the blue one instead"), instead_of=BOOK))
