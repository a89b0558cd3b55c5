"""Reads what the creature offers: "Shall I get the cup?", "I'll take you there, if you like.", "Some tea?"."""

from __future__ import annotations

import re

from creature_intent.acts import Act, Kind, Tier
from creature_intent.deeds.carried import is_carried
from creature_intent.deeds.slots import object_phrase
from creature_intent.deeds.verbs import read
from creature_intent.dialogue.combine import answers
from creature_intent.meaning.candidates import Candidates

_ASKED_LEAVE = ("sit", "sit down", "stand", "lie")
""" "Can I sit down?" asks for leave. """
_IF_YOU_LIKE = re.compile(
    r"\bi (?:will|can|could|would) (?:(?:also|just|gladly|happily|always) )*(?P<deed>(?:(?! i )[^,])+?)(?: ,)? "
    r"if (?:you (?:like|want|wish|prefer|would like)(?: me to)?|that (?:helps|would help|is (?:all right|okay)))$"
)
""" "I'll take you there, if you like": for the user to choose."""
_WOULD_YOU_LIKE = re.compile(
    r"(?:^| )(?:would you (?:like|care for|prefer|want)|do you (?:want|need|fancy)|how about|what about) "
    r"(?P<thing>(?!me )(?:[\w'-]+ ){0,3}?[\w'-]+?)(?P<instead> instead)?(?: then| maybe| perhaps)*$"
)


def offered(candidates: Candidates, is_question: bool) -> Act | None:
    """What the creature offers to do: a task if the user says yes.

    Args:
        candidates: Its phrase.
        is_question: It asks.
    """
    may_offer = not candidates.book.words_to_offer.isdisjoint(candidates.sentence.heard)
    at_will = _IF_YOU_LIKE.search(candidates.sentence.text)
    for clause in candidates.clauses if may_offer else ():
        put = candidates.book.offering.match(clause.plain)
        act = _offer(put["deed"], candidates) if put else None
        if put and act:
            is_told = put[0].startswith("i can ") and not is_question and not at_will
            return _agreed_to(act, candidates) if is_told else act
    return (_offer(at_will["deed"], candidates) if at_will else None) or _thing_offered(candidates)


def _offer(words: str, candidates: Candidates) -> Act | None:
    """The offer of a deed."""
    deed = read(words.split(), candidates.setting)
    if deed is None or deed.slots.object in _ASKED_LEAVE:
        return None
    reason = f"the creature offers: {words}"
    act = Act(Kind.ASK, deed.intent, deed.slots, confidence=0.4, tier=Tier.SUGGEST, reason=reason)
    return candidates.resolved(act)


def _thing_offered(candidates: Candidates) -> Act | None:
    """ "Would you like your umbrella?", "How about some juice instead?": a thing to be brought."""
    found = _WOULD_YOU_LIKE.search(candidates.sentence.text)
    phrase = object_phrase(found["thing"].split()) if found else None
    if found is None or not phrase or " or " in found["thing"]:
        return None
    if not is_carried(phrase) and not (found["instead"] and candidates.topic.asked_last):
        return None
    return _offer(f"bring you {found['thing']}", candidates)


def _agreed_to(offer: Act, candidates: Candidates) -> Act:
    """ "I can bring you the salt", said to who has just asked for it, is no offer."""
    asked = candidates.topic.asked
    if asked is None or asked.tier == Tier.SUGGEST or not candidates.topic.just_asked or not answers(offer, asked):
        return offer
    return offer.but(kind=Kind.COMMIT, confidence=0.7, tier=Tier.ACT)
