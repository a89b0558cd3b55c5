"""The engine, with a stand-in for the link."""

import numpy as np
import pytest

from creature_voice.engine import EngineError, SayOutcome, Speaker, TextEvent
from creature_voice.engines.moshi.monologue import UTTERANCE_END_PADS
from creature_voice.engines.moshi_server import make_engine
from creature_voice.engines.moshi_server.config import MoshiServerConfig
from creature_voice.engines.moshi_server.conversation import Conversation, Counts
from creature_voice.engines.moshi_server.engine import MoshiServerEngine
from creature_voice.engines.moshi_server.link_state import LinkState, Phase
from creature_voice.engines.moshi_server.wire import PYTHON
from creature_voice.frame import FRAME_SAMPLES, silence

LOUD = np.full(FRAME_SAMPLES, 0.2, np.float32)
FINAL = TextEvent(Speaker.AGENT, "", final=True)


class StandIn:
    """What the engine sees of a link; answers each frame at once if it is told to."""

    def __init__(self, config):
        self.config = config
        self.counts = Counts()
        self.metadata = {}
        self.complaint = ""
        self.state = LinkState(Phase.CONNECTING, "connecting")
        self.conversation = None
        self.restarts = 0
        self.closed = False

    def begin(self):
        self.conversation = Conversation(self.config, PYTHON, self.counts, lambda: 0.0)
        self.state = LinkState(Phase.TALKING, "talking")

    def end(self, why):
        self.conversation, self.state = None, LinkState(Phase.AWAY, why)

    def hand_on(self):
        if self.conversation is not None:
            self.conversation.next_frame()

    def restart(self):
        self.restarts += 1
        self.conversation = None

    def close(self):
        self.closed = True


@pytest.fixture
def link():
    return StandIn(MoshiServerConfig())


@pytest.fixture
def engine(link):
    return MoshiServerEngine(link.config, link)


def said(link, frame, *pieces):
    link.conversation.sound(frame)
    for piece in pieces:
        link.conversation.text(piece)


def test_away_from_the_server_it_is_silent_and_says_so(engine, link):
    link.end("no server at ws://gpu:8998")
    step = engine.step(LOUD)
    assert not step.spoken.any() and not step.speaking
    assert engine.step(LOUD).user_speaking
    health = engine.health()
    assert (health.ok, health.message, health.values["connected"]) == (False, "no server at ws://gpu:8998", False)


def test_it_plays_what_comes_and_tells_its_words(engine, link):
    link.begin()
    assert not engine.step(silence()).speaking
    said(link, LOUD, " Hello")
    step = engine.step(silence())
    assert (step.speaking, step.texts) == (True, (TextEvent(Speaker.AGENT, " Hello"),))
    said(link, LOUD)
    assert np.array_equal(engine.step(silence()).spoken, LOUD)
    health = engine.health()
    assert health.ok
    assert health.values["frames_sent"] == 3
    assert {"lag_ms", "round_trip_ms", "underruns", "reconnects", "frames_skipped_in"} <= set(health.values)


def test_an_utterance_ends_after_a_pause_in_its_text(engine, link):
    link.begin()
    said(link, LOUD, " Hi")
    texts = [engine.step(silence()).texts for _ in range(3 * UTTERANCE_END_PADS)]
    assert texts[UTTERANCE_END_PADS] == (FINAL,)
    assert sum(map(len, texts)) == 2


def test_a_connection_that_breaks_closes_the_words_and_the_voice(engine, link):
    link.begin()
    said(link, LOUD, " I was")
    engine.step(silence())
    link.end("gone")
    step = engine.step(silence())
    assert (step.texts, step.speaking) == ((FINAL,), False)
    # The last sample dies away; then there is nothing.
    assert not step.spoken[480:].any() and step.spoken[0] <= LOUD[0]
    step = engine.step(silence())
    assert step.texts == () and not step.spoken.any()


def test_muted_it_hears_and_drops_what_comes(engine, link):
    link.begin()
    engine.mute(True)
    said(link, LOUD, " secret")
    step = engine.step(LOUD)
    assert not step.spoken.any() and step.texts == () and not step.speaking
    assert engine.health().values["muted_frames"] == 1
    assert link.counts.frames_sent == 1
    engine.mute(False)
    said(link, LOUD, " open")
    assert engine.step(LOUD).texts == (TextEvent(Speaker.AGENT, " open"),)


