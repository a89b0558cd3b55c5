"""Words of a speaker who hesitates or stutters, as they were meant: "the, uh, the red cup" is "the red cup"."""

from __future__ import annotations

import re
from operator import eq

from creature_intent.grammar.lexicon import ADJECTIVES

FILLERS = {"um", "umm", "uh", "uhh", "er", "erm", "hmm", "hm", "uhm", "ehm", "mm", "ugh", "urgh", "argh"}
_ARTICLES = {"the", "a", "an", "my", "your"}
_HESITATION = frozenset({",", *FILLERS, *_ARTICLES})
"""Words at which a hesitation can be heard: all others are kept as they are."""

_SAID_AGAIN = re.compile(
    rf"\b(that|this|those|these|some|his|her|to|on|in|at|into|onto|from|under|two|three)(?: ,)? "
    rf"(?:{'|'.join(sorted(FILLERS))})(?: ,)? (?=\1 )"
)
"""Of "that, uh, that pencil" one is meant."""


def without_hesitation(words: list[str]) -> list[str]:
    """ "the, uh, red cup" is one phrase, and of "a the ball" the last article is meant."""
    if _HESITATION.isdisjoint(words):
        return words
    if not FILLERS.isdisjoint(words):
        words = _SAID_AGAIN.sub("", " ".join(words)).split()
    kept: list[str] = []
    is_open = False
    for word in words:
        if word not in _HESITATION:
            is_open = False
            kept.append(word)
            continue
        last = kept[-1] if kept else ""
        if word in FILLERS:
            is_open = last == "," and kept[-2:-1] != [] and (kept[-2] in ADJECTIVES or kept[-2] == "and")
            if is_open:
                kept.pop()
        elif word == "," and (last in _ARTICLES or last == "," or is_open):
            is_open = False
        elif word in _ARTICLES and last in _ARTICLES:
            kept[-1] = word
        else:
            is_open = False
            kept.append(word)
    return kept


def without_stutter(words: list[str]) -> list[str]:
    """ "the the cup" and "I'll, I'll get it" say it once."""
    if len(set(words)) == len(words):
        return words
    words = _once(words)
    if not _repeats(words):
        return words
    kept: list[str] = []
    for index, word in enumerate(words):
        is_whole = word == "it" and not _OF_IT.isdisjoint(words[index + 1 : index + 2])  # "Find it it must be there."
        is_whole = is_whole or (word == "on" and _is_switched(kept))
        if kept and word == kept[-1] and word not in _TWICE and not is_whole:
            continue
        kept.append(word)
        if len(kept) >= 4 and word == kept[-3] and kept[-2] == kept[-4] and "no" not in kept[-2:]:
            del kept[-2:]
        if len(kept) >= 5 and kept[-3] == "," and kept[-2:] == kept[-5:-3]:
            del kept[-3:]
    return kept


def _is_switched(before: list[str]) -> bool:
    """ "turn the lamp on on the dresser": the first "on" is the verb's; not so in "turn on on the lamp"."""
    return not _SWITCHING.isdisjoint(before[:-2]) and before[-1] == "on"


_SWITCHING = frozenset({"turn", "switch"})


def _once(words: list[str]) -> list[str]:
    """ "do a spin, do a spin": the whole sentence, said twice."""
    third = len(words) // 3
    if third > 2 and words == words[:third] * 3 and words[0] not in _TELLING:
        return words[:third]
    half = len(words) // 2
    is_twice = half > 2 and words[:half] == words[-half:] and words[half:-half] in ([], [","])
    is_twice = is_twice and words[0] not in _TELLING
    return words[:half] if is_twice else words


_TELLING = frozenset({"i", "we", "you", "he", "she", "it", "they", "this", "that", "there", "no", "yes"})
"""What begins no order."""
_TWICE = frozenset({"no", "chop"})
""" "No no no!" says more than "No.", and "chop chop" that there is haste."""
_OF_IT = frozenset({"is", "was", "has", "must", "should", "might", "may", "could", "can", "lies", "stands", "looks"})
"""What may be told of "it"."""


def _repeats(words: list[str]) -> bool:
    """A word comes again so soon that it may be stuttered."""
    return any(map(eq, words, words[1:])) or any(map(eq, words, words[2:])) or any(map(eq, words, words[3:]))
