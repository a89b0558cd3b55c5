"""Words that were perhaps misheard: what they are most like, as far as letters tell."""

from __future__ import annotations

import difflib
from collections.abc import Collection, Mapping, Sequence

# One letter of three may be wrong ("red cop") where another word fits; alone, one of four ("boke").
_LIKENESS = 0.66
_LIKENESS_ALONE = 0.74


def nearest_name(said: Sequence[str], names: Mapping[str, Collection[str]]) -> str:
    """The name whose words are most like what was said; empty if there is none, or no single one.

    Args:
        said: The words, as they were understood.
        names: Each name with all words that may be said for it.
    """
    likeness = {name: _likeness(said, words) for name, words in names.items()}
    best = max(likeness.values(), default=0.0)
    found = [name for name, value in likeness.items() if value == best]
    return found[0] if best > 0.0 and len(found) == 1 else ""


def _likeness(said: Sequence[str], words: Collection[str]) -> float:
    """How like the words are, summed over what was said; 0 if one of them is like none."""
    cutoff = _LIKENESS if any(word in words for word in said) else _LIKENESS_ALONE
    ratios = [max((_ratio(word, known) for known in words), default=0.0) for word in said]
    return sum(ratios) if ratios and min(ratios) >= cutoff else 0.0


def _ratio(word: str, known: str) -> float:
    return difflib.SequenceMatcher(None, word, known).ratio()
