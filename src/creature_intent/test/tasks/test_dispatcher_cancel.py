"""Goals that are taken back, before and after the body has them."""

from __future__ import annotations

from dispatcher_setup import BOOK, CONFIG, CUP, MUG, Setup

from creature_intent.tasks import goals
from creature_intent.tasks.outcome_words import NO_BODY


def test_a_cancel_reaches_the_body_at_once_and_is_not_announced():
    setup = Setup()
    run = setup.start()
    setup.dispatcher.cancel("the user says stop")
    assert setup.body.canceled == [setup.body.sent[0][0]] and setup.phases[-1] == "canceling"
    run.feedback("reach", 0.5)
    run.result(goals.CANCELED, "")
    assert setup.phases == ["sent", "canceling", "done"]
    assert setup.outcomes == [goals.CANCELED] and setup.said == []
    assert setup.shown[-1].message == "the user says stop"


def test_a_safety_word_stops_also_what_was_not_sent_from_here():
    setup = Setup()
    setup.dispatcher.cancel("the user takes it back")
    assert setup.body.canceled == []
    setup.dispatcher.cancel("the user says stop", safety=True)
    assert setup.body.canceled == ["all"]
    setup.start()
    setup.dispatcher.cancel("the user says stop", safety=True)
    assert setup.body.canceled == ["all", setup.body.sent[0][0]]


def test_a_cancel_before_acceptance_follows_it():
    setup = Setup()
    setup.dispatcher.submit(CUP)
    setup.dispatcher.cancel()
    assert setup.body.canceled == []
    setup.body.last.accepted()
    assert len(setup.body.canceled) == 1


def test_a_cancel_while_waiting_for_the_body_ends_the_goal():
    setup = Setup()
    setup.body.ready = False
    setup.dispatcher.submit(CUP)
    setup.dispatcher.cancel()
    assert setup.outcomes == [goals.CANCELED] and not setup.dispatcher.busy


def test_a_body_that_does_not_stop_is_admitted():
    setup = Setup()
    setup.start()
    setup.dispatcher.cancel()
    setup.pass_time(CONFIG.cancel_timeout_s + 0.2)
    assert setup.outcomes == [goals.FAILED] and "did not stop" in setup.shown[-1].message
    assert setup.said == [NO_BODY[0]]


def test_a_body_that_refuses_to_cancel_finishes():
    setup = Setup()
    run = setup.start()
    setup.dispatcher.cancel()
    run.cancel_refused()
    setup.pass_time(CONFIG.cancel_timeout_s + 0.2)
    assert setup.outcomes == []
    run.result(goals.OK, "")
    assert setup.outcomes == [goals.OK]


def test_a_task_that_succeeds_while_being_canceled_has_succeeded():
    setup = Setup()
    run = setup.start()
    setup.dispatcher.cancel()
    run.result(goals.OK, "picked up the red cup")
    assert setup.outcomes == [goals.OK] and setup.said == ["I've got the red cup."]


def test_a_part_can_be_canceled():
    setup = Setup()
    setup.start(CUP)
    setup.dispatcher.submit(MUG, BOOK)
    assert setup.dispatcher.cancel("no mug", only=lambda goal: goal == MUG) == 1
    assert setup.outcomes == [goals.CANCELED] and setup.body.canceled == []
    assert setup.dispatcher.unfinished == [CUP, BOOK]


def test_stop_cancels_what_waits_before_it_could_be_sent():
    setup = Setup()
    run = setup.start(CUP)
    setup.dispatcher.submit(MUG, BOOK)
    assert setup.dispatcher.cancel() == 3
    run.result(goals.CANCELED, "")
    assert len(setup.body.sent) == 1 and not setup.dispatcher.busy
    assert setup.outcomes == [goals.CANCELED] * 3 and setup.said == []
