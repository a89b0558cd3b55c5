"""Whether a clause stops in mid-air: "pick up the red"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from creature_intent.grammar.lexicon import ADJECTIVES, DETERMINERS, PREPOSITIONS, PRONOUNS, word_set

_PARTICLES = word_set("in on off over outside inside around across past along by near up")
_LEVELS = frozenset({"above", "below", "behind", "underneath", "beneath"})
"""What may end a command that tells which one is meant: "put it in the microwave above"."""
_TOLD_APART = 5
_ALSO_NOUNS = word_set("light orange glass metal plastic square open closed")
"""What is left off where no mark ends it: "turn off the light" is whole."""
_BEFORE_HER = PREPOSITIONS - _PARTICLES | word_set("follow help guide escort accompany lead")
_WHOLE = (
    ("a", "little"),
    ("a", "bit"),
    ("at", "first"),
    ("a", "second"),
    ("all", "right"),
    ("is", "all"),
    ("got", "to"),
)
_USES = word_set("write draw sit lie stand lean eat cut play wrap sleep drink cook hold hang rest dig stir dry")
"""What a thing may be for, before what ends it: "something to write with"."""
_SIDED = frozenset((where, whose) for where in ("on", "at", "to", "from") for whose in ("the", "your", "my"))
"""What stands before "left": a side, no adjective of what was to follow."""


def dangles(words: Sequence[str]) -> bool:
    """The words stop where more must follow: "pick up the red"."""
    last = words[-1] if words else ""
    if tuple(words[-2:]) in _WHOLE or last in ("first", "last"):
        return False
    if tuple(words[-3:-1]) in _SIDED and last in ("left", "right"):
        return False
    if last == "her" and set(words[-2:-1]) <= _BEFORE_HER:
        return False  # "Take it to her", "follow her".
    # "Bring me something to write with."
    if any(word == "to" and then in _USES for word, then in pairwise(words[-4:])):
        return False
    is_open = last in ADJECTIVES - _ALSO_NOUNS and set(words[-2:-1]) <= DETERMINERS | ADJECTIVES
    is_told_apart = last in _LEVELS and len(words) > _TOLD_APART
    return last in DETERMINERS - PRONOUNS or is_open or (last in PREPOSITIONS - _PARTICLES and not is_told_apart)
