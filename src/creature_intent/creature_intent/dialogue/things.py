"""Things as they are named: "cups" and "red cup" may be one, "a fork and the knife" are two."""

from __future__ import annotations

import re

from creature_intent.deeds.naming import one_of
from creature_intent.deeds.slots import head_noun

_AND = re.compile(r" and (?:the |an? |my |your |some )?")
_ONLY = re.compile(r"^(?:(?:oh|no|well|actually|okay|um|and)[ ,]+)*(?:just|only) ")


def things_of(phrase: str) -> list[str]:
    """The things of a list: "cup", "blue plate" of "cup and the blue plate"."""
    return _AND.split(phrase)


def means_one_only(utterance: str) -> bool:
    """ "Just the coffee."."""
    return _ONLY.match(utterance.lower()) is not None


def agree(one: str, other: str) -> bool:
    """Two object phrases may mean the same thing: "cups" and "red cup", not "blue cup" and "red cup"."""
    if not one or not other:
        return True
    if one_of(head_noun(one)) != one_of(head_noun(other)):
        return False
    mine, theirs = set(map(one_of, one.split())), set(map(one_of, other.split()))
    return mine <= theirs or theirs <= mine
