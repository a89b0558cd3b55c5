"""From events to what lasts and what passes."""

import pytest

from creature_affect.events import ASKED, IntentHeard, TaskNews, Voice
from creature_affect.situation import FELT_S, TASK_GONE_S, VOICE_GONE_S, Situation


@pytest.fixture
def situation():
    return Situation(0.0)


def test_the_first_counts_of_a_running_voice_are_no_interruption(situation):
    assert situation.observe(Voice(interruptions=7, backchannels=3, speaking=True), 1.0) == []
    assert situation.lasted("speaking", 1.0) == 0.0
    (moment,) = situation.observe(Voice(interruptions=8), 2.0)
    assert moment.name == "interrupted"


def test_a_voice_that_starts_anew_counts_anew(situation):
    situation.observe(Voice(interruptions=7), 1.0)
    assert situation.observe(Voice(interruptions=0), 2.0) == []
    assert len(situation.observe(Voice(interruptions=1), 3.0)) == 1


def test_a_voice_that_is_gone_does_not_speak_for_ever(situation):
    situation.observe(Voice(user_speaking=True), 1.0)
    situation.update(1.0 + VOICE_GONE_S / 2)
    assert situation.lasted("user_speaking", 1.5) == 0.5
    situation.update(1.0 + VOICE_GONE_S * 1.5)
    assert situation.lasted("user_speaking", 3.0) is None
    assert situation.lasted("quiet", 1.0 + VOICE_GONE_S * 1.5) == 0.0


def test_tasks_run_until_their_outcome(situation):
    situation.observe(TaskNews("a", "GRAB_OBJECT", "cup"), 1.0)
    situation.observe(TaskNews("b", "MOVE_TO"), 2.0)
    situation.observe(TaskNews("a", "GRAB_OBJECT", "cup", outcome="canceled"), 3.0)
    assert situation.lasted("task_running", 4.0) == 3.0
    situation.observe(TaskNews("b", "MOVE_TO", outcome="ok"), 5.0)
    assert situation.lasted("task_running", 5.0) is None


def test_a_task_nobody_reports_on_is_taken_for_over(situation):
    situation.observe(TaskNews("a"), 1.0)
    situation.update(2.0 + TASK_GONE_S)
    assert situation.lasted("task_running", 2.0 + TASK_GONE_S) is None


def test_an_old_outcome_is_not_felt(situation):
    assert situation.observe(TaskNews("a", outcome="ok", age_s=FELT_S + 1), 1.0) == []
    assert situation.observe(TaskNews("a", age_s=TASK_GONE_S + 1), 1.0) == []
    assert situation.lasted("task_running", 1.0) is None


def test_the_reason_is_the_request_if_there_was_one(situation):
    situation.observe(TaskNews("a", "GRAB_OBJECT", "ball"), 0.0)
    assert situation.fields(0.0)["reason"] == "about to pick up the ball"
    situation.observe(IntentHeard(ASKED, "GRAB_OBJECT"), 1.0)
    situation.observe(TaskNews("b", "GRAB_OBJECT", "cup"), 3.0)
    assert situation.fields(3.0)["reason"] == "you asked me to pick up the cup"


def test_an_outcome_without_words_is_told_by_its_task(situation):
    (moment,) = situation.observe(TaskNews("a", "GRAB_OBJECT", "the cup", outcome="ok"), 1.0)
    assert moment.name == "task_ok"
    assert moment.fields["message"] == "pick up the cup"


def test_only_who_had_company_is_left_alone(situation):
    situation.observe(Voice(speaking=True), 1.0)
    situation.observe(Voice(), 2.0)
    assert situation.lasted("quiet", 3.0) == 1.0
    assert situation.lasted("left_alone", 3.0) is None
    situation.observe(Voice(user_speaking=True), 4.0)
    assert situation.lasted("left_alone", 4.0) is None
    situation.observe(Voice(), 5.0)
    assert situation.lasted("left_alone", 6.0) == 1.0
