"""The words that a pattern cannot do without: a sentence that has none of them need not be tried.

They are computed from the pattern as Python has parsed it, so that whoever edits a rule cannot forget them. Where they
cannot be told (the pattern begins with any word, or the parser has become another), they are EVERY word: slower, and
never wrong. Texts are words with one space between them; a word with a hyphen or an apostrophe counts by its parts, too
(`heard`), for so does a pattern that ends a word with a boundary.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import reduce

from creature_intent.grammar.lexicon import word_set
from creature_intent.grammar.pattern_words import Node, begun_by, flat, parsed

_FREQUENCY = {
    **dict.fromkeys(word_set("a the i you it is to that and of in on"), 40),
    **dict.fromkeys(
        word_set(
            "am an are at be can did do does for get go had has have he if just me my no not now oh okay or our "
            "she so they this up was we what will with would yes your"
        ),
        12,
    ),
    **dict.fromkeys(
        word_set("back by come could good here let like look need one out over put right see take there time too want"),
        5,
    ),
}
"""How often words are said, roughly, a word of no list being 1: a pattern's rarest words say most of a sentence."""
_PART = re.compile(r"\w+")


class _EveryWord(frozenset[str]):
    """The set of all words."""

    def __contains__(self, word: object) -> bool:
        return True

    def isdisjoint(self, words: Iterable[object]) -> bool:
        return False


EVERY: frozenset[str] = _EveryWord()


def heard(words: Sequence[str], text: str) -> Sequence[str]:
    """The words of a text, and the parts of those with a hyphen or an apostrophe: what triggers are looked for in."""
    return [*words, *_PART.findall(text)] if "-" in text or "'" in text else words


def any_word(triggers: Iterable[frozenset[str]]) -> frozenset[str]:
    """The words of all: where no one of them is said, none of several patterns can match."""
    found = list(triggers)
    return EVERY if any(one is EVERY for one in found) else frozenset().union(*found)


def first_words(pattern: re.Pattern[str]) -> frozenset[str]:
    """The words with which a text may begin that the pattern matches."""
    nodes = parsed(pattern)
    return EVERY if nodes is None else begun_by(nodes) or EVERY


def needed_words(pattern: re.Pattern[str], search: bool = False) -> frozenset[str]:
    """Words of which every text has one that the pattern matches.

    Args:
        pattern: A pattern.
        search: It may match anywhere in the text, not only at its beginning.
    """
    nodes = parsed(pattern)
    return EVERY if nodes is None else _needed(nodes, not search) or EVERY


def all_needed(pattern: re.Pattern[str]) -> tuple[frozenset[str], ...]:
    """Sets of words: every text has one of each in which the pattern is found, the rarest set first; none is EVERY.

    Args:
        pattern: A pattern, which may match anywhere in the text.
    """
    nodes = parsed(pattern)
    return tuple(sorted(set(_told(nodes, False)), key=_commonness)) if nodes is not None else ()


def _needed(nodes: list[Node], starts: bool, end: Sequence[Node] = ()) -> frozenset[str] | None:
    """The rarest words one of which must stand at the same place; None if there are none."""
    return min(_told(nodes, starts, end), key=_commonness, default=None)


def _told(nodes: list[Node], starts: bool, end: Sequence[Node] = ()) -> list[frozenset[str]]:
    """For each place that can be told, the words one of which must stand there.

    Args:
        nodes: What must be there.
        starts: A word begins with the first of them.
        end: What may follow them.
    """
    found: list[frozenset[str] | None] = []
    branches = []
    for index, (name, argument) in enumerate(nodes):
        if starts:
            found.append(begun_by([*nodes[index:], *end]))
        if name == "ASSERT" and argument[0] > 0:
            found += _told(flat(argument[1]), starts)
        if name == "BRANCH":
            branches.append((index, starts, argument[1]))
        starts = _keeps_start((name, argument), starts)
    if branches:
        # Of the widest choice, every alternative may need another word.
        at, starts, alternatives = max(branches, key=lambda branch: len(branch[2]))
        each = [_needed(flat(one), starts, [*nodes[at + 1 :], *end]) for one in alternatives]
        if None not in each:
            found.append(frozenset[str]().union(*(one for one in each if one)))
    return [one for one in found if one]


def _commonness(words: frozenset[str]) -> int:
    return sum(_FREQUENCY.get(word, 1) for word in words)


def _keeps_start(node: Node, starts: bool) -> bool:
    """Whether a word begins after the node, if one begins before it or not."""
    name, argument = node
    if name == "LITERAL":
        return bool(argument == ord(" "))
    if name == "AT":
        return starts or str(argument) in ("AT_BEGINNING", "AT_BOUNDARY")
    if name in ("ASSERT", "ASSERT_NOT"):
        return starts
    if name in ("MAX_REPEAT", "MIN_REPEAT"):
        return starts and reduce(lambda kept, one: _keeps_start(one, kept), flat(argument[2]), True)
    if name == "BRANCH":
        return all(reduce(lambda kept, one: _keeps_start(one, kept), flat(part), starts) for part in argument[1])
    return False
