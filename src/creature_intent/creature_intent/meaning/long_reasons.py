"""Requests behind a long reason: "nobody told me, and if she stays she'll be cold, so bring a blanket"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from creature_intent.text.clause import Clause
from creature_intent.tokens import Speaker

_ASKING = re.compile(
    r"^(?:(?:so|then|and|anyway|well|now|maybe|perhaps|just|robot) )*"
    r"(?:(?:could|can|would|will) you (?!not\b|say|believe|imagine)|please |do me a favou?r|be (?:so|a|an) |go and "
    r"|go on and "
    r"|i (?:need|want|would like) you to |you (?:will|would|had) (?:have to|better) |would you mind |just )"
)
_BEGUN = re.compile(
    r"^(?:(?:so|just|then) )*(?:bring|fetch|get|give|hand|pass|take|put|pick|grab|open|close|shut|turn|switch|go"
    r"|come|find|"
    r"look|follow|show|help|move|carry|leave|run|nip|pop|dig|hang|lay|set|start|lock|unlock) "
    r"(?:me|us|him|her|them|it|the|my|our|his|your|that|this|these|those|some|a|an|another|on|off|up|down|out|over"
    r"|away|"
    r"back|in|into|to|for|along|and)\b"
)
_SAYING = frozenset(
    {"say", "says", "said", "think", "thinks", "do", "does", "did", "is", "hope", "and", "why", "how", "even"}
)
_REASONS = frozenset({"because", "cause", "since"})
_LEAST = 4
"""The fewest words of a reason."""


def own_part(clauses: Sequence[Clause], index: int, speaker: Speaker) -> tuple[Sequence[Clause], int]:
    """The clauses that belong to the request, without the reason before it, and where in them the clause stands.

    Conditions and what somebody said are the reason's own business: "she says it is cold, so close the window".

    Args:
        clauses: The clauses of a sentence.
        index: Which of them may ask for something.
        speaker: Who says it.
    """
    if speaker != Speaker.USER:
        return clauses, index
    start = next((at for at in range(index, 0, -1) if _follows(clauses, at)), 0)
    end = next((at for at in range(index + 1, len(clauses)) if clauses[at].joiner in _REASONS), len(clauses))
    return clauses[start:end], index - start


def _follows(clauses: Sequence[Clause], at: int) -> bool:
    """What is asked for follows from what was told: "..., so could you"."""
    clause, before = clauses[at], clauses[at - 1]
    if clause.joiner != "so" or before.words[-1] in _SAYING:
        return False
    is_asked = _ASKING.match(clause.text) is not None or _BEGUN.match(clause.text) is not None
    return is_asked and sum(len(one.words) for one in clauses[:at]) >= _LEAST and before.joiner not in ("if", "unless")
