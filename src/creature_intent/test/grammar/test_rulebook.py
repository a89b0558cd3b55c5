"""The quick looks of the rules: they spare work and change nothing."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Sequence

import pytest
from some_talk import some_talk

from creature_intent.deeds import announcing, company, following, moving, own_way, paths, slots
from creature_intent.dialogue.rules import Rules
from creature_intent.grammar.by_words import ByWords
from creature_intent.grammar.mending import Mending
from creature_intent.grammar.rulebook import Hint, Rulebook
from creature_intent.grammar.rulebook_file import load
from creature_intent.grammar.triggers import EVERY
from creature_intent.meaning import frames, talk
from creature_intent.text import calling, clauses, deed_words, words
from creature_intent.text.phrases import Phrase
from creature_intent.tokens import Speaker

QUICK = {
    calling: ("_LAST_WORDS",),
    clauses: ("_MAY_JOIN", "_JOINING"),
    company: ("_LEADING_VERBS",),
    following: ("_FOLLOWING_VERBS",),
    deed_words: ("LEADING",),
    moving: ("MEASURING",),
    own_way: ("_STOPPING",),
    paths: ("_LEAVING_VERBS",),
    slots: ("_ADVERBIAL_WORDS", "_JOINED_WORDS", "_WORDS_OF_TIME"),
    talk: ("_CORRECTING_WORDS", "_CHANGED_MIND_WORDS", "_KEPT_WORDS", "_REFUSING_WORDS"),
    words: ("REPAIRING", "_ASIDE_WORDS", "_THERE_WORDS", "_AFTERTHOUGHT_WORDS"),
}
"""Words that are looked for before anything else is tried."""


class AllOfThem:
    """Forms of which none is left out."""

    def __init__(self, forms: Sequence[object]) -> None:
        self._forms = forms

    def of(self, text: str) -> Sequence[object]:
        return self._forms


class PatientMending(Mending):
    """Looks for every slip in every text."""

    def mended(self, words: Sequence[str], text: str) -> str:
        return self.tried(text)


class AllMatches(ByWords):
    """Patterns that are tried on every text."""

    def __init__(self, quick: ByWords) -> None:
        self._readers = [(EVERY, pattern, read) for _, pattern, read in quick._readers]
        self.words = EVERY


def patient() -> Rulebook:
    """The rules without quick looks: every pattern is tried on every clause."""
    book = dataclasses.replace(load())
    for name in vars(Rulebook):
        if name == "words_to_set_scenes":
            vars(book)[name] = dict.fromkeys(book.scenes, EVERY)
        elif name.startswith("words_to_"):
            vars(book)[name] = EVERY
        elif name.startswith("may_"):
            vars(book)[name] = re.compile("")
        elif name.endswith("_by_word"):
            vars(book)[name] = AllOfThem(getattr(book, name.removesuffix("_by_word")))
    vars(book)["mending"] = PatientMending(book.slips)
    return book


@pytest.mark.parametrize("speaker", list(Speaker))
def test_the_quick_looks_change_nothing(speaker, monkeypatch):
    texts = some_talk(250)
    rules = Rules(load())
    quick = [(rules.read(Phrase(speaker, text, 0, 0)), repr(rules.topic.recent)) for text in texts]
    for module, names in QUICK.items():
        for name in names:
            monkeypatch.setattr(module, name, EVERY)
    for module in (announcing, own_way):
        monkeypatch.setattr(module, "_READERS", AllMatches(module._READERS))
    monkeypatch.setattr(frames, "_OWN_WORDS", dict.fromkeys(Speaker, EVERY))
    rules = Rules(patient())
    for text, (found, remembered) in zip(texts, quick, strict=True):
        assert rules.read(Phrase(speaker, text, 0, 0)) == found, text
        assert repr(rules.topic.recent) == remembered, text


def test_the_quick_looks_follow_the_rules():
    hint = Hint(re.compile("^(?:it (?:whistles|boils over))$"), "switch off the kettle")
    book = dataclasses.replace(load(), hints=(hint,))
    assert book.words_to_hint == {"whistles", "boils"}
    found = Rules(book).read(Phrase(Speaker.USER, "It whistles!", 0, 0))
    assert [act.intent for act in found] == ["SWITCH_OFF"]
    assert not Rules(book).read(Phrase(Speaker.USER, "I'm thirsty.", 0, 0))
