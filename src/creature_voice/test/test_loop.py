"""The 80 ms loop, on a clock that the test turns."""

import threading

import numpy as np
import pytest

from creature_voice import loop
from creature_voice.engine import Speaker, Step, TextEvent
from creature_voice.errors import DeviceError, VoiceError
from creature_voice.frame import FRAME_S, silence
from creature_voice.loop import DuplexLoop
from creature_voice.sinks.sink import SinkCounts
from creature_voice.sources.source import Heard, SourceCounts


class Clock:
    def __init__(self) -> None:
        self.now_s = 100.0

    def __call__(self) -> float:
        return self.now_s


class FakeSource:
    """Gives frames that are due now; None when it has none."""

    def __init__(self, clock: Clock) -> None:
        self.clock = clock
        self.frames: list[np.ndarray | Exception] = []
        self.log: list[str] = []

    def start(self) -> None:
        self.log.append("start")

    def read(self, timeout_s: float) -> Heard | None:
        if not self.frames:
            threading.Event().wait(0.001)
            return None
        frame = self.frames.pop(0)
        if isinstance(frame, Exception):
            raise frame
        return Heard(frame, self.clock())

    def counts(self) -> SourceCounts:
        return SourceCounts()

    def describe(self) -> str:
        return "fake"

    def stop(self) -> None:
        self.log.append("stop")

    def close(self) -> None:
        self.log.append("close")


class FakeSink:
    def __init__(self) -> None:
        self.written: list[np.ndarray] = []
        self.error: Exception | None = None

    def start(self) -> None: ...

    def write(self, frame: np.ndarray) -> None:
        if self.error:
            raise self.error
        self.written.append(frame)

    def counts(self) -> SinkCounts:
        return SinkCounts()

    def stop(self) -> None: ...

    def close(self) -> None: ...


class FakeEngine:
    """Says twice what it hears; takes `step_s` for it."""

    def __init__(self, clock: Clock) -> None:
        self.clock = clock
        self.step_s = 0.0
        self.error: Exception | None = None
        self.resets = 0
        self.told: list[str | bool] = []
        self.spoken: np.ndarray | None = None
        self.texts: tuple[TextEvent, ...] = ()

    def step(self, heard: np.ndarray) -> Step:
        self.clock.now_s += self.step_s
        if self.error:
            raise self.error
        return Step(heard * 2 if self.spoken is None else self.spoken, self.texts, speaking=True)

    def mute(self, muted: bool) -> None:
        self.told.append(muted)
        if self.error:
            raise self.error

    def reset(self) -> None:
        self.resets += 1
        self.told.append("reset")


class Rig:
    def __init__(self) -> None:
        self.clock = Clock()
        self.source, self.sink, self.engine = FakeSource(self.clock), FakeSink(), FakeEngine(self.clock)
        self.ticks: list = []
        self.complaints: list[str] = []
        self.loop = DuplexLoop(
            self.engine, self.source, self.sink, [self.ticks.append], complain=self.complaints.append, clock=self.clock
        )

    def play(self, *frames) -> None:
        self.source.frames.extend(frames)
        while self.source.frames:
            self.loop.tick()


@pytest.fixture
def rig() -> Rig:
    return Rig()


def frame(value: float) -> np.ndarray:
    return np.full(1920, value, np.float32)


def test_a_frame_goes_from_source_through_engine_to_sink_and_listeners(rig):
    rig.play(frame(0.1), frame(0.2))
    assert [one[0] for one in rig.sink.written] == [np.float32(0.2), np.float32(0.4)]
    assert [tick.index for tick in rig.ticks] == [0, 1]
    assert rig.ticks[1].heard[0] == np.float32(0.2)
    assert rig.ticks[1].step.spoken is rig.sink.written[1]
    assert rig.loop.report().total == 2


def test_nothing_due_is_no_frame(rig):
    assert not rig.loop.tick(0.0)
    assert rig.loop.report().total == 0


