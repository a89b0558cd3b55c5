"""The quick looks of the rules: they spare work and change nothing."""

from __future__ import annotations

import dataclasses
import re
from pathlib import Path

import pytest

from creature_intent import clauses, frames
from creature_intent.phrases import Phrase
from creature_intent.rulebook import Rulebook, any_of
from creature_intent.rulebook_file import load
from creature_intent.rules import Rules
from creature_intent.tokens import Speaker

HERE = Path(__file__).parent
QUICK = ("may_ask", "may_wish", "may_promise", "may_come", "may_take_back", "may_slip")
SAID = [
    line[3:].split(" -> ")[0]
    for name in ("spoken_tasks.txt", "spoken_talk.txt")
    for line in (HERE / name).read_text().splitlines()
    if line[:3] in ("U: ", "A: ")
]
SLIPS = ["pig up the cup", "Turn of the lamp.", "put the book an the shelf", "Bring me the read cup."]


def patient() -> Rulebook:
    """The rules without quick looks: every pattern is tried on every clause."""
    book = dataclasses.replace(load())
    for name in QUICK:
        vars(book)[name] = re.compile("")
    return book


class Every:
    """The set of all words."""

    def __contains__(self, word: object) -> bool:
        return True

    def isdisjoint(self, words: object) -> bool:
        return False


@pytest.mark.parametrize("speaker", list(Speaker))
def test_the_quick_looks_change_nothing(speaker, monkeypatch):
    rules, texts = Rules(load()), [*SAID, *SLIPS]
    assert len(texts) > 500
    quick = [rules.read(Phrase(speaker, text, 0, 0)) for text in texts]
    monkeypatch.setattr(clauses, "_MAY_JOIN", Every())
    monkeypatch.setattr(frames, "_LEADING", Every())
    rules = Rules(patient())
    for text, found in zip(texts, quick, strict=True):
        assert rules.read(Phrase(speaker, text, 0, 0)) == found, text


def test_one_pattern_of_several_matches_where_any_does():
    found = any_of(("^(?P<a>x) (y|z)$", r"\(w\)"))
    assert [bool(found.match(text)) for text in ("x z", "(w)", "x w", "")] == [True, True, False, False]
    assert found.groups == 0


def test_patterns_that_need_their_groups_are_not_joined():
    assert any_of((r"(a|b) \1", "c")).match("anything")
