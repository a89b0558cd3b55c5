"""A deed with a correction put into it: another thing, place, number or person, in the role that it can have there."""

from __future__ import annotations

import re
from dataclasses import replace

from creature_intent import acts
from creature_intent.acts import Act, Kind, Slots
from creature_intent.deeds.carried import is_carried
from creature_intent.deeds.kinds import is_fixed
from creature_intent.deeds.naming import one_of
from creature_intent.deeds.slots import head_noun
from creature_intent.dialogue.by_name import as_person, as_written
from creature_intent.dialogue.things import means_one_only, things_of
from creature_intent.grammar.lexicon import DETERMINERS, NUMBERS, PRONOUNS, ROOMS, word_set
from creature_intent.grammar.rulebook import Rulebook
from creature_intent.tasks.goals import Goal

_AUXILIARIES = word_set("is are was were be been do does did has have had will would can could")
_LEFT_RIGHT = ("left", "right")
_TURNING = ("turn ", "step ")
_HANDLING = (acts.GRAB_OBJECT, acts.BRING_OBJECT, acts.PLACE_OBJECT)


def corrected(change: Act, intent: str, slots: Slots) -> Goal:
    """The deed (intent, slots) with a correction put into it."""
    if intent == acts.PERFORM_MOTION and change.slots.destination in _LEFT_RIGHT and slots.object.startswith(_TURNING):
        return Goal(intent, Slots(f"{slots.object.split()[0]} {change.slots.destination}"), change.utterance)
    change = _in_list(_in_role(change, intent, slots), slots)
    where = numbered_as(change.slots.destination, slots.destination)
    change = change.but(slots=replace(change.slots, destination=where))
    whom = as_written(change.slots.recipient, change.utterance)
    change = change.but(slots=replace(change.slots, recipient=whom)) if whom.istitle() else change
    if change.intent == acts.GRAB_OBJECT and _is_another(change.slots, slots):
        change = change.but(intent=intent)  # "Take the grey one instead.", of what is to be brought, or switched on.
    if change.intent and change.intent != intent:
        kept = Slots(slots.object, slots.source)
        return Goal(change.intent, change.slots.filled_from(kept), change.utterance)
    if (change.slots.recipient and not change.slots.destination and intent != acts.GUIDE) or (
        change.slots.destination and intent == acts.BRING_OBJECT
    ):
        slots = Slots(slots.object, slots.source)
    room = next((word for word in slots.object.split()[:-1] if word in ROOMS), "")
    is_where = change.slots.source != "" and change.slots.object in ("", slots.object) and not change.slots.destination
    if is_where and room and not slots.source and intent in _ON_THE_SPOT:
        named = replace(slots, object=slots.object.replace(room, change.slots.source, 1))
        return Goal(intent, named, change.utterance)  # "No, the hall.", of the kitchen light.
    if change.slots.source and not change.slots.object and slots.source in slots.object.split():
        slots = replace(slots, object=slots.object.replace(slots.source, change.slots.source))  # "kitchen light"
    return Goal(intent, change.slots.filled_from(slots), change.utterance)


def suits(change: Act, asked: Act | None, book: Rulebook) -> bool:
    """What a correction names can be put into the deed that was asked for: no verb is a place, no lamp a motion.

    Args:
        change: What the user says to put it right; anything else suits.
        asked: What was asked for last.
        book: The rules, for their nouns and verbs.
    """
    if change.kind != Kind.CORRECT or change.intent or asked is None:
        return True
    for value in (change.slots.object, change.slots.source, change.slots.destination):
        first, *rest = value.split() or [""]
        if first in _AUXILIARIES or (first in book.verbs and rest[:1] != [] and rest[0] in DETERMINERS | PRONOUNS):
            return False  # "To get the book, please.", "... on or is it off"
    thing = change.slots.object
    if asked.intent != acts.PERFORM_MOTION or asked.slots.destination or not thing:
        return True
    head = head_noun(thing)
    return not (is_carried(thing) or any(head in book.nouns[name] for name in ("machines", "handed", "fixed")))


def _is_another(mine: Slots, asked: Slots) -> bool:
    """Another thing of the same kind: "the grey blanket", where the green one was asked for."""
    return mine.object != asked.object and one_of(head_noun(mine.object)) == one_of(head_noun(asked.object))


def _in_list(change: Act, slots: Slots) -> Act:
    """Of several things only the one of its kind is another: "no, the green cup", of the red cup and the plate."""
    things, thing = things_of(slots.object), change.slots.object
    is_one = len(things) > 1 and bool(thing) and " and " not in thing and head_noun(thing) in map(head_noun, things)
    if not is_one or means_one_only(change.utterance):
        return change
    kept = [thing if head_noun(one) == head_noun(thing) else one for one in things]
    return change.but(slots=replace(change.slots, object=" and ".join(kept)))


_LIMBS = frozenset({"arm", "hand", "leg", "foot", "finger", "gripper"})


