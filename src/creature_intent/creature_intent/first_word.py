"""Rules by the word with which a text begins: of many forms only those are tried that can begin so."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from typing import Generic, TypeVar

from creature_intent.triggers import EVERY, first_words

T = TypeVar("T")


class ByFirstWord(Generic[T]):
    """Rules, each with a pattern that matches from a text's beginning on."""

    def __init__(self, rules: Iterable[T], pattern: Callable[[T], re.Pattern[str]]) -> None:
        """Sort the rules.

        Args:
            rules: In the order in which they are tried.
            pattern: The pattern of a rule.
        """
        begun = [(rule, pattern(rule), first_words(pattern(rule))) for rule in rules]
        firsts = frozenset[str]().union(*(words for _, _, words in begun if words is not EVERY))
        self._by_word = {
            first: _Choice((rule, one) for rule, one, words in begun if first in words) for first in firsts
        }
        self._any = _Choice((rule, one) for rule, one, words in begun if words is EVERY)
        self._all = _Choice((rule, one) for rule, one, _ in begun)

    def of(self, text: str) -> Sequence[T]:
        """The rules that may match the text, in their order; none if none does."""
        first = text.partition(" ")[0]
        choice = self._by_word.get(first, self._any)
        if not first.isalnum():
            choice = self._all  # Of "ma'am" a pattern may mean the first part.
        return choice.rules if choice.look.match(text) else ()


class _Choice(Generic[T]):
    """Some of the rules, and one pattern that matches where any of them does: one quick look instead of many."""

    def __init__(self, rules: Iterable[tuple[T, re.Pattern[str]]]) -> None:
        chosen = list(rules)
        self.rules = tuple(rule for rule, _ in chosen)
        self.look = one_of(pattern.pattern for _, pattern in chosen)


_GROUP = re.compile(r"(?<!\\)\((?:\?P<\w+>|(?!\?))")


def one_of(patterns: Iterable[str]) -> re.Pattern[str]:
    """One pattern that matches where any of several does: one quick look instead of many.

    Its groups are not kept; where a pattern needs them, the one pattern matches everywhere. Of no patterns it matches
    nowhere.
    """
    parts = [f"(?:{_GROUP.sub('(?:', pattern)})" for pattern in patterns]
    try:
        return re.compile("|".join(parts) or "(?!)")
    except re.error:
        return re.compile("")
