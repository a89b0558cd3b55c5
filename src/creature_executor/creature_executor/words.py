"""From a person's words for a thing to the words that count: "the little mugs on my desk" -> small cup desk."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


ARTICLES = _words("a an the my your his her our their this that these those some any")
# Words that say nothing about which thing is meant.
FILLERS = ARTICLES | _words("one ones please thing over there here up down of nice lovely good favourite favorite")
PRONOUNS = _words("it that this them these those one")
HERE = _words("here there down")
PEOPLE = _words("me us you user person")
# Words that come before a place.
PREPOSITIONS = _words("on onto in into inside at to from off under near by beside behind next towards toward against")
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)?")
_PLACE_FOLLOWS = re.compile(r"\b(?:on|in|inside|at|from|off|under|near|by|beside|behind|next to)\b")
_SIBILANT_PLURAL = re.compile(r"(?:s|x|z|ch|sh)es$")


def split_words(text: str) -> list[str]:
    """The words in lower case, without punctuation."""
    return _WORD.findall(text.lower())


def singular(word: str) -> str:
    """A rough singular, the same for "cups" and "cup": good for comparing words, not for showing them."""
    if len(word) > 4 and _SIBILANT_PLURAL.search(word):
        return word[:-2]
    if len(word) > 3 and word.endswith("s") and not word.endswith("ss"):
        return word[:-1]
    return word


def split_place(text: str) -> tuple[str, str]:
    """The thing and where it is said to be: "cup on the table" -> ("cup ", " the table"); the latter may be empty."""
    found = _PLACE_FOLLOWS.search(text.lower())
    if found is None or not found.start():
        return text, ""
    return text[: found.start()], text[found.end() :]


def bare(text: str) -> str:
    """The words without the speaker's article, as they follow "there is no": "the red cup" -> "red cup"."""
    words = text.split()
    while words and words[0].lower() in ARTICLES:
        words = words[1:]
    return " ".join(words).strip(" .,!?") or "such thing"


class Vocabulary:
    """Brings synonyms together.

    Args:
        synonyms: The world's own word to others for it: {"cup": ["mug"]}. Both may be of several words.
        names: Names of the world that are never to be taken apart, though they contain a synonym.
    """

    def __init__(self, synonyms: Mapping[str, Sequence[str]], names: Iterable[str] = ()) -> None:
        self._phrases: dict[tuple[str, ...], tuple[str, ...]] = {}
        for own, others in synonyms.items():
            self._phrases.update({_key(other): _key(own) for other in others})
        for name in (*synonyms, *names):
            self._phrases[_key(name)] = _key(name)
        self._longest = max((len(phrase) for phrase in self._phrases), default=1)

    def spoken(self, own: Collection[str]) -> set[str]:
        """All words that may be said for the world's own words."""
        others = {phrase[0] for phrase, means in self._phrases.items() if len(phrase) == 1 and set(means) <= set(own)}
        return others | set(own)

    def content(self, text: str, drop: frozenset[str] = FILLERS) -> tuple[str, ...]:
        """The words that count, singular, synonyms replaced by the world's own words."""
        words = [singular(word) for word in split_words(text) if word not in drop]
        found: list[str] = []
        while words:
            length, own = self._match(words)
            found.extend(own)
            words = words[length:]
        return tuple(found)

    def _match(self, words: list[str]) -> tuple[int, tuple[str, ...]]:
        for length in range(min(self._longest, len(words)), 0, -1):
            own = self._phrases.get(tuple(words[:length]))
            if own is not None:
                return length, own
        return 1, (words[0],)


def _key(phrase: str) -> tuple[str, ...]:
    return tuple(singular(word) for word in split_words(phrase))
