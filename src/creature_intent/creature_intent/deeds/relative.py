"""What stands before a relative clause: "the book [that I left]", "the cup [mum gave me]"."""

from __future__ import annotations

from collections.abc import Sequence

from creature_intent.grammar.lexicon import DETERMINERS, KIN, PEOPLE, word_set

_RESTING = word_set(
    "wearing lying hanging standing sitting leaning resting laying located situated stored placed parked positioned "
    "covering overlooking adjoining leading"
)
_CONTACT = word_set("i you we he she they that which who where nobody nobody's everybody everyone's these whatever")
_HANDLED = word_set(
    "gave left bought brought used wore made baked sent knitted borrowed found dropped lent wanted likes uses needs "
    "ordered"
)
"""What somebody did with the thing, or does."""
_SIDED = word_set("top bottom upper lower far middle front back rear")


def before_relative(words: Sequence[str]) -> list[str]:
    """The words before a relative clause: "the book [that I left]", "the cup [you see]", "the scarf [mum wore]"."""
    for index, word in enumerate(words):
        if index > 0 and word in _RESTING and words[index - 1] not in DETERMINERS:
            return list(words[:index])
        is_side = word == "left" and words[index - 1] in _SIDED and index < len(words) - 1  # "the top left drawer"
        is_told = index > 1 and word in _HANDLED and not is_side
        if is_told and (words[index - 1] in PEOPLE or words[index - 2] in DETERMINERS):
            return list(words[: _start_of_name(words, index)])
        is_partitive = word in ("that", "these") and words[index - 1] in ("of", "all", "half")
        if index > 0 and word in _CONTACT and not is_partitive and not (word == "that" and index == len(words) - 1):
            return list(words[: index - (words[index - 1] == "with")])
    return list(words)


def _start_of_name(words: Sequence[str], verb: int) -> int:
    """Where it begins who did it: "the cup [mum gave me]", "the parcel [the postman left]"; `verb` itself if nobody."""
    start = verb - 1
    if words[start - 1] in DETERMINERS and (words[start] not in KIN or start > 1):
        start -= 1
    return start if start > 0 else verb
