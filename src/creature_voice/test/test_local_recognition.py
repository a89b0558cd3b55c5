"""The recogniser's thread, with a fake model."""

import os
import queue
import threading

import numpy as np
import pytest

from creature_voice.engine import EngineError
from creature_voice.engines.local.recognition import Moonshine, Recogniser, _among_silence

WAIT_S = 10.0 * float(os.environ.get("CREATURE_TEST_TIMEOUT_FACTOR", "1"))
SOUND = np.zeros(3, np.float32)


class Model:
    """Waits for leave before each recognition."""

    def __init__(self):
        self.leave = threading.Semaphore(0)
        self.entered = threading.Semaphore(0)

    def __call__(self, sound):
        self.entered.release()
        self.leave.acquire()
        return f"{len(sound)} samples"


@pytest.fixture
def model():
    return Model()


@pytest.fixture
def done():
    return queue.Queue()


@pytest.fixture
def recogniser(model, done):
    made = Recogniser(model, lambda *result: done.put(result), lambda: 0.0)
    yield made
    for _ in range(50):
        model.leave.release()
    made.close()
    made.close()


def test_words_come_back_with_their_ticket_in_order(recogniser, model, done):
    for _ in range(2):
        model.leave.release()
    assert recogniser.ask(1, SOUND, False)
    assert recogniser.ask(2, SOUND, False)
    assert done.get(timeout=WAIT_S) == (1, "3 samples", 0.0)
    assert done.get(timeout=WAIT_S)[0] == 2


def test_what_is_void_is_skipped_unless_it_must_be_recognised(recogniser, model, done):
    recogniser.ask(1, SOUND, False)
    assert model.entered.acquire(timeout=WAIT_S)
    recogniser.ask(2, SOUND, False)
    recogniser.ask(3, SOUND, True)
    recogniser.void()
    recogniser.ask(4, SOUND, False)
    for _ in range(4):
        model.leave.release()
    assert [done.get(timeout=WAIT_S)[0] for _ in range(3)] == [1, 3, 4]


def test_one_that_is_no_longer_of_use_is_skipped_if_it_has_not_begun(recogniser, model, done):
    recogniser.ask(1, SOUND, False)
    assert model.entered.acquire(timeout=WAIT_S)
    recogniser.skip(1)
    recogniser.ask(2, SOUND, False)
    recogniser.skip(2)
    recogniser.ask(3, SOUND, False)
    for _ in range(3):
        model.leave.release()
    assert [done.get(timeout=WAIT_S)[0] for _ in range(2)] == [1, 3]


def test_it_is_busy_until_the_words_are_there(recogniser, model, done):
    assert not recogniser.busy
    recogniser.ask(1, SOUND, False)
    assert model.entered.acquire(timeout=WAIT_S)
    assert (recogniser.busy, recogniser.waiting) == (True, 0)
    model.leave.release()
    done.get(timeout=WAIT_S)
    assert not recogniser.busy


def test_what_does_not_fit_is_refused(recogniser, model):
    recogniser.ask(1, SOUND, False)
    assert model.entered.acquire(timeout=WAIT_S)
    taken = [recogniser.ask(ticket, SOUND, False) for ticket in range(2, 30)]
    assert taken[0]
    assert not taken[-1]


def test_short_sound_is_put_among_silence_and_long_sound_left_alone():
    short = np.ones(8_000, np.float32)
    padded = _among_silence(short)
    assert len(padded) == 8_000 + 12_000
    assert np.flatnonzero(padded)[0] == 4_000
    assert padded.sum() == short.sum()
    long = np.ones(20_000, np.float32)
    assert _among_silence(long) is long


def test_a_model_that_is_not_there_says_how_to_get_it(tmp_path):
    with pytest.raises(EngineError, match="pip install moonshine-voice"):
        Moonshine(str(tmp_path))


def test_a_model_that_fails_is_reported_and_the_next_piece_is_recognised(done):
    failures = []

    def recognise(sound):
        if len(sound) == 1:
            raise RuntimeError("out of memory")
        return "words"

    recogniser = Recogniser(recognise, lambda *result: done.put(result), lambda: 0.0, failures.append)
    recogniser.ask(1, SOUND[:1], False)
    recogniser.ask(2, SOUND, False)
    # Empty words end the turn; none at all would leave it open for ever.
    assert done.get(timeout=WAIT_S) == (1, "", 0.0)
    assert done.get(timeout=WAIT_S) == (2, "words", 0.0)
    assert ["out of memory" in failure for failure in failures] == [True]
    recogniser.close()


def test_who_fails_at_the_words_does_not_end_the_thread(done):
    failures = []

    def take(ticket, text, took_s):
        done.put(ticket)
        if ticket == 1:
            raise ValueError("no such turn")

    recogniser = Recogniser(lambda sound: "words", take, lambda: 0.0, failures.append)
    recogniser.ask(1, SOUND, False)
    recogniser.ask(2, SOUND, False)
    assert [done.get(timeout=WAIT_S) for _ in range(2)] == [1, 2]
    assert failures == ["ValueError: no such turn"]
    recogniser.close()
