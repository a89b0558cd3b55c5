"""What each verb with what follows it means for the creature's hands and wheels."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from creature_intent import acts, idioms
from creature_intent.acts import USER, Slots
from creature_intent.deeds import DOUBTFUL, WEAK, Deed, Reader, Setting, collect, is_offhand, transfer, without_particle
from creature_intent.lexicon import PUT_AT
from creature_intent.slots import object_phrase, segments
from creature_intent.tokens import Speaker
from creature_intent.ways import go, guide_person, lead, show


def read(words: Sequence[str], setting: Setting) -> Deed | None:
    """The deed in "pick up the red cup": words begin with the verb's base form. None if there is none."""
    words = " ".join(words).replace("out of ", "out_of ").split()
    if len(words) > 2 and words[0] in ("go", "come", "run") and words[1] in ("and", "over", "ahead", "back"):
        shorter = [word for word in words[1:4] if word not in ("and", "over", "ahead", "back")] + words[4:]
        if shorter and shorter[0] in _READERS:
            words = shorter
    elif len(words) > 1 and words[0] in ("go", "come", "run", "help") and words[1] in _READERS:
        words = words[1:]
    if not words or words[0] not in _READERS:
        return None
    deed = _READERS[words[0]](words[0], words[1:], setting)
    if deed is None:
        return None
    credit = idioms.credit(words, deed, setting)
    return replace(deed, certainty=min(deed.certainty, credit)) if credit else None


def _pick(verb: str, rest: list[str], setting: Setting) -> Deed | None:
    found = without_particle(rest, ("up",))
    if found is None and verb == "pick":
        return None
    return _grasp(verb, rest if found is None else found, setting)


def _grasp(verb: str, rest: list[str], setting: Setting) -> Deed | None:
    """grab, take, hold: the object comes into the hand."""
    deed = transfer(verb, rest, setting)
    if deed is None or not deed.slots.object:
        return None
    if deed.slots.recipient and deed.intent == acts.BRING_OBJECT:
        return deed
    if deed.slots.destination:
        return Deed(acts.BRING_OBJECT, deed.slots, deed.certainty)
    if is_offhand(verb, rest, setting) and not deed.slots.source:
        return Deed(acts.GRAB_OBJECT, deed.slots, DOUBTFUL)
    return Deed(acts.GRAB_OBJECT, deed.slots, _grasp_certainty(verb, deed.slots, setting))


def _grasp_certainty(verb: str, slots: Slots, setting: Setting) -> float:
    """ "I'll take the chicken" orders a meal, unless it was asked for."""
    if verb == "take" and setting.speaker == Speaker.AGENT and not slots.source:
        return DOUBTFUL
    return WEAK if verb in ("take", "get", "hold", "collect", "reach") else 1.0


def _bring(verb: str, rest: list[str], setting: Setting) -> Deed | None:
    """bring, hand, pass, give: the object comes to somebody."""
    if rest[:1] == ["over"] or rest[:1] == ["back"]:
        rest = rest[1:]
    guided = guide_person(rest, setting) if verb == "bring" else None
    deed = guided or transfer(verb, rest, setting)
    if deed is None or guided:
        return guided
    needs_receiver = verb in ("hand", "give")
    if not deed.slots.object or (needs_receiver and not deed.slots.recipient):
        return None
    slots = deed.slots
    if not slots.recipient and not slots.destination:
        slots = Slots(slots.object, slots.source, "", USER)
    return Deed(acts.BRING_OBJECT, slots, WEAK if verb in ("give", "pass") else 1.0)


def _take(verb: str, rest: list[str], setting: Setting) -> Deed | None:
    if rest[:1] == ["hold"] and rest[1:2] == ["of"]:
        rest = rest[2:]
    return guide_person(rest, setting) or _grasp(verb, rest, setting)


def _carry(verb: str, rest: list[str], setting: Setting) -> Deed | None:
    """carry, deliver: only with where it goes or who receives it."""
    deed = transfer(verb, rest, setting)
    if deed is None or not (deed.slots.recipient or deed.slots.destination):
        return None
    return Deed(acts.BRING_OBJECT, deed.slots)


def _place(verb: str, rest: list[str], setting: Setting) -> Deed | None:
    """put, set, leave: the object goes to a place."""
    particle = next((word for word in rest[:8] if word in ("down", "back", "away", "here", "there")), "")
    rest = without_particle(rest, (particle,)) or rest
    found = segments(rest)
    thing = object_phrase(found[0].words)
    if thing is None:
        return None
    slots = collect(thing, found[1:], PUT_AT, setting)
    if slots is None or (
        verb in ("leave", "drop", "move", "return", "hang", "throw", "toss") and not slots.destination
    ):
        return None
    if not slots.destination:
        if particle in ("here", "there"):
            slots = Slots(slots.object, slots.source, particle, slots.recipient)
        elif not particle or verb not in ("put", "set", "lay", "place"):
            return None
    return Deed(acts.PLACE_OBJECT, slots, 1.0 if verb in ("put", "place", "set", "lay", "stack") else WEAK)


def _move(verb: str, rest: list[str], setting: Setting) -> Deed | None:
    """move: oneself ("move to the door") or a thing ("move the cup to the table")."""
    return go(verb, rest, setting) or _place(verb, rest, setting)


_READERS: dict[str, Reader] = {
    **dict.fromkeys(("pick", "lift"), _pick),
    **dict.fromkeys(("grab", "grasp", "get", "retrieve", "collect", "hold", "snatch"), _grasp),
    **dict.fromkeys(("bring", "fetch", "hand", "pass", "give"), _bring),
    **dict.fromkeys(("deliver", "carry"), _carry),
    **dict.fromkeys(("put", "place", "set", "lay", "drop", "leave", "return", "stick", "throw"), _place),
    **dict.fromkeys(("toss", "stack", "hang"), _place),
    **dict.fromkeys(("go", "come", "head", "walk", "drive", "roll", "step", "proceed", "stand"), go),
    **dict.fromkeys(("navigate", "travel"), go),
    **dict.fromkeys(("lead", "guide", "escort", "accompany"), lead),
    "walk": lambda verb, rest, setting: guide_person(rest, setting) or go(verb, rest, setting),
    "take": _take,
    "move": _move,
    "show": show,
}
