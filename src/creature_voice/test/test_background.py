"""One slow piece of work in a thread."""

import threading

import pytest

from creature_voice.background import Background


def test_its_result():
    background = Background(lambda: 7, lambda result: None)
    assert background.wait(10.0)
    assert background.result() == 7


def test_its_error():
    def fail() -> int:
        raise ValueError("no")

    background = Background(fail, lambda result: None)
    assert background.wait(10.0)
    with pytest.raises(ValueError, match="no"):
        background.result()


def test_a_result_that_comes_after_it_was_abandoned_is_discarded():
    go, discarded = threading.Event(), []
    background = Background(lambda: go.wait(10.0), discarded.append)
    assert not background.wait(0.0)
    background.abandon(0.0)
    assert discarded == []
    go.set()
    assert background.wait(10.0)
    assert discarded == [True]


def test_a_result_that_nobody_took_is_discarded():
    discarded = []
    background = Background(lambda: 7, discarded.append)
    assert background.wait(10.0)
    background.abandon(1.0)
    background.abandon(1.0)
    assert discarded == [7]
