"""When a conversation is over."""

from dataclasses import replace

from creature_lab.finish import Ending, Facts, Patience, ending

PATIENCE = Patience(timeout_s=60.0, quiet_s=1.8, unanswered_s=6.0)
DONE = Facts(
    recording_ended_s=10.0,
    last_activity_s=15.0,
    busy=False,
    answered=True,
    answered_last=True,
    owes_words=False,
    silent=False,
)


def test_it_ends_a_moment_after_the_last_event():
    assert ending(DONE, PATIENCE, 16.7) is None
    assert ending(DONE, PATIENCE, 16.9) is Ending.FINISHED


def test_not_before_the_recording_has_ended():
    assert ending(replace(DONE, recording_ended_s=20.0), PATIENCE, 19.0) is None


def test_not_while_it_speaks_or_acts():
    busy = replace(DONE, busy=True)
    assert ending(busy, PATIENCE, 60.0) is None
    assert ending(busy, PATIENCE, 70.1) is Ending.TIMEOUT


def test_a_last_word_that_needs_no_answer_is_given_some_time():
    facts = replace(DONE, answered_last=False)
    assert ending(facts, PATIENCE, 20.0) is None
    assert ending(facts, PATIENCE, 21.1) is Ending.FINISHED


def test_words_on_how_a_task_ended_are_given_some_time():
    facts = replace(DONE, owes_words=True)
    assert ending(facts, PATIENCE, 20.0) is None
    assert ending(facts, PATIENCE, 21.1) is Ending.FINISHED


def test_no_answer_is_waited_for_to_the_end():
    facts = replace(DONE, answered=False, answered_last=False, last_activity_s=10.0)
    assert ending(facts, PATIENCE, 69.0) is None
    assert ending(facts, PATIENCE, 70.1) is Ending.NO_ANSWER


def test_silence_is_not_waited_on_for_long():
    facts = replace(DONE, answered=False, answered_last=False, last_activity_s=0.0, silent=True)
    assert ending(facts, PATIENCE, 15.0) is None
    assert ending(facts, PATIENCE, 16.1) is Ending.NO_ANSWER
