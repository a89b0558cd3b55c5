"""The test engine."""

import numpy as np
import pytest

from creature_voice.engine import SayOutcome, SayPolicy, Speaker
from creature_voice.engines.echo import HEARD_PIECE, WORD_FRAMES, EchoConfig, EchoEngine
from creature_voice.frame import silence

LOUD = (0.3 * np.sin(np.arange(1920) / 10)).astype(np.float32)


@pytest.fixture
def engine() -> EchoEngine:
    return EchoEngine(EchoConfig(delay_frames=3))


def steps(engine: EchoEngine, frames: int, heard: np.ndarray | None = None) -> list:
    return [engine.step(silence() if heard is None else heard) for _ in range(frames)]


def words_of(taken: list, speaker: Speaker = Speaker.AGENT) -> str:
    return "".join(event.piece for step in taken for event in step.texts if event.speaker is speaker)


def test_it_says_back_what_it_heard(engine):
    taken = [engine.step(LOUD), *steps(engine, 4)]
    assert [step.spoken.any() for step in taken] == [False, False, False, True, False]
    assert np.array_equal(taken[3].spoken, LOUD)
    assert [step.speaking for step in taken] == [False, False, False, True, False]
    assert [step.user_speaking for step in taken] == [True, False, False, False, False]


def test_no_delay_is_allowed():
    assert np.array_equal(EchoEngine(EchoConfig(delay_frames=0)).step(LOUD).spoken, LOUD)


def test_a_sound_that_ended_is_a_text_of_the_user(engine):
    taken = [*steps(engine, 2, LOUD), *steps(engine, 2)]
    assert [len(step.texts) for step in taken] == [0, 0, 1, 0]
    assert words_of(taken, Speaker.USER) == HEARD_PIECE


def test_words_are_beeped_one_after_the_other(engine):
    saying = engine.say("one two three")
    taken = steps(engine, 3 * WORD_FRAMES + 1)
    assert words_of(taken) == " one two three"
    assert [step.speaking for step in taken] == [True] * 3 * WORD_FRAMES + [False]
    finals = [event.final for step in taken for event in step.texts]
    assert finals == [False, False, True]
    assert (saying.outcome, saying.spoken) == (SayOutcome.SPOKEN, "one two three")


def test_what_is_spoken_so_far_grows(engine):
    saying = engine.say("one two")
    assert saying.spoken == ""
    steps(engine, 1)
    assert (saying.spoken, saying.outcome) == ("one", None)


def test_it_waits_for_what_is_being_said_and_for_the_person(engine):
    first, second = engine.say("one"), engine.say("two")
    steps(engine, WORD_FRAMES)
    assert (first.outcome, second.outcome) == (SayOutcome.SPOKEN, None)
    engine.reset()
    steps(engine, 1, LOUD)
    third = engine.say("three")
    steps(engine, 3, LOUD)
    assert third.spoken == ""
    steps(engine, WORD_FRAMES + 1)
    assert third.outcome is SayOutcome.SPOKEN


def test_interrupt_takes_the_place_of_all_others(engine):
    first = engine.say("one two three")
    steps(engine, 1)
    second = engine.say("stop", SayPolicy.INTERRUPT)
    steps(engine, WORD_FRAMES)
    assert (first.outcome, first.spoken) == (SayOutcome.INTERRUPTED, "one")
    assert second.outcome is SayOutcome.SPOKEN


def test_a_person_talking_over_it_interrupts_it(engine):
    saying = engine.say("one two three")
    steps(engine, 1)
    taken = steps(engine, 1, LOUD)
    assert saying.outcome is SayOutcome.INTERRUPTED
    assert taken[0].interruptions == 1
    assert "talked over" in saying.message


def test_it_may_be_said_again_once(engine):
    saying = engine.say("one two", give_up_if_interrupted=False)
    steps(engine, 1)
    steps(engine, 1, LOUD)
    assert saying.outcome is None
    assert words_of(steps(engine, 2 * WORD_FRAMES + 1)) == " one two"
    assert saying.outcome is SayOutcome.SPOKEN


def finals(taken: list) -> list[bool]:
    return [event.final for step in taken for event in step.texts]


@pytest.mark.parametrize("cut", ["cancel", "mute", "talk over", "other words"])
def test_words_that_are_cut_off_are_closed(engine, cut):
    saying = engine.say("one two three")
    taken = steps(engine, 1)
    if cut == "cancel":
        saying.cancel()
    elif cut == "mute":
        engine.mute(True)
    elif cut == "other words":
        engine.say("no", SayPolicy.INTERRUPT)
    taken += steps(engine, 1, LOUD if cut == "talk over" else None)
    assert [event.piece for step in taken for event in step.texts][:2] == [" one", ""]
    assert finals(taken)[:2] == [False, True]
    assert finals(steps(engine, 2)) == ([True] if cut == "talk over" else [])


def test_muted_it_hears_and_says_nothing_until_it_may(engine):
    spoken, waiting = engine.say("one two three"), engine.say("four")
    steps(engine, 1)
    engine.mute(True)
    taken = [*steps(engine, 4, LOUD), *steps(engine, 4)]
    assert not any(step.spoken.any() or step.speaking for step in taken)
    assert words_of(taken, Speaker.USER) == HEARD_PIECE
    assert (spoken.outcome, spoken.spoken, spoken.message) == (SayOutcome.INTERRUPTED, "one", "the voice is muted")
    later = engine.say("five")
    assert [one.outcome for one in (waiting, later)] == [SayOutcome.REFUSED] * 2
    engine.reset()
    assert engine.say("six").outcome is SayOutcome.REFUSED
    engine.mute(False)
    engine.say("seven")
    assert words_of(steps(engine, WORD_FRAMES)) == " seven"


def test_cancel(engine):
    saying = engine.say("one two three")
    steps(engine, 1)
    saying.cancel()
    assert not steps(engine, 1)[0].speaking
    assert (saying.outcome, saying.spoken) == (SayOutcome.CANCELED, "one")


def test_no_words_are_refused(engine):
    assert engine.say("  ").outcome is SayOutcome.REFUSED


def test_reset_and_close_forget(engine):
    saying = engine.say("one")
    engine.step(LOUD)
    engine.reset()
    assert saying.outcome is SayOutcome.CANCELED
    assert not any(step.speaking for step in steps(engine, 5))
    engine.close()
    engine.close()
    assert engine.health().ok
