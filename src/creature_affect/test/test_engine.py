"""What the creature feels through a conversation and its tasks, with the shipped map."""

import pytest

from creature_affect.events import ASKED, CORRECTED, IntentHeard, TaskNews, Voice

SILENCE = Voice()
USER = Voice(user_speaking=True)
THINKING = Voice(thinking=True)
SPEAKING = Voice(speaking=True)
RUNNING = TaskNews("1", "GRAB_OBJECT", "red cup")


def ended(outcome, message=""):
    return TaskNews("1", "GRAB_OBJECT", "red cup", outcome=outcome, message=message)


def test_a_turn_is_heard_thought_about_and_answered(life):
    life.live(1.0, USER)
    life.live(0.6, THINKING)
    life.live(2.0, SPEAKING)
    assert life.affect.emotion == "happy"
    life.live(2.0, SILENCE)
    assert life.states == ["idle", "listening", "thinking", "speaking", "idle"]
    assert life.affect.emotion == "neutral"


def test_it_does_not_rest_between_the_end_of_a_sentence_the_thought_and_the_answer(life):
    """Nothing is reported while the voice waits for more words, nor between a thought and its first sound."""
    life.live(1.0, USER)
    life.live(0.96, SILENCE)
    life.live(0.4, THINKING)
    life.live(0.4, SILENCE)
    life.live(1.0, SPEAKING)
    life.live(2.0, SILENCE)
    assert life.states == ["idle", "listening", "thinking", "speaking", "idle"]


def test_a_noise_that_was_no_turn_is_let_go(life):
    life.live(0.4, USER)
    life.live(1.6, SILENCE)
    assert life.states == ["idle", "listening", "idle"]


def test_a_success_is_felt_and_glows_in_what_is_said_next(life):
    life.happen(RUNNING)
    life.live(2.0, SILENCE)
    assert (life.affect.state, life.affect.emotion) == ("working", "excited")
    life.happen(ended("ok", "picked up the red cup"))
    assert (life.affect.state, life.affect.emotion) == ("task_succeeded", "happy")
    assert life.affect.cause == "the task succeeded: picked up the red cup"
    peak = life.live(1.5, SILENCE)
    assert peak.valence > 0.7
    assert peak.intensity > 0.8
    life.live(2.0, SPEAKING)
    assert (life.affect.state, life.affect.emotion) == ("speaking", "happy")
    assert life.affect.cause == "the task succeeded: picked up the red cup"
    assert life.affect.valence > 0.5
    life.live(40.0, SILENCE)
    assert (life.affect.emotion, life.affect.cause) == ("neutral", "nothing is going on")
    assert life.affect.valence == pytest.approx(0.1)


def test_after_a_failure_it_speaks_sadly(life):
    life.happen(RUNNING)
    life.happen(ended("failed", "it slipped"))
    assert (life.affect.state, life.affect.emotion) == ("task_failed", "sad")
    life.live(2.6, SILENCE)
    life.live(1.0, SPEAKING)
    assert (life.affect.state, life.affect.emotion) == ("speaking", "sad")
    assert life.affect.valence < -0.2


@pytest.mark.parametrize(
    ("outcome", "state", "emotion"),
    [
        ("unknown_object", "task_failed", "sad"),
        ("ambiguous", "task_failed", "confused"),
        ("unreachable", "task_failed", "disappointed"),
        ("refused", "task_failed", "embarrassed"),
        ("canceled", "interrupted", "surprised"),
    ],
)
def test_each_outcome_has_its_feeling(life, outcome, state, emotion):
    life.happen(RUNNING)
    life.happen(ended(outcome, "so it went"))
    assert (life.affect.state, life.affect.emotion) == (state, emotion)
    assert "so it went" in life.affect.cause


def test_an_interruption_surprises_and_then_it_listens(life):
    life.live(1.0, SPEAKING)
    life.live(0.16, Voice(user_speaking=True, interruptions=1))
    assert (life.affect.state, life.affect.emotion) == ("interrupted", "surprised")
    assert life.affect.cause == "you interrupted me"
    life.live(3.0, Voice(user_speaking=True, interruptions=1))
    assert (life.affect.state, life.affect.emotion) == ("listening", "neutral")


