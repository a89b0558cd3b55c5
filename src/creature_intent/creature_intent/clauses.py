"""Cuts a sentence into its clauses, each with the word that joins it to the one before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from creature_intent.lexicon import ACTION_VERBS, ADJECTIVES, BASE_OF_GERUND, DETERMINERS, word_set

COORDINATORS = word_set("and but or so then because cause plus")
CONDITIONS = word_set(
    "if unless when whenever once until till after before while though although since whether wherever"
)
_SUBJECTS = word_set(
    "i you we they he she it there let can could would will do does did is are what where who why how please thank "
    "thanks then"
)
_HELPERS = word_set("go come run try going coming over")
"""Verbs that lead to the next one: "go and pick up" is one deed."""
_WONDERING = word_set("wondering wonder possible appreciate great nice grateful lovely helpful wonderful")
_ADVERBS = word_set("then also please just now afterwards finally maybe quickly carefully gently next later")


@dataclass(frozen=True)
class Clause:
    """Words with one verb at most, and what joins them to the clause before ("" at the beginning)."""

    words: tuple[str, ...]
    joiner: str


def split(words: Sequence[str]) -> list[Clause]:
    """The clauses of a sentence, in order; none is empty."""
    words = [word for index, word in enumerate(words) if not (word == "," and _between_adjectives(words, index))]
    clauses: list[Clause] = []
    current: list[str] = []
    joiner = ""
    for index, word in enumerate(words):
        new = _joiner(words, index, current)
        if new is None:
            current.append(word)
            continue
        if current:
            clauses.append(Clause(tuple(current), joiner))
            current, joiner = [], new
        elif joiner in ("", ",") or new in CONDITIONS:
            joiner = new
    if current:
        clauses.append(Clause(tuple(current), joiner))
    return clauses


def _joiner(words: Sequence[str], index: int, current: Sequence[str]) -> str | None:
    """The joiner that this word is, or None where it belongs to the clause."""
    word = words[index]
    following = words[index + 1] if index + 1 < len(words) else ""
    if word in (",", '"'):
        return word
    if word in CONDITIONS:
        is_adverb = word in ("after", "before") and following in ("that", "this")
        return None if is_adverb or (word == "if" and _wondering(words, index)) else word
    if word == "and" and current and current[-1] in _HELPERS and following in ACTION_VERBS:
        return None
    if word in COORDINATORS and (not current or _starts_clause(words, index + 1)):
        return word
    if word == "as" and following in ("soon", "long"):
        return "if"
    return None


def _wondering(words: Sequence[str], index: int) -> bool:
    """ "I was wondering if you could" asks; it makes no condition."""
    return words[index + 1 : index + 2] == ["you"] and bool(set(words[max(0, index - 3) : index]) & _WONDERING)


def _between_adjectives(words: Sequence[str], index: int) -> bool:
    """ "the big, red cup"."""
    around = [*words[max(0, index - 1) : index], *words[index + 1 : index + 2]]
    return len(around) == 2 and all(word in ADJECTIVES for word in around) and _has_determiner(words, index)


def _has_determiner(words: Sequence[str], index: int) -> bool:
    return any(word in DETERMINERS for word in words[max(0, index - 4) : index])


def _starts_clause(words: Sequence[str], index: int) -> bool:
    while index < len(words) and words[index] in _ADVERBS:
        index += 1
    if index >= len(words):
        return True
    word = words[index]
    if word in _SUBJECTS or word in ACTION_VERBS or word in BASE_OF_GERUND:
        return True
    is_past = word.endswith("ed") and len(word) > 4
    return is_past or word in COORDINATORS or word in CONDITIONS or word in (",", "let")
