"""Messages to and from the core."""

import pytest
from builtin_interfaces.msg import Time
from creature_msgs.msg import TaskIntent, TaskState, VoiceState

from creature_affect.convert import intent_from, message_from, task_from, voice_from
from creature_affect.engine import Affect
from creature_affect.events import IntentHeard, Voice


def test_voice():
    message = VoiceState(speaking=True, thinking=True, interruptions=2, backchannels=1)
    assert voice_from(message) == Voice(speaking=True, thinking=True, interruptions=2, backchannels=1)


def test_a_task_knows_its_age():
    message = TaskState(goal_id="a", intent="GRAB_OBJECT", outcome="ok", stamp=Time(sec=90, nanosec=500000000))
    assert task_from(message, 100.0).age_s == pytest.approx(9.5)
    assert task_from(message, 80.0).age_s == 0.0
    assert task_from(TaskState(goal_id="a"), 100.0).age_s == 0.0


def test_kinds_of_intents():
    assert intent_from(TaskIntent(kind=TaskIntent.CORRECT, intent="GRAB_OBJECT", utterance="no")) == IntentHeard(
        "corrected", "GRAB_OBJECT", "no"
    )
    assert intent_from(TaskIntent(kind=99)) is None
    assert intent_from(TaskIntent(kind=TaskIntent.CANCEL, tier="ACT")) == IntentHeard("called_off", "", "")
    assert intent_from(TaskIntent(kind=TaskIntent.CANCEL, tier="SUGGEST")) is None
    assert intent_from(TaskIntent(kind=TaskIntent.REQUEST, tier="SUGGEST")) == IntentHeard("asked", "", "")


def test_numbers_are_short():
    message = message_from(Affect("idle", "neutral", 0.12345, -0.00001, 1.0, "calm"))
    assert message.valence == pytest.approx(0.123)
    assert str(message.arousal) == "0.0"
    assert (message.state, message.emotion, message.cause) == ("idle", "neutral", "calm")
