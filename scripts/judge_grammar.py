"""Sentences made from templates: `U: (bring|fetch) me {the} {anything}` (see judge_data/)."""

from __future__ import annotations

import random
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

_CHOICE = re.compile(r"\(([^()]*)\)")
_SLOT = re.compile(r"\{([^{}]*)\}")
_SPEAKERS = {"U": "user", "A": "agent"}

Words = Mapping[str, Sequence[str]]


class GrammarError(ValueError):
    """A line cannot be used; the message names it."""


@dataclass(frozen=True)
class Template:
    """One line of a file of templates.

    Attributes:
        kind: The heading it stands under.
        speaker: "user" or "agent".
        text: With its choices and slots.
        line: Its number in the file.
    """

    kind: str
    speaker: str
    text: str
    line: int


def read_words(text: str) -> dict[str, list[str]]:
    """The word lists of a text, by name.

    Raises:
        GrammarError: a line is not `name: word, word`.
    """
    lists: dict[str, list[str]] = {}
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        name, colon, words = line.partition(":")
        if not colon or not words.strip():
            raise GrammarError(f"line {number}: a word list is `name: word, word, ...`, not {line[:40]!r}")
        lists[name.strip()] = [word.strip() for word in words.split(",")]
    return lists


def read_templates(text: str) -> list[Template]:
    """The templates of a text; `UA:` makes one for each speaker.

    Raises:
        GrammarError: a line has no speaker.
    """
    kind, found = "task", []
    for number, line in enumerate(text.splitlines(), 1):
        if line.startswith("# "):
            kind = line[2:].strip()
            continue
        if not line.strip():
            continue
        speakers, colon, body = line.partition(": ")
        if not colon or not set(speakers) <= set(_SPEAKERS):
            raise GrammarError(f"line {number}: a template begins with `U: `, `A: ` or `UA: `, not {line[:40]!r}")
        found += [Template(kind, _SPEAKERS[letter], body, number) for letter in speakers]
    return found


def expand(text: str, words: Words, chance: random.Random) -> str:
    """One sentence of the template.

    Raises:
        GrammarError: it names a list that there is not.
    """
    while True:
        choice = _CHOICE.search(text)
        slot = None if choice else _SLOT.search(text)
        found = choice or slot
        if found is None:
            return re.sub(r"\s+", " ", text).strip()
        if choice:
            new = chance.choice(choice[1].split("|"))
        elif found[1] in words:
            new = chance.choice(words[found[1]])
        else:
            raise GrammarError(f"there is no word list '{found[1]}' for {text!r}")
        text = text[: found.start()] + new + text[found.end() :]
