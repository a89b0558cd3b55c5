"""A clause: the part of a sentence that is read as one."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from creature_intent.text.openers import strip_openers


class Clause(NamedTuple):
    """Words with one verb at most.

    Attributes:
        words: The words.
        joiner: What joins them to the clause before; empty at the beginning.
        text: The words with a space between them.
        plain: The text without "okay", "well", "please" in front.
    """

    words: tuple[str, ...]
    joiner: str
    text: str
    plain: str


def clause(words: Iterable[str], joiner: str = "") -> Clause:
    """The clause of these words."""
    text = " ".join(words)
    return Clause(tuple(words), joiner, text, strip_openers(text))
