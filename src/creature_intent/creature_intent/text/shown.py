"""What only points at a thing, before it is told what is to be done with it: "do you see the basket by the stairs"."""

from __future__ import annotations

from collections.abc import Sequence

_SHOWN = frozenset((asks, "you", "see") for asks in ("do", "can", "could")) | {("you", "see", "the"), ("see", "the")}
"""What begins "do you see the basket?": it shows what the next clause deals with."""


def is_shown(current: Sequence[str]) -> bool:
    """ "do you see the basket next to the stairs": it asks nothing, it points."""
    return current[1:2] in (["you"], ["see"], ["the"]) and len(current) > 3 and _shows(tuple(current[:3]))


def _shows(begun: tuple[str, ...]) -> bool:
    return begun in _SHOWN or begun[:2] in _SHOWN
