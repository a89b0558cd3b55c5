"""Who "him" and "her" are in a sentence that has named somebody: "meet Charlie at the bench and follow him"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from creature_intent import acts
from creature_intent.acts import Act, Slots
from creature_intent.deeds.deed import Setting
from creature_intent.deeds.whom import POINTED_AT
from creature_intent.grammar.lexicon import DETERMINERS, KIN, PREPOSITIONS, TITLES
from creature_intent.text.calling import may_be_name
from creature_intent.text.events import tells_event
from creature_intent.text.persons import GROUPS, is_somebody, person

_NOBODY = frozenset({"me", "us", "you", "him", "her", "them", "it"})
_NOT_BEFORE_NAME = (PREPOSITIONS - {"with", "for", "to", "behind", "beside", "next_to"}) | DETERMINERS
_CALLED_SO = TITLES | KIN
"""What may stand before a name as part of it."""


def named_in(words: Sequence[str], setting: Setting) -> str:
    """Who is named last in a clause, in words; empty if nobody is.

    Args:
        words: A clause.
        setting: Which words are names.
    """
    if tells_event(list(words)) and may_be_name(words[0], setting.book):
        return setting.names.get(words[0], words[0])  # "mark leaves now, follow him"
    if DETERMINERS.isdisjoint(words) and setting.names.keys().isdisjoint(words):
        return ""
    for index in range(len(words) - 1, -1, -1):
        word, before = words[index], words[index - 1] if index else ""
        if word in _NOBODY:
            continue
        start = index
        while start and words[start - 1] in setting.names and word in setting.names:
            start -= 1
        if start and word in setting.names and words[start - 1] in _CALLED_SO:
            return _called(words[start - (words[start - 1] in TITLES) : index + 1], setting)
        before = words[start - 1] if start else ""
        if word in setting.names and before not in _NOT_BEFORE_NAME and not _is_place(word, setting):
            return _called(words[start : index + 1], setting)
        if before in DETERMINERS and is_somebody((before, word), setting.names):
            return person(words[index - 1 : index + 1], setting.names, setting.own)
    return ""


def _called(words: Sequence[str], setting: Setting) -> str:
    return " ".join(setting.names.get(word, word) for word in words)


def _is_place(word: str, setting: Setting) -> bool:
    book = setting.book
    return word in book.places or word in book.nouns["machines"] or word in book.verbs


def pointed_at(act: Act, who: str) -> Act:
    """The act, done with the one who was named, where it only points at somebody."""
    slots = act.slots
    is_led = act.intent == acts.BRING_OBJECT and slots.object in ("", "them") and slots.destination
    whom = slots.object.split()[-1:]
    is_taken = act.intent == acts.BRING_OBJECT and not act.named and slots.destination not in ("", acts.USER)
    if is_taken and whom and (whom[0] in GROUPS or is_somebody(("the", *whom), {}, carried=True)):
        # "[There's a delegation downstairs.] Bring them up to the boardroom."
        return act.but(intent=acts.GUIDE, slots=Slots("", "", slots.destination, slots.object), named=True)
    if who and is_led and not (act.named or slots.recipient):  # "Greet the lady and take them to the office."
        return act.but(intent=acts.GUIDE, slots=Slots("", "", slots.destination, who), named=True)
    if not who or act.intent not in (acts.FOLLOW, acts.GUIDE, acts.MOVE_TO):
        return act
    if slots.recipient in POINTED_AT:
        return act.but(slots=replace(slots, recipient=who), named=act.named or act.intent == acts.FOLLOW)
    if slots.destination in ("him", "her"):
        return act.but(slots=replace(slots, destination=who), named=True)
    return act
