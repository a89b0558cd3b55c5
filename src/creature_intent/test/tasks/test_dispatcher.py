"""The owner of goals: each has one course and one end."""

from __future__ import annotations

import random

from dispatcher_setup import BOOK, CUP, MUG, Setup

from creature_intent.acts import GRAB_OBJECT, Slots
from creature_intent.config import IntentConfig
from creature_intent.tasks import goals
from creature_intent.tasks.abilities import Abilities
from creature_intent.tasks.goals import Goal
from creature_intent.tasks.run import Batch


def test_a_goal_goes_from_sent_to_done_with_its_words():
    setup = Setup()
    run = setup.start()
    run.feedback("look", 0.2)
    run.feedback("reach", 1.7)
    run.result(goals.OK, "picked up the red cup")
    assert setup.phases == ["sent", "look", "reach", "done"]
    assert [progress.progress for progress in setup.shown] == [0.0, 0.2, 1.0, 1.0]
    assert setup.shown[-1].message == "picked up the red cup"
    assert setup.said == ["I've got the red cup."] and setup.ends == [goals.OK]
    assert not setup.dispatcher.busy and setup.dispatcher.outcomes[goals.OK] == 1


def test_each_goal_has_an_id_of_its_own_and_one_outcome():
    setup = Setup()
    for _ in range(2):
        run = setup.start()
        run.result(goals.OK, "")
        run.result(goals.FAILED, "again")
        run.feedback("late", 0.5)
        run.rejected()
    assert setup.outcomes == [goals.OK, goals.OK]
    assert len({progress.goal_id for progress in setup.shown}) == 2


def test_a_rejected_goal_is_refused():
    setup = Setup()
    setup.dispatcher.submit(CUP)
    setup.body.last.rejected()
    assert setup.outcomes == [goals.REFUSED] and setup.said


def test_silence_can_be_configured():
    setup = Setup(IntentConfig(announce=False))
    setup.start().result(goals.OK, "")
    assert setup.outcomes == [goals.OK] and setup.said == []


def test_what_the_body_has_not_declared_is_said_and_not_sent():
    setup = Setup()
    setup.dispatcher.abilities = Abilities(frozenset({GRAB_OBJECT}))
    setup.dispatcher.submit(Goal("OPEN", Slots("door")), CUP)
    assert [goal for _, goal, _ in setup.body.sent] == [CUP]
    assert setup.outcomes == [goals.REFUSED] and setup.said == ["I'm sorry, I can't open things."]


def test_no_goal_outlives_the_node():
    setup = Setup()
    setup.start(CUP)
    setup.dispatcher.submit(MUG)
    setup.dispatcher.close()
    assert setup.outcomes == [goals.CANCELED] * 2 and len(setup.body.canceled) == 1 and setup.said == []


def test_every_goal_ends_exactly_once_whatever_happens():
    """Many random lives of a body and its dispatcher; at the end all is quiet and all is told."""
    for seed in range(200):
        chance = random.Random(seed)
        setup = Setup()
        setup.dispatcher.abilities = Abilities(at_once=chance.choice((0, 1, 2, 3)))
        for _ in range(40):
            one_thing_happens(setup, chance)
        setup.body.ready = False
        setup.pass_time(10.0)
        ends = [progress.goal_id for progress in setup.shown if progress.outcome]
        assert sorted(ends) == sorted({progress.goal_id for progress in setup.shown}), seed
        assert not setup.dispatcher.busy and setup.dispatcher.unfinished == [], seed


def one_thing_happens(setup, chance):
    """Something that a person, a body or time does, in any order and however little sense it makes."""
    listeners = [listener for _, _, listener in setup.body.sent] or [None]
    listener = chance.choice(listeners)
    deeds = [
        lambda: setup.dispatcher.submit(*chance.sample((CUP, MUG, BOOK), chance.choice((1, 2)))),
        lambda: setup.dispatcher.submit(CUP, MUG, batch=Batch(strict=True), replace=chance.random() < 0.5),
        lambda: setup.dispatcher.cancel(only=chance.choice((None, lambda goal: goal == CUP))),
        lambda: setup.pass_time(chance.choice((0.1, 1.2, 4.0))),
        lambda: setattr(setup.body, "ready", chance.random() < 0.8),
        lambda: setattr(setup.body, "answering", chance.random() < 0.8),
        lambda: setattr(setup.body, "name", chance.choice((1, 2))),
    ]
    if listener is not None:
        deeds += [
            listener.accepted,
            listener.rejected,
            listener.cancel_refused,
            lambda: listener.feedback("reach", 0.5),
            lambda: listener.result(chance.choice(goals.OUTCOMES), ""),
        ]
    chance.choice(deeds)()
