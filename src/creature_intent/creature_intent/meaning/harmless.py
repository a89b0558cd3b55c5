"""What is said beside a task and holds nothing of it back: "I heard you", "... as soon as I'm with you"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from creature_intent.meaning.until_found import sought_until
from creature_intent.text.clause import Clause

_SAYINGS = (
    ("on", "second", "thought"), ("on", "second", "thoughts"), ("say", "no", "more"), ("as", "i", "said"),
    ("no", "sooner", "said", "than", "done"), ("your", "wish", "is", "my", "command"),
    ("just", "as", "you", "said"), ("say", "the", "word"), ("easier", "said", "than", "done"),
)  # fmt: skip
_HEARD = re.compile(
    r"^(?:.* )?i (?:have |did |do |can )?(?:just |already )?heard? (?:you|that|it|your (?:call|request|wish))"
    r"(?: (?:loud and clear|the first time|now|already|calling|all right|just fine|fine))?$"
)
_ARRIVED = re.compile(
    r"^(?:soon as )?i (?:am (?:(?:right|back|over) )*"
    r"(?:there|with you|beside|next to|near|at|in|inside|by|close)\b(?! a\b)"
    r"|(?:get|come|arrive|reach) (?:there|here|to you|(?:to )?(?:the|your) \w+$)|arrive$"
    r"|(?:have )?(?:found|find|got|get|reached|spotted|spot|picked|have) (?:it|them|that|those|him|her)\b"
    r"|have (?:got )?(?:a |my |both )?(?:free hand|hands? free))"
)


def is_saying(clause: Clause) -> bool:
    """ "On second thought", "I heard you": nothing that anybody said is told."""
    return clause.words in _SAYINGS or _HEARD.match(clause.plain) is not None


def arrives(clauses: Sequence[Clause], index: int) -> bool:
    """ "[I'll hand it over] as soon as I'm beside you", "... once I've found it": the creature's own next step.

    Args:
        clauses: The clauses of a sentence of the creature.
        index: Which of them may be a condition.
    """
    if index and sought_until(clauses, index - 1):
        return True  # "I'll look everywhere until it turns up."
    return bool(index) and clauses[index].joiner in ("if", "once", "when") and bool(_ARRIVED.match(clauses[index].text))
