"""The words that a pattern cannot do without: a sentence that has none of them need not be tried.

They are computed from the pattern as Python has parsed it, so that whoever edits a rule cannot forget them. Where they
cannot be told (the pattern begins with any word, or the parser has become another), they are EVERY word: slower, and
never wrong. Texts are words with one space between them; a word with a hyphen or an apostrophe counts by its parts, too
(`heard`), for so does a pattern that ends a word with a boundary.
"""

from __future__ import annotations

import importlib
import re
from collections.abc import Callable, Iterable, Sequence
from functools import reduce
from typing import Any

from creature_intent.lexicon import word_set

Node = tuple[Any, Any]
"""What it is (by name, such as LITERAL), and its argument: see the module `re._parser` of Python."""

_MOST_WORDS = 4000
_MOST_ROUNDS = 4
"""How often a repeated part of a word is followed ("so+")."""
_FREQUENCY = {
    **dict.fromkeys(word_set("a the i you it is to that and of"), 40),
    **dict.fromkeys(
        word_set(
            "am an are at be can did do does for get go had has have he if in just me my no not now oh okay on or our she "
            "so they this up was we what will with would yes your"
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


class _CannotTellError(Exception):
    """Any word may stand here."""


def heard(words: Sequence[str], text: str) -> Sequence[str]:
    """The words of a text, and the parts of those with a hyphen or an apostrophe: what triggers are looked for in."""
    return [*words, *_PART.findall(text)] if "-" in text or "'" in text else words


def any_word(triggers: Iterable[frozenset[str]]) -> frozenset[str]:
    """The words of all: where no one of them is said, none of several patterns can match."""
    found = list(triggers)
    return EVERY if any(one is EVERY for one in found) else frozenset().union(*found)


def first_words(pattern: re.Pattern[str]) -> frozenset[str]:
    """The words with which a text may begin that the pattern matches."""
    nodes = _parsed(pattern)
    return EVERY if nodes is None else _begun(nodes) or EVERY


def needed_words(pattern: re.Pattern[str], search: bool = False) -> frozenset[str]:
    """Words of which every text has one that the pattern matches.

    Args:
        pattern: A pattern.
        search: It may match anywhere in the text, not only at its beginning.
    """
    nodes = _parsed(pattern)
    return EVERY if nodes is None else _needed(nodes, not search) or EVERY


def _parsed(pattern: re.Pattern[str]) -> list[Node] | None:
    """The pattern's nodes, groups resolved; None if they cannot be had."""
    if pattern.flags & (re.IGNORECASE | re.VERBOSE | re.MULTILINE):
        return None
    try:
        parser = importlib.import_module("re._parser")  # Python's own, for want of a public one.
    except ImportError:
        try:
            parser = importlib.import_module("sre_parse")  # Its name before Python 3.11.
        except ImportError:
            return None
    return _flat(parser.parse(pattern.pattern, pattern.flags))


def _flat(nodes: Iterable[Node]) -> list[Node]:
    """The nodes by name, what must come in one row: groups opened, the first of a repeated part before its rest."""
    found: list[Node] = []
    for op, argument in nodes:
        name = str(op)
        if name == "SUBPATTERN" and not (argument[1] or argument[2]):
            found += _flat(argument[3])
        elif name in ("MAX_REPEAT", "MIN_REPEAT") and argument[0] > 0:
            low, high, part = argument
            found += [*_flat(part), (name, (low - 1, high - 1 if isinstance(high, int) else high, part))]
        else:
            found.append((name, argument))
    return found


def _needed(nodes: list[Node], starts: bool, end: Sequence[Node] = ()) -> frozenset[str] | None:
    """The rarest words one of which must stand at the same place; None if there are none.

    Args:
        nodes: What must be there.
        starts: A word begins with the first of them.
        end: What may follow them.
    """
    found, branches = [], []
    for index, (name, argument) in enumerate(nodes):
        if starts:
            found.append(_begun([*nodes[index:], *end]))
        if name == "BRANCH":
            branches.append((index, starts, argument[1]))
        starts = _keeps_start((name, argument), starts)
    if branches:
        # Of the widest choice, every alternative may need another word.
        at, starts, alternatives = max(branches, key=lambda branch: len(branch[2]))
        each = [_needed(_flat(one), starts, [*nodes[at + 1 :], *end]) for one in alternatives]
        if None not in each:
            found.append(frozenset[str]().union(*(one for one in each if one)))
    told = [one for one in found if one]
    return min(told, key=_commonness) if told else None


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
        return starts and reduce(lambda kept, one: _keeps_start(one, kept), _flat(argument[2]), True)
    if name == "BRANCH":
        return all(reduce(lambda kept, one: _keeps_start(one, kept), _flat(part), starts) for part in argument[1])
    return False


def _begun(nodes: Iterable[Node]) -> frozenset[str] | None:
    """The first words of what the nodes match; None if they may be any."""
    words: set[str] = set()
    try:
        left = _read(nodes, {""}, words)
    except _CannotTellError:
        return None
    return None if left else frozenset(words)


def _read(nodes: Iterable[Node], begun: set[str], words: set[str]) -> set[str]:
    """Follow the nodes with all beginnings of a word; those that are whole go to `words`, the rest is returned."""
    for name, argument in _flat(nodes):
        if not begun:
            break
        begun = _READERS.get(name, _unknown)(argument, begun, words)
        if len(begun) + len(words) > _MOST_WORDS:
            raise _CannotTellError
    return begun


def _unknown(_argument: Any, _begun: set[str], _words: set[str]) -> set[str]:
    raise _CannotTellError


def _literal(character: int, begun: set[str], words: set[str]) -> set[str]:
    if not (chr(character).isalnum() or character == ord("_")):
        return _end(begun, words)  # A space, or what parts a word.
    return {start + chr(character) for start in begun}


def _end(begun: set[str], words: set[str]) -> set[str]:
    if "" in begun:
        raise _CannotTellError
    words |= begun
    return set()


def _one_of(items: list[Node], begun: set[str], words: set[str]) -> set[str]:
    if any(str(name) != "LITERAL" for name, _ in items):
        raise _CannotTellError
    return set().union(*(_literal(character, begun, words) for _, character in items))


def _branch(argument: tuple[Any, list[Iterable[Node]]], begun: set[str], words: set[str]) -> set[str]:
    return set().union(*(_read(part, begun, words) for part in argument[1]))


def _repeat(argument: tuple[int, Any, Iterable[Node]], begun: set[str], words: set[str]) -> set[str]:
    """None of it, or more: what must be there has been put before it."""
    found = set(begun)
    for times in range(_MOST_ROUNDS):
        begun = _read(argument[2], begun, words) - found if times != argument[1] else set()
        if not begun:
            return found
        found |= begun
    raise _CannotTellError


def _ahead(argument: tuple[int, Iterable[Node]], begun: set[str], words: set[str]) -> set[str]:
    """What must follow may tell the word; what must not, or stands before, tells nothing."""
    direction, part = argument
    told: set[str] = set()
    try:
        left = _read(part, begun, told) if direction > 0 else begun
    except _CannotTellError:
        return begun
    if left:
        return begun
    words |= told
    return set()


def _at(where: object, begun: set[str], words: set[str]) -> set[str]:
    if str(where) == "AT_BEGINNING":
        return begun
    if str(where) in ("AT_BOUNDARY", "AT_END"):
        words |= begun - {""}
        return begun & {""}
    raise _CannotTellError


_READERS: dict[str, Callable[[Any, set[str], set[str]], set[str]]] = {
    "LITERAL": _literal,
    "IN": _one_of,
    "BRANCH": _branch,
    "MAX_REPEAT": _repeat,
    "MIN_REPEAT": _repeat,
    "ASSERT": _ahead,
    "ASSERT_NOT": lambda _argument, begun, _words: begun,
    "AT": _at,
}
