"""What the words after "no" or "I mean" take the place of: another thing, place, number, person or way."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from creature_intent.grammar.lexicon import (
    ADJECTIVES,
    BARE_ONES,
    COMMON_VERBS,
    DETERMINERS,
    NOT_IN_OBJECT,
    NUMBERS,
    PEOPLE,
    PREPOSITIONS,
    PRONOUNS,
    word_set,
)
from creature_intent.grammar.rulebook import Rulebook

_ARTICLES = (DETERMINERS | NUMBERS) - word_set("it this these those its one one's both all any")
"""Words with which a name begins that takes the place of another."""
LEADING = _ARTICLES | PREPOSITIONS
"""Words that something must follow."""
_BEFORE_NAME = PREPOSITIONS | word_set("out top next front of")
_PLACES = PREPOSITIONS - word_set("from off out_of for with of up_to against")
_TAKEN = word_set("from off")
_SAID_OF = word_set(
    "is are was were has have had will would can could might may must looks look seems needs gets goes belongs too "
    "also hurts hurt aches ache fell broke froze rang came stays jumped died dropped spilled"
)
_TELLING = (_SAID_OF | NOT_IN_OBJECT | word_set("i not than it you we they he she")) - PREPOSITIONS
"""Words after which a name is what is told of, not what takes the place of another."""
_HOW_MUCH = word_set("bit little lot second seconds sec minute minutes moment while")
"""How long or how much: "wait a second", "no, a bit more"."""
_OTHER_WAY = {
    way: ways - {way}
    for ways in map(
        word_set,
        (
            "on off",
            "left right",
            "up down",
            "in out",
            "upstairs downstairs",
            "forward forwards back backwards backward",
        ),
    )
    for way in ways
}
"""Ways, and those of which each may take the place."""
_NUMBERED = word_set("room table ward bed desk flat suite cabin floor gate bay lab station")
_NAMED_TO = word_set("to follow find")
_NOBODY = word_set(
    "thanks thank problem problems worries worry way idea need rush hurry pressure matter one bother more longer "
    "wonder doubt big deal please sorry wait stop then instead now not never okay yes forget cancel leave do later "
    "first again also him her me us there here today tomorrow tonight outside inside upstairs downstairs quickly honey "
    "darling dear love silly"
)
"""Words that name nobody after "no"."""
_WITH_PARTICLE = word_set("turn switch put bring take get pick flip click set")
"""Verbs before "on", "off", "up" that tell no place."""
_CONTAINERS = word_set("basket box bag bin tray drawer cupboard cabinet bowl crate chest hamper rack hook tub bucket")
_MOST_OF_NAME = 5
_ENDS_NAME = (
    PREPOSITIONS
    | NOT_IN_OBJECT
    | _SAID_OF
    | word_set("as , and or but please then so if for i you he she we they it not out")
)


def replaced(before: list[str], after: list[str], book: Rulebook) -> list[str] | None:
    """What is meant, of the words before and after a mark; None if the second part takes the place of nothing.

    Args:
        before: What was said up to the mark.
        after: What was said behind it; at least one word.
        book: The rules, for their verbs and the nouns of places.
    """
    first, following = (*after, "")[:2]
    turned = _turned(before, after) if before[-1] in _OTHER_WAY or following in ("", ",", "please") else None
    if turned:
        return turned
    if first in _NUMBERED and (following.isdigit() or following in NUMBERS) and first in before[1:]:
        return [*before[: len(before) - 1 - before[::-1].index(first)], *after]  # "room 11, I mean room 12"
    if first in PREPOSITIONS:
        return _other_place(before, after)
    if first in _ARTICLES or (first in ADJECTIVES and following not in _ARTICLES):
        return _other_thing(before, after, book)
    return _other_name(before, after, book)


def _other_place(before: list[str], after: list[str]) -> list[str] | None:
    """ "on the table, no, in the bin": the place before that is one of its kind."""
    kind = next((some for some in (_TAKEN, _PLACES) if after[0] in some), frozenset({after[0]}))
    told = [index for index in range(len(before) - 1, 0, -1) if before[index] in kind]
    places = [index for index in told if before[index - 1] not in _WITH_PARTICLE]
    if not places:
        return [*before, *after] if told else None  # "turn on the fan, no, on the table"
    at = next((index for index in places if before[index] == after[0]), places[0])
    old = _name_at(before, at)
    later = before[at + len(old) :]  # "from the kitchen to Anna, no, from the hall"
    if len(old) > _MOST_OF_NAME or not _is_name(old[1:]) or not (later == [] or later[0] in PREPOSITIONS):
        return None
    new = _name_at(after, 0)
    return [*before[:at], *new, *later, *after[len(new) :]]


def _turned(before: list[str], after: list[str]) -> list[str] | None:
    """ "turn the light on, no, off", "go left, no, right": the other way, which was told just before."""
    ways = [at for at in range(len(before) - 1, 0, -1) if before[at] in _OTHER_WAY.get(after[0], ())]
    return [*before[: ways[0]], after[0], *before[ways[0] + 1 :], *after[1:]] if ways else None


def _is_name(words: Sequence[str]) -> bool:
    """Words that may name a thing, or begin to: nothing is told by them."""
    return "," not in words and words[1:2] != ["and"] and NOT_IN_OBJECT.isdisjoint(words)


def _other_thing(before: list[str], after: list[str], book: Rulebook) -> list[str] | None:
    """ "the red cup, no, the blue one", "two, no, three eggs": the name that it takes the place of."""
    name = _name_at(after, 0)
    rest = after[len(name) :]
    if _tells(name, rest):
        return None
    starts = [at for at in _names(before) if before[at - 1 : at] != ["not"]]  # "Not the cup actually, the plate."
    if not starts:
        return None
    at = _place_of(before, starts, name, book)
    if not at:
        return None  # "The other one, I mean the brown box": it puts right what was said before.
    old = _name_at(before, at)
    rest = rest[rest[:1] == [","] and rest[1:2] != [] and rest[1] in PREPOSITIONS :]  # "I mean the vase, to the hall"
    if len(name) == 1 and name[0] in NUMBERS:
        name = [*name, *old[1:]] if old[0] in _ARTICLES | NUMBERS else name
    elif name[-1] in BARE_ONES and len(old) > 1 and old[-1] not in ADJECTIVES | BARE_ONES:
        name = [*name[:-1], old[-1]]
    elif name[0] in ADJECTIVES and old[0] in _ARTICLES:
        name = [old[0], *(name if len(name) > 1 or old[-1] in ADJECTIVES else [*name, old[-1]])]
    return [*before[:at], *name, *before[at + len(old) :], *rest]


def _tells(name: Sequence[str], rest: Sequence[str]) -> bool:
    """ "no, the blue one is nicer", "no, a bit more", "the other one, the big one": it is not the name alone."""
    if rest[:2] in (["i", "mean"], ["i", "meant"]):
        return False
    is_fact = rest[:1] != [] and rest[0] in _TELLING
    is_how_much = len(name) > 1 and name[1] in _HOW_MUCH
    is_told_next = "other" in name and rest[:1] == [","] and rest[1:2] != [] and rest[1] in _ARTICLES
    return is_fact or is_how_much or is_told_next or (name[-1].endswith("'s") and not rest)


def _names(words: Sequence[str]) -> list[int]:
    """Where the names begin, the last one first, as far back as nothing but names and prepositions stands."""
    found: list[int] = []
    end = len(words)
    for index in range(len(words) - 1, -1, -1):
        is_number = words[index] == "one" and (not index or words[index - 1] not in LEADING | ADJECTIVES)
        if (words[index] in _ARTICLES or is_number) and index < end:
            name = _name_at(words, index)
            if index + len(name) != end:
                break
            found.append(index)
            end = index
            while end and words[end - 1] in _BEFORE_NAME:
                end -= 1
        elif end - index > _MOST_OF_NAME:
            break
    return found


def _name_at(words: Sequence[str], at: int) -> list[str]:
    """The words of a name from here on, with the preposition before it if that is where it begins."""
    begun = at + 1 + (words[at] in PREPOSITIONS and words[at + 1 : at + 2] != [] and words[at + 1] not in _ENDS_NAME)
    rest = takewhile(lambda word: word not in _ENDS_NAME and word not in _ARTICLES - NUMBERS, words[begun:])
    return [*words[at:begun], *rest]


def _place_of(before: Sequence[str], starts: Sequence[int], name: Sequence[str], book: Rulebook) -> int | None:
    """The name that another takes the place of: one alike, else one of its kind, else the last."""
    names = {at: _name_at(before, at) for at in starts}
    alike = [at for at, old in names.items() if not (set(old) & set(name)) <= _ARTICLES | ADJECTIVES]
    is_number = len(name) == 1 and name[0] in NUMBERS
    if is_number:
        counted = [at for at, old in names.items() if old[0] in NUMBERS]
        of_kind = counted or [at for at, old in names.items() if old[0] in ("a", "an") and not _is_led(before, at)]
    elif name[-1] in BARE_ONES:
        of_kind = [at for at, old in names.items() if len(old) > 1 and not _is_place(old, book)]
    else:
        of_kind = [at for at, old in names.items() if _kind(old, book) == _kind(name, book)]
    if name[-1] in _CONTAINERS and _is_led(before, starts[0]):
        return (alike or starts)[0]  # "in the wardrobe, no, the basket"
    return next(iter([*alike, *of_kind]), None if is_number else starts[0])


def _is_led(words: Sequence[str], at: int) -> bool:
    return at > 0 and words[at - 1] in PREPOSITIONS


def _kind(name: Sequence[str], book: Rulebook) -> str:
    return "person" if name[-1] in PEOPLE else "place" if _is_place(name, book) else "thing"


def _is_place(name: Sequence[str], book: Rulebook) -> bool:
    return name[-1] in book.nouns["fixed"] or name[-1].endswith("room")


def _other_name(before: list[str], after: list[str], book: Rulebook) -> list[str] | None:
    """ "to Anna, no, Ben": a name alone for the one that stands alone before it."""
    name, rest = after[0], after[1:]
    is_alone = not rest or rest[0] in (",", "please", "instead") or rest[0] in PREPOSITIONS
    old = before[-1]
    is_led = len(before) > 1 and before[-2] in _NAMED_TO and old not in _ARTICLES | PRONOUNS | PEOPLE | _NOBODY
    is_name = name not in _NOBODY | PRONOUNS | PREPOSITIONS | NOT_IN_OBJECT
    is_verb = name in book.verbs or name in book.base_of or name in COMMON_VERBS
    is_alike = _is_place([old], book) == _is_place([name], book)
    return [*before[:-1], *after] if is_alone and is_led and is_name and is_alike and not is_verb else None
