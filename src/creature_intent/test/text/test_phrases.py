"""Tokens to phrases: cuts, interleaved speakers, gaps."""

from __future__ import annotations

import pytest

from creature_intent.text.phrases import QUIET_FRAMES, SETTLED_FRAMES, Gap, Phrases
from creature_intent.tokens import Speaker, Token

USER, AGENT = Speaker.USER, Speaker.AGENT


def feed(phrases, *tokens):
    """Feed (speaker, piece[, final]) tokens with running numbers; returns the phrases that came out."""
    out = []
    for speaker, piece, *final in tokens:
        seq = phrases._next or 0
        out += phrases.feed(Token(seq, seq, speaker, piece, bool(final)))[1]
    return out


def texts(found):
    return [phrase.text for phrase in found]


def test_a_phrase_is_complete_with_its_mark_before_the_utterance_ends():
    phrases = Phrases()
    assert feed(phrases, (AGENT, " Okay,"), (AGENT, " I'll go")) == []
    (phrase,) = feed(phrases, (AGENT, "."))
    assert (phrase.text, phrase.first_seq, phrase.last_seq, phrase.ended) == ("Okay, I'll go.", 0, 2, True)


def test_the_last_token_completes_a_phrase_without_a_mark():
    (phrase,) = feed(Phrases(), (USER, "pick up"), (USER, " the cup", True))
    assert (phrase.text, phrase.ended, phrase.closes) == ("pick up the cup", False, True)


def test_an_empty_last_token_ends_the_utterance_and_gives_nothing():
    phrases = Phrases()
    feed(phrases, (USER, "Hello."), (USER, "", True))
    (phrase,) = feed(phrases, (USER, "Bye.", True))
    assert phrase.opens


def test_speakers_do_not_mix():
    phrases = Phrases()
    found = feed(phrases, (USER, " Pick up"), (AGENT, " Mm"), (USER, " the cup."), (AGENT, "-hm.", True))
    assert [(phrase.speaker, phrase.text) for phrase in found] == [(USER, "Pick up the cup."), (AGENT, "Mm-hm.")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One. Two! Three?", ["One.", "Two!", "Three?"]),
        ("It is 3.5 metres. Good.", ["It is 3.5 metres.", "Good."]),
        ("Dr. Who is here. Hi.", ["Dr. Who is here.", "Hi."]),
        ("Well... okay.", ["Well.", "okay."]),
        ("Really?! Yes.", ["Really?", "Yes."]),
        ("It is at 5. Come here.", ["It is at 5.", "Come here."]),
    ],
)
def test_cuts_between_sentences(text, expected):
    assert texts(feed(Phrases(), (USER, text, True))) == expected


def test_a_gap_tears_what_it_spans_for_both_speakers():
    phrases = Phrases()
    feed(phrases, (USER, " I can't"), (AGENT, " Okay."))
    gap, torn = phrases.feed(Token(4, 4, USER, " pick up the cup.", False))
    assert gap == Gap(2, 2)
    assert [(phrase.text, phrase.whole) for phrase in torn] == [("I can't", False), ("pick up the cup.", False)]
    assert "2 tokens lost" in torn[0].flaw
    (agent,) = feed(phrases, (AGENT, " I'll get it."))
    assert not agent.whole
    (after,) = feed(phrases, (USER, " Hello."))
    assert after.whole
    assert (phrases.gaps, phrases.lost, phrases.tokens) == (1, 2, 5)


def test_speech_long_after_a_gap_is_whole():
    phrases = Phrases()
    feed(phrases, (USER, " Hi.", True))
    phrases.feed(Token(5, 10, USER, " there.", True))
    _, (agent,) = phrases.feed(Token(6, 11 + SETTLED_FRAMES, AGENT, " Okay, I'll go.", True))
    assert agent.whole


def test_numbers_that_run_backwards_are_a_gap_of_unknown_size():
    phrases = Phrases()
    feed(phrases, (USER, "a"), (USER, "b"))
    gap, torn = phrases.feed(Token(1, 3, USER, "c", True))
    assert gap == Gap(1, 0) and not any(phrase.whole for phrase in torn)


def test_a_voice_that_begins_anew_loses_nothing():
    phrases = Phrases()
    feed(phrases, (USER, " Pick up"), (USER, " the"))
    gap, (old,) = phrases.feed(Token(0, 0, USER, " Hello", False))
    assert gap is None and not old.whole and "anew" in old.flaw
    assert [phrase.whole for phrase in feed(phrases, (USER, " you.", True))] == [True]


def test_joining_in_mid_sentence_is_noticed():
    phrases = Phrases()
    _, (phrase,) = phrases.feed(Token(17, 40, AGENT, " pick up the cup.", False))
    assert not phrase.whole
    _, (phrase,) = phrases.feed(Token(18, 41, AGENT, " Okay.", False))
    assert phrase.whole


def test_joining_at_the_beginning_of_a_sentence_is_fine():
    _, (phrase,) = Phrases().feed(Token(17, 40, USER, "Pick up the cup.", True))
    assert phrase.whole


def test_a_sentence_never_finished_is_given_up():
    phrases = Phrases()
    phrases.feed(Token(0, 0, AGENT, " I'll pick up", False))
    _, (left, new) = phrases.feed(Token(1, QUIET_FRAMES + 1, AGENT, " Hello.", True))
    assert not left.whole and left.text == "I'll pick up"
    assert new.whole and new.text == "Hello."
