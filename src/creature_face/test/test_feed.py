"""What the page is told, and when."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from creature_face.feed import Feed
from creature_face.mouth import Mouth
from creature_face.state import FaceState, FeelingView, TaskView, VoiceView
from creature_face.wire import FRAME_SAMPLES

LOUD = np.full(FRAME_SAMPLES, 10000, "<i2").tobytes()
SILENCE = bytes(2 * FRAME_SAMPLES)
TASK = TaskView("a", "GRAB_OBJECT", "red cup", "reach", 0.5, "", "")


def feed() -> Feed:
    return Feed(Mouth(floor_db=-45.0, full_db=-15.0, attack_ms=0.0, release_ms=0.0))


def told(state: FaceState | None) -> FaceState:
    assert state is not None
    return state


def test_idle_frames_are_not_worth_telling() -> None:
    face = feed()
    assert face.voice(VoiceView(), 0.0) is None
    assert face.speech(0, SILENCE, 0.0) is None
    assert face.voice(VoiceView(), 0.08) is None


def test_each_frame_of_speech_is_told_with_its_index_and_time() -> None:
    state = told(feed().speech(7, LOUD, 2.5))
    assert (state.frame, state.at) == (7, 2500.0)
    assert 0.9 < state.mouth <= 1.0


def test_a_pause_between_words_is_told_too() -> None:
    face = feed()
    told(face.voice(VoiceView(speaking=True), 0.0))
    assert told(face.speech(1, SILENCE, 0.01)).mouth == 0.0
    assert told(face.speech(2, SILENCE, 0.09)).frame == 2


def test_the_closing_of_the_mouth_is_told_once() -> None:
    face = feed()
    face.speech(1, LOUD, 0.0)
    assert told(face.speech(2, SILENCE, 0.08)).mouth == 0.0
    assert face.speech(3, SILENCE, 0.16) is None


def test_speech_that_ends_without_silence_closes_the_mouth() -> None:
    face = feed()
    face.speech(1, LOUD, 0.0)
    assert face.voice(VoiceView(), 0.25) is None
    assert told(face.voice(VoiceView(), 0.35)).mouth == 0.0


def test_listening_and_thinking_are_told_when_they_change() -> None:
    face = feed()
    assert told(face.voice(VoiceView(listening=True), 0.0)).listening
    assert face.voice(VoiceView(listening=True), 0.08) is None
    thinking = told(face.voice(VoiceView(thinking=True), 0.16))
    assert (thinking.listening, thinking.thinking) == (False, True)


def test_a_new_backchannel_is_one_nod() -> None:
    face = feed()
    assert face.voice(VoiceView(backchannels=3), 0.0) is None  # what was before this node began is no news
    assert told(face.voice(VoiceView(backchannels=4), 0.08)).gesture == "nod"
    assert face.voice(VoiceView(backchannels=4), 0.16) is None
    assert face.beat(0.2).gesture == ""


def test_a_voice_started_anew_does_not_nod() -> None:
    face = feed()
    face.voice(VoiceView(backchannels=3), 0.0)
    assert face.voice(VoiceView(backchannels=0), 0.08) is None
    assert told(face.voice(VoiceView(backchannels=1), 0.16)).gesture == "nod"


def test_a_voice_that_has_gone_neither_speaks_nor_listens() -> None:
    face = feed()
    face.voice(VoiceView(speaking=True, listening=True, thinking=True), 0.0)
    face.speech(1, LOUD, 0.0)
    assert face.beat(0.9).speaking
    gone = face.beat(1.5)
    assert (gone.speaking, gone.listening, gone.thinking, gone.mouth) == (False, False, False, 0.0)


def test_feelings_are_told_when_they_can_be_seen_to_change() -> None:
    face = feed()
    happy = FeelingView("speaking", "happy", 0.6, 0.4, 0.8, "a person came")
    assert told(face.feel(happy)).feeling == happy
    assert face.feel(replace(happy, valence=0.60001)) is None
    assert told(face.feel(replace(happy, cause="a person laughed"))).feeling.cause == "a person laughed"


def test_feelings_out_of_range_are_clamped() -> None:
    feeling = told(feed().feel(FeelingView(valence=-7.0, arousal=float("nan"), intensity=3.0))).feeling
    assert (feeling.valence, feeling.arousal, feeling.intensity) == (-1.0, 0.0, 1.0)


def test_a_task_is_told_as_it_goes() -> None:
    face = feed()
    assert told(face.work(TASK)).task == TASK
    assert face.work(TASK) is None
    done = replace(TASK, phase="done", progress=1.0, outcome="ok")
    assert told(face.work(done)).task == done


def test_the_end_of_an_older_task_does_not_hide_the_new_one() -> None:
    face = feed()
    face.work(TASK)
    newer = replace(TASK, goal_id="b")
    face.work(newer)
    assert face.work(replace(TASK, outcome="canceled")) is None
    assert face.beat(0.0).task == newer


def test_a_beat_is_always_told_and_the_same_state_not_again_after_it() -> None:
    face = feed()
    assert face.beat(0.0) == face.beat(0.9)
    assert face.voice(VoiceView(), 1.0) is None
