"""The creature agrees by saying again what it was asked for: "Opening.", "Red cup it is.", "The hammer, noted."."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from creature_intent.acts import Act
from creature_intent.grammar.lexicon import DETERMINERS, word_set
from creature_intent.grammar.rulebook import Rulebook
from creature_intent.text.openers import strip_openers

_FILLING = DETERMINERS | word_set(
    "it them then too also as well and only on off in to from into at under of for by with there here please okay "
    "right sure yes yeah fine good great course understood noted got gotcha ah oh hm now just so be coming up one "
    "two three both each all will do is away once you sir wish open closed"
)
"""Words that may stand beside what was asked for."""


def says_again(words: Sequence[str], asked: Act | None, asked_words: Collection[str], book: Rulebook) -> bool:
    """Whether nothing is said but the deed or the thing of a request, in the user's own words or those it stands for.

    Args:
        words: What the creature says, no marks.
        asked: What was just asked for, if it was understood.
        asked_words: The words in which it was asked for.
        book: The rules, for their verbs: "opening" says "open" again.
    """
    known = set(asked_words) | (set(asked.slots.object.split()) | set(asked.reason.split()) if asked else set())
    told = [word for word in strip_openers(" ".join(words)).split() if word not in _FILLING]
    is_statement = "is" in words and list(words[-2:]) != ["it", "is"]
    return bool(told) and not is_statement and all(word in known or book.base_of.get(word) in known for word in told)
