"""Who receives a thing, named before it: "me the cup", "the plumber a torch", "Mrs Farrow her tea"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from creature_intent.grammar.lexicon import (
    ADJECTIVES,
    BARE_ONES,
    DATIVES,
    DETERMINERS,
    KIN,
    NOT_IN_OBJECT,
    NUMBERS,
    PEOPLE,
    PREPOSITIONS,
    TITLES,
    word_set,
)
from creature_intent.text.persons import is_group, is_somebody

_SOMETHING = word_set("something anything something_to_drink something_to_eat more it")
_VAGUE = BARE_ONES | _SOMETHING | {"some"}
_OF_WAYS = word_set("where how two") | _VAGUE
_ADVERBS_OF_PLACE = word_set("here there back away down up out round upstairs downstairs home closer together first")
_AFTER_THEM = word_set("now please straight right again too both then quickly")
_OF_A_THING = word_set("the a an my your his her our their its this these those some another two three")
"""What the second of two things side by side begins with."""
_NOT_BEFORE_THING = PREPOSITIONS | DETERMINERS | ADJECTIVES | word_set("and or of than half all both not to ,")
_BELONGING = word_set("his her their its")
_MOST = 8
"""Words within which the thing begins."""


def split_dative(words: Sequence[str], names: Mapping[str, str]) -> tuple[list[str], list[str]]:
    """Splits "me the red cup" into the receiver and the object; the receiver is empty where none stands first."""
    words = list(words)
    if words[:1] == ["them"] and words[1:2] and words[1] in _AFTER_THEM:
        return [], words  # "pick them up now"
    if len(words) > 1 and words[0] in DATIVES and words[1] not in PREPOSITIONS | _ADVERBS_OF_PLACE and not _owns(words):
        return words[:1], words[1:]
    if len(words) > 2 and words[0] in DETERMINERS and words[1] in KIN | PEOPLE and words[2] in DETERMINERS | _OF_WAYS:
        return words[:2], words[2:]
    is_vague = len(words) == 2 and words[1] in _VAGUE  # "Take Anna one."
    if (len(words) > 2 or is_vague) and (words[0] in names or words[0] in KIN) and words[1] in DETERMINERS | _OF_WAYS:
        return words[:1], words[1:]
    cut = _thing_at(words, names)
    return words[:cut], words[cut:]


def _owns(words: Sequence[str]) -> bool:
    """ "her cup" is one thing, "her the cup", "her one" are two."""
    return words[0] == "her" and words[1] not in DETERMINERS | NUMBERS | BARE_ONES | _SOMETHING


def _thing_at(words: Sequence[str], names: Mapping[str, str]) -> int:
    """Where the second of two things begins, if the first is somebody; 0 if there is none."""
    for index in range(1, min(len(words) - 1, _MOST)):
        if words[index] in NUMBERS and words[index + 1] in DETERMINERS:
            continue  # "table two their soup"
        if words[index] in NUMBERS and words[index - 1] in _NUMBERED:
            continue  # "[take] her to room two twelve"
        if words[index] in _OF_A_THING and words[index - 1] not in _NOT_BEFORE_THING:
            return index if _receives(words[:index], words[index], names) else 0
    return 0


def _receives(who: Sequence[str], owner: str, names: Mapping[str, str]) -> bool:
    if set(who) & NOT_IN_OBJECT:
        return False
    end = next((index for index, word in enumerate(who) if index and word in PREPOSITIONS), len(who))
    core = who[:end]
    if core[0] in TITLES and 2 <= len(core) <= 3:
        return True
    if core[0] in _NUMBERED and len(core) == 2 and (core[1] in NUMBERS or core[1].isdigit()):
        return True  # "Serve table five their starters."
    if is_somebody(core, names) or core[-1] in PEOPLE or is_group(core):
        return True
    if owner in _BELONGING and (len(core) > 1 or owner == "its"):
        is_for_another = end < len(who) and who[end] in ("to", "for")  # "the box to the person raising their hand"
        return core[0] in DETERMINERS and not is_for_another
    return (
        len(core) == 1
        and core[0] not in DATIVES
        and core[0].isalpha()
        and len(core[0]) > 2
        and end == len(who)
        and _is_name(core[0])
    )


def _is_name(word: str) -> bool:
    """A word alone, with no article, in front of a thing: "fetch ines a straw"."""
    return (word not in _NO_NAMES and not word.endswith(("ing", "ly", "s"))) or word.endswith(("es", "is"))


_NUMBERED = word_set("table room bed bay suite cabin ward gate floor number")
_NO_NAMES = word_set(
    "only just please quickly back over out down up away here there now then also off everything all it that them"
)
