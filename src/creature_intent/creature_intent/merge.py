"""Steps that are one task: "go to the kitchen and bring me the mug", "pick up the cup and put it on the shelf"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from creature_intent import acts
from creature_intent.acts import Act, Slots, Tier

_FROM_HAND = {acts.GRAB_OBJECT: (acts.BRING_OBJECT, acts.PLACE_OBJECT, acts.GRAB_OBJECT)}
_WITH_OBJECT = (acts.GRAB_OBJECT, acts.BRING_OBJECT)
_ON_THE_SPOT = (acts.OPEN, acts.CLOSE, acts.SWITCH_ON, acts.SWITCH_OFF, acts.SEARCH)


def merged(found: Sequence[Act]) -> list[Act]:
    """The acts of a sentence, steps of one task put together."""
    result: list[Act] = []
    for act in found:
        one = _joined(result[-1], act) if result else None
        if one is None:
            result.append(act)
        else:
            result[-1] = one
    return result


def _joined(first: Act, then: Act) -> Act | None:
    if first.kind != then.kind or not first.intent or not then.intent:
        return None
    if first.intent == acts.MOVE_TO and then.intent in (*_WITH_OBJECT, *_ON_THE_SPOT):
        return _there(first, then)
    same = not then.named or then.slots.object == first.slots.object
    if first.intent == acts.SEARCH and then.intent in (*_WITH_OBJECT, acts.PLACE_OBJECT) and same:
        return _steps(first, then)
    if then.intent in _FROM_HAND.get(first.intent, ()) and same:
        return _steps(first, then)
    if first.intent == acts.BRING_OBJECT and then.intent == acts.PLACE_OBJECT and same:
        return _steps(first, then)
    return None


def _there(first: Act, then: Act) -> Act:
    """ "Go to the kitchen and bring me the mug": the place is where the thing is, or the thing ("... and open it")."""
    place = first.slots.destination
    is_known = place in (acts.USER, "here", "there") or then.slots.source or place == then.slots.object
    slots = then.slots if is_known else replace(then.slots, source=place)
    is_named = then.named or place == then.slots.object
    return then.but(slots=slots, named=is_named, reason=f"{first.reason}; {then.reason}")


def _steps(first: Act, then: Act) -> Act:
    slots = Slots(
        first.slots.object or then.slots.object,
        first.slots.source or then.slots.source,
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
