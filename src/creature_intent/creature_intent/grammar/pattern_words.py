"""With which words the texts begin that a pattern matches, told from the pattern as Python has parsed it."""

from __future__ import annotations

import importlib
import re
from collections.abc import Callable, Iterable
from typing import Any

Node = tuple[Any, Any]
"""What it is (by name, such as LITERAL), and its argument: see the module `re._parser` of Python."""

_MOST_WORDS = 4000
_MOST_ROUNDS = 4
"""How often a repeated part of a word is followed ("so+")."""


class _CannotTellError(Exception):
    """Any word may stand here."""


def parsed(pattern: re.Pattern[str]) -> list[Node] | None:
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
    return flat(parser.parse(pattern.pattern, pattern.flags))


def flat(nodes: Iterable[Node]) -> list[Node]:
    """The nodes by name, what must come in one row: groups opened, the first of a repeated part before its rest."""
    found: list[Node] = []
    for op, argument in nodes:
        name = str(op)
        if name == "SUBPATTERN" and not (argument[1] or argument[2]):
            found += flat(argument[3])
        elif name in ("MAX_REPEAT", "MIN_REPEAT") and argument[0] > 0:
            low, high, part = argument
            found += [*flat(part), (name, (low - 1, high - 1 if isinstance(high, int) else high, part))]
        else:
            found.append((name, argument))
    return found


def begun_by(nodes: Iterable[Node]) -> frozenset[str] | None:
    """The first words of what the nodes match; None if they may be any."""
    words: set[str] = set()
    try:
        left = _read(nodes, {""}, words)
    except _CannotTellError:
        return None
    return None if left else frozenset(words)


def _read(nodes: Iterable[Node], begun: set[str], words: set[str]) -> set[str]:
    """Follow the nodes with all beginnings of a word; those that are whole go to `words`, the rest is returned."""
    for name, argument in flat(nodes):
        if not begun:
            break
        begun = _READERS.get(name, _unknown)(argument, begun, words)
        if len(begun) + len(words) > _MOST_WORDS:
            raise _CannotTellError
    return begun


def _unknown(_argument: Any, _prefixes: set[str], _words: set[str]) -> set[str]:
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
