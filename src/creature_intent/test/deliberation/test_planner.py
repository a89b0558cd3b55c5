"""Steps by rule."""

from __future__ import annotations

import pytest

from creature_intent.acts import BRING_OBJECT, GRAB_OBJECT, GUIDE, MOVE_TO, PLACE_OBJECT, Slots
from creature_intent.deliberation.planner import Planner, expanded
from creature_intent.deliberation.reasoner import Project, Stop
from creature_intent.tasks.abilities import Abilities
from creature_intent.tasks.goals import Goal

THINGS = {"red cup": "table", "blue cup": "kitchen", "pen": "table", "salt and the pepper": "table", "box": "shelf"}
BODY = Abilities(things=THINGS, places=("table", "shelf", "kitchen"))


def objects(thing, body=BODY, source=""):
    return [goal.slots.object for goal in expanded(Goal(BRING_OBJECT, Slots(thing, source, "", "user"), "said"), body)]


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("red cup", ["red cup"]),
        ("cup and then the book", ["cup", "book"]),
        ("milk and eggs and cheese", ["milk", "eggs", "cheese"]),
        ("cup and the book", ["cup", "book"]),
        ("red cup, the pen and the book", ["red cup", "pen", "book"]),
        ("salt and pepper", ["salt and pepper"]),
        ("salt and the pepper", ["salt and the pepper"]),
        ("all the cups", ["red cup", "blue cup"]),
        ("both cups", ["red cup", "blue cup"]),
        ("all bananas", ["all bananas"]),
        ("", [""]),
    ],
)
def test_several_things_are_several_goals(said, meant):
    assert objects(said) == meant


def test_everything_is_what_lies_there():
    assert objects("everything", source="table") == ["red cup", "pen", "salt and the pepper"]


def test_the_other_roles_stay():
    goals = expanded(Goal(BRING_OBJECT, Slots("cup and the book", "kitchen", "", "user"), "said"), Abilities())
    assert [(goal.slots.source, goal.slots.recipient, goal.utterance) for goal in goals] == [
        ("kitchen", "user", "said")
    ] * 2


def test_a_delivery_is_put_together_from_what_the_body_can():
    goal = Goal(BRING_OBJECT, Slots("cup", "kitchen", "", "user"))
    steps = expanded(goal, Abilities(frozenset({GRAB_OBJECT, MOVE_TO})))
    assert steps == [Goal(GRAB_OBJECT, Slots("cup", "kitchen")), Goal(MOVE_TO, Slots(destination="user"))]
    assert expanded(goal, Abilities(frozenset({GRAB_OBJECT}))) == [goal]


def test_a_body_that_only_goes_there_shows_the_way_so():
    steps = expanded(Goal(GUIDE, Slots(destination="door")), Abilities(frozenset({MOVE_TO})))
    assert steps == [Goal(MOVE_TO, Slots(destination="door"))]


def think(aim, body=BODY):
    return Planner().think(Project(f"Could you {aim}?", aim), body, Stop())


def test_clearing_the_table_puts_each_thing_away():
    plan = think("clear the table")
    assert [(step.intent, step.slots) for step in plan.steps] == [
        (PLACE_OBJECT, Slots(thing, "table", "kitchen")) for thing in ("red cup", "pen", "salt and the pepper")
    ]
    assert plan.words == "I'll take the red cup, the pen and the salt and the pepper to the kitchen."
    assert plan.done_words == "The table is clear now." and not plan.strict


@pytest.mark.parametrize(
    ("aim", "intent", "things"),
    [
        ("bring me the red cup and then the book", BRING_OBJECT, ["red cup", "book"]),
        ("pick up the pen, the box, and then my keys", GRAB_OBJECT, ["pen", "box", "keys"]),
    ],
)
def test_several_things_are_fetched_one_after_the_other(aim, intent, things):
    plan = think(aim)
    assert [(step.intent, step.slots.object) for step in plan.steps] == [(intent, thing) for thing in things]
    assert {step.slots.recipient for step in plan.steps} == {"user" if intent == BRING_OBJECT else ""}


def test_where_things_go_can_be_said():
    assert {step.slots.destination for step in think("clear the table onto the shelf").steps} == {"shelf"}


@pytest.mark.parametrize(
    ("aim", "body", "told"),
    [
        ("clear the table", Abilities(), "don't know what is there"),
        ("clear the floor", BODY, "nothing on the floor"),
        ("clear the table", Abilities(frozenset({GRAB_OBJECT}), things=THINGS), "can't put things anywhere"),
        ("clear the table", Abilities(things=THINGS), "Where should they go?"),
        ("set the table", BODY, "don't know how to set the table"),
    ],
)
def test_what_cannot_be_planned_is_said(aim, body, told):
    plan = think(aim, body)
    assert told in plan.words and not plan.steps
