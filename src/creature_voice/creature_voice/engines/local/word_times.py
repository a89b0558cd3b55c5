"""When each word of a sentence begins, from the times of its phonemes.

Design: a phonemiser joins words ("of the" becomes one group), and says one as several ("10:30"), so groups cannot
simply be counted. Each word is therefore also phonemised alone: its share of all phonemes says about where it begins,
and a gap between two groups, if it is the nearest to it and it to the gap, says exactly where.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence

_GAP = " "
_SILENT = frozenset("ˈˌː .,!?;:'\"-()^$_")
# How far, in phonemes, a word's expected beginning may lie from a gap for the gap to be taken.
_NEAR = 3.0


def word_starts(shares: Sequence[int], phonemes: Sequence[str], samples: Sequence[int]) -> list[int]:
    """The first sample of each word; never decreasing, the first word's is that of the first phoneme.

    Args:
        shares: For each word, the number of sounded phonemes when it is phonemised alone (see sounded).
        phonemes: Those of the whole sentence, gaps and marks included.
        samples: The first sample of each of these phonemes.
    """
    if not shares:
        return []
    if not samples:
        return [0] * len(shares)
    positions, gaps = _scale(phonemes)
    scale = positions[-1] / max(sum(shares), 1)
    expected = [scale * before for before in itertools.accumulate(shares[:-1], initial=0)]
    indices = [_place(word, expected, positions, gaps) for word in range(1, len(shares))]
    return list(itertools.accumulate([samples[0], *(samples[index] for index in indices)], max))


def sounded(phonemes: Sequence[str]) -> int:
    """How many of the phonemes are sounds: stress marks, gaps and punctuation are not."""
    return sum(phoneme not in _SILENT for phoneme in phonemes)


def _scale(phonemes: Sequence[str]) -> tuple[list[int], list[int]]:
    """For each phoneme, how many sounds come before it (and one entry more, for all); and where groups begin."""
    positions, gaps, count = [], [], 0
    for index, phoneme in enumerate(phonemes):
        positions.append(count)
        if index and phonemes[index - 1] == _GAP:
            gaps.append(index)
        count += phoneme not in _SILENT
    positions.append(count)
    return positions, gaps


def _place(word: int, expected: list[float], positions: list[int], gaps: list[int]) -> int:
    """Index of the phoneme with which a word begins."""
    near = min(gaps, key=lambda gap: abs(positions[gap] - expected[word]), default=None)
    if near is not None and abs(positions[near] - expected[word]) <= _NEAR:
        # A gap before the next word must not be taken for one of those that share a group.
        owner = min(range(1, len(expected)), key=lambda other: abs(positions[near] - expected[other]))
        if owner == word:
            return near
    return min(range(len(positions) - 1), key=lambda index: abs(positions[index] - expected[word]))
