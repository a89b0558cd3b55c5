"""What was asked and what was promised, put together into the one deed that is meant."""

from __future__ import annotations

import re
from dataclasses import replace

from creature_intent import acts
from creature_intent.acts import Act, Slots
from creature_intent.deeds.slots import head_noun
from creature_intent.dialogue.things import agree
from creature_intent.grammar.lexicon import ROOMS
from creature_intent.tasks.goals import Goal

_HANDLING = (acts.GRAB_OBJECT, acts.BRING_OBJECT, acts.PLACE_OBJECT)


def fulfilled(promise: Act, request: Act) -> Goal:
    """The goal of a promise that answers a request.

    The promise's object counts if it names one, otherwise the request's; empty roles are filled from the request. A
    promise of a first step ("let me grab it", "I'm going to the kitchen") is a promise of what was asked.
    """
    utterance = " / ".join(words for words in (request.utterance, promise.utterance) if words)
    promise = _for_whom_asked(promise, request)
    if not promise.intent or _is_step(promise, request) or _is_its_motion(promise, request):
        slots = _filled(promise, request) if promise.named and promise.intent in _HANDLING else request.slots
        return Goal(request.intent, slots, utterance)
    if promise.intent == request.intent:
        if {promise.slots.object, request.slots.object} <= _BACKWARDS:
            return Goal(request.intent, request.slots, utterance)
        is_vague = promise.intent == acts.MOVE_TO and not promise.named  # "I'm coming over."
        return Goal(promise.intent, request.slots if is_vague else _filled(promise, request), utterance)
    return Goal(promise.intent, _own_slots(promise, request), utterance)


def _for_whom_asked(promise: Act, request: Act) -> Act:
    """ "I'll bring it" brings it to the user, but where somebody else, or a place, was asked for."""
    return promise.but(slots=slots_for(request.slots, promise.slots, promise.utterance))


def slots_for(asked: Slots, slots: Slots, words: str) -> Slots:
    """The slots of a promise, not for the user where what was asked goes elsewhere and its words do not say "you"."""
    is_elsewhere = asked.recipient != acts.USER and bool(asked.recipient or asked.destination)
    if not is_elsewhere or slots.recipient != acts.USER or _TO_YOU.search(words.lower()):
        return slots
    return replace(slots, recipient="")


_TO_YOU = re.compile(r"\b(?:you|here|(?:to|for|bring|hand|give|get) (?:me|us))\b")


def answers(promise: Act, request: Act) -> bool:
    """The promise is of just what was asked, or of fetching it: "I'll get the milk", where it is to be brought."""
    promise = _for_whom_asked(promise, request)
    mine, asked = promise.slots, request.slots
    same_place = agree(mine.destination, asked.destination)
    is_fetched = fetches(promise) and request.intent in _HANDLING and bool(mine.object)
    return (promise.intent == request.intent or is_fetched) and same_place and agree(mine.object, asked.object)


def _is_its_motion(promise: Act, request: Act) -> bool:
    """ "I'm closing them", after "Close your eyes"."""
    same = not promise.named and promise.slots.object == request.slots.object
    return same and request.intent == acts.PERFORM_MOTION


def _is_step(promise: Act, request: Act) -> bool:
    """The promise is a first step of what was asked, or says it loosely."""
    if promise.intent == acts.MOVE_TO and request.intent != acts.MOVE_TO:
        return _leads_to(promise.slots.destination, request)
    if promise.intent == acts.FOLLOW and request.intent == acts.GUIDE:
        whom = promise.slots.recipient
        return whom in _PERSONS or whom in request.slots.recipient.split()  # "I'll accompany them."
    if promise.intent in _HANDLING and request.intent not in _HANDLING:
        return not promise.named and not promise.slots.destination
    if promise.intent not in _HANDLING or request.intent not in _HANDLING:
        return False
    if promise.named and not agree(promise.slots.object, request.slots.object):
        return False
    return fetches(promise) or (not promise.named and request.intent != acts.BRING_OBJECT)


def _leads_to(place: str, request: Act) -> bool:
    """ "[Open the gate.] On my way to the gate.", "[Bring me some tea.] I'm going to the kitchen." """
    asked, noun = request.slots, head_noun(place.lower())
    known = {word for role in vars(asked).values() for word in role.lower().split()}
    is_sought = request.intent in (acts.BRING_OBJECT, acts.GRAB_OBJECT, acts.SEARCH) and not asked.source
    return place in (acts.USER, "here", "there") or noun in known or (is_sought and noun in ROOMS)


def fetches(promise: Act | Goal) -> bool:
    """ "I'll grab it", "I'll get the milk": whatever is asked for begins so."""
    slots = promise.slots
    to_nobody = not (slots.recipient or slots.destination)
    return promise.intent == acts.GRAB_OBJECT or (promise.intent == acts.BRING_OBJECT and to_nobody)


def _filled(promise: Act, request: Act) -> Slots:
    """As `_filled_by_words`, but "him" and "her" are who was spoken of."""
    slots = _filled_by_words(promise, request)
    asked = request.slots
    return replace(
        slots,
        object=asked.object if slots.object in _PERSONS and asked.object else slots.object,
        recipient=asked.recipient if slots.recipient in _PERSONS and asked.recipient else slots.recipient,
    )


_PERSONS = ("him", "her", "them")


def _filled_by_words(promise: Act, request: Act) -> Slots:
    """The promise's slots, its object replaced by the request's fuller words for it ("cup" by "red cup")."""
    thing, asked = promise.slots.object, request.slots.object
    # Of several that were asked for, only what is promised counts: the creature promises the next by itself.
    fuller = agree(thing, asked) and len(asked) > len(thing) and " and " not in asked
    own = Slots(
        asked if fuller or not promise.named else thing,
        _fuller(promise.slots.source, request.slots.source),
        _fuller(promise.slots.destination, request.slots.destination),
        _fuller(promise.slots.recipient, request.slots.recipient),
    )
    return own.filled_from(request.slots)


def _fuller(place: str, asked: str) -> str:
    """ "science lab", where that was asked for, of "the lab"."""
    is_its_noun = bool(place) and place != asked and {*place.split()} < {*asked.split()} and " and " not in asked
    return asked if is_its_noun and head_noun(place) == head_noun(asked) else place


def _own_slots(promise: Act, request: Act) -> Slots:
    """Another deed than was asked: only what it is done with comes from the request."""
    if promise.intent not in _HANDLING or request.intent not in _HANDLING:
        return promise.slots
    filled = _filled(promise, request)
    return Slots(filled.object, filled.source, promise.slots.destination, promise.slots.recipient)


_BACKWARDS = frozenset(
    {"back up", "step back", "move back", "move away", "step backward", "move backward", "back away"}
)
