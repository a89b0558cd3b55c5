"""Which messages are news."""

import pytest
from creature_msgs.msg import Affect, TaskState, TextToken, VoiceState

from creature_lab.changes import Changes
from creature_lab.message_text import FieldError


def news(kind, messages, field=None):
    changes = Changes(f"creature_msgs/msg/{kind}", field)
    return [changes.is_news(message) for message in messages]


def test_a_feeling_that_glides_is_no_news():
    happy = {"state": "speaking", "emotion": "happy", "cause": "answering you"}
    messages = [Affect(**happy, valence=0.1), Affect(**happy, valence=0.2), Affect(**{**happy, "cause": "the cup"})]
    assert news("Affect", messages) == [True, False, True]


def test_progress_within_a_phase_is_no_news():
    messages = [TaskState(phase="look", progress=0.1), TaskState(phase="look", progress=0.2), TaskState(phase="reach")]
    assert news("TaskState", messages) == [True, False, True]


def test_with_one_field_only_that_counts():
    messages = [VoiceState(frame=1), VoiceState(frame=2, speaking=True), VoiceState(frame=2, speaking=False)]
    assert news("VoiceState", messages, "frame") == [True, True, False]
    assert news("VoiceState", messages) == [True, True, True]


@pytest.mark.parametrize("field", [None, "piece"])
def test_the_same_word_twice_is_two_words(field):
    assert news("TextToken", [TextToken(piece=" the"), TextToken(piece=" the")], field) == [True, True]


def test_a_field_that_is_not_there_is_named():
    with pytest.raises(FieldError, match="no field 'mood'"):
        news("Affect", [Affect()], "mood")
