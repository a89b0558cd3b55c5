"""What is let out of a muted voice."""

import numpy as np
import pytest

from creature_voice.engine import Speaker, Step, TextEvent
from creature_voice.gate import Gate

STEP = Step(np.full(1920, 0.5, np.float32), (TextEvent(Speaker.AGENT, " I"), TextEvent(Speaker.USER, " you")), True)


@pytest.fixture
def gate() -> Gate:
    return Gate()


def test_open_it_changes_nothing(gate):
    assert gate.let_out(STEP, shut=False) is STEP


def test_it_fades_out_then_is_silent_then_fades_in(gate):
    frames = [gate.let_out(STEP, shut).spoken for shut in (False, True, True, False, False)]
    sound = np.concatenate(frames)
    assert np.abs(np.diff(sound)).max() < 0.001
    assert [frame.any() for frame in frames] == [True, True, False, True, True]
    assert (frames[4] == STEP.spoken).all()


def test_the_step_itself_is_not_touched(gate):
    for shut in (True, False):
        gate.let_out(STEP, shut)
    assert (STEP.spoken == np.float32(0.5)).all()


def test_shut_it_holds_back_what_the_creature_says_but_not_what_closes_its_text(gate):
    gate.let_out(STEP, shut=True)
    step = gate.let_out(Step(STEP.spoken, (*STEP.texts, TextEvent(Speaker.AGENT, "", True)), True, True), shut=True)
    assert [text.piece for text in step.texts] == [" you", ""]
    assert (step.speaking, step.user_speaking) == (False, True)


def test_shut_it_holds_back_a_part_of_a_character_too(gate):
    for _ in range(2):
        step = gate.let_out(Step(STEP.spoken, (TextEvent(Speaker.AGENT, ""),)), shut=True)
    assert step.texts == ()
