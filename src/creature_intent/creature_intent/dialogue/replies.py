"""What the creature says in answer to a request without naming the task: "I'll shut it", "Both"."""

from __future__ import annotations

import re

from creature_intent.acts import USER, Slots
from creature_intent.deeds.slots import without_adverbs
from creature_intent.grammar.lexicon import PREPOSITIONS, PRONOUNS, word_set
from creature_intent.meaning.frames import Frame

ALL = frozenset(
    f"{start}{end}" for start in ("both", "all", "each") for end in ("", " of them", " of those", " three", " two")
) | {
    "them all",
    "them both",
    "everything",
    "whole thing",
    "whole lot",
    "all of that",
    "all of this",
    "all of it",
    "all that",
}
"""Words for whatever was asked for, be it one thing or several."""
_SEVERAL = ALL | {"them", "those", "these"}
_POINTING = (
    PRONOUNS
    | PREPOSITIONS
    | word_set(
        "him her one ones both all each everything you me us there here up down out away back together along "
        "ahead home "
        "upstairs downstairs outside inside a an bit little second moment minute sec tick just also too so first quick "
        "as fast i can you said asked wish want like course by myself own way and go closer "
        "right"
    )
)
"""Words that name nothing: what is meant by them was said before."""
_WHOM = PRONOUNS | word_set("him her")
_NO_ANSWER = word_set("wait stay stand see stop keep have leave make let help report check watch sound hold back step")
"""Verbs that with such words alone promise nothing ("I'll wait for you", "I'll leave it")."""
_PUTS_OFF = re.compile(
    r"^(?:get|come|go) back to|^(?:come|go) back|^(?:get|go) (?:over|through|on|up)\b|^give (?:it )?up"
    r"|^find out|^look up"
)


def points_back(put: Frame) -> bool:
    """The promise names no thing, no place and nobody: it can only be of what was asked ("I'm taking it to her")."""
    verb, *rest = put.deed
    if verb in ("go", "come") and len(rest) > 1 and rest[-1] in _WHOM:
        verb, *rest = rest  # "I'll go find him."
    if verb in _NO_ANSWER or _PUTS_OFF.match(" ".join(put.deed)):
        return False
    return all(word in _POINTING for word in without_adverbs(rest))


def means_all(slots: Slots) -> bool:
    """The promise is of all that was asked for, and of no more: "I'll bring you both"."""
    elsewhere = slots.source or slots.destination or slots.recipient not in ("", USER)
    return slots.object in _SEVERAL and not elsewhere
