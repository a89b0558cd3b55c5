"""Writing down what people say: with ears whose pace and decisions the test chooses."""

import os
import threading

import pytest

from creature_voice.engine import Speaker, TextEvent
from creature_voice.engines.local.decisions import TurnEnd
from creature_voice.engines.local.ears import Moment
from creature_voice.engines.transcriber import Transcriber
from creature_voice.frame import silence

WAIT_S = 20.0 * float(os.environ.get("CREATURE_TEST_TIMEOUT_FACTOR", "1"))
MOMENT = Moment(0.0, 0.0)
COME = (TextEvent(Speaker.USER, " Come", True),)


class Ears:
    """Each frame waits for a permit, then becomes a turn."""

    def __init__(self, decide, failed) -> None:
        self.decide, self.failed = decide, failed
        self.permits, self.fed, self.taken = threading.Semaphore(0), threading.Semaphore(0), threading.Semaphore(0)
        self.speaking, self.dropped, self.recognitions_waiting = True, 3, 0
        self.log: list[str] = []
        self.error: Exception | None = None
        self.words = "Come"

    def feed(self, frame, creature_speaking, asking) -> None:
        self.taken.release()
        assert self.permits.acquire(timeout=WAIT_S)
        self.log.append("feed")
        try:
            if self.error:
                raise self.error
            self.decide(TurnEnd(self.words, self.words, 0.2), MOMENT)
        finally:
            self.fed.release()

    def reset(self) -> None:
        self.log.append("reset")

    def close(self) -> None:
        self.log.append("close")


class Rig:
    def __init__(self) -> None:
        self.now_s = 100.0
        self.transcriber = Transcriber(self._make, lambda: self.ears.log.append("release"), lambda: self.now_s)

    def _make(self, decide, failed) -> Ears:
        self.ears = Ears(decide, failed)
        return self.ears

    def hear(self, frames: int = 1) -> None:
        for _ in range(frames):
            self.transcriber.hear(silence())

    def let(self, frames: int = 1) -> None:
        for _ in range(frames):
            self.ears.permits.release()
            assert self.ears.fed.acquire(timeout=WAIT_S)

    def close(self) -> None:
        for _ in range(100):
            self.ears.permits.release()
        self.transcriber.close()


@pytest.fixture
def rig():
    made = Rig()
    yield made
    made.close()


def test_words_are_there_once_they_are_known(rig):
    rig.hear()
    assert rig.transcriber.texts() == ()
    rig.let()
    assert rig.transcriber.texts() == COME
    assert rig.transcriber.texts() == ()
    assert rig.transcriber.figures["turns"] == 1


def test_frames_that_do_not_fit_are_dropped_counted_and_never_waited_for(rig):
    rig.hear()
    assert rig.ears.taken.acquire(timeout=WAIT_S)
    rig.hear(25 + 4)
    figures = rig.transcriber.figures
    assert (figures["frames_waiting"], figures["frames_dropped"], figures["recognitions_dropped"]) == (25, 4, 3)
    rig.let(26)
    assert len(rig.transcriber.texts()) == 26


def test_forgotten_it_drops_what_is_on_its_way_and_its_ears_begin_anew(rig):
    rig.hear(3)
    rig.let()
    assert rig.ears.taken.acquire(timeout=WAIT_S)
    assert rig.ears.taken.acquire(timeout=WAIT_S)
    rig.transcriber.forget()
    assert not rig.transcriber.speaking
    rig.hear()
    rig.let(2)
    assert rig.transcriber.texts() == COME
    assert rig.ears.log == ["feed", "feed", "reset", "feed"]
    assert rig.transcriber.speaking


def test_what_fails_is_told_for_a_while_and_the_next_frame_is_heard(rig):
    rig.ears.error = ValueError("deaf")
    rig.hear(2)
    rig.let()
    rig.ears.error = None
    rig.let()
    assert "deaf" in rig.transcriber.trouble
    assert rig.transcriber.texts() == COME
    rig.now_s += 31.0
    assert rig.transcriber.trouble == ""


def test_a_recogniser_that_fails_is_told(rig):
    rig.ears.failed("recognition failed: no")
    assert rig.transcriber.trouble == "recognition failed: no"


def test_close_ends_its_thread_then_the_ears_then_the_models():
    rig = Rig()
    rig.close()
    rig.close()
    assert rig.ears.log == ["reset", "close", "release"]
    assert not any(thread.name == "transcriber" for thread in threading.enumerate())
