"""Words after a verb put in the order that the grammars know: "take from the rack the coat", "bring slowly the box"."""

from __future__ import annotations

from creature_intent.lexicon import ADJECTIVES, DATIVES, DETERMINERS, GO_TO, PREPOSITIONS, word_set


def without_oneself(words: list[str]) -> list[str]:
    """ "park yourself by the door", "take yourself to the hall": the creature goes there."""
    is_own_way = (
        words[1:2] in (["yourself"], ["myself"])
        and words[0] in _MOVING
        and words[2:3] != []
        and words[2] in GO_TO | _WAYS
    )
    return ["go", *words[2:]] if is_own_way else words


_MOVING = word_set("take get park position bring plant move place haul drag station")
_WAYS = word_set("over back up down out here there")


def thing_first(words: list[str]) -> list[str]:
    """ "take from the rack the long coat", "find for me a stamp": in the order that the grammars know."""
    start = 2 if words[1:2] == ["up"] else 1
    where = words[start : start + 1]
    if words[0] not in _HANDLING or not where:
        return words
    if where == ["for"] and set(words[start + 1 : start + 2]) & DATIVES:
        cut = start + 2
    elif where[0] in ("from", "off", "on", "into", "in", "onto") and set(words[start + 1 : start + 2]) & DETERMINERS:
        cut = next((at for at in range(start + 3, len(words)) if words[at] in DETERMINERS), len(words))
        if words[cut - 1] in PREPOSITIONS | ADJECTIVES | {"of", "and"}:
            return words
    else:
        return words
    if cut >= len(words) - 1 or words[cut] not in DETERMINERS:
        return words
    return [*words[:start], *words[cut:], *words[start:cut]]


_HANDLING = word_set("take get bring fetch grab pick put place lay set find remove carry hand pass give locate")


def without_manner(words: list[str]) -> list[str]:
    """ "bring slowly the box"."""
    after = 1
    while words[after : after + 1] and words[after] in _MANNER:
        after += 1
    return [words[0], *words[after:]]


_MANNER = word_set("slowly quickly carefully gently quietly safely please kindly immediately slightly only just")
