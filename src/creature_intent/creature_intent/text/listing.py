"""Lists of things: "put the milk, eggs, and cheese in the fridge", also without their commas."""

from __future__ import annotations

from collections.abc import Sequence

from creature_intent.grammar.lexicon import (
    DATIVES,
    DETERMINERS,
    ENDEARMENTS,
    NOT_IN_OBJECT,
    PEOPLE,
    PREPOSITIONS,
    word_set,
)
from creature_intent.grammar.rulebook import Rulebook
from creature_intent.text.ellipsis import ADVERBS, LISTED, SUBJECTS
from creature_intent.text.receivers import split_dative

_HANDLING = word_set(
    "put place set take bring fetch get carry move give hand pass grab stack store pack load hang find need close open "
    "shut turn switch pick gather collect lift"
)
_PARTICLES = word_set("off on up")
_ARTICLES = word_set("the a an my your our his her their some two three")
_NO_ITEM = (
    DETERMINERS
    | PREPOSITIONS
    | NOT_IN_OBJECT
    | DATIVES
    | word_set("and or , you he she they we i it one ones of out up down back away off here there too please")
)
LINKS = word_set("that if whether where what how is are was think know hope as like than who which")
"""Words that lead on to a clause of their own."""
_NO_BARE_ITEM = ADVERBS | word_set("quick fast slowly okay sorry thanks thank good careful robot hurry")
_LONGEST = 3
"""Words that an item may have, without its article."""


def listed(words: list[str], book: Rulebook) -> list[str]:
    """The words with "and" between the items of a list of three or more.

    Args:
        words: A sentence's words.
        book: The rules, for their verbs.
    """
    if "and" not in words or _HANDLING.isdisjoint(words):
        return words
    verb = next(at for at, word in enumerate(words) if word in _HANDLING)
    start = verb + 1 + len(split_dative(words[verb + 1 :], {})[0])
    if words[start : start + 1] and (words[start] in _PARTICLES or _is_receiver(words, start)):
        start += 1
    if "," in words[start:]:
        return _without_commas(words, start, book)
    ends = []
    at = start
    while (end := _item_end(words, at, book)) > 0:
        ends.append(end)
        at = end
    is_list = len(ends) > 1 and words[at : at + 1] == ["and"] and _item_end(words, at + 1, book) > 0
    for end in reversed(ends[:-1]) if is_list else ():
        words = [*words[:end], "and", *words[end:]]
    return words


def _is_receiver(words: Sequence[str], at: int) -> bool:
    """ "[bring] Anna her coat, hat and gloves": a name, before what begins the first item."""
    return words[at] not in _NO_ITEM and words[at + 1 : at + 2] != [] and words[at + 1] in _ARTICLES


def is_list(following: Sequence[str], current: Sequence[str], book: Rulebook) -> bool:
    """ "the milk, the sugar and the flour" are three things of one deed.

    Args:
        following: The words after a comma.
        current: The clause before it.
        book: The rules, for their verbs.
    """
    if not following or not current or following[0] not in LISTED or current[0] in ("no", "not"):
        return False
    if "," in following:
        following = following[: following.index(",") + 3]
    if "and" not in following:
        return False
    begins = zip(("", *following), following, strict=False)
    verbs = [word for before, word in begins if word in book.verbs and before not in DETERMINERS]
    return not (verbs or any(word in SUBJECTS or word in LINKS for word in following))


def _without_commas(words: list[str], start: int, book: Rulebook) -> list[str]:
    """The words with "and" for the commas of the list that begins at start; the same words where none does."""
    items: list[Sequence[str]] = []
    at, is_last = start, False
    while True:
        end = _item_end(words, at, book) or _bare_end(words, at, book)
        if not end:
            return words
        items.append(words[at:end])
        if is_last:
            break
        is_marked = words[end : end + 1] == [","]
        at = end + is_marked
        is_last = words[at : at + 1] == ["and"]
        if not (is_marked or is_last):
            return words
        at += is_last
    bare = [item for item in items if item[0] not in _ARTICLES]
    are_things = len(bare) == len(items) or all(_is_thing(item[-1], book) for item in bare if item is not items[0])
    if len(items) < 3 or not are_things or not NOT_IN_OBJECT.isdisjoint(words[end : end + 1]):
        return words  # "Bring the cup, love, and the plate.", "Bring the towel, the dog and the cat are wet."
    return [*words[:start], *items[0], *(word for item in items[1:] for word in ("and", *item)), *words[end:]]


def _is_thing(word: str, book: Rulebook) -> bool:
    """What an item that has no article of its own may be: no name, and nothing that somebody is called."""
    if any(word in book.nouns[kind] for kind in _KINDS):
        return True
    is_no_name = word in book.verbs or word in PEOPLE | ENDEARMENTS or word.endswith("ly")
    return not is_no_name and not any(word in book.nouns[kind] for kind in _NO_KINDS)


_KINDS = ("handed", "served", "errands", "house", "definite")
_NO_KINDS = ("given_names", "abstract", "living")


def _bare_end(words: Sequence[str], at: int, book: Rulebook) -> int:
    """Where an item without an article ends, a word or two; 0 if there is none."""
    end = at
    while end < len(words) and end - at < _LONGEST and words[end] not in _NO_ITEM:
        end += 1
    item = words[at:end]
    is_item = item and _NO_BARE_ITEM.isdisjoint(item) and not any(word in book.base_of for word in item)
    return end if is_item else 0


def _item_end(words: Sequence[str], at: int, book: Rulebook) -> int:
    """Where the item that begins here ends: an article and its noun; 0 if there is none."""
    if at + 1 >= len(words) or words[at] not in _ARTICLES:
        return 0
    end = at + 1
    while end < len(words) and end - at <= _LONGEST and words[end] not in _NO_ITEM:
        end += 1
    is_item = end > at + 1 and not any(word in book.base_of for word in words[at + 1 : end])
    return end if is_item else 0
