"""A source fed from another thread."""

import threading

import numpy as np

from creature_voice.frame import FRAME_S
from creature_voice.sources.queued import QueuedSource


class Clock:
    def __init__(self) -> None:
        self.now_s = 0.0

    def __call__(self) -> float:
        return self.now_s


LOUD = np.full(1920, 0.3, np.float32)


def test_a_frame_wakes_the_reader():
    source = QueuedSource("phone")
    threading.Timer(0.01, source.feed, (LOUD, 0)).start()
    heard = source.read(10.0)
    assert heard is not None
    assert heard.frame is LOUD


def test_silence_while_nothing_comes():
    clock = Clock()
    source = QueuedSource("phone", clock)
    assert source.read(0.0) is None
    clock.now_s = 1.0
    heard = source.read(0.0)
    assert heard is not None
    assert heard.frame.shape == (1920,)
    assert not heard.frame.any()


def test_it_says_how_it_is():
    clock = Clock()
    source = QueuedSource("phone", clock)
    assert "nothing has come yet" in source.describe()
    source.feed(LOUD, 0)
    source.read(0.0)
    assert source.describe() == "phone: hearing"
    for _ in range(50):
        clock.now_s += FRAME_S
        source.read(0.0)
    assert "nothing for 4 s" in source.describe()


def test_it_counts_losses():
    source = QueuedSource("phone", Clock())
    source.feed(LOUD, 0)
    source.feed(LOUD, 4)
    source.lose(2)
    assert source.counts().lost == 5


def test_a_start_forgets_what_was_fed_before():
    source = QueuedSource("phone", Clock())
    source.feed(LOUD, 0)
    source.start()
    assert source.read(0.0) is None
    assert source.counts().lost == 0
