"""Conditions that hold nothing back: "when you go", "... and if it's not there, try the car"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from creature_intent.grammar.lexicon import word_set
from creature_intent.text.clause import Clause

_FAILED = re.compile(
    r"^(?:(?:it|they|he|she|that|those) (?:is|are) not (?:in )?(?:there|here|around|in|home|at home|anywhere)"
    r"|(?:it|they|that) (?:does|do) not (?:work|fit|help)|(?:it|that) fails"
    r"|you (?:can not|could not|do not) (?:find|see|spot|reach|get) (?:it|them|him|her|any|one|that|(?:the|my) \w+)"
    r"|there (?:is|are) (?:none|nothing|nobody|no \w+|not any|not one)|nobody is (?:there|in|home)|not|none)\b"
)


_TELLING = word_set("tell call warn alert shout ask")


def fallback_from(clauses: Sequence[Clause]) -> int:
    """The first clause that tells what to do if the clauses before it fail; their number if there is none.

    Args:
        clauses: The clauses of a sentence.
    """
    for index, clause in enumerate(clauses):
        follows = clauses[index + 1] if index + 1 < len(clauses) else None
        is_told_then = follows is not None and follows.words[0] in _TELLING  # "..., and if anyone strays, tell me."
        if index and clause.joiner == "if" and (_FAILED.match(clause.text) or is_told_then):
            return index
    return len(clauses)


def is_on_the_way(clauses: Sequence[Clause], index: int) -> bool:
    """ "[go to the kitchen and] when you get there, ...": a step on the way.

    Args:
        clauses: The clauses of a sentence.
        index: Which of them.
    """
    words = clauses[index].words
    if _goes_along(clauses, index):
        return True
    if clauses[index].joiner in ("if", "when") and _FOUND.match(clauses[index].text):
        return any(not _SEEKING.isdisjoint(clause.words[:4]) for clause in clauses[:index])
    if clauses[index].joiner not in ("when", "once") or words[:1] != ("you",) or len(words) < 2:
        return False
    is_there = words[1] in _ARRIVING or (words[1] == "are" and words[2:3] != () and words[2] in _THERE)
    return is_there and any(clause.plain.partition(" ")[0] in _LEAVING for clause in clauses[:index])


def is_of_reason(clauses: Sequence[Clause], index: int) -> bool:
    """ "... so she sees it when she comes home", "nobody needs it till noon, so I'm ...": only a reason depends on it.

    Args:
        clauses: The clauses of a sentence.
        index: Which of them.
    """
    if not index:
        return False
    is_purpose = index > 1 and clauses[index - 1].joiner == "so" and clauses[index - 1].words[0] != "i"
    follows = clauses[index + 1] if index + 1 < len(clauses) else None
    is_fact = clauses[index - 1].words[0] not in ("i", "you") and clauses[index].joiner in ("till", "until")
    if follows is None or not is_fact:
        # "..., and if it gets too hot, open the window": what follows is what depends on it.
        return is_purpose and (follows is None or follows.joiner not in (",", "then"))
    return follows.joiner == "so" and follows.words[:2] == ("i", "am")  # Not "..., so I'll open it [then]."


def _goes_along(clauses: Sequence[Clause], index: int) -> bool:
    """ "[follow the kids] when they go out", "[stay close] while we walk": whoever is followed may go."""
    words = clauses[index].words
    if not index or clauses[index].joiner not in _WHILE or not set(words[1:4]) & _MOVES:
        return False
    return any(_FOLLOWS.match(clause.plain) for clause in clauses[:index])


_WHILE = ("when", "whenever", "once", "if", "while", "wherever")
_MOVES = word_set("go goes walk walks leave leaves move moves come comes run runs drive drives am is are")
_FOLLOWS = re.compile(
    r"^(?:(?:can|could|would|will) you )?(?:please |always |just )*(?:follow|shadow|trail|accompany|(?:stay|keep|stick|"
    r"walk|go|come) (?:right )?(?:close|with|behind|beside|near|next to|after))\b"
)
_FOUND = re.compile(
    r"^(?:you (?:can |do |did )?(?:find|found|see|spot|have|get) (?:it|them|him|her|one|some|any)"
    r"|(?:it|they) (?:is|are) (?:there|in there|on it))$"
)
_SEEKING = word_set("look search find check see hunt seek")
_ARRIVING = word_set("get arrive reach see find meet spot")
_THERE = word_set("there in at inside outside upstairs downstairs done")
_LEAVING = word_set("go drive walk run head roll move meet find take bring follow")


def is_soon(clause: Clause) -> bool:
    """ "when you leave", "once he's asleep", "wherever I go": it will come, and tells only when or where."""
    words = clause.words
    if clause.joiner == "wherever":
        return len(words) <= 4
    if clause.joiner not in ("when", "once") or len(words) < 2 or set(words) & _UNSURE:
        return False
    goes = words[0] in _WHO and (words[1] in _SOON or words[1:] in _GOING or words[1].endswith("'s"))
    return goes or (words[0] in ("the", "my", "everyone", "everybody") and bool({"is", "are"} & set(words[1:4])))


_WHO = word_set("you he she they it i we everyone everybody nobody")
_SOON = word_set("is are leave pass fry cook eat finish")
_GOING = (("go",), ("go", "out"), ("go", "past"), ("go", "by"), ("go", "in"), ("come", "in"), ("come", "out"))
_UNSURE = word_set("say says said tell ask call see was were would not ever get")


def lasts(clauses: Sequence[Clause], index: int) -> bool:
    """ "I'll follow him until he leaves", "... wherever you go": how long and where it goes on, not when it begins.

    Args:
        clauses: The clauses of a sentence.
        index: Which of them may be a condition.
    """
    if clauses[index].joiner == "if" and clauses[index].words == ("i", "may"):
        return True
    if not index and clauses[0].joiner == "wherever" and len(clauses[0].words) <= 2:
        return any(clause.words[0] == "i" and not _LASTING.isdisjoint(clause.words) for clause in clauses[1:])
    if index and clauses[index].joiner == "if" and clauses[index].words in _NEEDING_ME:
        return clauses[index - 1].words[:3] == ("i", "will", "be")
    if not index or index < len(clauses) - 1 or clauses[index].joiner not in ("until", "till", "wherever"):
        return False
    if clauses[index].joiner == "wherever" and len(clauses[index].words) > 2:
        return False  # "... wherever that argument leads"
    words = next((clause.words for clause in clauses[:index] if clause.words[0] == "i"), ())
    return "not" not in words and not _LASTING.isdisjoint(words)


_NEEDING_ME = (("you", "need", "me"), ("you", "want", "me"), ("you", "need", "anything"))
_LASTING = word_set(
    "follow following tail tailing trail trailing shadow shadowing accompany accompanying stay staying stand standing "
    "wait waiting hold holding keep stick sticking walk walking guard guarding search searching after behind"
)
_OWN_SAYING = re.compile(
    r"^(?:your wish|(?:and |so |well )?i (?:suppose|was (?:just )?(?:going|about) to say|am"
    r" (?:happy|glad|pleased|delighted|proud) to (?:say|tell|announce)|must say|would say|dare say|can tell))$"
)


def is_own_saying(words: Sequence[str]) -> bool:
    """ "I was just going to say", "I'm happy to say": what the creature says next is its own."""
    return _OWN_SAYING.match(" ".join(words)) is not None
