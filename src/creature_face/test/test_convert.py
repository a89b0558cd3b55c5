"""Messages to values and back, and the frame as creature_msgs states it."""

from __future__ import annotations

import numpy as np
import pytest
from builtin_interfaces.msg import Time
from creature_msgs.msg import Affect, AudioFrame, TaskState, TextToken, VoiceState

from creature_face import convert, wire
from creature_face.state import FeelingView, PieceView, TaskView, VoiceView

pytestmark = pytest.mark.ros


def test_the_wires_frame_is_the_one_of_the_messages() -> None:
    assert (wire.SAMPLE_RATE_HZ, wire.FRAME_SAMPLES) == (AudioFrame.SAMPLE_RATE, AudioFrame.SAMPLES)


def test_a_frame_keeps_every_bit() -> None:
    samples = np.random.default_rng(1).integers(-32768, 32768, AudioFrame.SAMPLES, np.int16)
    pcm = convert.pcm_of(AudioFrame(samples=samples))
    assert pcm == samples.astype("<i2").tobytes()
    message = convert.audio_frame(2**33, pcm, Time(sec=5))
    assert (message.frame, message.stamp.sec) == (2**33, 5)
    assert np.array_equal(message.samples, samples)


def test_the_voices_state() -> None:
    message = VoiceState(speaking=True, user_speaking=True, thinking=False, backchannels=4)
    assert convert.voice_view(message) == VoiceView(speaking=True, listening=True, thinking=False, backchannels=4)


def test_pieces_of_what_is_heard_and_said() -> None:
    heard = TextToken(speaker=TextToken.USER, piece=" cup", final=True)
    assert convert.piece_view(heard) == PieceView("user", " cup", True)
    said = TextToken(speaker=TextToken.AGENT, piece=" okay", final=False)
    assert convert.piece_view(said) == PieceView("creature", " okay", False)


def test_a_feeling() -> None:
    message = Affect(state="working", emotion="happy", valence=0.5, arousal=-0.25, intensity=1.0, cause="because")
    assert convert.feeling_view(message) == FeelingView("working", "happy", 0.5, -0.25, 1.0, "because")


def test_a_feeling_without_names_is_rest() -> None:
    view = convert.feeling_view(Affect())
    assert (view.emotion, view.state) == ("neutral", "idle")


def test_a_task() -> None:
    message = TaskState(
        goal_id="ab", intent="GRAB_OBJECT", object="cup", phase="reach", progress=0.5, outcome="", message="reaching"
    )
    assert convert.task_view(message) == TaskView("ab", "GRAB_OBJECT", "cup", "reach", 0.5, "", "reaching")
