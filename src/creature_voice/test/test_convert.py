"""The voice's values as messages."""

import numpy as np
import pytest
from builtin_interfaces.msg import Time
from creature_msgs.action import Say
from creature_msgs.msg import TextToken

from creature_node.diagnostics import Level
from creature_voice import convert
from creature_voice.engine import EngineHealth, Speaker, Step, TextEvent
from creature_voice.frame import silence
from creature_voice.loop import DuplexLoop, Tick
from creature_voice.sayings import RefusedSaying
from creature_voice.sinks.sink import NullSink
from creature_voice.sources.source import Heard, SourceCounts

pytestmark = pytest.mark.ros
STAMP = Time(sec=1)


def test_a_frame_survives_the_journey():
    frame = np.linspace(-1.0, 1.0, 1920, dtype=np.float32)
    message = convert.audio_message(frame, 7, STAMP)
    assert (message.frame, message.stamp) == (7, STAMP)
    back = convert.frame_of(message)
    assert back.dtype == np.float32
    assert np.allclose(back, frame, atol=1 / 32767)


def test_what_is_too_loud_is_clipped():
    message = convert.audio_message(np.full(1920, 3.0, np.float32), 0, STAMP)
    assert set(message.samples) == {32767}


def test_state():
    step = Step(np.full(1920, 0.3, np.float32), (), True, True, True, 2, 3)
    message = convert.state_message(Tick(9, silence(), step), STAMP)
    assert (message.frame, message.speaking, message.user_speaking, message.thinking) == (9, True, True, True)
    assert (message.interruptions, message.backchannels, message.user_level) == (2, 3, 0.0)
    assert 0.9 < message.level <= 1.0
    assert not message.muted
    assert convert.state_message(Tick(9, silence(), step, muted=True), STAMP).muted


def test_token():
    message = convert.token_message(TextEvent(Speaker.USER, " yes", True), 4, 9, STAMP)
    assert (message.seq, message.frame, message.speaker) == (4, 9, TextToken.USER)
    assert (message.piece, message.final) == (" yes", True)


def test_say_result():
    result = convert.say_result(RefusedSaying("it has no mouth"))
    assert (result.code, result.message) == (Say.Result.REFUSED, "it has no mouth")


def test_words_that_the_end_of_the_voice_cut_off_are_canceled():
    result = convert.say_result(RefusedSaying("", spoken="One two", outcome=None))
    assert (result.code, result.spoken) == (Say.Result.CANCELED, "One two")
    assert "stopped" in result.message


class Source:
    def read(self, timeout_s: float) -> Heard:
        return Heard(silence(), 0.0)

    def counts(self) -> SourceCounts:
        return SourceCounts(heard=10, lost=2, dropped=1)

    def describe(self) -> str:
        return "fake: hearing"


class Engine:
    def __init__(self) -> None:
        self.error: Exception | None = None
        self.report = EngineHealth(values={"stage_answer_ms": 3.0})

    def step(self, heard) -> Step:
        if self.error:
            raise self.error
        return Step(silence())

    def health(self) -> EngineHealth:
        return self.report


@pytest.fixture
def engine() -> Engine:
    return Engine()


@pytest.fixture
def loop(engine) -> DuplexLoop:
    return DuplexLoop(engine, Source(), NullSink(), clock=lambda: 0.0)


def test_the_loops_health_has_its_figures(loop):
    loop.tick()
    health = convert.loop_health(loop, Source(), NullSink())
    assert (health.level, health.values["frames_total"], health.values["frames_dropped"]) == (Level.OK, 1, 3)
    wanted = {"frames_late", "underruns", "step_ms_median", "step_ms_p99", "path_ms_median", "path_ms_p99"}
    assert wanted <= set(health.values)


def test_a_muted_loop_says_so(loop):
    loop.mute(True)
    assert "muted" in convert.loop_health(loop, Source(), NullSink()).message


def test_late_frames_are_a_warning(engine):
    loop = DuplexLoop(engine, Source(), NullSink(), clock=lambda: 1.0)
    for _ in range(4):
        loop.tick()
    assert convert.loop_health(loop, Source(), NullSink()).level is Level.WARN


def test_a_listener_that_fails_is_an_error_of_the_loop(engine):
    def fail(tick) -> None:
        raise RuntimeError("no ears")

    loop = DuplexLoop(engine, Source(), NullSink(), [fail], clock=lambda: 0.0)
    loop.tick()
    health = convert.loop_health(loop, Source(), NullSink())
    assert health.level is Level.ERROR
    assert "no ears" in health.message


def test_the_engines_health(engine, loop):
    loop.tick()
    health = convert.engine_health(engine, loop)
    assert (health.level, health.values) == (Level.OK, {"stage_answer_ms": 3.0, "failed_steps": 0})
    engine.report = EngineHealth(False, "speech process ended")
    assert convert.engine_health(engine, loop).level is Level.WARN
    engine.error = ValueError("out of tune")
    loop.tick()
    health = convert.engine_health(engine, loop)
    assert health.level is Level.ERROR
    assert "out of tune" in health.message
    assert convert.loop_health(loop, Source(), NullSink()).level is Level.OK


def test_an_engine_that_cannot_tell_how_it_is(engine, loop):
    engine.health = None
    assert convert.engine_health(engine, loop).level is Level.ERROR


def test_the_sources_health():
    health = convert.source_health(Source())
    assert (health.message, health.values["frames_lost"]) == ("fake: hearing", 2)