def _in_role(change: Act, intent: str, slots: Slots) -> Act:
    """A thing named without a verb ("no, the bedroom") is what the task can take: a place, if it goes to one."""
    thing = change.slots.object
    if (
        not change.intent
        and change.slots.destination
        and not change.slots.source
        and _rests_there(change, intent, slots)
    ):
        place = change.slots.destination  # "No, in the hall": that is where the lamp is.
        return change.but(slots=Slots(thing, place, "", change.slots.recipient))
    if change.intent or not thing or change.slots.destination:
        return change
    whom = as_person(thing, change.utterance) if slots.recipient[:1].isupper() else ""
    if whom and not change.slots.recipient:
        return change.but(slots=replace(change.slots, object="", recipient=whom))  # "Tom would be better."
    if intent == acts.FOLLOW and not change.slots.recipient:
        return change.but(slots=Slots(recipient=thing))  # "No, Marvin."
    if intent in _ON_THE_SPOT and head_noun(thing) in ROOMS and head_noun(slots.source) in ROOMS | {""}:
        return change.but(slots=Slots(source=thing))  # "I meant the bedroom.": of the window there.
    if intent == acts.PERFORM_MOTION and thing in slots.object.split():
        return change.but(slots=slots)  # "Left, I mean left."
    if intent == acts.PERFORM_MOTION and sided(thing, slots.object):
        return change.but(slots=Slots(sided(thing, slots.object)))  # "I mean left.", of turning right.
    if intent == acts.PERFORM_MOTION and head_noun(thing) == head_noun(slots.object) in _LIMBS:
        verb = slots.object.partition(" ")[0]
        return change.but(slots=Slots(thing if thing.startswith(verb) else f"{verb} {thing}"))  # "The right one."
    kinds = {role: head_noun(getattr(slots, role)) for role in ("destination", "source")}
    alike = next(
        (role for role, kind in kinds.items() if kind and kind == head_noun(thing) != head_noun(slots.object)), ""
    )
    if alike:
        return change.but(slots=replace(Slots(), **{alike: thing}))  # "The grey box, I mean.", of what goes in a box.
    numbered = next((role for role in ("destination", "source") if is_numbered(thing, getattr(slots, role))), "")
    if numbered:
        place = numbered_as(thing, getattr(slots, numbered))
        return change.but(slots=replace(Slots(), **{numbered: place}))  # "Fourteen.", of room twelve.
    if intent in (acts.BRING_OBJECT, acts.PLACE_OBJECT) and _is_room_number(thing):
        return change.but(slots=Slots(destination=thing))  # "Sorry, room fourteen.", of the letter to Mr Brown.
    lies = head_noun(thing) in ROOMS or (bool(slots.source) and is_fixed(thing))
    if intent in (acts.SEARCH, acts.BRING_OBJECT) and lies and not slots.destination:
        return change.but(slots=Slots(source=thing))  # "Cellar, then.": that is where it lies.
    goes = intent in (acts.MOVE_TO, acts.GUIDE)
    if goes or (slots.destination and is_fixed(thing)):
        return change.but(slots=Slots("", change.slots.source, thing, change.slots.recipient))
    return change


_SIDES = (("left", "right"), ("up", "down"), ("forward", "back"))


def sided(side: str, motion: str) -> str:
    """ "turn left", of "turn right" and "left"; empty where the motion has no such side."""
    other = next((two[1 - two.index(side)] for two in _SIDES if side in two), "")
    words = motion.split()
    return " ".join(side if word == other else word for word in words) if other in words else ""


def is_numbered(thing: str, place: str) -> bool:
    """ "Fourteen" and "room twelve", "room fourteen" and "room twelve"."""
    before = place.split()
    return len(before) > 1 and bool(thing) and is_numeral(thing.split()[-1]) and is_numeral(before[-1])


def numbered_as(thing: str, place: str) -> str:
    """ "room fourteen", of "fourteen" and "room twelve"; other things stay as they are."""
    return " ".join([*place.split()[:-1], thing]) if " " not in thing and is_numbered(thing, place) else thing


def _is_room_number(thing: str) -> bool:
    kind, _, number = thing.partition(" ")
    return kind in _NUMBERED_PLACES and is_numeral(number)


_NUMBERED_PLACES = word_set("room ward flat office apartment suite bay cabin lab")


def is_numeral(word: str) -> bool:
    """ "twelve", "301", "4b"."""
    return word in NUMERALS or word[:1].isdigit()


def _rests_there(change: Act, intent: str, slots: Slots) -> bool:
    """The place is where the thing is, not where it goes."""
    if intent == acts.BRING_OBJECT:
        goes = bool(slots.destination) or _TOWARDS.search(change.utterance.lower())
        return (bool(slots.source) or slots.recipient == acts.USER) and not goes
    return intent in _ON_THE_SPOT


NUMERALS = NUMBERS | word_set(
    "thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty hundred"
)
_ON_THE_SPOT = (acts.GRAB_OBJECT, acts.SEARCH, acts.SWITCH_ON, acts.SWITCH_OFF, acts.OPEN, acts.CLOSE)
_TOWARDS = re.compile(r"\b(?:to|into|onto|put|bring|take|goes|go)\b")
