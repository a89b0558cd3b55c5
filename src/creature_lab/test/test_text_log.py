"""Pieces joined to utterances."""

from creature_lab.events import CREATURE, USER, Piece
from creature_lab.loudness import Span
from creature_lab.text_log import TextLog


def log_of(*pieces):
    """(seq, time, speaker, text, final)"""
    log = TextLog()
    for seq, at_s, speaker, text, final in pieces:
        log.add(Piece(at_s, seq, 0, speaker, text, final), at_s)
    return log


def test_pieces_of_two_speakers_are_kept_apart():
    log = log_of(
        (1, 1.0, USER, " Hello", False),
        (2, 1.1, CREATURE, " Mm-hm.", True),
        (3, 1.2, USER, " there.", True),
        (4, 1.2, USER, "", True),
    )
    said = [(one.speaker, one.text, one.start_s, one.end_s) for one in log.utterances()]
    assert said == [(USER, "Hello there.", 1.0, 1.2), (CREATURE, "Mm-hm.", 1.1, 1.1)]


def test_lost_tokens_are_counted():
    log = log_of((5, 0.0, USER, "a", False), (6, 0.0, USER, "b", False), (9, 0.0, USER, "c", True))
    assert (log.count, log.gaps) == (3, 2)


def test_a_voice_that_counts_anew_has_lost_nothing():
    assert log_of((50, 0.0, USER, "a", True), (0, 1.0, USER, "b", True)).gaps == 0


def test_an_utterance_cut_off_is_still_told():
    assert log_of((0, 0.0, CREATURE, " Okay, I", False)).utterances()[0].text == "Okay, I"


def test_the_users_words_are_laid_on_the_speech_they_came_from():
    log = log_of((0, 3.0, USER, "one", True), (1, 6.0, USER, "two", True))
    first, second = log.utterances(user=[Span(1.0, 1.5), Span(2.0, 2.6), Span(4.0, 5.5)])
    assert (first.start_s, first.end_s) == (1.0, 2.6) and (second.start_s, second.end_s) == (4.0, 5.5)


def test_the_creatures_words_last_until_it_falls_silent():
    log = log_of((0, 1.0, CREATURE, "one", False), (1, 1.5, CREATURE, " two", True), (2, 2.5, CREATURE, "three", True))
    first, second = log.utterances(creature=[Span(1.0, 3.0)])
    assert (first.start_s, first.end_s) == (1.0, 2.5) and second.end_s == 3.0
