"""Promises that are put off, or made for some case, before they are made."""

import pytest

from creature_intent.meaning.put_off import is_in_case, is_put_off
from creature_intent.text.clause import clause


def _said(words: str, joiner: str = ""):
    return clause(words.split(), joiner)


_OPENS = _said("i will open it", ",")


@pytest.mark.parametrize(
    "words",
    [
        "someday",
        "one of these days",
        "at half past eight this evening",
        "around nine",
        "in summer",
        "later on",
        "the moment you say stop",
        "next time you ask",
    ],
)
def test_a_time_told_first_puts_it_off(words):
    assert is_put_off([_said(words), _OPENS], 1)


@pytest.mark.parametrize("words", ["okay", "at your service", "in a moment", "the moment is right", "may i"])
def test_other_words_do_not(words):
    assert not is_put_off([_said(words), _OPENS], 1)


def test_bedtime_is_a_time_and_me_is_none():
    assert is_put_off([_said("bed", "before"), _OPENS], 1)
    assert not is_put_off([_said("me", "before"), _OPENS], 1)


def test_a_case_told_first():
    assert is_in_case([_said("in case it rains"), _OPENS], 1)
    assert not is_in_case([_OPENS, _said("in case it rains")], 0)
