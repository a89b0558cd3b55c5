"""The creature agrees by saying again what it was asked for: "Opening.", "Red cup it is.", "Lamp on."."""

from __future__ import annotations

import re

from creature_intent.acts import Act
from creature_intent.openers import strip_openers
from creature_intent.rulebook import Rulebook
from creature_intent.slots import head_noun

# "Red cup [it is]", "lamp [on]", "opening [now]".
_AFTER = re.compile(
    r"(?: (?:it is|got it|coming|on|off|open|closed|now|right now|right away|at once|for you|please|then|sir"
    r"|as you wish))+$"
)
_ARTICLES = ("the", "your", "one", "a", "an")


def echoes(text: str, asked: Act | None, book: Rulebook) -> bool:
    """Whether the words say the deed or the thing of a request again, and no more.

    Args:
        text: Plain words, no marks.
        asked: What was just asked for, if anything.
        book: The rules, for their verbs.
    """
    words = _AFTER.sub("", strip_openers(text)).split()
    if asked is None or not words:
        return False
    if len(words) == 1 and words[0] in book.base_of:
        return book.base_of[words[0]] in asked.reason.split()
    thing = " ".join(words[words[0] in _ARTICLES :])
    return thing in (asked.slots.object, head_noun(asked.slots.object))
