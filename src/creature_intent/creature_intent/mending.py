"""Slips of speech recognition put right: "pig up the cup" is "pick up the cup"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from creature_intent.first_word import one_of
from creature_intent.triggers import EVERY, any_word, heard, needed_words


class Mending:
    """Puts slips right. They are rare, and their patterns slow to look for: first it is looked for their words."""

    def __init__(self, slips: Sequence[tuple[re.Pattern[str], str]]) -> None:
        """Take the slips.

        Args:
            slips: What was misheard, from a word's beginning on, and what was meant.
        """
        words = {slip.pattern.removeprefix(r"\b"): needed_words(slip, search=True) for slip, _ in slips}
        self._slips = slips
        self._words = any_word(one for one in words.values() if one is not EVERY)
        # Slips of which no word can be told. Without "\b" Python looks for their first letters, which is fast.
        self._open = one_of(slip for slip, one in words.items() if one is EVERY)
        self._any = re.compile(rf"\b(?:{one_of(words).pattern})")

    def mended(self, words: Sequence[str], text: str) -> str:
        """The text without slips.

        Args:
            words: The words of the text.
            text: The same, with a space between them.
        """
        if self._words.isdisjoint(heard(words, text)) and not self._open.search(text):
            return text
        return self.tried(text) if self._any.search(text) else text

    def tried(self, text: str) -> str:
        """The text after every slip was looked for."""
        for slip, meant in self._slips:
            text = slip.sub(meant, text)
        return text
