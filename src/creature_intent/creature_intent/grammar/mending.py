"""Slips of speech recognition put right: "pig up the cup" is "pick up the cup"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from creature_intent.grammar.first_word import one_of
from creature_intent.grammar.triggers import EVERY, all_needed, any_word, heard


class Mending:
    """Puts slips right. They are rare, and their patterns slow to look for: first it is looked for their words."""

    def __init__(self, slips: Sequence[tuple[re.Pattern[str], str]]) -> None:
        """Take the slips.

        Args:
            slips: What was misheard, from a word's beginning on, and what was meant.
        """
        needed = [all_needed(slip) for slip, _ in slips]
        words = [rarest for rarest, *_ in (sets or (EVERY,) for sets in needed)]
        self._slips = slips
        self._needed = [sets[1:] for sets in needed]
        self._words = any_word(one for one in words if one is not EVERY)
        self._by_word = {word: [index for index, one in enumerate(words) if word in one] for word in self._words}
        # Slips of which no word can be told. Without "\b" Python looks for their first letters, which is fast.
        self._open = [index for index, one in enumerate(words) if one is EVERY]
        self._any_open = one_of(slips[index][0].pattern.removeprefix(r"\b") for index in self._open)

    def mended(self, words: Sequence[str], text: str) -> str:
        """The text without slips.

        Args:
            words: The words of the text.
            text: The same, with a space between them.
        """
        said = heard(words, text)
        if self._words.isdisjoint(said) and not self._any_open.search(text):
            return text
        found = {index for word in said for index in self._by_word.get(word, ())}
        if self._any_open.search(text):
            found.update(self._open)
        for index in sorted(found):
            for others in self._needed[index]:
                if others.isdisjoint(said):
                    break
            else:
                slip, meant = self._slips[index]
                mended = slip.sub(meant, text)
                if mended != text:
                    return self.tried(mended, index + 1)
        return text

    def tried(self, text: str, start: int = 0) -> str:
        """The text after every slip, from one of them on, was looked for."""
        for slip, meant in self._slips[start:]:
            text = slip.sub(meant, text)
        return text