def test_a_frame_is_late_when_it_is_done_more_than_a_period_after_it_was_due(rig):
    rig.engine.step_s = FRAME_S * 0.99
    rig.play(silence())
    assert rig.loop.report().late == 0
    rig.engine.step_s = FRAME_S * 1.01
    rig.play(silence())
    assert rig.loop.report().late == 1
    assert rig.loop.report().recent_step_ms_p99 == pytest.approx(FRAME_S * 1010, rel=0.01)


def test_the_path_is_timed_without_the_step(rig):
    rig.engine.step_s = 0.05
    rig.loop._listeners = (lambda tick: setattr(rig.clock, "now_s", rig.clock.now_s + 0.003),)
    rig.play(silence())
    report = rig.loop.report()
    assert report.recent_path_ms_p99 == pytest.approx(3.0)
    assert report.recent_step_ms_p99 == pytest.approx(50.0)


def test_an_engine_that_fails_leaves_silence_and_recovers(rig):
    rig.engine.error = ValueError("out of tune")
    rig.play(frame(0.1), frame(0.1))
    assert [one.any() for one in rig.sink.written] == [False, False]
    assert len(rig.ticks) == 2
    assert rig.loop.failures == {"engine": "ValueError: out of tune"}
    assert rig.loop.failed_steps == 2
    rig.engine.error = None
    rig.play(frame(0.1))
    assert rig.sink.written[-1].any()
    assert rig.loop.failures == {}


def test_complaints_are_throttled(rig):
    rig.engine.error = ValueError("out of tune")
    rig.play(*[silence()] * 100)
    assert len(rig.complaints) == 1
    assert "out of tune" in rig.complaints[0]
    rig.clock.now_s += 10.0
    rig.play(silence())
    assert len(rig.complaints) == 2


def test_sound_of_the_wrong_shape_is_a_failure_of_the_engine(rig):
    rig.engine.spoken = np.zeros(100, np.float32)
    rig.play(silence())
    assert rig.sink.written[0].shape == (1920,)
    assert "(100,)" in rig.loop.failures["engine"]


def test_a_sink_that_fails_does_not_stop_the_listeners(rig):
    rig.sink.error = OSError("disk full")
    rig.play(silence())
    assert len(rig.ticks) == 1
    assert "disk full" in rig.loop.failures["sink"]


def test_a_listener_that_fails_does_not_stop_the_next(rig):
    def fail(tick) -> None:
        raise RuntimeError("no ears")

    rig.loop._listeners = (fail, rig.ticks.append)
    rig.play(silence())
    assert len(rig.ticks) == 1
    rig.loop._listeners = (rig.ticks.append,)


def test_a_source_that_fails_is_reported_and_tried_again(rig):
    rig.play(OSError("unplugged"))
    assert "unplugged" in rig.loop.failures["source"]
    rig.play(silence())
    assert rig.loop.failures == {}
    assert len(rig.ticks) == 1


def test_the_worker_starts_afresh_and_stops(rig):
    done = threading.Event()
    rig.loop._listeners = (lambda tick: done.set(),)
    rig.source.frames.append(silence())
    rig.loop.start()
    assert done.wait(10.0)
    rig.loop.stop()
    rig.loop.stop()
    assert rig.engine.resets == 1
    assert rig.source.log == ["start", "stop"]
    assert not any(thread.name == "duplex-loop" for thread in threading.enumerate())


def test_a_worker_that_is_stuck_gets_no_second_one_beside_it(rig, monkeypatch):
    monkeypatch.setattr(loop, "_STOP_TIMEOUT_S", 0.01)
    stuck, free = threading.Event(), threading.Event()
    rig.engine.step = lambda heard: (stuck.set(), free.wait(10.0), Step(heard))[-1]
    rig.source.frames.append(silence())
    rig.loop.start()
    assert stuck.wait(10.0)
    worker = rig.loop._thread
    rig.loop.stop()
    with pytest.raises(VoiceError, match="still busy"):
        rig.loop.start()
    free.set()
    worker.join(10.0)
    rig.loop.start()
    rig.loop.stop()
    assert rig.source.log == ["start", "stop"] * 2


