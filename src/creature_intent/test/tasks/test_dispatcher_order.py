"""Goals that wait for others: one after the other, in place of another, in batches."""

from __future__ import annotations

import pytest
from dispatcher_setup import BOOK, CONFIG, CUP, MUG, Setup

from creature_intent.acts import Slots
from creature_intent.tasks import goals
from creature_intent.tasks.abilities import Abilities
from creature_intent.tasks.goals import Goal
from creature_intent.tasks.run import Batch


def test_a_new_goal_waits_for_its_turn():
    setup = Setup()
    run = setup.start(CUP)
    setup.dispatcher.submit(MUG)
    assert len(setup.body.sent) == 1 and setup.body.canceled == [] and setup.phases == ["sent", "queued"]
    run.result(goals.OK, "")
    assert [goal for _, goal, _ in setup.body.sent] == [CUP, MUG]
    setup.body.last.accepted()
    setup.body.last.result(goals.OK, "")
    assert setup.outcomes == [goals.OK, goals.OK] and len(setup.said) == 2


def test_a_goal_in_place_of_another_waits_until_that_has_ended():
    setup = Setup()
    run = setup.start(CUP)
    setup.dispatcher.submit(BOOK)
    setup.dispatcher.submit(MUG, replace=True)
    assert len(setup.body.sent) == 1 and len(setup.body.canceled) == 1
    assert setup.outcomes == [goals.CANCELED]
    run.result(goals.CANCELED, "")
    assert [goal for _, goal, _ in setup.body.sent] == [CUP, MUG]
    setup.body.last.accepted()
    setup.body.last.result(goals.OK, "")
    assert setup.outcomes == [goals.CANCELED, goals.CANCELED, goals.OK]
    assert len(setup.said) == 1 and "blue mug" in setup.said[0]


def test_several_tasks_of_one_breath_run_in_order():
    setup = Setup()
    setup.dispatcher.submit(CUP, MUG, BOOK)
    for _ in range(3):
        setup.body.last.accepted()
        setup.body.last.result(goals.OK, "")
    assert [goal for _, goal, _ in setup.body.sent] == [CUP, MUG, BOOK]
    assert setup.outcomes == [goals.OK] * 3 and not setup.dispatcher.busy


def test_a_body_gets_as_many_goals_as_it_declares_but_those_of_a_batch_in_order():
    setup = Setup()
    setup.dispatcher.abilities = Abilities(at_once=2)
    setup.dispatcher.submit(CUP, MUG)
    setup.dispatcher.submit(BOOK)
    assert [goal for _, goal, _ in setup.body.sent] == [CUP, BOOK]
    setup.body.sent[1][2].accepted()
    setup.body.sent[1][2].result(goals.OK, "")
    assert len(setup.body.sent) == 2
    setup.body.sent[0][2].accepted()
    setup.body.sent[0][2].result(goals.OK, "")
    assert [goal for _, goal, _ in setup.body.sent] == [CUP, BOOK, MUG]


def test_a_goal_that_a_busy_body_rejects_is_sent_again_when_it_is_free():
    setup = Setup()
    setup.dispatcher.abilities = Abilities(at_once=3)
    first = setup.start(CUP)
    setup.dispatcher.submit(MUG)
    setup.body.last.rejected()
    setup.dispatcher.submit(BOOK)
    assert len(setup.body.sent) == 2 and setup.outcomes == []
    first.result(goals.OK, "")
    assert [goal for _, goal, _ in setup.body.sent] == [CUP, MUG, MUG]
    assert len({goal_id for goal_id, goal, _ in setup.body.sent if goal == MUG}) == 1


def test_a_task_without_an_end_gives_way_to_another():
    setup = Setup()
    run = setup.start(Goal("FOLLOW", Slots(recipient="user")))
    setup.pass_time(CONFIG.goal_timeout_s + 1.0)
    assert setup.body.canceled == []
    setup.dispatcher.submit(CUP)
    assert len(setup.body.canceled) == 1
    run.result(goals.CANCELED, "")
    assert setup.body.sent[-1][1] == CUP and setup.said == []


def test_steps_that_need_each_other_end_with_the_first_that_fails():
    setup = Setup()
    setup.dispatcher.submit(CUP, MUG, BOOK, batch=Batch(strict=True))
    setup.body.last.accepted()
    setup.body.last.result(goals.UNREACHABLE, "too high")
    assert setup.outcomes == [goals.UNREACHABLE, goals.CANCELED, goals.CANCELED]
    assert len(setup.said) == 1 and not setup.dispatcher.busy


@pytest.mark.parametrize(
    ("last", "said"), [(goals.OK, ["All clear."]), (goals.FAILED, ["I'm sorry, that didn't work."])]
)
def test_steps_of_a_plan_are_summed_up_in_one_sentence(last, said):
    setup = Setup()
    setup.dispatcher.submit(CUP, MUG, batch=Batch(done_words="All clear."))
    for outcome in (goals.OK, last):
        setup.body.last.accepted()
        setup.body.last.result(outcome, "")
    assert setup.said == said
