"""Calls to the brain in a worker of their own."""

import threading

from creature_voice.engines.local.memory import Memory


def test_calls_are_made_in_order_and_finished_before_it_closes():
    calls = []
    memory = Memory(calls.append)
    for number in range(20):
        memory.put(lambda number=number: calls.append(number))
    memory.close()
    memory.close()
    assert calls == list(range(20))


def test_what_a_call_raises_is_reported_and_the_next_is_made():
    failures, calls = [], []

    def fail():
        raise ValueError("full")

    memory = Memory(failures.append)
    memory.put(fail)
    memory.put(lambda: calls.append(1))
    memory.close()
    assert failures == ["ValueError: full"]
    assert calls == [1]


def test_a_brain_that_hangs_blocks_nobody():
    failures, hang = [], threading.Event()
    memory = Memory(failures.append)
    memory.put(hang.wait)
    for _ in range(100):
        memory.put(lambda: None)
    assert failures
    assert "too slow" in failures[0]
    hang.set()
    memory.close()


def test_what_must_be_done_is_done_however_much_is_waiting():
    failures, done, hang = [], [], threading.Event()
    memory = Memory(failures.append)
    memory.put(hang.wait)
    for _ in range(100):
        memory.put(lambda: None)
    memory.put(lambda: done.append("canceled"), must=True)
    hang.set()
    memory.close()
    assert done == ["canceled"]
