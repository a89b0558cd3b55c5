"""Where a thing lies, told beside the request: "..., it's on the shelf", "there's a towel on the floor, ..."."""

from __future__ import annotations

import re
from dataclasses import replace

from creature_intent import acts
from creature_intent.acts import Act
from creature_intent.deeds.kinds import is_thing
from creature_intent.deeds.slots import object_phrase, segments
from creature_intent.grammar.lexicon import DETERMINERS, TAKEN_FROM
from creature_intent.grammar.rulebook import Rulebook
from creature_intent.text.clause import Clause

_THINKING = (
    r"(?:(?:i|we) (?:think|believe|guess|suppose|reckon|suspect|am (?:pretty |quite |fairly )?sure|bet)(?: that)? )?"
)
_RESTING = (
    r"(?:(?:still|right|over|up|down|just|probably|usually|normally|somewhere|always|also|all|maybe|already|in there|"
    r"there|"
    r"lying|hanging|standing|sitting|leaning|laying|resting|kept|parked|stored|waiting|hidden|stuck"
    r"|tucked(?: away)?) )*"
)
_MOVED = r"(?:gone|fallen|dropped|rolled|slid|slipped|ended up|got left|been left)(?: away| off| down)?"
_IS = (
    rf"(?:(?:has|have|is|are) (?:just |probably )?{_MOVED}"
    r"|is|are|was|were|(?:should|must|might|may|could|will|has to|ought to) (?:be|have (?:been|dropped|fallen|gone"
    r"|got|gotten|rolled|slid|slipped))|lies?|stands?|sits?|hangs?|got left"
    r"|(?:fell|rolled|slid|slipped|went)(?: away| off| down)?)"
)
_PLACE = (
    r"(?P<place>(?:in|on|under|underneath|beneath|behind|beside|by|next to|near|inside|at|on top of|against|above"
    r"|between) .+)"
)
_AFTER = re.compile(
    rf"^{_THINKING}(?:it|they|he|she|that|this|which|those|these|the (?:\w+ )?one) {_IS} {_RESTING}{_PLACE}$"
    rf"|^(?:you (?:will|can|should|might) find (?:it|them|him|her|one|some)"
    rf"|{_THINKING}(?:i|we|she|he|mum|dad) "
    rf"(?:have )?(?:last )?(?:left|put|dropped|saw|keep|kept|have) (?:it|them|him|her)"
    rf"|there (?:is|are) (?:one|some|plenty)) "
    rf"{_RESTING}{_PLACE.replace('place', 'where')}$"
)
_THERE_IS = r"there (?:is|are) (?:\w+ ){1,5}?"
_THING_IS = (
    r"(?:(?:the|my|his|her|our|that|those) (?:\w+ ){1,4}?|it |they )"
    r"(?:is|are|was|were|lies?|stands?|hangs?|sits?|fell|rolled|(?:has|have) (?:fallen|rolled)) "
)
_BEFORE = re.compile(
    rf"^(?:{_THERE_IS}|{_THING_IS}){_RESTING}{_PLACE}$"
    rf"|^(?:somebody|someone|i|we|they|he|she|you) (?:have |has )?(?:left|dropped|forgot|forgotten|put|lost) "
    rf"(?:the|my|a|an|some|his|her) (?:\w+ ){{1,3}}?{_PLACE.replace('place', 'where')}$"
)


_FETCHING = (acts.GRAB_OBJECT, acts.BRING_OBJECT, acts.SEARCH, acts.PLACE_OBJECT)


def located_after(clause: Clause, act: Act, book: Rulebook) -> Act | None:
    """ "[Fetch the broom,] it's leaning behind the door": the act with where it is; None if that is not told."""
    if clause.joiner not in (",", "because", "") or act.intent not in _FETCHING or act.slots.source:
        return None
    is_of_receiver = act.slots.recipient not in ("", acts.USER) and bool(set(clause.words[:3]) & {"he", "she"})
    place = "" if is_of_receiver else told_after(clause, book)  # "Take it to Dad, he's in the garage."
    return act.but(slots=replace(act.slots, source=place)) if place else None


def located_before(clause: Clause, act: Act, book: Rulebook) -> Act:
    """ "[There's a towel on the floor,] would you pick it up": the act, with where it is if that was told."""
    if act.named or not act.slots.object or act.intent not in _FETCHING or act.slots.source:
        return act
    place = told_before(clause, book)
    is_elsewhere = place and place not in (act.slots.destination, act.slots.object)
    return act.but(slots=replace(act.slots, source=place)) if is_elsewhere else act


def told_after(clause: Clause, book: Rulebook) -> str:
    """The place in "..., I think they're on the nightstand"; empty if the words tell none.

    Args:
        clause: A clause that follows a request.
        book: The rules, for what is no place.
    """
    return _place(_AFTER.match(clause.plain), book)


def told_before(clause: Clause, book: Rulebook) -> str:
    """The place in "there's a towel lying on the floor, ...", said before something is asked for with "it"."""
    return _place(_BEFORE.match(clause.text) or _BEFORE.match(clause.plain), book)


def _place(found: re.Match[str] | None, book: Rulebook) -> str:
    words = (found["place"] or found["where"]).split() if found else []
    parts = segments(["", *words]) if words else []
    if len(parts) < 2 or parts[1].preposition not in TAKEN_FROM:
        return ""
    first, last = parts[1].words[:1], parts[1].words[-1:]
    if not first or not (first[0] in DETERMINERS or first[0].endswith("'s") or last[0] in book.nouns["fixed"]):
        return ""  # "It's in fashion."
    if "or" in parts[1].words:
        return ""
    place = object_phrase(parts[1].words)
    return place if place and is_thing(place, book, place=True) and place not in ("it", "you", "me", "that") else ""
