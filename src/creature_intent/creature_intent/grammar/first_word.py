"""Rules by the word with which a text begins: of many forms only those are tried that can begin so."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from creature_intent.grammar.triggers import EVERY, first_words

T = TypeVar("T")


class ByFirstWord(Generic[T]):
    """Rules, each with a pattern that matches from a text's beginning on."""

    def __init__(self, rules: Iterable[T], pattern: Callable[[T], re.Pattern[str]]) -> None:
        """Sort the rules.

        Args:
            rules: In the order in which they are tried.
            pattern: The pattern of a rule.
        """
        self._all = tuple(rules)
        patterns = [pattern(rule) for rule in self._all]
        begun = [first_words(one) for one in patterns]
        firsts = frozenset[str]().union(*(words for words in begun if words is not EVERY))
        chosen = {first: tuple(index for index, words in enumerate(begun) if first in words) for first in firsts}
        chosen[""] = tuple(index for index, words in enumerate(begun) if words is EVERY)
        # Many words begin just the same rules: their patterns are joined once.
        choices = {
            indices: _Choice(
                tuple(self._all[index] for index in indices), one_of(patterns[index].pattern for index in indices)
            )
            for indices in set(chosen.values())
        }
        self._by_word = {first: choices[indices] for first, indices in chosen.items()}
        self._others = self._by_word[""]

    def of(self, text: str) -> Sequence[T]:
        """The rules that may match the text, in their order; none if none does."""
        first = text.partition(" ")[0]
        if not first.isalnum():
            return self._all  # Of "ma'am" a pattern may mean the first part.
        choice = self._by_word.get(first, self._others)
        return choice.rules if choice.look.match(text) else ()


@dataclass(frozen=True)
class _Choice(Generic[T]):
    """Some of the rules, and one pattern that matches where any of them does: one quick look instead of many."""

    rules: tuple[T, ...]
    look: re.Pattern[str]


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
