"""Words around a promise of the creature that leave no doubt of it: "wait here while I ...", "this way, I'll ..." """

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from creature_intent import acts
from creature_intent.deeds.carried import is_carried
from creature_intent.deeds.deed import DOUBTFUL, WEAK, Deed
from creature_intent.grammar.lexicon import word_set
from creature_intent.meaning.frames import ANNOUNCED, GLADLY, Frame
from creature_intent.text.clause import Clause

_WAITING = re.compile(
    r"^(?:(?:please|you|just|okay|so|now) )*(?:wait|stay|sit|hold on|hang on|bear with me|relax|excuse me|have a seat|"
    r"take a seat|sit down)(?: (?:here|there|put|tight|still|down|right|a|just|one|second|sec|minute|moment))*$"
)
_LEADS = re.compile(
    r"^(?:(?:okay|please|just) )*(?:(?:right |over )?this way|follow me|come (?:with me|along|on)|after me)\b"
)
_POINTED_OUT = word_set("the your that this these those")
_HASTE = re.compile(r"\b(?:in|give me|just|within) (?:two|three|five|ten|thirty) seconds\b")


def is_waited_for(clauses: Sequence[Clause], index: int) -> bool:
    """Whether a clause tells for what the user is to wait: "Wait here while I look for your shoes."."""
    clause = clauses[index]
    if not index or clause.joiner != "while" or clause.words[0] != "i":
        return False
    return _WAITING.match(clauses[index - 1].text) is not None


def surer(before: Sequence[Clause], put: Frame, deed: Deed) -> Deed:
    """A doubtful deed that the words before it ("this way"), or its progress ("I'm taking the box"), leave no doubt of.

    Args:
        before: The clauses before its own.
        put: How it is put.
        deed: The deed.
    """
    if deed.certainty > DOUBTFUL:
        return deed
    leads = deed.intent == acts.GUIDE and any(_LEADS.match(clause.text) for clause in before)
    takes = put.form == "says it is doing it" and put.deed[0] == "take" and deed.intent == acts.GRAB_OBJECT
    takes = takes and put.deed[1] in _POINTED_OUT and is_carried(deed.slots.object)
    return replace(deed, certainty=WEAK) if leads or takes else deed


def affirmed(clauses: Sequence[Clause], index: int, put: Frame, asked: bool) -> Frame:
    """With a word of agreement it is a promise: "right, the cups go in the cupboard", "sure, I'd be glad to get it".

    Without, the one may be a rule of the house, the other an offer; and where nothing was asked for, "yes, the cups go
    in the cupboard" only tells where they belong.
    """
    is_open = put.form == GLADLY or (asked and put.form == ANNOUNCED and put.deed[0] == "put")
    if not is_open or put.strength >= _PROMISED:
        return put
    clause = clauses[index]
    opening = clause.text.removesuffix(clause.plain)
    said = [opening, *(one.text for at, one in enumerate(clauses) if at != index and not one.plain)]
    return put._replace(strength=_PROMISED) if any(map(_AGREEING.search, said)) else put


_PROMISED = 0.85
_AGREEING = re.compile(
    r"\b(?:okay|right|all right|alright|sure(?: thing)?|got it|understood|of course|will do|on it|yes|yep|noted|"
    r"very well|absolutely|definitely|naturally|gladly|yeah|yup"
    r"|one (?:moment|second)|(?:just )?a (?:moment|second)|no problem|certainly)\b"
)


def without_haste(text: str) -> str:
    """The words without how soon the creature will do it, which is no time of a recipe: "in two seconds"."""
    return _HASTE.sub("", text) if "seconds" in text else text
