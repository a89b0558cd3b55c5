"""What a thing is wanted for, where that tells nothing of which thing it is: "a spoon for the yoghurt"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from creature_intent.deeds.deed import Deed
from creature_intent.grammar.lexicon import POSSESSIVE_OR_DEFINITE


def without_purpose(deed: Deed, words: Sequence[str]) -> Deed:
    """The deed, its thing without what it is for: "a spoon"; "the key for the shed" is another than the car's.

    Args:
        deed: What the words say.
        words: From the verb on.
    """
    thing, purpose, whatfor = deed.slots.object.partition(" for ")
    first = thing.split()[:1]
    if not purpose or " and " in whatfor or not first or first[0] not in words:
        return deed
    is_certain_one = words[words.index(first[0]) - 1] in POSSESSIVE_OR_DEFINITE
    return deed if is_certain_one else replace(deed, slots=replace(deed.slots, object=thing))
