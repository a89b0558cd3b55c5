"""What is said beside a command or a promise: a pattern of it, and the words without which it is nowhere."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from creature_intent.grammar.patterns import Patterns
from creature_intent.grammar.triggers import needed_words
from creature_node.settings_file import Section


class Aside(NamedTuple):
    """What is said before or after; of what is said before, group `rest` is what follows it.

    Attributes:
        pattern: As a whole, at the beginning or the end of a sentence.
        words: A sentence in which it is has one of these.
    """

    pattern: re.Pattern[str]
    words: frozenset[str]

    def match(self, text: str) -> re.Match[str] | None:
        """Where the text begins with it."""
        return self.pattern.match(text)

    def found_in(self, text: str, said: Iterable[str]) -> re.Match[str] | None:
        """Where it is in a text.

        Args:
            text: A sentence.
            said: Its words (Sentence.heard).
        """
        return None if self.words.isdisjoint(said) else self.pattern.search(text)


_FIRST = "(?:okay|so|um|uh|well|now|right|oh|hey|please|robot)"
"""What may be said before what is said before."""


def asides(section: Section, patterns: Patterns) -> dict[str, Aside]:
    """Those of a section, by their key.

    Args:
        section: `beside` of the rules' file.
        patterns: The pieces of its patterns.
    """
    section.allow("before", "after", "own_before", "own_after")
    before, after = f"^(?:{_FIRST}(?: ,)? )*(?:{{}}(?: ,)? )+(?=(?P<rest>.+))", "(?:(?: ,)? {})+$"
    found = {}
    for key in ("before", "own_before", "after", "own_after"):
        pattern = patterns.compiled(section, key, before if key.endswith("before") else after)
        found[key] = Aside(pattern, needed_words(pattern, search=key.endswith("after")))
    return found
