"""How long the dispatcher waits for a body that is away, late, slow or silent."""

from __future__ import annotations

from dispatcher_setup import BOOK, CONFIG, CUP, MUG, Setup

from creature_intent.tasks import goals
from creature_intent.tasks.outcome_words import NO_BODY
from creature_intent.tasks.patience import ANSWER_S, CHECK_S


def test_an_absent_body_is_waited_for_and_then_admitted():
    setup = Setup()
    setup.body.ready = False
    setup.dispatcher.submit(CUP)
    assert setup.phases == ["waiting"]
    setup.pass_time(CONFIG.server_timeout_s + 0.2)
    assert setup.outcomes == [goals.FAILED] and "executor" in setup.shown[-1].message
    assert setup.said == [NO_BODY[0]] and setup.body.sent == []


def test_a_body_that_comes_in_time_gets_the_goal():
    setup = Setup()
    setup.body.ready = False
    setup.dispatcher.submit(CUP)
    setup.pass_time(CONFIG.server_timeout_s / 2)
    setup.body.ready = True
    setup.pass_time(0.1)
    assert setup.phases == ["waiting", "sent"] and len(setup.body.sent) == 1


def test_a_body_that_dies_fails_the_goal_and_is_admitted():
    setup = Setup()
    setup.start()
    setup.pass_time(CHECK_S * 3)
    assert setup.outcomes == []
    setup.body.ready = False
    setup.pass_time(CHECK_S + 0.1)
    assert setup.outcomes == [goals.FAILED] and setup.said == [NO_BODY[0]]


def test_a_body_that_never_answers_fails_the_goal():
    setup = Setup()
    setup.dispatcher.submit(CUP)
    setup.pass_time(CONFIG.accept_timeout_s + 0.2)
    assert setup.outcomes == [goals.FAILED] and setup.said == [NO_BODY[0]]


def test_a_goal_that_is_accepted_too_late_is_canceled():
    setup = Setup()
    setup.dispatcher.submit(CUP)
    setup.pass_time(CONFIG.accept_timeout_s + 0.2)
    assert setup.outcomes == [goals.FAILED] and setup.body.canceled == []
    setup.body.last.accepted()
    assert setup.body.canceled == [setup.body.sent[0][0]]
    setup.body.last.result(goals.CANCELED, "")
    assert setup.outcomes == [goals.FAILED]


def test_a_goal_that_is_accepted_after_its_cancel_was_given_up_is_canceled():
    setup = Setup()
    setup.dispatcher.submit(CUP)
    setup.dispatcher.cancel()
    setup.pass_time(CONFIG.cancel_timeout_s + 0.2)
    setup.start(MUG)
    setup.body.sent[0][2].accepted()
    assert setup.body.canceled == [setup.body.sent[0][0]]
    assert setup.dispatcher.busy


def test_a_goal_that_takes_too_long_is_canceled_and_failed():
    setup = Setup()
    run = setup.start()
    setup.pass_time(CONFIG.goal_timeout_s + 0.2)
    assert setup.body.canceled == [setup.body.sent[0][0]]
    run.result(goals.CANCELED, "stopped")
    assert setup.outcomes == [goals.FAILED] and "too long" in setup.shown[-1].message and setup.said


def test_a_body_that_goes_away_ends_everything_with_one_sentence():
    setup = Setup()
    setup.start(CUP)
    setup.dispatcher.submit(MUG, BOOK)
    setup.body.ready = False
    setup.pass_time(CHECK_S + 0.1)
    assert setup.outcomes == [goals.FAILED] * 3 and setup.said == [NO_BODY[0]]


def test_a_body_that_another_has_taken_the_place_of_fails_its_goal_and_gets_the_next():
    setup = Setup()
    setup.start(CUP)
    setup.dispatcher.submit(MUG)
    setup.body.name, setup.body.answering = 2, False
    setup.pass_time(CHECK_S + 0.1)
    assert setup.outcomes == [goals.FAILED] and any("another one came" in one.message for one in setup.shown)
    setup.pass_time(CONFIG.server_timeout_s + CONFIG.accept_timeout_s)
    assert setup.body.sent[-1][1] == CUP and setup.phases[-1] == "waiting"
    setup.body.answering = True
    setup.pass_time(0.1)
    assert setup.body.sent[-1][1] == MUG


def test_a_body_that_is_there_and_never_answers_is_admitted():
    setup = Setup()
    setup.body.answering = False
    setup.dispatcher.submit(CUP)
    setup.pass_time(ANSWER_S + 0.2)
    assert setup.outcomes == [goals.FAILED] and setup.said == [NO_BODY[0]] and setup.body.sent == []


def test_a_server_that_shows_itself_late_is_the_one_that_took_the_goal():
    setup = Setup()
    setup.body.name = frozenset()
    setup.start(CUP)
    setup.pass_time(CHECK_S + 0.1)
    setup.body.name = 1
    setup.pass_time(2 * CHECK_S + 0.1)
    assert setup.outcomes == []
    setup.body.name = 2
    setup.pass_time(CHECK_S + 0.1)
    assert setup.outcomes == [goals.FAILED]
