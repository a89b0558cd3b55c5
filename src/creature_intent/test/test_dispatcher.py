"""The owner of goals, with a body and a clock of its own."""

from __future__ import annotations

import random

import pytest

from creature_intent import goals
from creature_intent.abilities import Abilities
from creature_intent.acts import GRAB_OBJECT, Slots
from creature_intent.config import IntentConfig
from creature_intent.dispatcher import Dispatcher
from creature_intent.goals import Goal
from creature_intent.outcome_words import NO_BODY, OutcomeWords
from creature_intent.patience import ANSWER_S, CHECK_S
from creature_intent.ports import Outlets
from creature_intent.run import Batch

CONFIG = IntentConfig()
CUP, MUG, BOOK = (Goal(GRAB_OBJECT, Slots(thing)) for thing in ("red cup", "blue mug", "book"))


class FakeBody:
    """Does what the test tells it, through the listeners it was given."""

    def __init__(self):
        self.ready, self.answering, self.name, self.sent, self.canceled = True, True, 1, [], []

    def is_ready(self):
        return self.ready

    def answers(self):
        return self.answering

    def server(self):
        return self.name

    def send(self, goal_id, goal, listener):
        self.sent.append((goal_id, goal, listener))

    def cancel(self, goal_id):
        self.canceled.append(goal_id)

    def cancel_all(self):
        self.canceled.append("all")

    @property
    def last(self):
        return self.sent[-1][2]


class Setup:
    """A dispatcher and everything that comes out of it."""

    def __init__(self, config=CONFIG):
        self.now_s, self.shown, self.said, self.ends, self.body = 0.0, [], [], [], FakeBody()
        ids = iter(f"{number:032x}" for number in range(100))
        outlets = Outlets(
            self.shown.append,
            self.said.append,
            lambda goal, outcome, message: self.ends.append(outcome),
            lambda: self.now_s,
            lambda: next(ids),
        )
        self.dispatcher = Dispatcher(config, self.body, OutcomeWords(lambda words: words[0]), outlets)

    def pass_time(self, seconds):
        for _ in range(round(seconds / 0.1)):
            self.now_s += 0.1
            self.dispatcher.tick()

    def start(self, goal=CUP):
        self.dispatcher.submit(goal)
        self.body.last.accepted()
        return self.body.last

    @property
    def phases(self):
        return [progress.phase for progress in self.shown]

    @property
    def outcomes(self):
        return [progress.outcome for progress in self.shown if progress.outcome]


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


def test_silence_can_be_configured():
    setup = Setup(IntentConfig(announce=False))
    setup.start().result(goals.OK, "")
    assert setup.outcomes == [goals.OK] and setup.said == []


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


def test_what_the_body_has_not_declared_is_said_and_not_sent():
    setup = Setup()
    setup.dispatcher.abilities = Abilities(frozenset({GRAB_OBJECT}))
    setup.dispatcher.submit(Goal("OPEN", Slots("door")), CUP)
    assert [goal for _, goal, _ in setup.body.sent] == [CUP]
    assert setup.outcomes == [goals.REFUSED] and setup.said == ["I'm sorry, I can't open things."]


def test_a_task_without_an_end_gives_way_to_another():
    setup = Setup()
    run = setup.start(Goal("FOLLOW", Slots(recipient="user")))
    setup.pass_time(CONFIG.goal_timeout_s + 1.0)
    assert setup.body.canceled == []
    setup.dispatcher.submit(CUP)
    assert len(setup.body.canceled) == 1
    run.result(goals.CANCELED, "")
    assert setup.body.sent[-1][1] == CUP and setup.said == []


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
