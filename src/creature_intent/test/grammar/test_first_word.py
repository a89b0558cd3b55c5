"""Rules by their first word, and several patterns as one."""

from __future__ import annotations

import re

import pytest

from creature_intent.grammar.first_word import ByFirstWord, one_of

RULES = ByFirstWord(("can you", "could you|can we", r"\w+ you", "ma'am"), lambda words: re.compile(f"^(?:{words})"))


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        ("can you go", ("can you", "could you|can we", r"\w+ you")),
        ("could you go", ("could you|can we", r"\w+ you")),
        ("do you go", (r"\w+ you",)),
        ("ma'am", ("can you", "could you|can we", r"\w+ you", "ma'am")),
        ("can they go", ()),
        ("", ("can you", "could you|can we", r"\w+ you", "ma'am")),
    ],
)
def test_only_rules_that_may_match_are_given_in_their_order(text, rules):
    assert RULES.of(text) == rules


def test_one_pattern_of_several_matches_where_any_does():
    found = one_of(("^(?P<a>x) (y|z)$", r"\(w\)"))
    assert [bool(found.match(text)) for text in ("x z", "(w)", "x w", "")] == [True, True, False, False]
    assert found.groups == 0


def test_patterns_that_need_their_groups_are_not_joined():
    assert one_of((r"(a|b) \1", "c")).match("anything")


def test_of_no_patterns_none_matches():
    assert not one_of(()).match("")
