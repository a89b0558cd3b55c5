"""What the user wants at another time, or in some case only: the creature's "okay, I'll open it" starts nothing now."""

from __future__ import annotations

import re

from creature_intent.acts import Act, Kind
from creature_intent.deeds.slots import another_time, head_noun
from creature_intent.meaning.candidates import Candidates
from creature_intent.text.clauses import CONDITIONS


def words_put_off(candidates: Candidates) -> frozenset[str]:
    """The words of a sentence of the user that is put off: "if it rains close the window", "lock up at six".

    Args:
        candidates: The sentence.
    """
    clauses, words = candidates.clauses, candidates.sentence.words
    if not any(clause.joiner in CONDITIONS for clause in clauses) and not another_time(words):
        return frozenset()
    vetoes = (candidates.veto(index) for index in range(len(clauses)))
    is_put_off = any(veto.startswith(("it depends on a condition", "it is for another time")) for veto in vetoes)
    return frozenset(words) if is_put_off else frozenset()


def asks_what_it_does(text: str) -> bool:
    """ "What are you doing?": "I'm closing the window" tells it then, and begins nothing."""
    return _DOING.search(text) is not None


_DOING = re.compile(
    r"\b(?:what (?:are|were) you (?:doing|up to|at)|where are you (?:going|headed|heading|off to)|what do you do)\b"
)


def is_put_off(act: Act, words: frozenset[str]) -> bool:
    """The creature promises just what was put off.

    Args:
        act: What the creature does with its words.
        words: Of `words_put_off`.
    """
    return act.kind == Kind.COMMIT and bool(act.slots.object) and head_noun(act.slots.object) in words
