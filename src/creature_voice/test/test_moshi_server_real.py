"""The engine with the real moshi.server on a tiny checkpoint: random weights, so what it says makes no sense."""

import pytest
from moshi_server_driver import drive, tone, wait

from creature_voice.engine import Speaker
from creature_voice.engines.moshi_server import make_engine
from creature_voice.engines.moshi_server.config import MoshiServerConfig

pytestmark = pytest.mark.moshi
pytest.importorskip("moshi", reason="the moshi packages are not installed: ./creature up voice:=moshi does")

from real_moshi_server import RealMoshiServer  # noqa: E402

_SLOW_STEP_S = 0.16


@pytest.fixture(scope="module")
def server(tiny_moshi, tmp_path_factory):
    real = RealMoshiServer(tiny_moshi, tmp_path_factory.mktemp("server") / "log.txt")
    yield real
    real.kill()


@pytest.fixture
def made():
    """Makes engines, and ends them."""
    engines = []

    def make(server, **values):
        values = {"retry_s": 0.1, "retry_most_s": 0.5, "handshake_timeout_s": 60.0, **values}
        engines.append(make_engine(MoshiServerConfig(url=server.url, **values), print))
        return engines[-1]

    yield make
    for engine in engines:
        engine.close()


def talking(engine):
    return lambda: engine.health().ok


def test_handshake_sound_both_ways_and_text(server, made):
    engine = made(server)
    wait(talking(engine))
    assert "Python server" in engine.health().message

    def said(steps):
        pieces = [text.piece for step in steps for text in step.texts]
        return len(steps) >= 25 and any(pieces) and any(step.speaking for step in steps)

    steps = drive(engine, tone, said)
    assert any(step.spoken.any() for step in steps)
    assert {text.speaker for step in steps for text in step.texts} == {Speaker.AGENT}
    values = engine.health().values
    assert values["garbage"] == 0 and values["reconnects"] == 0
    assert values["frames_sent"] + values["frames_skipped_out"] == len(steps)
    assert values["round_trip_ms"] > 0.0


def test_the_server_answers_each_frame_but_the_first(server, made):
    engine = made(server)
    wait(talking(engine))
    conversation = engine._link.conversation
    for index in range(4):
        engine.step(tone(index))
    wait(lambda: conversation.flow.lag_frames == 0)
    answered = sum(engine.step(tone(4 + index)).spoken.any() for index in range(3))
    assert answered == 3


def test_a_second_client_waits_its_turn_and_says_so(server, made):
    first = made(server)
    wait(talking(first))
    second = made(server, handshake_timeout_s=0.2)
    wait(lambda: "busy" in second.health().message)
    assert not second.step(tone(0)).spoken.any()
    first.close()
    wait(talking(second))
    assert drive(second, tone, lambda steps: any(step.spoken.any() for step in steps))


def test_reset_is_a_fresh_conversation(server, made):
    engine = made(server)
    wait(talking(engine))
    drive(engine, tone, lambda steps: any(step.spoken.any() for step in steps))
    engine.reset()
    # What was being said dies away within 20 ms.
    assert not engine.step(tone(0)).spoken[480:].any()
    wait(talking(engine))
    drive(engine, tone, lambda steps: any(step.spoken.any() for step in steps))
    assert engine.health().values["reconnects"] == 1


def test_a_server_that_dies_and_comes_back(tiny_moshi, tmp_path, made):
    server = RealMoshiServer(tiny_moshi, tmp_path / "first.txt")
    try:
        engine = made(server)
        wait(talking(engine))
        drive(engine, tone, lambda steps: any(step.speaking for step in steps))
        server.kill()
        wait(lambda: "no server at" in engine.health().message)
        steps = [engine.step(tone(index)) for index in range(3)]
        assert not any(step.speaking for step in steps)
        assert not steps[0].spoken[480:].any() and not any(step.spoken.any() for step in steps[1:])
        server = RealMoshiServer(tiny_moshi, tmp_path / "second.txt", port=server.port)
        wait(talking(engine))
        drive(engine, tone, lambda steps: any(step.speaking for step in steps))
        assert engine.health().values["reconnects"] == 1
    finally:
        server.kill()


def test_with_a_server_half_as_fast_as_real_time_the_lag_stays_bounded(tiny_moshi, tmp_path, made):
    server = RealMoshiServer(tiny_moshi, tmp_path / "log.txt", step_s=_SLOW_STEP_S)
    try:
        engine = made(server, max_lag_s=0.4)
        wait(talking(engine))
        lags_ms = []

        def long_enough(steps):
            if steps:
                lags_ms.append(engine.health().values.get("lag_ms", 0))
            return len(steps) >= 100

        steps = drive(engine, tone, long_enough)
        health = engine.health()
        # Five answers that are out, and what waits to be played.
        assert max(lags_ms) <= 2 * 400
        assert health.values["frames_skipped_out"] >= 30
        assert health.values["frames_sent"] + health.values["frames_skipped_out"] == len(steps)
        assert not health.ok and "too slow" in health.message
    finally:
        server.kill()
