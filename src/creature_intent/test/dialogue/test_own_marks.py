"""Corrections with rarer marks, and agreement in the creature's own words, of every kind of task."""

from __future__ import annotations

import pytest

from creature_intent.acts import deed_words
from creature_intent.config import IntentConfig
from creature_intent.evaluation.data import Item, Turn
from creature_intent.evaluation.runner import run
from creature_intent.tokens import Speaker

_SPEAKERS = {"U": Speaker.USER, "A": Speaker.AGENT}


def standing(talk: str) -> list[str]:
    """The tasks that stand after turns parted by " / "."""
    turns = [Turn(_SPEAKERS[turn[0]], turn[3:]) for turn in talk.split(" / ")]
    (outcome,) = run([Item("", "", tuple(turns))], IntentConfig(), lambda: 0.0)
    return [deed_words(goal.intent, goal.slots) for goal in outcome.pending]


_MARKS = [
    "I should have said {right}.",
    "Let's say {right}.",
    "{Right} is what I meant.",
    "{Right} was what I wanted.",
    "What I meant was {right}.",
    "{right} after all",
    "{Wrong} was wrong, it's {right}.",
    "rather {right} than {wrong}",
    "Forget {wrong}, {right}.",
    "no not {wrong}, {right} please",
    "not {wrong} {right}",
    "oh I said {wrong} but I meant {right}",
    "My mistake, {right}.",
    "Actually, {right}.",
    "{wrong} no {right}",
    "{wrong} i mean {right}",
    "{Right}, I said.",
    "Correction: {right}.",
    "On reflection, {right}.",
    "maybe better {right}",
    "oh wait {right} sorry",
    "Let's go with {right}.",
    "Let's switch to {right} instead.",
    "{Right} instead of {wrong}.",
]
_TASKS = [
    ("Bring me the old book.", "the old book", "the new book", "BRING_OBJECT new book for user"),
    ("Close the gate.", "the gate", "the shutters", "CLOSE shutters"),
    ("Turn on the radio.", "the radio", "the heater", "SWITCH_ON heater"),
    ("Put the rug in the hall.", "in the hall", "in the study", "PLACE_OBJECT rug to study"),
    ("Find my purse.", "my purse", "my scarf", "SEARCH scarf"),
    ("Take the trays to room six.", "room six", "room sixteen", "BRING_OBJECT trays to room sixteen"),
]


@pytest.mark.parametrize("before", ["", " / A: Sure."])
@pytest.mark.parametrize("mark", _MARKS)
@pytest.mark.parametrize("task", _TASKS)
def test_mark_of_a_correction(task, mark, before):
    asked, wrong, right, expected = task
    words = mark.format(
        wrong=wrong, right=right, Wrong=wrong[0].upper() + wrong[1:], Right=right[0].upper() + right[1:]
    )
    assert standing(f"U: {asked}{before} / U: {words} / A: Okay.") == [expected]


@pytest.mark.parametrize(
    "words",
    [
        "No, Nina.",
        "Nina, not Paul.",
        "Nope. Nina.",
        "Nina would be better.",
        "Nina instead, please.",
        "Nina after all",
        "I meant Nina.",
        "wait, it's Nina who wants to go",
    ],
)
def test_somebody_else(words):
    assert standing(f"U: Take Paul to the kitchen. / A: Sure. / U: {words} / A: Okay.") == ["GUIDE to kitchen for Nina"]
    assert standing(f"U: Give the vase to Paul. / A: Sure. / U: {words} / A: Okay.") == ["BRING_OBJECT vase for Nina"]


@pytest.mark.parametrize("words", ["No, the doctor.", "Not my aunt, the doctor.", "the doctor i mean"])
def test_somebody_else_by_what_they_are(words):
    talk = f"U: Take the vase to my aunt. / A: Sure. / U: {words} / A: Okay."
    assert standing(talk) == ["BRING_OBJECT vase for doctor"]


