"""What was asked and what was promised, put together into the one deed that is meant."""

from __future__ import annotations

import re
from dataclasses import replace

from creature_intent import acts
from creature_intent.acts import Act, Slots
from creature_intent.deeds.idioms import is_fixed
from creature_intent.deeds.naming import one_of
from creature_intent.deeds.slots import head_noun
from creature_intent.dialogue.by_name import as_person, as_written
from creature_intent.grammar.lexicon import NUMBERS, word_set
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
    return promise.but(slots=_slots_for(request.slots, promise.slots, promise.utterance))


def _slots_for(asked: Slots, slots: Slots, words: str) -> Slots:
    is_elsewhere = asked.recipient != acts.USER and bool(asked.recipient or asked.destination)
    if not is_elsewhere or slots.recipient != acts.USER or _TO_YOU.search(words.lower()):
        return slots
    return replace(slots, recipient="")


_TO_YOU = re.compile(r"\b(?:you|here|(?:to|for|bring|hand|give|get) (?:me|us))\b")


def corrected(change: Act, intent: str, slots: Slots) -> Goal:
    """The deed (intent, slots) with a correction put into it."""
    change = _in_list(_in_role(change, intent, slots), slots)
    whom = as_written(change.slots.recipient, change.utterance)
    change = change.but(slots=replace(change.slots, recipient=whom)) if whom.istitle() else change
    if change.intent == acts.GRAB_OBJECT and intent in _HANDLING and _is_another(change.slots, slots):
        change = change.but(intent=intent)  # "Take the grey one instead.", of what is to be brought.
    if change.intent and change.intent != intent:
        kept = Slots(slots.object, slots.source)
        return Goal(change.intent, change.slots.filled_from(kept), change.utterance)
    if (change.slots.recipient and not change.slots.destination and intent != acts.GUIDE) or (
        change.slots.destination and intent == acts.BRING_OBJECT
    ):
        slots = Slots(slots.object, slots.source)
    if change.slots.source and not change.slots.object and slots.source in slots.object.split():
        slots = replace(slots, object=slots.object.replace(slots.source, change.slots.source))  # "kitchen light"
    return Goal(intent, change.slots.filled_from(slots), change.utterance)


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


_AND = re.compile(r" and (?:the |an? |my |your |some )?")
_ONLY = re.compile(r"^(?:(?:oh|no|well|actually|okay|um|and)[ ,]+)*(?:just|only) ")


def things_of(phrase: str) -> list[str]:
    """The things of a list: "cup", "blue plate" of "cup and the blue plate"."""
    return _AND.split(phrase)


def means_one_only(utterance: str) -> bool:
    """ "Just the coffee."."""
    return _ONLY.match(utterance.lower()) is not None


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
        return change.but(slots=replace(Slots(), **{numbered: thing}))  # "Fourteen.", of room twelve.
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
    mine, before = thing.split()[-1:], place.split()
    return bool(NUMERALS.intersection(mine)) and bool(NUMERALS.intersection(before[-1:])) and len(before) > 1


def _rests_there(change: Act, intent: str, slots: Slots) -> bool:
    """The place is where the thing is, not where it goes."""
    if intent == acts.BRING_OBJECT:
        goes = bool(slots.destination) or _TOWARDS.search(change.utterance.lower())
        return (bool(slots.source) or slots.recipient == acts.USER) and not goes
    return intent in _ON_THE_SPOT


NUMERALS = NUMBERS | word_set(
    "thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty hundred"
)
ROOMS = word_set(
    "kitchen bedroom bathroom hall hallway study office cellar basement attic garage garden pantry room lobby nursery "
    "lounge playroom lab workshop corridor shed porch balcony yard loft laundry conservatory"
)
_BACKWARDS = frozenset(
    {"back up", "step back", "move back", "move away", "step backward", "move backward", "back away"}
)
_ON_THE_SPOT = (acts.GRAB_OBJECT, acts.SEARCH, acts.SWITCH_ON, acts.SWITCH_OFF, acts.OPEN, acts.CLOSE)
_TOWARDS = re.compile(r"\b(?:to|into|onto|put|bring|take|goes|go)\b")


def agree(one: str, other: str) -> bool:
    """Two object phrases may mean the same thing: "cups" and "red cup", not "blue cup" and "red cup"."""
    if not one or not other:
        return True
    if one_of(head_noun(one)) != one_of(head_noun(other)):
        return False
    mine, theirs = set(map(one_of, one.split())), set(map(one_of, other.split()))
    return mine <= theirs or theirs <= mine


