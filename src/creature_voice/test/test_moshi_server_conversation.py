"""What the loop and the link hand each other."""

import numpy as np

from creature_voice.engines.moshi_server.config import MoshiServerConfig
from creature_voice.engines.moshi_server.conversation import Conversation, Counts
from creature_voice.engines.moshi_server.wire import PYTHON
from creature_voice.frame import FRAME_SAMPLES, silence

LOUD = np.full(FRAME_SAMPLES, 0.2, np.float32)


def make(**values):
    counts = Counts()
    return Conversation(MoshiServerConfig(**values), PYTHON, counts, lambda: 0.0), counts


def test_frames_go_through_in_both_directions_and_are_counted():
    conversation, counts = make()
    assert conversation.fresh
    assert conversation.next_frame() is None
    assert conversation.hear(LOUD) and conversation.hear(silence())
    assert not conversation.fresh
    assert conversation.next_frame() is LOUD
    conversation.sound(LOUD)
    conversation.text(" hi")
    played = conversation.take()
    assert played.frame is not None and np.array_equal(played.frame, LOUD)
    assert played.pieces == (" hi",)
    assert conversation.take().frame is None
    assert (counts.frames_sent, counts.underruns) == (2, 1)


def test_a_server_that_never_answers_gets_no_more_than_the_limit():
    conversation, counts = make(max_lag_s=0.64)
    for _ in range(1000):
        conversation.hear(LOUD)
    # The first frame has no answer, and eight answers may be out.
    assert (counts.frames_sent, counts.frames_skipped_out) == (9, 991)
    queued = 0
    while conversation.next_frame() is not None:
        queued += 1
    assert queued == 9
    assert conversation.lag_ms == 640.0
    assert conversation.too_slow and conversation.skipped_share == 1.0


def test_a_burst_is_skipped_and_counted():
    conversation, counts = make(max_lag_s=0.64)
    for _ in range(12):
        conversation.sound(LOUD)
    conversation.take()
    assert counts.frames_skipped_in == 11
    assert conversation.lag_ms == 0.0
