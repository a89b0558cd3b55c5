"""What is open once a thing was opened: things are put in there, and taken out."""

from __future__ import annotations

from creature_intent.grammar.lexicon import word_set
from creature_intent.grammar.rulebook import Rulebook

_NO_CONTAINERS = word_set("window windows gate gates curtain curtains blind blinds shutter shutters tap tap's lid lids")
_DOORS = ("door", "doors")


def container(opened: str, book: Rulebook) -> str:
    """The container that was opened: "cabinet" of "cabinet door"; empty of a window, a lid, a room's door.

    Args:
        opened: What was opened.
        book: The rules, for their nouns of furniture.
    """
    words = opened.split()
    if not words or words[-1] in _NO_CONTAINERS:
        return ""
    if words[-1] not in _DOORS:
        return opened
    furniture = [word for word in words[:-1] if word not in ("both", "all")]
    name = " ".join(furniture).removesuffix("'s")
    return name if name and name.split()[-1] in book.nouns["fixed"] and not name.endswith("room") else ""
