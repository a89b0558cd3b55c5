"""Words around a promise of the creature that leave no doubt of it: "wait here while I ...", "this way, I'll ..." """

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from creature_intent import acts
from creature_intent.deeds.carried import is_carried
from creature_intent.deeds.deed import DOUBTFUL, WEAK, Deed
from creature_intent.grammar.lexicon import word_set
from creature_intent.grammar.rulebook import Rulebook
from creature_intent.meaning.frames import ANNOUNCED, GLADLY, Frame
from creature_intent.meaning.until_found import sought_until
from creature_intent.text.clause import Clause

_WAITING = re.compile(
    r"^(?:(?:please|you|just|okay|so|now) )*(?:wait|stay|sit|hold on|hang on|bear with me|relax|excuse me|have a seat|"
    r"take a seat|sit down)(?: (?:here|there|put|tight|still|down|right|a|just|one|second|sec|minute|moment))*$"
)
_PLAN = re.compile(
    r"^(?:(?:so|okay|right|well) )*(?:here is (?:the|my) plan|here is what (?:i|we) .+|(?:the|my) plan"
    r"(?: is(?: this| simple)?)?|(?:first |next |last )?step \w+|this is (?:the|my) plan|this is what i (?:will )?do)$"
)
_LEADS = re.compile(
    r"^(?:(?:okay|please|just) )*(?:(?:right |over )?this way|follow me|come (?:with me|along|on)|after me)\b"
)
_TAKING = ("says it is doing it", "offers to do it now")
_LOADS = word_set("groceries shopping luggage laundry")
_POINTED_OUT = word_set("the your that this these those")
_SHORT = r"(?:two|three|five|ten|thirty|a couple of|a few) (?:seconds|minutes)"
_HASTE = re.compile(
    rf"\b(?:in|give me|just|only|within|wait|back in|takes) (?:just |only )?{_SHORT}\b|(?:^|, ){_SHORT}(?= ,|$)"
)


def as_promise(clauses: Sequence[Clause], index: int) -> str:
    """What a clause promises only together with the one beside it, as a promise by itself; empty if it does not.

    "Wait here while I look for your shoes.", "I'll go through the garage until I find the pump."
    """
    clause = clauses[index]
    if index and clause.joiner == "while" and clause.words[0] == "i" and _WAITING.match(clauses[index - 1].text):
        return " ".join(("i", "will", *clause.words[1:]))
    seeks = sought_until(clauses, index)
    return seeks and f"i will {seeks}"


def is_planned(clauses: Sequence[Clause], index: int, book: Rulebook) -> bool:
    """Whether the creature tells in the present what it is to do: "Here's my plan, I bring ...", "I bring it now".

    Args:
        clauses: The clauses of the sentence.
        index: Which of them.
        book: The rules, for their verbs.
    """
    words = clauses[index].plain.split()
    if words[:1] != ["i"] or len(words) < 3 or words[1] not in book.plain_verbs:
        return False
    is_now = words[-1] == "now" or words[-2:] in (["right", "away"], ["at", "once"])
    return is_now or any(_PLAN.match(clause.text) for clause in clauses[:index])


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
    takes = put.form in _TAKING and put.deed[0] == "take" and deed.intent == acts.GRAB_OBJECT
    takes = takes and put.deed[1] in _POINTED_OUT and (is_carried(deed.slots.object) or deed.slots.object in _LOADS)
    return replace(deed, certainty=WEAK) if leads or takes else deed


def affirmed(clauses: Sequence[Clause], index: int, put: Frame, asked: bool) -> Frame:
    """With a word of agreement it is a promise: "right, the cups go in the cupboard", "sure, I'd be glad to get it".

    Without, the one may be a rule of the house, the other an offer; and where nothing was asked for, "yes, the cups go
    in the cupboard" only tells where they belong.
    """
    if put.strength < _PROMISED and any(_AS_SAID.match(clause.text) for clause in clauses[index + 1 :]):
        return put._replace(strength=_PROMISED, bare=False)
    others = [*clauses[:index], *clauses[index + 1 :]]
    if put.form == ANNOUNCED and put.strength < _PROMISED and any(_SEEN_TO.match(one.text) for one in others):
        return put._replace(strength=_PROMISED)
    is_open = put.form == GLADLY or (asked and put.form == ANNOUNCED and put.deed[0] == "put")
    if not is_open or put.strength >= _PROMISED:
        return put
    clause = clauses[index]
    opening = clause.text.removesuffix(clause.plain)
    if put.form == GLADLY and any(_AT_ONCE.search(one.text) or _LEADS.match(one.text) for one in clauses):
        return put._replace(strength=_PROMISED)
    said = [opening, *(one.text for at, one in enumerate(clauses) if at != index and not one.plain)]
    return put._replace(strength=_PROMISED) if any(map(_AGREEING.search, said)) else put


_PROMISED = 0.85
_AT_ONCE = re.compile(r"\b(?:right now|right away|straight away|here i go|here goes|as we speak)\b")
_AS_SAID = re.compile(r"^that is what i (?:will do|am (?:doing|going to do|about to do))\b")
""" "Kitchen light off, that's what I'm doing next."."""
_SEEN_TO = re.compile(
    r"^(?:your wish is my command|as you wish|here (?:i|we) go|watch (?:me|this)|just watch(?: me)?|consider it done"
    r"|i am (?:doing|on) it|leave it to me|at your service"
    r"|i will (?:(?:see to|make sure of|take care of) (?:it|that)|do (?:it|that|so)))"
    r"(?: now| right away| myself| then)*$"
)
""" "The shoes go in the porch, I'll see to it", "your wish is my command, lamp on"."""
_AGREEING = re.compile(
    r"\b(?:okay|right|all right|alright|sure(?: thing)?|got it|understood|of course|will do|on it|yes|yep|noted|"
    r"very well|absolutely|definitely|naturally|gladly|yeah|yup"
    r"|one (?:moment|second)|(?:just )?a (?:moment|second)|no problem|certainly)\b"
)


def without_haste(text: str) -> str:
    """The words without how soon the creature will do it, which is no time of a recipe: "in two seconds"."""
    return _HASTE.sub("", text) if "seconds" in text or "minutes" in text else text