@pytest.mark.parametrize("words", ["On second thought, white.", "my mistake, white", "I've changed my mind, white."])
def test_what_it_is_like(words):
    talk = f"U: Bring me the black pen. / A: Sure. / U: {words} / A: Okay."
    assert standing(talk) == ["BRING_OBJECT white pen for user"]


@pytest.mark.parametrize(
    "words",
    [
        "You were right after all.",
        "I should have said thank you.",
        "Let's say grace.",
        "Rather you than me.",
        "The rain was wrong for us.",
        "Lovely weather is what I need.",
        "Nina said it's cold.",
        "Let's go with the flow.",
        "Paul no longer works here.",
        "Paul, I said hello.",
    ],
)
def test_nothing_is_put_right(words):
    assert standing(f"U: Bring Paul the vase. / A: Sure. / U: {words} / A: Hm.") == ["BRING_OBJECT vase for Paul"]


@pytest.mark.parametrize(
    ("asked", "agreed", "expected"),
    [
        ("Bring me the old book.", "Leave the book to me.", "BRING_OBJECT old book for user"),
        ("Put the rug on the bench.", "Consider the rug put there.", "PLACE_OBJECT rug to bench"),
        ("Put the rug on the bench.", "The bench, you say, okay.", "PLACE_OBJECT rug to bench"),
        ("Open the gate.", "The gate is as good as open.", "OPEN gate"),
        ("Turn on the radio.", "Easy, the radio.", "SWITCH_ON radio"),
        ("Put the fan on again.", "The fan is going back on, one second.", "SWITCH_ON fan"),
        ("Find my purse.", "Ah, the purse, let me.", "SEARCH purse"),
        ("Bring me a jug of milk.", "A jug of milk I will gladly bring you.", "BRING_OBJECT jug of milk for user"),
        ("Open the gate.", "The gate I'll open.", "OPEN gate"),
        ("Take the trays to room six.", "The trays go to room six.", "BRING_OBJECT trays to room six"),
        ("Take the trays to room six.", "Trays, coming up.", "BRING_OBJECT trays to room six"),
    ],
)
def test_agreement_in_own_words(asked, agreed, expected):
    assert standing(f"U: {asked} / A: {agreed}") == [expected]


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("Bring me the old book.", "The book is as good as new."),
        ("Bring me the old book.", "Leave the cooking to me."),
        ("Open the gate.", "The gate is almost broken."),
        ("Bring me the old book.", "I'd better be careful."),
        ("Bring me the old book.", "A jug of milk I will gladly bring you."),
    ],
)
def test_no_agreement(asked, said):
    assert standing(f"U: {asked} / A: {said}") == []


@pytest.mark.parametrize(
    ("talk", "expected"),
    [
        ("U: Switch off the radio. / A: Okay. / U: And shut the gate. / A: Okay. / U: no drop the radio thing",
         ["CLOSE gate"]),
        ("U: Bring the soup to Paul. / A: Sure. / U: They've gone out! Leave everything.", []),
        ("U: Turn on the oven. / A: I'm turning on the oven. / U: what no don't the dog's bowl's in there", []),
        ("U: Can you open the gate? / A: No, I can't. / U: And the window? / A: Sure.", ["OPEN window"]),
        ("U: Are you able to open gates? / A: Yes. / U: And windows? / A: Sure.", []),
        ("U: Bring the trays to room six. / A: I'll bring the trays. / U: Sorry, it's room nine that has called. / "
         "A: Room nine. I'm bringing them there.", ["BRING_OBJECT trays to room nine"]),
        ("U: Bring in my coat, it's on the porch, no, not the coat, I mean the basket. / A: Okay.",
         ["BRING_OBJECT basket from porch for user"]),
        ("U: Roll to the gate. / A: I'm rolling to the gate. / U: hang on first close the window / A: Okay.",
         ["CLOSE window"]),
    ],
)  # fmt: skip
def test_what_is_left(talk, expected):
    assert standing(talk) == expected
