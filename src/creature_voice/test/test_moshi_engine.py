"""The engine on a fake model: what comes out in which frame."""

import dataclasses

import numpy as np
import pytest
from fake_moshi import FakeModel, FakeVocabulary

from creature_voice.engine import SayOutcome, SayPolicy, Speaker
from creature_voice.engines.moshi.config import TalkConfig
from creature_voice.engines.moshi.engine import MoshiEngine
from creature_voice.engines.moshi.model import EPAD, PAD
from creature_voice.frame import FRAME_SAMPLES, SAMPLE_RATE_HZ, silence

CONFIG = TalkConfig()
WORDS = FakeVocabulary()
OWN_JUMP = 0.5 * 2 * np.pi * 250.3 / SAMPLE_RATE_HZ
VOICE = np.full(FRAME_SAMPLES, 0.2, np.float32)


def engine_of(model, clock=lambda: 0.0, **parameters):
    return MoshiEngine(model, dataclasses.replace(CONFIG, **parameters), clock=clock, figures=lambda: {"vram_mb": 7})


def run(engine, frames, heard=None):
    return [engine.step(silence() if heard is None else heard) for _ in range(frames)]


def pieces(steps):
    return [(frame, event.piece, event.final) for frame, step in enumerate(steps) for event in step.texts]


def largest_jump(steps):
    return float(np.max(np.abs(np.diff(np.concatenate([silence(), *(step.spoken for step in steps)])))))


def test_text_is_told_in_the_frame_in_which_it_is_spoken():
    model = FakeModel([PAD, EPAD, *WORDS.encode("hello")])
    model.vocabulary = WORDS
    steps = run(engine_of(model), 20)
    assert pieces(steps) == [(3, " he", False), (4, "llo", False), (16, "", True)]
    assert all(event.speaker is Speaker.AGENT for step in steps for event in step.texts)
    assert [step.speaking for step in steps[:5]] == [False, False, False, True, True]
    assert model.spoken[0] is None


def test_a_step_without_text_is_silent():
    steps = run(engine_of(FakeModel()), 3)
    assert [bool(step.spoken.any()) for step in steps] == [False, True, True]
    assert steps[0].spoken.shape == (FRAME_SAMPLES,)


def test_given_words_are_spoken_and_told_as_they_come():
    model = FakeModel()
    engine = engine_of(model)
    saying = engine.say("hello you")
    grown = []
    for _ in range(40):
        step = engine.step(silence())
        grown.append((saying.spoken, [event.piece for event in step.texts]))
    spoken = [words for words, _ in grown]
    assert (saying.outcome, saying.spoken) == (SayOutcome.SPOKEN, "hello you")
    for words, piece in (("hello", "llo"), ("hello you", "u")):
        assert grown[spoken.index(words)][1] == [piece]


def test_a_persons_voice_ends_given_words():
    engine = engine_of(FakeModel())
    saying = engine.say("one two three four five", SayPolicy.INTERRUPT)
    steps = [*run(engine, 12), *run(engine, 40, VOICE)]
    assert saying.outcome is SayOutcome.INTERRUPTED
    assert saying.spoken in ("one two", "one two three")
    assert steps[-1].user_speaking
    assert not steps[-1].speaking
    assert steps[-1].interruptions == 1


@pytest.mark.parametrize(("limit", "voice"), [(40, False), (40, True)])
def test_a_fresh_start_is_counted_and_makes_no_click(limit, voice):
    model = FakeModel([EPAD, *WORDS.encode("hello there")] * 100, max_steps=limit)
    model.vocabulary = WORDS
    engine = engine_of(model)
    steps = run(engine, 5 * limit, VOICE if voice else None)
    assert engine.health().values["restarts"] == model.resets == 5
    assert engine.health().values["restarts_at_limit"] == 5
    assert largest_jump(steps) < 1.1 * OWN_JUMP
    ends = [frame for frame, _, final in pieces(steps) if final]
    assert ends == [limit * count - 1 for count in range(1, 6)]


def test_in_silence_it_starts_afresh_ahead_of_the_limit():
    model = FakeModel(max_steps=1000)
    engine = engine_of(model)
    run(engine, 1000)
    values = engine.health().values
    assert (values["restarts"], values["restarts_at_limit"], model.resets) == (1, 0, 1)
    assert values["session_s"] == 20.0


def test_a_session_is_no_longer_than_the_parameter_says():
    model = FakeModel(max_steps=3000)
    run(engine_of(model, session_s=10.0), 125)
    assert model.resets == 1


def test_after_a_long_silence_it_starts_afresh():
    model = FakeModel(WORDS.encode("a"))
    model.vocabulary = WORDS
    engine = engine_of(model, fresh_after_silence_s=10.0)
    run(engine, 500)
    assert model.resets == 1


