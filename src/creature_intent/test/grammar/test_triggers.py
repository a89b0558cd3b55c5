"""The words that a pattern cannot do without."""

from __future__ import annotations

import re

import pytest
from some_talk import some_talk

from creature_intent.grammar.rulebook_file import load
from creature_intent.grammar.triggers import EVERY, all_needed, any_word, first_words, heard, needed_words
from creature_intent.text.words import sentence


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        ("^stop$", {"stop"}),
        ("^(?:stop|halt) it", {"stop", "halt"}),
        ("^(?:please )?(?:bring|fetch) me", {"please", "bring", "fetch"}),
        ("^(?:so+ |oh )*stop$", None),
        ("^colou?rs?$", {"color", "colour", "colors", "colours"}),
        (r"^stop\b", {"stop"}),
        ("^stop", None),
        (r"^\w+ stop$", None),
        ("^(?=the |my )(?P<thing>.+) please$", {"the", "my"}),
        ("^(?!the )my cup$", {"my"}),
        ("^[ab]c$", {"ac", "bc"}),
        ("^[a-c]c$", None),
        ("^ma'am$", {"ma"}),
    ],
)
def test_the_first_words_of_a_pattern(pattern, words):
    assert first_words(re.compile(pattern)) == (EVERY if words is None else words)


@pytest.mark.parametrize(
    ("pattern", "search", "words"),
    [
        (r"^\w+ stop$", False, {"stop"}),
        ("^i am (?:thirsty|parched)$", False, {"thirsty", "parched"}),
        ("^(?:.* )?coming up$", False, {"coming"}),
        ("^(?:never mind|.* is (?:needless|in vain))$", False, {"never", "mind", "needless", "in", "vain"}),
        (r"\b(?:bake|stir it)\b", True, {"bake", "stir"}),
        ("stop", True, None),
        ("^.*$", False, None),
        (r"^(\w+) \1$", False, None),
    ],
)
def test_the_words_that_a_pattern_needs(pattern, search, words):
    found = needed_words(re.compile(pattern), search)
    assert found is EVERY if words is None else found <= words


def test_a_pattern_that_ignores_case_may_need_any_word():
    assert needed_words(re.compile("^stop$", re.IGNORECASE)) is EVERY


def test_every_word_is_in_every_word():
    assert "any" in EVERY
    assert not EVERY.isdisjoint([])
    assert any_word([EVERY, frozenset("a")]) is EVERY
    assert any_word([frozenset("a"), frozenset("b")]) == {"a", "b"}


def test_words_with_a_hyphen_are_heard_in_parts_too():
    assert heard(["mum's", "cup"], "mum's cup") == ["mum's", "cup", "mum", "s", "cup"]
    assert heard(["my", "cup"], "my cup") == ["my", "cup"]


def own_patterns() -> list[re.Pattern[str]]:
    """The patterns of the rules that match from the beginning on."""
    book = load()
    stopping = (book.stopping.anywhere, book.stopping.alone, book.stopping.thing, book.stopping.deed)
    forms = (*book.asking, *book.wishes, *book.promising, *book.hints)
    return [*(form.pattern for form in forms), *book.coming, *stopping, book.offering, book.agreeing]


def test_what_a_rule_matches_has_its_words():
    said = [sentence(text) for text in some_talk(400)]
    matched = 0
    for pattern in own_patterns():
        first, needed = first_words(pattern), needed_words(pattern)
        for one in said:
            if pattern.match(one.text):
                matched += 1
                assert not needed.isdisjoint(one.heard), (one.text, pattern.pattern)
                assert one.words[0] in first or not one.words[0].isalnum(), (one.text, pattern.pattern)
    assert matched > 300


def test_most_rules_tell_their_words():
    known = [needed_words(pattern) is not EVERY for pattern in own_patterns()]
    assert sum(known) > 0.9 * len(known)


@pytest.mark.parametrize(
    ("pattern", "sets"),
    [
        (r"\b(?:turn|switch) (?:the|my) lamp\b", [{"lamp"}, {"turn", "switch"}, {"the", "my"}]),
        (r"\bgo(?: \w+)? home\b", [{"home"}, {"go"}]),
        (r"\byou(?= (?:bring|fetch) \w+ here\b)", [{"you"}, {"bring", "fetch"}, {"here"}]),
        (r"\byou(?! bring it)", []),
        (r"\w+", []),
    ],
)
def test_of_every_place_that_can_be_told_a_word_is_needed(pattern, sets):
    assert sorted(map(sorted, all_needed(re.compile(pattern)))) == sorted(map(sorted, sets))
