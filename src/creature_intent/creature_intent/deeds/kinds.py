"""What kind of thing a phrase names: one to take, one that stays, a toy."""

from __future__ import annotations

from collections.abc import Sequence

from creature_intent.deeds.slots import head_noun
from creature_intent.grammar.lexicon import PEOPLE
from creature_intent.grammar.rulebook import Rulebook
from creature_intent.grammar.rulebook_file import load


def is_thing(phrase: str, book: Rulebook, place: bool = False) -> bool:
    """The phrase may name something to take (or a place): its noun is not known to be an abstract one or a person."""
    head, nouns = head_noun(phrase), book.nouns
    if is_toy(phrase.split()):
        return True
    if place:
        return head not in nouns["abstract_places"]
    is_abstract = head in nouns["abstract"] and head not in nouns["definite"] and head not in nouns["fixed"]
    return not is_abstract and head not in PEOPLE


def is_toy(words: Sequence[str]) -> bool:
    """ "the toy train": small enough to be taken, whatever it is in the large."""
    return "toy" in words[:-1]


def is_fixed(phrase: str, book: Rulebook | None = None) -> bool:
    """The phrase names a room or a piece of furniture: things go there, it is not carried itself."""
    return head_noun(phrase) in (book or load()).nouns["fixed"]
