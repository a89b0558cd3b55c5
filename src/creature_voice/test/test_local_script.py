"""Scripts: when sentences are asked of the brain and of the synthesis; and the book of openings."""

import os
import threading
from typing import ClassVar

import numpy as np
import pytest

from creature_voice.engines.local.phrasebook import Phrasebook
from creature_voice.engines.local.script import Script
from creature_voice.engines.local.utterance import Kind, Utterance

WAIT_S = 10.0 * float(os.environ.get("CREATURE_TEST_TIMEOUT_FACTOR", "1"))


class FakeSpeech:
    """Speaks everything at once, ten samples a word; counts what it was asked for."""

    def __init__(self):
        self.texts, self.canceled = [], []
        self.asked = threading.Semaphore(0)

    def speak(self, text, receiver):
        self.texts.append(text)
        receiver.began([10 * index for index in range(len(text.split()))])
        receiver.sound(np.ones(10 * len(text.split()), np.float32))
        receiver.ended("")
        self.asked.release()
        return len(self.texts)

    def cancel(self, number):
        self.canceled.append(number)


@pytest.fixture(autouse=True)
def no_script_left():
    yield
    while Writing.made:
        script = Writing.made.pop().script
        script.cancel()
        script.join(WAIT_S)
        assert not script.running


class Writing:
    made: ClassVar[list] = []

    def __init__(self, *sentences, openings=()):
        self.speech = FakeSpeech()
        self.book = Phrasebook(self.speech, openings)
        self.speech.texts.clear()
        self.failures = []
        self.utterance = Utterance(Kind.ANSWER)
        self.taken = []
        for _ in openings:
            self.speech.asked.acquire()
        self.script = Script(
            self.utterance, lambda: self._give(sentences), self.speech, self.book, self.failures.append, lambda: 5.0
        )
        Writing.made.append(self)

    def _give(self, sentences):
        for sentence in sentences:
            if isinstance(sentence, Exception):
                raise sentence
            self.taken.append(sentence)
            yield sentence

    def wait_asked(self, count):
        for _ in range(count):
            assert self.speech.asked.acquire(timeout=WAIT_S)

    def end(self):
        self.script.join(WAIT_S)
        assert not self.script.running


def test_before_the_turn_has_ended_only_the_first_sentence_is_synthesised():
    writing = Writing("One.", "Two.", "Three.", "Four.")
    writing.wait_asked(1)
    assert not writing.speech.asked.acquire(timeout=0.05)
    assert writing.speech.texts == ["One."]
    writing.script.commit()
    writing.wait_asked(1)
    assert not writing.speech.asked.acquire(timeout=0.05)
    assert writing.speech.texts == ["One.", "Two."]
    writing.utterance.take(5)
    writing.wait_asked(1)
    writing.utterance.take(5)
    writing.utterance.take(5)
    writing.wait_asked(1)
    writing.end()
    assert writing.speech.texts == ["One.", "Two.", "Three.", "Four."]


def test_a_sentence_of_several_is_cut():
    writing = Writing("One. Two.")
    writing.script.commit()
    writing.wait_asked(2)
    assert writing.speech.texts == ["One.", "Two."]


def test_an_opening_from_the_book_needs_no_synthesis_and_the_rest_is_asked_for_at_once():
    writing = Writing("Okay, I'll go. And then?", openings=["Okay,"])
    writing.wait_asked(1)
    assert writing.speech.texts == ["I'll go."]
    assert writing.utterance.take(10).words == [" Okay,"]
    assert writing.utterance.take(20).words == [" I'll", " go."]


def test_only_the_beginning_of_an_answer_is_looked_up():
    writing = Writing("First this.", "Okay, then that.", openings=["Okay,"])
    writing.script.commit()
    writing.wait_asked(2)
    assert writing.speech.texts == ["First this.", "Okay, then that."]


def test_cancel_takes_back_what_was_asked_for_and_ends_it():
    writing = Writing("One.", "Two.")
    writing.wait_asked(1)
    writing.script.cancel()
    writing.end()
    assert writing.speech.canceled == [1]
    assert writing.utterance.canceled
    assert writing.speech.texts == ["One."]


def test_what_the_brain_raises_ends_the_utterance_and_is_reported():
    writing = Writing("One.", ValueError("no idea"))
    writing.script.commit()
    writing.end()
    assert writing.failures == ["ValueError: no idea"]
    writing.utterance.take(100)
    assert writing.utterance.over


def test_stage_times():
    writing = Writing("One.")
    writing.script.commit()
    writing.end()
    assert (writing.script.answer_s, writing.script.synthesis_s) == (0.0, 0.0)
    silent = Writing()
    silent.end()
    assert (silent.script.answer_s, silent.script.synthesis_s) == (None, None)
    assert silent.utterance.over


@pytest.mark.parametrize(
    ("sentence", "parts"),
    [
        ("Okay, I'll go.", ["Okay,", "I'll go."]),
        ("Okay then.", ["Okay then."]),
        ("Hello!", ["Hello!"]),
        ("Hello! You.", ["Hello!", "You."]),
    ],
)
def test_how_the_book_splits(sentence, parts):
    assert Phrasebook(FakeSpeech(), ["Okay,", "Hello!"]).split(sentence) == parts


def test_an_opening_that_could_not_be_spoken_is_not_in_the_book():
    class Failing(FakeSpeech):
        def speak(self, text, receiver):
            receiver.ended("no voice")
            return 0

    book = Phrasebook(Failing(), ["Okay,", "Sure,"])
    assert book.split("Okay, I'll go.") == ["Okay, I'll go."]
