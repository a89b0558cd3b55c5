"""Steps that are one task: "go to the kitchen and bring me the mug", "pick up the cup and put it on the shelf"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from creature_intent import acts
from creature_intent.acts import Act, Slots, Tier
from creature_intent.deeds.paths import OUTSIDE
from creature_intent.deeds.slots import head_noun
from creature_intent.grammar.lexicon import PEOPLE, ROOMS

_FROM_HAND = {acts.GRAB_OBJECT: (acts.BRING_OBJECT, acts.PLACE_OBJECT, acts.GRAB_OBJECT)}
_WITH_OBJECT = (acts.GRAB_OBJECT, acts.BRING_OBJECT)
_CARRYING = (acts.PLACE_OBJECT, acts.BRING_OBJECT)
_ON_THE_SPOT = (acts.OPEN, acts.CLOSE, acts.SWITCH_ON, acts.SWITCH_OFF, acts.SEARCH)


def merged(found: Sequence[Act]) -> list[Act]:
    """The acts of a sentence, steps of one task put together."""
    result: list[Act] = []
    for act in found:
        act = _from_there(result[-1], act) if result else act
        one = _joined(result[-1], act) if result else None
        carried = _carried(result[-2], result[-1], act) if len(result) > 1 else None
        if carried is not None:
            result[-2:] = [carried]
        elif one is None:
            result.append(act)
        else:
            result[-1] = one
    return result


def _from_there(first: Act, then: Act) -> Act:
    """ "Look in the drawer and bring me the key": where is looked is where it comes from."""
    is_looked = first.intent == acts.SEARCH and first.kind == then.kind and not first.slots.object
    if not is_looked or then.intent not in _WITH_OBJECT or then.slots.source or not then.named:
        return then
    return then.but(slots=replace(then.slots, source=first.slots.source))


def _joined(first: Act, then: Act) -> Act | None:
    if first.kind != then.kind or not first.intent or not then.intent:
        return None
    if first.intent == then.intent and first.slots == then.slots:
        surer = max((first, then), key=lambda act: act.confidence)  # "I'll stick with her and follow her around."
        return surer.but(named=first.named or then.named)
    if then.intent == acts.MOVE_TO and first.slots.object == "step aside":
        return then  # "I'll get out of your way and go to the balcony."
    is_on_wheels = first.slots.recipient in ("wheelchair", "scooter", "walker") and then.slots.recipient == acts.USER
    same_company = is_on_wheels or first.slots.recipient == then.slots.recipient
    if first.intent == then.intent == acts.FOLLOW and same_company:
        return then.but(slots=then.slots.filled_from(first.slots), named=first.named or then.named)
    if first.intent == then.intent and _same_thing(first, then):
        confidence = max(first.confidence, then.confidence)
        known = replace(first.slots, recipient="") if then.slots.destination else first.slots
        return then.but(slots=then.slots.filled_from(known), named=first.named, confidence=confidence)
    if first.intent == then.intent and first.tier == Tier.SUGGEST and then.tier == Tier.ACT:
        return then  # "I'd like some juice, fetch a bottle": the wish has become a request.
    if first.intent == then.intent == acts.MOVE_TO and first.slots.source and first.slots.destination == OUTSIDE:
        return then  # "Leave the kitchen and go to the hall."
    if first.intent == then.intent == acts.PERFORM_MOTION and then.slots.object == "face" and _turns(first):
        return first  # "Turn around and face me."
    if first.intent == then.intent == acts.OPEN and first.slots.object == head_noun(then.slots.object):
        return then  # "Let the dog out, open the back door."
    if first.intent == acts.MOVE_TO and then.intent == acts.FOLLOW and then.slots == Slots(recipient=acts.USER):
        return then.but(slots=replace(then.slots, destination=first.slots.destination))  # "Let us go up, follow me."
    is_on_its_way = first.intent == acts.PLACE_OBJECT and not first.slots.destination
    if is_on_its_way and then.intent in _CARRYING and not then.named and then.slots.destination:
        return _steps(first, then)  # "Move the stool away from the door and put it by the wall."
    if first.intent == acts.MOVE_TO and then.intent in (*_WITH_OBJECT, *_ON_THE_SPOT):
        return _there(first, then)
    is_of_thing = first.intent in _WITH_OBJECT and then.intent == acts.GUIDE and then.slots.recipient in _POINTED_AT
    if is_of_thing and then.slots.destination == acts.USER:  # "Get my teddy and bring him here."
        return _steps(first, then.but(intent=acts.BRING_OBJECT, slots=Slots(recipient=acts.USER)))
    if first.intent == acts.SEARCH and _is_person(first.slots.object):
        return _met(first, then)
    same = not then.named or then.slots.object == first.slots.object
    if first.intent == acts.SEARCH and then.intent in (*_WITH_OBJECT, acts.PLACE_OBJECT) and same:
        return _steps(first, then)
    if then.intent in _FROM_HAND.get(first.intent, ()) and same:
        return _steps(first, then)
    if first.intent == acts.BRING_OBJECT and then.intent == acts.GRAB_OBJECT and same and not then.named:
        return first  # "I need the long screws, can you get them?"
    if first.intent == acts.BRING_OBJECT and then.intent == acts.PLACE_OBJECT and same:
        return _steps(first, then)
    return None


def _carried(first: Act, way: Act, then: Act) -> Act | None:
    """ "Get the knife, go to the bar and give it to Jo": on the way it is in the hand."""
    if way.intent != acts.MOVE_TO or first.intent not in _WITH_OBJECT or then.intent not in _CARRYING:
        return None
    if not first.kind == way.kind == then.kind or (then.named and then.slots.object != first.slots.object):
        return None
    here = "" if then.slots.recipient else way.slots.destination
    return _steps(first, then.but(slots=replace(then.slots, destination=then.slots.destination or here)))


def _turns(act: Act) -> bool:
    return act.slots.object.startswith("turn")


def _same_thing(first: Act, then: Act) -> bool:
    """ "I want the chips, can you bring them to me?" asks twice for one thing."""
    is_pointed_at = not then.named and first.named and bool(first.slots.object)
    return is_pointed_at and then.intent in (*_WITH_OBJECT, *_ON_THE_SPOT) and then.slots.object == first.slots.object


def _is_person(phrase: str) -> bool:
    return all(word.istitle() for word in phrase.split()) or head_noun(phrase) in PEOPLE


def _met(first: Act, then: Act) -> Act | None:
    """ "Find Anna and give her the apple", "... and follow her", "... and bring her to the door"."""
    who = first.slots.object
    slots = then.slots
    reason = f"{first.reason}; {then.reason}"
    if then.intent == acts.BRING_OBJECT and not then.named and slots.destination:
        guided = Slots(destination=slots.destination, recipient=who)
        return then.but(intent=acts.GUIDE, slots=guided, named=True, confidence=first.confidence, reason=reason)
    if slots.recipient in (*_POINTED_AT, who) and then.intent in (acts.BRING_OBJECT, acts.FOLLOW, acts.GUIDE):
        return then.but(slots=replace(slots, recipient=who), named=True, reason=reason)
    return None


_OUTDOORS = ("porch", "balcony", "terrace", "yard")
_POINTED_AT = ("him", "her", "them")


def _there(first: Act, then: Act) -> Act:
    """ "Go to the kitchen and bring me the mug": the place is where the thing is, or the thing ("... and open it")."""
    place = first.slots.destination
    is_receiver = place.lower() == then.slots.recipient.lower()  # "Go to Peter and give him this wrench."
    is_known = place in (acts.USER, "here", "there") or then.slots.source or place == then.slots.object or is_receiver
    source = then.slots.source if is_known else place
    if then.slots.source and head_noun(place) in ROOMS and ROOMS.isdisjoint(source.split()):
        where = "on" if head_noun(place) in _OUTDOORS else "in"
        source = f"{source} {where} the {place}"  # "Go to the hall and bring me the hat on the chair."
    slots = replace(then.slots, source=source)
    is_named = then.named or place == then.slots.object
    return then.but(slots=slots, named=is_named, reason=f"{first.reason}; {then.reason}")


def _steps(first: Act, then: Act) -> Act:
    source = first.slots.source or then.slots.source
    slots = Slots(
        first.slots.object or then.slots.object,
        "" if source == then.slots.destination else source,  # "I want the rug under the piano, put it there."
        then.slots.destination,
        then.slots.recipient,
    )
    confidence = max(first.confidence, then.confidence) if first.tier == Tier.SUGGEST else first.confidence
    return then.but(
        slots=slots,
        named=first.named or then.named,
        confidence=confidence,
        reason=f"{first.reason}; {then.reason}",
    )
