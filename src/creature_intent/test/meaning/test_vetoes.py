"""Why a sentence is only talk."""

from __future__ import annotations

import pytest

from creature_intent.meaning.vetoes import clause_veto, sentence_veto
from creature_intent.text.clauses import split
from creature_intent.tokens import Speaker

USER, AGENT = Speaker.USER, Speaker.AGENT


@pytest.mark.parametrize(
    ("words", "speaker", "reason"),
    [
        ("if it rains , bring the chairs", USER, "condition"),
        ("bring the chairs when it rains", USER, "condition"),
        ("bring the chairs when you can", USER, ""),
        ("bring the chairs before it rains", USER, ""),
        ("i will bring the chairs until it rains", AGENT, "condition"),
        ("i will bring it if you like", AGENT, "condition"),
        ("mom , bring the chairs", USER, "somebody else"),
        ("just ask , and i will bring it", AGENT, "waits for a word"),
        ("say the word and i will bring it", AGENT, "waits for a word"),
        ("for example , i will bring it", AGENT, "not meant"),
        ("okay , i will bring it", AGENT, ""),
        ("robbie , bring the chairs", USER, ""),
    ],
)
def test_of_the_whole_sentence(words, speaker, reason):
    found = sentence_veto(split(words.split()), speaker)
    assert (reason in found) if reason else found == ""


@pytest.mark.parametrize(
    ("words", "speaker", "reason"),
    [
        ("she said , bring the cup", USER, "said"),
        ("he was like , bring the cup", USER, "said"),
        ('it says " bring the cup', USER, "quoted"),
        ("bring the cup tomorrow", USER, "another time"),
        ("i said , bring the cup", USER, ""),
        ("you said the cup , i will bring it", AGENT, ""),
        ("bring the cup", USER, ""),
    ],
)
def test_of_the_last_clause(words, speaker, reason):
    clauses = split(words.split())
    found = clause_veto(clauses, len(clauses) - 1, speaker)
    assert (reason in found) if reason else found == ""
