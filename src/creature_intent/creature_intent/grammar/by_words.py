"""Patterns that are tried only on texts that have one of the words without which they cannot match."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Generic, TypeVar

from creature_intent.grammar.triggers import any_word, heard, needed_words

T = TypeVar("T")


class ByWords(Generic[T]):
    """Patterns that match from a text's beginning on, each with what reads it, in the order in which they are tried.

    Attributes:
        words: Words of which a text has one where any of the patterns matches.
    """

    def __init__(self, readers: Iterable[tuple[re.Pattern[str], T]]) -> None:
        """Take the patterns."""
        self._readers = tuple((needed_words(pattern), pattern, read) for pattern, read in readers)
        self.words = any_word(words for words, _, _ in self._readers)

    def matches(self, text: str) -> Iterator[tuple[re.Match[str], T]]:
        """What matches the text, in order."""
        said = heard(text.split(), text)
        for words, pattern, read in () if self.words.isdisjoint(said) else self._readers:
            found = None if words.isdisjoint(said) else pattern.match(text)
            if found:
                yield found, read
