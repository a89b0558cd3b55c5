"""Messages to values."""

import numpy as np
import pytest
from creature_msgs.msg import Affect, TaskIntent, TaskState, TextToken, VoiceState
from diagnostic_msgs.msg import DiagnosticArray, DiagnosticStatus, KeyValue

from creature_lab import convert
from creature_lab.events import CREATURE, USER

pytestmark = pytest.mark.ros


def test_sound_there_and_back():
    frame = np.linspace(-1.0, 1.0, 1920, dtype=np.float32)
    message = convert.to_audio(7, frame)
    back = convert.from_audio(message, 1.5)
    assert (back.frame, back.at_s) == (7, 1.5)
    assert np.allclose(back.samples, frame, atol=1 / 32767)


def test_text_and_voice():
    piece = convert.from_token(TextToken(seq=3, frame=4, speaker=TextToken.USER, piece=" hi", final=True), 1.0)
    assert (piece.seq, piece.frame, piece.speaker, piece.text, piece.final) == (3, 4, USER, " hi", True)
    assert convert.from_token(TextToken(speaker=TextToken.AGENT), 1.0).speaker == CREATURE
    sample = convert.from_voice(VoiceState(frame=9, thinking=True, interruptions=2, backchannels=3), 1.0)
    assert (sample.frame, sample.speaking, sample.thinking) == (9, False, True)
    assert (sample.interruptions, sample.backchannels) == (2, 3)


def test_intent_task_and_affect():
    intent = convert.from_intent(TaskIntent(kind=TaskIntent.CANCEL, speaker=1, intent="STOP_ACTIVITY"), 1.0)
    assert (intent.kind, intent.speaker, intent.intent) == ("CANCEL", USER, "STOP_ACTIVITY")
    assert convert.from_intent(TaskIntent(kind=9), 1.0).kind == "9"
    task = convert.from_task(TaskState(goal_id="a", phase="done", outcome="ok", progress=1.0), 1.0)
    assert (task.goal_id, task.phase, task.outcome, task.progress) == ("a", "done", "ok", 1.0)
    feeling = convert.from_affect(Affect(state="idle", emotion="bored", valence=-0.5, cause="nobody talks"), 1.0)
    assert (feeling.state, feeling.emotion, feeling.valence, feeling.cause) == ("idle", "bored", -0.5, "nobody talks")


def test_diagnostics():
    row = DiagnosticStatus(name="voice: loop", values=[KeyValue(key="frames_total", value="5")])
    (status,) = convert.from_diagnostics(DiagnosticArray(status=[row]), 2.0)
    assert (status.name, status.values, status.at_s) == ("voice: loop", {"frames_total": "5"}, 2.0)