def test_words_are_refused_with_the_reason(engine):
    saying = engine.say("Hello")
    assert saying.outcome is SayOutcome.REFUSED
    assert "cannot be given words" in saying.message and "voice:=moshi" in saying.message
    saying.cancel()
    assert (saying.outcome, saying.spoken) == (SayOutcome.REFUSED, "")


def test_reset_begins_a_new_conversation_but_keeps_one_that_is_new(engine, link):
    link.begin()
    engine.reset()
    assert link.restarts == 0
    engine.step(LOUD)
    engine.reset()
    assert link.restarts == 1
    link.begin()
    said(link, LOUD)
    assert engine.step(silence()).spoken.any()


def frames(engine, link, count, sound, *pieces):
    """Step it, until the conversation ends."""
    for _ in range(count):
        if link.conversation is not None:
            said(link, sound, *pieces)
            engine.step(silence())


def test_an_old_conversation_begins_anew_in_a_silence(engine, link):
    link.begin()
    # 212 s of 240: a silence is looked for in the last 30.
    frames(engine, link, 2650, LOUD, " word")
    assert link.restarts == 0
    frames(engine, link, 5, silence())
    assert link.restarts == 0
    frames(engine, link, 12, silence())
    assert link.restarts == 1


def test_it_begins_anew_at_the_limit_if_there_was_no_silence_and_after_a_long_silence():
    config = MoshiServerConfig(session_s=4.0, fresh_after_silence_s=1.6)
    link = StandIn(config)
    engine = MoshiServerEngine(config, link)
    link.begin()
    frames(engine, link, 49, LOUD, " word")
    assert link.restarts == 0
    frames(engine, link, 1, LOUD, " word")
    assert link.restarts == 1
    link.begin()
    frames(engine, link, 1, LOUD, " word")
    frames(engine, link, 30, silence())
    assert link.restarts == 2


def test_zero_is_for_ever():
    config = MoshiServerConfig(session_s=0.0)
    link = StandIn(config)
    engine = MoshiServerEngine(config, link)
    link.begin()
    frames(engine, link, 5000, LOUD, " word")
    assert link.restarts == 0


def test_sound_that_is_missing_leaves_no_click(engine, link):
    link.begin()
    spoken = []
    for missing in (False, False, True, False, False):
        if not missing:
            said(link, LOUD)
        spoken.append(engine.step(silence()).spoken)
    steps = np.abs(np.diff(np.concatenate(spoken)))
    assert spoken[1].max() > 0.19
    assert steps.max() < 0.01


def test_a_server_that_is_too_slow_is_a_warning_in_words(engine, link):
    link.begin()
    for index in range(200):
        engine.step(LOUD)
        if index % 2:
            said(link, LOUD)
    health = engine.health()
    assert not health.ok and "too slow" in health.message
    assert health.values["lag_ms"] <= 640 * 2
    assert health.values["frames_skipped_out"] > 80


def test_what_the_server_complains_of_is_shown(engine, link):
    link.begin()
    link.complaint = "the server says: out of memory"
    assert engine.health().message == "talking (the server says: out of memory)"


def test_closing_leaves_the_server(engine, link):
    engine.close()
    engine.close()
    assert link.closed


def test_a_wrong_parameter_is_refused_at_once(tmp_path):
    pytest.importorskip("sphn")
    with pytest.raises(EngineError, match=r"moshi_server\.url"):
        make_engine(MoshiServerConfig(url="ftp://gpu"), print)
    with pytest.raises(EngineError, match="cannot be read as PEM"):
        make_engine(MoshiServerConfig(url="wss://gpu", certificate_file=str(tmp_path / "none.pem")), print)
    empty = tmp_path / "empty.pem"
    empty.write_text("nothing")
    with pytest.raises(EngineError, match="cannot be read as PEM"):
        make_engine(MoshiServerConfig(url="wss://gpu", certificate_file=str(empty)), print)


def test_a_package_that_is_too_old_is_named(monkeypatch):
    import importlib.metadata

    monkeypatch.setattr(importlib.metadata, "version", lambda name: "10.4" if name == "websockets" else "0.2.1")
    with pytest.raises(EngineError, match=r"too old: .*pip install 'websockets>=15'$"):
        make_engine(MoshiServerConfig(), print)


def test_a_missing_package_is_named(monkeypatch):
    import importlib.util

    find = importlib.util.find_spec
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None if name == "sphn" else find(name))
    with pytest.raises(EngineError, match=r"\./creature up voice:=moshi_server.*pip install 'sphn>=0.2'"):
        make_engine(MoshiServerConfig(), print)
