"""The answer to "Which cup, the red cup or the blue cup?": which of the things that the body has named."""

from __future__ import annotations

import re
from collections.abc import Sequence

from creature_intent.grammar.lexicon import word_set

_ORDER = ("first", "second", "third", "fourth")
_ANY = re.compile(
    r"^(?:oh |well |um )?(?:either|any|whichever|any one|(?:it )?does not matter|i do not (?:care|mind)|no preference|"
    r"you (?:choose|decide)|both are fine)(?: of (?:them|those|the two))?(?: one)?(?: is (?:fine|good|okay))?"
    r"(?: please)?$"
)
_AROUND = word_set(
    "the a an one ones please that this i would like want take need mean meant said will have prefer get give me bring "
    "pick yes yeah oh um uh well then thanks thank you it is of course just okay ok my so let us go with can could "
    "think to for up grab fetch choose"
)
"""Words that may stand around the choice."""


def options(message: str) -> tuple[str, ...]:
    """The things in the body's message "there are several: red cup, blue cup"; empty if it names none."""
    head, colon, rest = message.strip().rpartition(":")
    names = tuple(name.strip(" .?!") for name in rest.split(",")) if colon and head else ()
    return tuple(name for name in names if name) if len(names) > 1 else ()


def chosen(words: str, among: Sequence[str]) -> str:
    """Which of them the user's words pick, by what sets it apart or by its place in the list; empty if none.

    Args:
        words: The user's sentence.
        among: The things, in the order in which they were named.
    """
    if not among:
        return ""
    plain = re.sub(
        r"[^a-z0-9 ]", " ", words.lower().replace("\u2019", "'").replace("n't", " not").replace("'d", " would")
    )
    said = [word for word in plain.split() if word not in _AROUND]
    if not said and not plain.split():
        return ""
    if _ANY.match(" ".join(plain.split())):
        return among[0]
    place = _place(said, len(among))
    if place is not None:
        return among[place]
    fitting = [name for name in among if said and set(said) <= set(name.lower().split())]
    return fitting[0] if len(fitting) == 1 else ""


def _place(said: Sequence[str], many: int) -> int | None:
    if len(said) != 1:
        return None
    if said[0] == "last":
        return many - 1
    index = _ORDER.index(said[0]) if said[0] in _ORDER else many
    return index if index < many else None
