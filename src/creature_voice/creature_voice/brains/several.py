"""Several things in one request: "bring me the cup and then the book" is two."""

from __future__ import annotations

import re
from collections.abc import Iterable

from creature_voice.brains.noun import Noun, read_noun, split_spot

_DET = r"(?:the|a|an|my|your|our|his|her|some|another|that|this) "
_NEXT = re.compile(rf",? (?:and then|then|and also|and|plus) (?:also )?(?={_DET})")
_MORE = re.compile(rf"(?:(?:and|then|also|plus) )+(?={_DET})")


def each(text: str, forms: Iterable[str]) -> list[str]:
    """The request once for each of its things; itself if it has one.

    Args:
        text: A request without its wrapping.
        forms: Regular expressions of requests; group "thing" is what they are about.
    """
    if not _NEXT.search(text) or " between " in text:
        return [text]
    for form in forms:
        match = re.fullmatch(form, text)
        thing = match.groupdict().get("thing") if match else None
        if match is None or not thing:
            continue
        pieces = _NEXT.split(thing)
        if len(pieces) > 1 and all(_noun(piece) for piece in pieces):
            before, after = text[: match.start("thing")], text[match.end("thing") :]
            return [f"{before}{piece}{after}" for piece in pieces]
    return [text]


def more(clause: str) -> list[Noun]:
    """The things in a clause that only goes on with a list: "and then the book", "the book and the ball"."""
    begun = _MORE.match(clause)
    pieces = _NEXT.split(clause[begun.end() :] if begun else clause)
    nouns = [_noun(piece) for piece in pieces]
    if (not begun and len(pieces) < 2) or not all(noun is not None and noun.det for noun in nouns):
        return []
    return [noun for noun in nouns if noun is not None and not noun.pronoun]


def _noun(words: str) -> Noun | None:
    return read_noun(split_spot(words)[0])
