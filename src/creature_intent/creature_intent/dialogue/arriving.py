"""What the creature says is coming, and where it says it goes next: "one tea, coming up", "kitchen, here I come"."""

from __future__ import annotations

import re
from dataclasses import replace

from creature_intent import acts
from creature_intent.acts import Act, Kind, Slots
from creature_intent.deeds.announcing import announced
from creature_intent.deeds.deed import Deed, collect
from creature_intent.deeds.destinations import is_of_mind
from creature_intent.deeds.kinds import is_thing
from creature_intent.deeds.own_way import next_stop
from creature_intent.deeds.slots import head_noun, object_phrase, segments
from creature_intent.deeds.verbs import read
from creature_intent.dialogue.agreement import is_aside
from creature_intent.dialogue.replies import ALL
from creature_intent.grammar.lexicon import ADJECTIVES, PRONOUNS, word_set
from creature_intent.meaning.candidates import Candidates
from creature_intent.text.openers import strip_openers
from creature_intent.text.persons import is_somebody

COMES = "the creature says what comes"
_STATE = re.compile(r"^(?:the )?(?:\w+ )?\w+ (?:on|off|open|opened|closed|shut)(?: in .+)?$")


def coming(candidates: Candidates) -> list[Act]:
    """ "One glass of water, coming up!": the thing is brought."""
    sentence, book = candidates.sentence, candidates.book
    if sentence.question or book.words_to_come.isdisjoint(sentence.heard):
        return []
    text = _source_first(" , ".join(part for part in sentence.text.split(" , ") if part not in sentence.names))
    for pattern in book.coming if book.may_come.match(text) else ():
        comes = pattern.match(text)
        parts = comes["thing"].split(" , ") if comes else []
        named = " , ".join(part for part in parts if not is_aside(part))
        thing = strip_openers(named.strip(" ,")).removeprefix("one ").removesuffix("'s")
        deed = _deed_of(thing, candidates) if named and thing not in ALL else None
        if deed:
            act = Act(Kind.COMMIT, deed.intent, deed.slots, confidence=0.85, reason=COMES)
            return [candidates.resolved(act)]
    return []


_ANY = re.compile(r"^(?:an?|my) ")
_BY_ITSELF = word_set(
    "storm storms rain snow hail thunder wind winds weather train bus taxi car truck plane ambulance police help "
    "trouble surprise surprises change changes joke jokes pun puns riddle riddles "
    "story stories song songs tune tunes fact facts compliment compliments"
)
"""What comes and is brought by nobody."""


def _source_first(text: str) -> str:
    """ "Warm socks, coming up from the dryer" with what it comes from beside the thing."""
    late = _FROM_LAST.match(text)
    return f"{late['thing']} {late['source']}{late['comes']}" if late else text


_FROM_LAST = re.compile(
    r"^(?P<thing>[^,]+?)(?P<comes>(?: ,)? (?:coming|headed|heading) (?:right )?(?:up|over|your way|to you))"
    r"(?: ,)? (?P<source>from the \w+(?: \w+)?)(?: ,.*)?$"
)


def going_next(candidates: Candidates) -> list[Act]:
    """ "Kitchen, here I come." """
    sentence = candidates.sentence
    told = None if sentence.question else next_stop(sentence.text, candidates.book)
    deed = read(told.deed, candidates.setting) if told else None
    if told is None or deed is None:
        return []
    reason = f"the creature announces it: {' '.join(told.deed)}"
    act = Act(Kind.COMMIT, deed.intent, deed.slots, confidence=told.strength, reason=reason)
    return [candidates.resolved(act)]


def _deed_of(thing: str, candidates: Candidates) -> Deed | None:
    """What is done where just the thing is named: it is brought; "lights on" are switched."""
    setting, book = candidates.setting, candidates.book
    if _STATE.match(thing):
        told = announced(f"consider the {thing.removeprefix('the ')}", book)
        return read(told.deed, setting) if told else None
    trick = read(("do", "a", *_ANY.sub("", thing).split()), setting)
    if trick and trick.intent == acts.PERFORM_MOTION:
        return trick  # "One pirouette, coming up."
    first, *rest = segments(thing.split())
    name = object_phrase(first.words)
    if is_somebody(first.words, setting.names):
        return None  # "A friend is coming over."
    if head_noun(name or "") in _BY_ITSELF:
        return None  # "A storm is heading your way."
    if (len(first.words) == 1 and first.words[0].endswith("ing")) or is_of_mind(head_noun(name or ""), book):
        return None  # "Your payment is on its way."
    if not name or name in PRONOUNS | ADJECTIVES | book.verbs or not is_thing(name, book):
        return None
    slots = collect(name, rest, frozenset(), setting) or Slots(name)
    return Deed(acts.BRING_OBJECT, replace(slots, recipient=slots.recipient or acts.USER))