def test_the_surprise_is_quick(life):
    life.live(1.0, SPEAKING)
    life.live(0.4, Voice(user_speaking=True, interruptions=1))
    assert life.affect.arousal > 0.6


def test_a_correction_embarrasses(life):
    life.happen(IntentHeard(CORRECTED, "GRAB_OBJECT", "no, the blue one"))
    assert (life.affect.emotion, life.affect.cause) == ("embarrassed", "you corrected me: no, the blue one")


def test_who_is_ignored_gets_bored_and_falls_asleep_and_wakes_up(life):
    life.live(1.0, USER)
    life.live(58.0, SILENCE)
    assert life.affect.state == "idle"
    life.live(4.0, SILENCE)
    assert (life.affect.state, life.affect.emotion) == ("ignored", "bored")
    assert life.affect.cause == "nobody has spoken for 60 s"
    life.live(200.0, SILENCE)
    assert (life.affect.state, life.affect.emotion) == ("ignored", "asleep")
    assert life.affect.cause == "fell asleep: nobody has spoken for 240 s"
    life.live(1.0, USER)
    assert life.affect.state == "listening"


def test_being_ignored_needs_no_voice_at_all(life):
    life.happen(IntentHeard(ASKED, "GRAB_OBJECT", "the cup, please"))
    life.live(61.0)
    assert life.affect.state == "ignored"


@pytest.mark.parametrize("voice", [None, SILENCE])
def test_before_anybody_came_it_is_not_bored_but_dozes_off_at_last(life, voice):
    life.live(298.0, voice)
    assert life.states == ["idle"]
    life.live(4.0, voice)
    assert (life.affect.state, life.affect.emotion) == ("ignored", "tired")
    assert life.affect.cause == "nobody has come for 300 s"
    life.live(200.0, voice)
    assert life.affect.emotion == "asleep"


def test_speaking_by_itself_is_no_company(life):
    life.live(2.0, SPEAKING)
    life.live(100.0, SILENCE)
    assert life.affect.state == "idle"


def test_gaps_between_words_do_not_flicker(life):
    for _ in range(5):
        life.live(0.4, SPEAKING)
        life.live(0.24, SILENCE)
    assert life.states == ["idle", "speaking"]


def test_its_own_backchannel_is_still_listening(life):
    life.live(1.0, USER)
    life.live(0.4, Voice(user_speaking=True, speaking=True, backchannels=1))
    life.live(1.0, Voice(user_speaking=True, backchannels=1))
    assert life.states == ["idle", "listening"]
    life.live(1.0, Voice(speaking=True, backchannels=1))
    assert life.affect.state == "speaking"


@pytest.mark.parametrize("between", [[], [Voice(speaking=True, backchannels=1, thinking=True)]])
def test_an_answer_right_behind_an_mm_hm_is_speaking(life, between):
    life.live(2.0, USER)
    life.live(0.4, Voice(speaking=True, backchannels=1))
    for event in between:
        life.happen(event)
    life.live(0.16 if between else 0.6, Voice(speaking=True, backchannels=1))
    assert life.affect.state == "speaking"


def test_the_point_moves_without_jumps(life):
    before = life.affect
    for event in (USER, THINKING, SPEAKING, SILENCE):
        for _ in range(12):
            after = life.live(0.08, event)
            assert abs(after.valence - before.valence) < 0.15
            assert abs(after.arousal - before.arousal) < 0.15
            before = after


def test_work_calms_down(life):
    for _ in range(5):
        life.happen(RUNNING)
        life.live(5.0, SILENCE)
    assert (life.affect.state, life.affect.emotion) == ("working", "neutral")
    assert life.affect.arousal < 0.0


def test_it_rests_when_nothing_changes(life):
    assert not life.engine.restless(life.now)
    life.live(0.16, USER)
    assert life.engine.restless(life.now)
    life.live(7.0, SILENCE)
    assert not life.engine.restless(life.now)
    life.live(80.0, SILENCE)
    assert life.affect.state == "ignored"
    assert not life.engine.restless(life.now)


def test_a_pause_in_the_calls_is_no_jump_of_the_point(life):
    life.now += 50.0
    life.happen(USER)
    assert life.affect.arousal == pytest.approx(-0.2)
