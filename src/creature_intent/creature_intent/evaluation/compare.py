"""When two phrases name the same thing.

Strictly: the same words, blind to case, marks, articles and owners ("the Red Cup" is "my red cup"), to "please" at the
end, and to how the user is called ("me", "you", "user"). A pronoun names nothing: "it" is the same as no object.
Leniently: the same head noun ("cup" and "red cup with a handle").
Objects joined by "and" are several objects.
"""

from __future__ import annotations

import re

from creature_intent.grammar.lexicon import word_set

_WORD = re.compile(r"[^\W_]+(?:['-][^\W_]+)*")
_DETERMINERS = word_set("the a an my your his her our their its this that these those some any one's user")
_PRONOUNS = word_set("it that this them those these one something there here")
_USER = word_set("me us you user myself yourself")
_POLITE = word_set("please thanks")
_TAIL = re.compile(r" (?:of|with|on|in|at|under|by|from|for|about|that|which|who|near|next|behind|beside|to) ")
_AND = re.compile(r"\s+and\s+|\s*,\s*(?:and\s+)?")
ANYTHING = "*"


def plain(phrase: str) -> str:
    """The phrase in the form in which phrases are compared."""
    words = [word.removesuffix("'s") for word in _WORD.findall(phrase.replace("\u2019", "'").lower())]
    while words and words[-1] in _POLITE:
        words.pop()
    if len(words) == 1 and words[0] in _PRONOUNS | _USER:
        return "user" if words[0] in _USER else ""
    return " ".join(word for word in words if word not in _DETERMINERS)


def same(expected: str, found: str) -> bool:
    """Whether the found phrase is the expected one, or one of its alternatives ("a|b"; "*" is anything)."""
    return expected == ANYTHING or plain(found) in [plain(one) for one in expected.split("|")]


def same_head(expected: str, found: str) -> bool:
    """Whether the found phrase is about the same noun as the expected one."""
    return same(expected, found) or head(found) in [head(one) for one in expected.split("|")]


def head(phrase: str) -> str:
    """The noun that a phrase is about: "cup" of "the red cup with a handle"."""
    words = _TAIL.split(plain(phrase))[0].split()
    return words[-1] if words else ""


def several(phrase: str) -> list[str]:
    """The things that a phrase names: "a fork and the knife" are two."""
    parts = [part for part in _AND.split(phrase) if plain(part)]
    return parts if len(parts) > 1 else [phrase]
