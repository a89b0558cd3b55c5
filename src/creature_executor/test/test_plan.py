"""Which phases a task has, and how it ends."""

import pytest

from creature_executor.plan import make_plan
from creature_executor.task import (
    BRING,
    CLOSE,
    FOLLOW,
    GRAB,
    GUIDE,
    MOTION,
    MOVE_TO,
    OPEN,
    PLACE,
    SEARCH,
    SWITCH_OFF,
    SWITCH_ON,
    Outcome,
    Task,
)


def names(plan):
    return [phase.name for phase in plan.phases]


@pytest.mark.parametrize(
    ("task", "phases", "message"),
    [
        (Task(GRAB, "red cup"), "look reach grasp lift", "picked up the red cup"),
        (Task(BRING, "red cup"), "look reach grasp carry hand_over", "brought the red cup to you"),
        (Task(BRING, "red cup", recipient="Ann"), "look reach grasp carry hand_over", "brought the red cup to Ann"),
        (Task(BRING, "red cup", destination="shelf"), "look reach grasp carry release", "put the red cup on the shelf"),
        (Task(PLACE, "red cup", destination="shelf"), "look reach grasp carry release", "put the red cup on the shelf"),
        (Task(MOVE_TO, destination="kitchen"), "turn drive", "went to the kitchen"),
        (Task(MOVE_TO, destination="me"), "turn drive", "came to you"),
        (Task(GUIDE, destination="the dock"), "turn lead show", "showed the way to the charging dock"),
        (Task(GUIDE, object="the book"), "turn lead show", "showed the way to the shelf"),
        (Task(FOLLOW, recipient="user"), "turn follow", "followed you"),
        (Task(FOLLOW, recipient="me", destination="shelf"), "turn drive", "followed you to the shelf"),
        (Task(SEARCH, "the book"), "look drive look", "found the book on the shelf"),
        (Task(SEARCH, "cup"), "look", "found the blue cup in the kitchen"),
        (Task(SEARCH, "vase"), "look", "found the vase on the high shelf"),
        (Task(OPEN, "the fridge"), "look reach open", "the fridge is open now"),
        (Task(OPEN, "door"), "look reach open", "the door is open now"),
        (Task(CLOSE, "door"), "look", "the door was already closed"),
        (Task(SWITCH_ON, "lamp"), "look reach switch", "the lamp is on now"),
        (Task(SWITCH_OFF, "lamp"), "look", "the lamp was already off"),
        (Task(MOTION, "dance"), "step spin step", "made the movement: dance"),
        (Task(MOTION, "shake your head"), "shake_head", "made the movement: shake head"),
    ],
)
def test_phases_of_each_intent(world, task, phases, message):
    plan = make_plan(task, world)
    assert names(plan) == phases.split()
    assert plan.end.outcome == Outcome.OK
    assert plan.end.message == message


@pytest.mark.parametrize(
    ("task", "outcome"),
    [
        (Task(GRAB, "banana"), Outcome.UNKNOWN_OBJECT),
        (Task(GRAB), Outcome.UNKNOWN_OBJECT),
        (Task(GRAB, "cup"), Outcome.AMBIGUOUS),
        (Task(BRING, "vase"), Outcome.UNREACHABLE),
        (Task(GRAB, "sock"), Outcome.UNREACHABLE),
        (Task(PLACE, "book"), Outcome.UNKNOWN_OBJECT),
        (Task(PLACE, "book", destination="high shelf"), Outcome.UNREACHABLE),
        (Task(PLACE, "book", destination="moon"), Outcome.UNKNOWN_OBJECT),
        (Task(MOVE_TO, destination="high shelf"), Outcome.UNREACHABLE),
        (Task(MOVE_TO), Outcome.UNKNOWN_OBJECT),
        (Task(FOLLOW, recipient="Anna"), Outcome.UNKNOWN_OBJECT),
        (Task(SEARCH, "banana"), Outcome.UNKNOWN_OBJECT),
        (Task(OPEN, "book"), Outcome.REFUSED),
        (Task(OPEN, "cellar door"), Outcome.UNREACHABLE),
        (Task(SWITCH_ON, "fridge"), Outcome.REFUSED),
        (Task(GRAB, "fridge"), Outcome.UNREACHABLE),
        (Task(MOTION, "backflip"), Outcome.REFUSED),
        (Task(MOTION, "shake hands"), Outcome.REFUSED),
        (Task(MOTION), Outcome.UNKNOWN_OBJECT),
    ],
)
def test_what_cannot_be_done_is_looked_at_and_fails(world, task, outcome):
    plan = make_plan(task, world)
    assert names(plan) == ["look"]
    assert plan.share < 1.0
    assert plan.end.outcome == outcome
    assert plan.end.message


def test_what_is_held_is_not_taken_again(world):
    world.hold(world.find("red cup"))
    assert names(make_plan(Task(PLACE, "it", destination="shelf"), world)) == ["carry", "release"]
    assert names(make_plan(Task(PLACE), world)) == ["carry", "release"]
    assert names(make_plan(Task(BRING, "red cup"), world)) == ["carry", "hand_over"]
    assert make_plan(Task(GRAB, "it"), world).end.message == "was already holding the red cup"


def test_one_hand_puts_aside_what_it_holds(world):
    cup = world.find("red cup")
    world.hold(cup)
    plan = make_plan(Task(GRAB, "book"), world)
    assert names(plan)[0] == "put_aside"
    plan.phases[0].effect()
    assert world.where(cup) == world.here
    assert world.held is None


def test_what_was_opened_can_be_closed(world):
    for intent, told in ((OPEN, "is open now"), (OPEN, "was already open"), (CLOSE, "is closed now")):
        plan = make_plan(Task(intent, "door"), world)
        assert told in plan.end.message
        for phase in plan.phases:
            if phase.effect is not None:
                phase.effect()