def test_given_words_outlast_a_fresh_start():
    model = FakeModel(max_steps=16)
    engine = engine_of(model)
    words = "one two three four five six seven"
    saying = engine.say(words, SayPolicy.INTERRUPT)
    steps = run(engine, 120)
    assert model.resets >= 3
    assert (saying.outcome, saying.spoken) == (SayOutcome.SPOKEN, words)
    told = "".join(piece for _, piece, _ in pieces(steps))
    assert [word for word in words.split() if word not in told] == []


def test_muted_it_is_silent_and_forces_padding():
    model = FakeModel([EPAD, *WORDS.encode("hello there")] * 100)
    model.vocabulary = WORDS
    engine = engine_of(model)
    before = run(engine, 10)
    engine.mute(True)
    refused = engine.say("hello")
    during = run(engine, 20)
    engine.mute(False)
    after = run(engine, 10)
    assert refused.outcome is SayOutcome.REFUSED
    assert set(model.spoken[11:30]) == {PAD}
    assert pieces(during) == [(0, "", True)]
    assert not any(step.speaking for step in during)
    assert not any(step.spoken.any() for step in during[1:])
    assert largest_jump([*before, *during, *after]) < 1.1 * OWN_JUMP
    assert pieces(after)


def test_a_reset_forgets_and_ends_the_utterance():
    model = FakeModel([EPAD, *WORDS.encode("hello there")] * 100)
    model.vocabulary = WORDS
    engine = engine_of(model)
    saying = engine.say("never")
    before = run(engine, 9)
    engine.reset()
    after = run(engine, 9)
    assert saying.outcome is SayOutcome.CANCELED
    assert model.resets == 1
    assert pieces(after)[0] == (0, "", True)
    assert after[0].interruptions == 0
    assert largest_jump([*before, *after]) < 1.1 * OWN_JUMP
    assert engine.health().values["restarts"] == 0


def test_a_model_that_failed_begins_anew():
    model = FakeModel([EPAD, *WORDS.encode("hello there")] * 100)
    model.vocabulary = WORDS
    engine = engine_of(model)
    run(engine, 5)
    model.error = RuntimeError("out of memory")
    for _ in range(2):
        with pytest.raises(RuntimeError, match="out of memory"):
            engine.step(silence())
    model.error = None
    model.resets = 0
    steps = run(engine, 3)
    assert model.resets == 1
    assert not steps[0].spoken.any()
    assert steps[2].spoken.any()
    # What was being said ends, even if the model fails again in between.
    assert pieces(steps)[0] == (0, "", True)


def test_a_model_that_fails_leaves_nobody_waiting_for_words():
    model = FakeModel()
    engine = engine_of(model)
    begun, waiting = engine.say("one two three four", SayPolicy.INTERRUPT), engine.say("later")
    run(engine, 12)
    model.error = RuntimeError("out of memory")
    with pytest.raises(RuntimeError, match="out of memory"):
        engine.step(silence())
    assert (begun.outcome, waiting.outcome) == (SayOutcome.INTERRUPTED, SayOutcome.REFUSED)
    assert begun.spoken.startswith("one")
    assert begun.message == waiting.message == "the model failed"
    model.error = None
    after = engine.say("hello", SayPolicy.INTERRUPT)
    run(engine, 40)
    assert after.outcome is SayOutcome.SPOKEN


def test_health():
    now = [0.0]

    def clock():
        now[0] += 0.05
        return now[0]

    model = FakeModel([EPAD, *WORDS.encode("hello")])
    model.vocabulary = WORDS
    engine = engine_of(model, clock)
    run(engine, 10)
    health = engine.health()
    assert health.ok
    assert (health.values["epad_tokens"], health.values["text_tokens"], health.values["pad_tokens"]) == (1, 2, 6)
    assert health.values["vram_mb"] == 7
    run(engine, 200)
    health = engine.health()
    assert not health.ok
    assert "needs 1" in health.message and "voice:=moshi_server" in health.message
    engine.reset()
    assert engine.health().ok


def test_slowness_that_comes_late_is_seen():
    now, spent = [0.0], [0.005]

    def clock():
        now[0] += spent[0]
        return now[0]

    engine = engine_of(FakeModel(), clock)
    run(engine, 2000)
    assert engine.health().ok
    spent[0] = 0.1
    run(engine, 400)
    health = engine.health()
    assert health.values["model_step_ms_median"] < 80.0
    assert not health.ok and "needs 200 ms" in health.message


def test_closing_twice_closes_the_model_once():
    model = FakeModel()
    engine = engine_of(model)
    saying = engine.say("hello")
    engine.close()
    engine.close()
    assert model.closed == 1
    assert engine.say("hello").message == "the voice is closed"
    assert saying.outcome is SayOutcome.CANCELED
