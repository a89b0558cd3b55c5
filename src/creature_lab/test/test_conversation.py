"""What was seen and heard while a recording was played."""

import numpy as np
import pytest

from creature_lab.conversation import Conversation
from creature_lab.events import CREATURE, USER, Feeling, Piece, SpokenFrame, TaskEvent, VoiceSample

LOUD = np.full(1920, 0.25, np.float32)


def voice(frame, speaking=False, user=False, thinking=False, interruptions=0, backchannels=0):
    return VoiceSample(frame * 0.08, frame, speaking, user, thinking, interruptions, backchannels)


def spoken(frame):
    return SpokenFrame(frame * 0.08, frame, LOUD)


def feeling(emotion, state="idle", at_s=0.0):
    return Feeling(at_s, state, emotion, 0.0, 0.0, 0.5, "because")


def task(phase, outcome=""):
    return TaskEvent(9.0, "a", "GRAB_OBJECT", "cup", "", phase, 0.5, outcome, "")


def test_what_was_before_is_history():
    talk = Conversation()
    talk.on_piece(Piece(0.0, 1, 0, CREATURE, "Hello.", True))
    talk.on_speech(spoken(0))
    talk.on_feeling(feeling("happy"))
    talk.on_feeling(feeling("neutral"))
    talk.on_task(task("done", "ok"))
    talk.on_voice(voice(1, interruptions=4, backchannels=2))
    talk.begin(1.0)
    assert talk.utterances() == [] and talk.answers() == [] and talk.tasks.tasks == []
    assert [one.emotion for one in talk.feelings] == ["neutral"]
    talk.on_voice(voice(20, interruptions=5, backchannels=2))
    assert (talk.interruptions, talk.backchannels) == (1, 0)


def test_a_task_that_still_runs_is_carried_over():
    talk = Conversation()
    talk.on_task(task("look"))
    talk.begin(1.0)
    assert talk.carried_over == 1 and talk.busy


def test_only_changes_of_emotion_or_state_are_kept():
    talk = Conversation()
    for one in (feeling("neutral"), feeling("neutral"), feeling("happy"), feeling("happy", "speaking")):
        talk.on_feeling(one)
    assert [(one.emotion, one.state) for one in talk.feelings] == [
        ("neutral", "idle"),
        ("happy", "idle"),
        ("happy", "speaking"),
    ]


def test_a_listeners_mm_hm_is_no_answer():
    talk = Conversation()
    talk.on_voice(voice(9))
    talk.on_speech(spoken(10))
    talk.on_voice(voice(10, backchannels=1))
    assert talk.answers() == [] and talk.answer_heard_s(0.0) is None
    talk.on_speech(spoken(40))
    assert talk.answer_heard_s(1.0) == pytest.approx(3.2) and talk.answered_since(3.0)


def test_speech_that_was_already_going_on_is_no_answer_to_the_last_word():
    talk = Conversation()
    for frame in (10, 11, 12):
        talk.on_speech(spoken(frame))
    assert talk.answered_since(0.9) and talk.answer_heard_s(0.9) is None


def test_an_answer_that_follows_older_words_without_a_pause_counts_from_its_own_first_sound():
    talk = Conversation()
    for frame in (10, 11, 12):
        talk.on_speech(spoken(frame))
    talk.on_piece(Piece(0.8, 1, 10, CREATURE, " What is it?", True))
    talk.on_piece(Piece(1.12, 2, 14, CREATURE, " I'm", False))
    for frame in (14, 15):
        talk.on_speech(spoken(frame))
    talk.on_piece(Piece(1.2, 3, 15, CREATURE, " fine.", True))
    assert len(talk.answers()) == 1
    assert talk.answer_heard_s(1.0) == pytest.approx(14 * 0.08, abs=0.01)
    assert talk.answer_heard_s(1.15) is None


def test_a_voice_whose_sound_does_not_arrive_is_taken_at_its_word():
    talk = Conversation()
    talk.on_voice(voice(10, speaking=True))
    talk.on_voice(voice(11))
    assert talk.deaf and talk.answered_since(0.5)
    talk.on_speech(SpokenFrame(1.0, 12, LOUD))
    assert not talk.deaf


def test_busy_and_active():
    talk = Conversation()
    assert not talk.busy
    for flags in ({"speaking": True}, {"user": True}, {"thinking": True}):
        talk.on_voice(voice(5, **flags))
        assert talk.busy
    assert talk.last_activity_s == pytest.approx(0.4)
    talk.on_voice(voice(9))
    assert not talk.busy and talk.last_activity_s == pytest.approx(0.4)
    talk.on_task(task("look"))
    assert talk.busy and talk.last_activity_s == 9.0
    talk.on_task(task("done", "ok"))
    assert not talk.busy


def test_an_ended_task_is_still_to_be_told_unless_it_was_canceled():
    talk = Conversation()
    talk.on_speech(spoken(10))
    talk.on_task(task("look"))
    assert not talk.owes_words
    talk.on_task(task("done", "ok"))
    assert talk.owes_words
    talk.on_speech(spoken(120))
    assert not talk.owes_words
    canceled = Conversation()
    canceled.on_task(task("done", "canceled"))
    assert not canceled.owes_words


def test_text_of_each_speaker():
    talk = Conversation()
    talk.on_voice(voice(0))
    for seq, (speaker, text) in enumerate([(USER, " Hi."), (CREATURE, " Hello!"), (USER, " Bye.")]):
        talk.on_piece(Piece(seq * 1.0, seq, seq * 10, speaker, text, True))
    assert talk.text_of(USER) == "Hi. Bye." and talk.text_of(CREATURE) == "Hello!"
    assert [one.start_s for one in talk.utterances()] == pytest.approx([0.0, 0.8, 1.6])


def test_an_answer_that_follows_an_mm_hm_without_a_pause_counts_from_its_own_words():
    talk = Conversation()
    talk.on_voice(voice(0))
    talk.begin(0.0)
    talk.on_voice(voice(10, speaking=True, backchannels=1))
    talk.on_piece(Piece(0.8, 1, 10, CREATURE, "Mm-hm.", True))
    for frame in (*range(10, 16), *range(17, 30)):
        talk.on_speech(spoken(frame))
    assert talk.answers() == []
    talk.on_piece(Piece(1.3, 2, 16, CREATURE, "I see", False))
    talk.on_piece(Piece(1.4, 3, 17, CREATURE, ".", True))
    (answer,) = talk.answers()
    assert (answer.first, answer.last) == (17, 29)
    assert talk.answer_heard_s(0.9) == pytest.approx(17 * 0.08, abs=0.01)
