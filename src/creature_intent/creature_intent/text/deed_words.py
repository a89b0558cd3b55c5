"""The words of a deed with its verb in the base form: "picking up the cup" is "pick up the cup"."""

from __future__ import annotations

import re

from creature_intent.grammar.lexicon import PREPOSITIONS, word_set
from creature_intent.grammar.rulebook import Rulebook

_BEGINNING = frozenset({"start", "begin", "continue"})
LEADING = _BEGINNING | {"help"}
"""What may stand before the verb: "help carry it", "start picking it up"."""
QUITTING = frozenset({"quit", "cease"})
""" "quit dancing" is "stop dancing"."""


def base_form(text: str, book: Rulebook) -> tuple[str, ...] | None:
    """The words, if they begin with a verb that we know."""
    first = text.partition(" ")[0]
    if first in QUITTING:
        return ("stop", *text.split()[1:])
    if first not in book.verbs and first not in LEADING:
        return None
    going_on = _KEEPING_ON.sub("", text) if first in _KEEPING else text
    words = _without_company(going_on.split(), book)
    if not words:
        return None
    if words[0] in _BEGINNING and words[1:2] and words[1] in book.base_of:
        words = [book.base_of[words[1]], *words[2:]]
    first = words[0] if going_on == text else book.base_of.get(words[0], "")
    return (first, *words[1:]) if first in book.verbs else None


def _without_company(words: list[str], book: Rulebook) -> list[str]:
    """ "help carry it", "help Nana find her slippers": whom the creature helps does not change what it does."""
    if words[:1] != ["help"] or words[1:2] in (["me"], ["us"]):
        return words
    helped = next((at for at in range(1, min(len(words), 5)) if words[at] in book.plain_verbs), 0)
    if not helped or set(words[1:helped]) & PREPOSITIONS or words[helped] in _WALKING:
        return words
    if words[helped] == "find" and _is_way(words[helped + 1 :], book):
        return words
    return words[helped:]


def _is_way(found: list[str], book: Rulebook) -> bool:
    """ "[help Mrs Gupta find] her way to the lift", "[help them find] the meeting room": they want to get there."""
    is_place = found[-1:] != [] and (found[-1] in book.nouns["fixed"] or found[-1] in ("room", "seat", "seats"))
    return found[1:2] == ["way"] or (is_place and PREPOSITIONS.isdisjoint(found))


_WALKING = word_set("get go walk navigate move climb cross travel make reach")
"""What somebody is helped to do is to get somewhere."""
_KEEPING = word_set("keep carry go continue")
_KEEPING_ON = re.compile(
    r"^(?:keep|keep on|carry on|go on|continue) (?=(?:going|moving|driving|rolling|walking|turning|rotating|spinning"
    r"|looking|searching|hunting|rummaging|following|heading|coming|backing) )"
)


def from_gerund(text: str, book: Rulebook) -> tuple[str, ...] | None:
    first, _, rest = text.partition(" ")
    if first == "having":
        return ("have", *rest.split())
    return (book.base_of[first], *rest.split()) if first in book.base_of else None


def from_past(text: str, book: Rulebook) -> tuple[str, ...] | None:
    first, _, rest = text.partition(" ")
    return (book.base_of_past[first], *rest.split()) if first in book.base_of_past else None


READ_AS = {"verb": base_form, "gerund": from_gerund, "past": from_past}