def test_muted_it_fades_out_tells_the_engine_and_is_silent(rig):
    rig.play(frame(0.2))
    rig.loop.mute(True)
    assert rig.loop.muted
    rig.play(frame(0.2))
    assert rig.engine.told == [True]
    rig.play(frame(0.2), frame(0.2))
    assert rig.engine.told == [True]
    assert np.abs(np.diff(np.concatenate(rig.sink.written))).max() < 0.01
    assert [one.any() for one in rig.sink.written] == [True, True, False, False]
    assert [tick.muted for tick in rig.ticks] == [False, True, True, True]
    assert [tick.step.speaking for tick in rig.ticks] == [True, True, False, False]
    rig.loop.mute(False)
    rig.play(frame(0.2), frame(0.2))
    assert rig.engine.told == [True, False]
    assert np.abs(np.diff(np.concatenate(rig.sink.written))).max() < 0.01
    assert (rig.sink.written[-1] == np.float32(0.4)).all()


def test_an_engine_that_does_not_heed_it_is_not_heard_all_the_same(rig):
    rig.engine.texts = (TextEvent(Speaker.AGENT, " I'll"), TextEvent(Speaker.USER, " hey"))
    rig.loop.mute(True)
    rig.play(*[frame(0.2)] * 3)
    assert not rig.sink.written[-1].any()
    assert [text.piece for text in rig.ticks[1].step.texts] == ["", " hey"]
    assert [text.piece for text in rig.ticks[2].step.texts] == [" hey"]


def test_an_engine_that_fails_to_be_muted_does_not_end_the_loop(rig):
    rig.loop.mute(True)
    rig.engine.error = ValueError("out of tune")
    rig.play(silence(), silence())
    assert len(rig.ticks) == 2
    assert "out of tune" in rig.loop.failures["engine"]


def test_it_begins_anew_between_two_frames_once_and_closes_the_text(rig):
    rig.engine.texts = (TextEvent(Speaker.AGENT, " I"), TextEvent(Speaker.USER, " you"))
    rig.play(frame(0.2))
    rig.loop.begin_anew()
    rig.loop.begin_anew()
    assert rig.engine.told == []
    rig.play(frame(0.2))
    assert rig.engine.told == ["reset"]
    rig.engine.texts = (TextEvent(Speaker.AGENT, " Hello"),)
    rig.play(frame(0.2), frame(0.2))
    assert rig.engine.told == ["reset"]
    assert np.abs(np.diff(np.concatenate(rig.sink.written))).max() < 0.01
    closing = rig.ticks[2].step.texts
    assert closing[:2] == (TextEvent(Speaker.AGENT, "", True), TextEvent(Speaker.USER, "", True))
    assert closing[2].piece == " Hello"
    assert len(rig.ticks[3].step.texts) == 1


def test_begun_anew_it_stays_muted(rig):
    rig.loop.mute(True)
    rig.play(silence())
    rig.loop.begin_anew()
    rig.play(silence())
    assert rig.engine.told == [True, "reset", True]


def test_started_again_its_figures_begin_anew_and_its_frames_go_on(rig):
    rig.play(silence(), silence())
    assert (rig.ticks[-1].index, rig.loop.report().total) == (1, 2)
    rig.loop.start()
    rig.loop.stop()
    assert rig.loop.report().total == 0
    rig.play(silence())
    assert (rig.ticks[-1].index, rig.loop.report().total) == (2, 1)


def test_a_source_that_does_not_begin_leaves_the_sink_stopped(rig):
    def fail():
        raise DeviceError("no microphone")

    log = []
    rig.source.start = fail
    rig.sink.start, rig.sink.stop = (lambda: log.append("start")), (lambda: log.append("stop"))
    with pytest.raises(DeviceError):
        rig.loop.start()
    assert log == ["start", "stop"]
