"""Lists without commas: "put the milk the eggs and the cheese in the fridge"."""

from __future__ import annotations

from collections.abc import Sequence

from creature_intent.grammar.lexicon import DATIVES, DETERMINERS, NOT_IN_OBJECT, PREPOSITIONS, word_set
from creature_intent.grammar.rulebook import Rulebook
from creature_intent.text.receivers import split_dative

_HANDLING = word_set("put place set take bring fetch get carry move give hand pass grab stack store pack load hang")
_ARTICLES = word_set("the a an my your our some two three")
_NO_ITEM = (
    DETERMINERS
    | PREPOSITIONS
    | NOT_IN_OBJECT
    | DATIVES
    | word_set("and or , you he she they we i it one ones of out up down back away off here there too please")
)
_LONGEST = 3
"""Words that an item may have, without its article."""


def listed(words: list[str], book: Rulebook) -> list[str]:
    """The words with "and" between the items of a list that has no commas.

    Args:
        words: A sentence's words.
        book: The rules, for their verbs.
    """
    if "and" not in words or _HANDLING.isdisjoint(words):
        return words
    verb = next(at for at, word in enumerate(words) if word in _HANDLING)
    start = verb + 1 + len(split_dative(words[verb + 1 :], {})[0])
    ends = []
    at = start
    while (end := _item_end(words, at, book)) > 0:
        ends.append(end)
        at = end
    is_list = len(ends) > 1 and words[at : at + 1] == ["and"] and _item_end(words, at + 1, book) > 0
    for end in reversed(ends[:-1]) if is_list else ():
        words = [*words[:end], "and", *words[end:]]
    return words


def _item_end(words: Sequence[str], at: int, book: Rulebook) -> int:
    """Where the item that begins here ends: an article and its noun; 0 if there is none."""
    if at + 1 >= len(words) or words[at] not in _ARTICLES:
        return 0
    end = at + 1
    while end < len(words) and end - at <= _LONGEST and words[end] not in _NO_ITEM:
        end += 1
    is_item = end > at + 1 and not any(word in book.base_of for word in words[at + 1 : end])
    return end if is_item else 0
