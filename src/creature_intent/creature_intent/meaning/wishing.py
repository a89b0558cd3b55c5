"""How surely a wish for a thing is meant for the creature: "can I have a pen", "I need a mop, quick"."""

from __future__ import annotations

import re
from dataclasses import replace

from creature_intent.deeds.deed import Deed
from creature_intent.deeds.kinds import is_fixed
from creature_intent.deeds.slots import head_noun
from creature_intent.grammar.lexicon import NUMBERS, word_set
from creature_intent.grammar.rulebook import Rulebook
from creature_intent.meaning.frames import Frame

_MEANT = 0.75
_HARDLY = 0.3
_ASKED_ABOUT = 0.45
_SHOWN = re.compile(r"\b(?:can|could|may|might) (?:i|we) (?:please )?see\b")
""" "May I see the slip?" is said to who holds it."""
_PARTICLES = word_set("in out on off up down")
""" "Can I get the ball in?" asks for no ball."""
_SHORT = 5
"""Words after the thing, at most, where the haste is about it."""
ASKS = "asks for it"
_NEEDS = "says it is needed"
_URGENT = re.compile(
    r"\b(?:quick(?:ly)? as (?:you|i) can|quick|quickly|right (?:away|now|here)|straight away|immediately|urgently"
    r"|at once|asap|hurry(?: up)?|fast)\b"
    r"(?:(?: ,)? please)?$|\b(?:over|right) here\b|, now$"
)
_BORROWED = re.compile(
    r"\b(?:can|could|may|might) (?:i|we) (?:please |just )?(?:have|get|borrow)\b|\blet me (?:have|borrow)\b"
)
_CONTAINER = re.compile(r"\b\w+ of ")
""" "A cup of mocha" is no cup."""
_ANY = word_set("a an some another more any few") | NUMBERS
_AT_HOME = word_set("tea coffee milk bread snack sandwich juice something cake")
_AT_HAND = word_set("ice something food")
_FROM = word_set("from off out_of out")


def as_wished(put: Frame, deed: Deed, text: str, book: Rulebook) -> tuple[Frame, Deed]:
    """A wish as surely as its thing, its haste and its place make it.

    Args:
        put: How the clause puts it.
        deed: What is wished for, as bringing it.
        text: The whole sentence.
        book: The rules, for what is served by others.
    """
    deed = _to_its_place(put, deed)
    if put.form == ASKS and put.deed[-1] in _PARTICLES:
        return put._replace(strength=_HARDLY), deed
    if put.form == ASKS and _SHOWN.search(text):
        return put._replace(strength=_ASKED_ABOUT), deed
    is_served = bool(set(deed.slots.object.split()) & _served(book)) or _is_nowhere(deed, book)
    things = set(_CONTAINER.sub("", " ".join(put.deed[2:])).split())
    is_small = bool(things & (book.nouns["handed"] | {"my"}))
    is_borrowed = put.form == ASKS and is_small and _BORROWED.search(text) is not None
    tail = text.partition(" ".join(put.deed[2:]))[2].split()
    is_urgent = put.form in (_NEEDS, ASKS) and len(tail) <= _SHORT and _URGENT.search(text) is not None
    is_here = bool(deed.slots.destination) and is_fixed(deed.slots.destination, book)
    if put.strength >= _MEANT or is_served or not (is_borrowed or is_urgent or is_here):
        return put, deed
    return put._replace(strength=_MEANT), deed


def is_counter_order(deed: Deed, book: Rulebook) -> bool:
    """What is had at a table or a bar: "can I get a decaf latte", "can I have a glass of wine"."""
    return bool(set(deed.slots.object.split()) & (_served(book) - _AT_HOME))


def _served(book: Rulebook) -> frozenset[str]:
    names = ("ordered", "errands", "brewed", "served", "digital")
    return frozenset().union(*(book.nouns[name] for name in names)) - _AT_HAND


def _is_nowhere(deed: Deed, book: Rulebook) -> bool:
    """ "I need a block put on my account right away"."""
    return head_noun(deed.slots.destination or deed.slots.source) in book.nouns["abstract_places"]


def _to_its_place(put: Frame, deed: Deed) -> Deed:
    """ "two more chairs on the balcony": what is not there yet is wanted there."""
    slots, words = deed.slots, put.deed[2:]
    if not slots.source or slots.destination or not words or words[0] not in _ANY or _FROM.intersection(words):
        return deed
    return replace(deed, slots=replace(slots, source="", destination=slots.source))
