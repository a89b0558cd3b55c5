"""Threads that let others go first."""

import os
import sys
import threading

import pytest

from creature_voice.priority import yield_to_others


@pytest.mark.skipif(sys.platform != "linux", reason="a thread has a priority of its own on Linux only")
def test_it_is_the_thread_that_goes_slower_and_not_the_process():
    before, seen = os.getpriority(os.PRIO_PROCESS, 0), []

    def lower() -> None:
        assert yield_to_others()
        seen.append(os.getpriority(os.PRIO_PROCESS, threading.get_native_id()))

    thread = threading.Thread(target=lower)
    thread.start()
    thread.join()
    assert seen[0] > before
    assert os.getpriority(os.PRIO_PROCESS, threading.get_native_id()) == before


def test_elsewhere_nothing_happens(monkeypatch):
    monkeypatch.setattr(sys, "platform", "darwin")
    assert not yield_to_others()