def answers(promise: Act, request: Act) -> bool:
    """The promise is of just what was asked, or of fetching it: "I'll get the milk", where it is to be brought."""
    promise = _for_whom_asked(promise, request)
    mine, asked = promise.slots, request.slots
    same_place = agree(mine.destination, asked.destination)
    fetches = _fetches(promise) and request.intent in _HANDLING and bool(mine.object)
    return (promise.intent == request.intent or fetches) and same_place and agree(mine.object, asked.object)


def _is_its_motion(promise: Act, request: Act) -> bool:
    """ "I'm closing them", after "Close your eyes"."""
    same = not promise.named and promise.slots.object == request.slots.object
    return same and request.intent == acts.PERFORM_MOTION


def _is_step(promise: Act, request: Act) -> bool:
    """The promise is a first step of what was asked, or says it loosely."""
    if promise.intent == acts.MOVE_TO and request.intent != acts.MOVE_TO:
        return promise.slots.destination in (
            acts.USER,
            "here",
            "there",
            request.slots.source,
            request.slots.destination,
            request.slots.recipient,
        )
    if promise.intent in _HANDLING and request.intent not in _HANDLING:
        return not promise.named and not promise.slots.destination
    if promise.intent not in _HANDLING or request.intent not in _HANDLING:
        return False
    if promise.named and not agree(promise.slots.object, request.slots.object):
        return False
    return _fetches(promise) or (not promise.named and request.intent != acts.BRING_OBJECT)


def _fetches(promise: Act | Goal) -> bool:
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
        promise.slots.source,
        promise.slots.destination,
        promise.slots.recipient,
    )
    return own.filled_from(request.slots)


def _own_slots(promise: Act, request: Act) -> Slots:
    """Another deed than was asked: only what it is done with comes from the request."""
    if promise.intent not in _HANDLING or request.intent not in _HANDLING:
        return promise.slots
    filled = _filled(promise, request)
    return Slots(filled.object, filled.source, promise.slots.destination, promise.slots.recipient)


def repeats(goal: Goal, started: Goal | None) -> bool:
    """The same deed in the same or fewer words: "I'll bring you the cup" after "I'll bring you the red cup"."""
    if started is None:
        return False
    goal = replace(goal, slots=_slots_for(started.slots, goal.slots, goal.utterance))
    if not (goal.intent == started.intent or _fetches(goal)):
        return False
    before = things_of(started.slots.object)  # "I'm bringing the coffee", of the newspaper and a coffee.
    if not all(any(agree(thing, one) for one in before) for thing in things_of(goal.slots.object)):
        return False
    ours, theirs = goal.slots, started.slots
    return all(
        not mine or mine == before
        for mine, before in (
            (ours.source, theirs.source),
            (ours.destination, theirs.destination),
            (ours.recipient, theirs.recipient),
        )
    )


def is_step_of(goal: Goal, task: Goal) -> bool:
    """ "I'm heading to the kitchen.", "I'm on my way back with it.", said while the task is being done."""
    words, place = goal.utterance.lower(), goal.slots.destination
    if _NEXT.search(words):
        return False
    if goal.intent == acts.BRING_OBJECT and _BACK.search(words):
        return task.intent in (*_HANDLING, acts.SEARCH) and agree(goal.slots.object, task.slots.object)
    if goal.intent != acts.MOVE_TO or task.intent == acts.MOVE_TO:
        return False
    is_there = any(known and agree(place, known) for known in vars(task.slots).values())
    is_sought = task.intent in (acts.BRING_OBJECT, acts.GRAB_OBJECT, acts.SEARCH) and not task.slots.source
    return is_there or (is_sought and _UNDER_WAY.search(words) is not None)


_NEXT = re.compile(r"\b(?:then|after|afterwards|later|next|once|when|also|too)\b")
_BACK = re.compile(r"\b(?:on (?:my|its|their|the) way|coming back|be back)\b")
_UNDER_WAY = re.compile(
    r"\b(?:heading|going|rolling|moving|walking|driving|on my way|let me (?:just )?go|(?:have|need) to go|first)\b"
)


def is_told_before(act: Act, before: Act) -> bool:
    """ "Could you open the window? It's so stuffy.": why it was asked for."""
    same = act.intent == before.intent and agree(act.slots.object, before.slots.object)
    return same and before.tier == acts.Tier.ACT
