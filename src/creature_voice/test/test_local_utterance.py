"""Utterances: sound as it comes in, words in the frame in which they begin."""

import numpy as np
import pytest

from creature_voice.engines.local.utterance import Kind, Sentence, Utterance, sentences_of


def sound(count, level=0.5):
    return np.full(count, level, np.float32)


def sentence(text, samples=1000, starts=None, whole=True):
    result = Sentence(text, clock=lambda: 7.0)
    words = len(text.split())
    result.began(starts if starts is not None else [samples * word // words for word in range(words)])
    result.sound(sound(samples))
    if whole:
        result.ended("")
    return result


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Hello there! How are  you?", ["Hello there!", "How are you?"]),
        ("It costs 3.50 now", ["It costs 3.50 now"]),
        ("  ", []),
    ],
)
def test_texts_are_cut_into_sentences(text, sentences):
    assert sentences_of(text) == sentences


def test_words_come_with_the_sound_in_which_they_begin():
    one = sentence("Okay, I'll go.", starts=[0, 400, 800])
    assert one.take(400)[1] == [" Okay,"]
    assert one.take(400)[1] == [" I'll"]
    samples, words = one.take(400)
    assert (len(samples), words) == (200, [" go."])
    assert one.over
    assert one.sound_at == 7.0


def test_sound_that_has_not_come_yet_is_waited_for():
    one = sentence("Okay, then.", samples=100, starts=[0, 150], whole=False)
    assert len(one.take(300)[0]) == 100
    assert [len(part) for part in one.take(300)] == [0, 0]
    assert not one.over
    one.sound(sound(100))
    one.ended("")
    samples, words = one.take(300)
    assert (len(samples), words) == (100, [" then."])


def test_the_last_word_is_known_to_be_the_last_if_the_utterance_is_complete():
    utterance = Utterance(Kind.ANSWER)
    utterance.add(sentence("Oh no."))
    utterance.add(sentence("Sorry."))
    utterance.complete()
    assert not utterance.take(1000).last
    taken = utterance.take(1000)
    assert (taken.words, taken.last) == ([" Sorry."], True)
    assert utterance.over
    assert utterance.spoken == " Oh no. Sorry."


def test_an_utterance_that_may_go_on_has_no_last_word_yet():
    utterance = Utterance(Kind.ANSWER)
    utterance.add(sentence("Oh no."))
    assert not utterance.take(1000).last
    assert not utterance.over
    utterance.complete()
    assert utterance.over
    assert not utterance.closed_text


def test_how_many_sentences_are_ahead():
    utterance = Utterance(Kind.ANSWER)
    utterance.add(sentence("One."))
    utterance.add(sentence("Two."))
    assert utterance.ahead == 2
    utterance.take(10)
    assert utterance.begun
    assert utterance.ahead == 1
    utterance.take(990)
    assert utterance.ahead == 0


def test_a_sentence_that_failed_is_passed_over_and_its_words_are_not_spoken():
    utterance = Utterance(Kind.GIVEN)
    failed = Sentence("Lost words.")
    failed.ended("no voice")
    utterance.add(failed)
    utterance.add(sentence("Here."))
    utterance.complete()
    assert utterance.take(2000).words == [" Here."]
    assert utterance.spoken == " Here."
    assert utterance.error == "no voice"


def test_what_is_faded_out_counts_no_words():
    utterance = Utterance(Kind.ANSWER)
    utterance.add(sentence("Okay, then.", starts=[0, 500]))
    utterance.take(400)
    assert len(utterance.fade(300)) == 300
    assert utterance.spoken == " Okay,"


def test_it_asks_while_its_last_sentence_is_a_question():
    utterance = Utterance(Kind.ANSWER)
    assert not utterance.asks
    utterance.add(sentence("Which cup?"))
    assert utterance.asks
