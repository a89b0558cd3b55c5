"""Reads what follows the verbs of putting: where a thing goes, or that it is let down."""

from __future__ import annotations

import re
from collections.abc import Sequence

from creature_intent import acts
from creature_intent.acts import Slots
from creature_intent.deeds.carried import is_carried
from creature_intent.deeds.deed import WEAK, Deed, Setting, collect, without_particle
from creature_intent.deeds.slots import Segment, head_noun, object_phrase, segments
from creature_intent.grammar.lexicon import POSSESSIVE_OR_DEFINITE, PUT_AT, word_set
from creature_intent.text.persons import is_somebody, person
from creature_intent.tokens import Speaker

_PUTTING = ("put", "set", "lay", "place", "stack", "stow", "store", "tuck", "pack", "file", "tidy", "clear")
_LETTING = ("drop", "dump", "throw", "toss", "hang", "lean", "load", "unload")
_TIDYING = ("tidy", "clear")
_OWNING = frozenset({"the", "my", "your", "his", "her"})
_RID = {(verb, "away") for verb in ("move", "push", "slide", "shift", "roll", "drag", "kick", "shove")} | {
    (verb, particle) for verb in ("throw", "toss", "chuck", "hang", "dump") for particle in ("away", "out", "up")
}
_THROWING = ("throw", "toss", "chuck", "dump")
_BINS = word_set("trash garbage rubbish recycling bin bins compost litter waste dumpster skip outside bag bags sack")
_UP = ("hang", "tidy", "line", "stack", "pile", "set", "prop")


def release(verb: str, rest: list[str], setting: Setting) -> Deed | None:
    """drop, release: what is held is let down where it is, or at a place."""
    placed = place(verb, rest, setting)
    if placed is not None:
        return placed
    found = segments(rest)
    thing = object_phrase(found[0].words)
    is_held = bool(rest) and rest[0] in POSSESSIVE_OR_DEFINITE - {"your", "his", "her", "their", "our"}
    if thing is None or not is_held:
        return None
    is_hold = verb == "release" and head_noun(thing) in _HELD_ON_TO
    if setting.speaker == Speaker.AGENT and not (is_carried(thing) or is_hold):
        return None  # "I'll drop the class."
    slots = collect(thing, found[1:], PUT_AT, setting)
    return Deed(acts.PLACE_OBJECT, slots, WEAK) if slots is not None else None


def place(verb: str, rest: list[str], setting: Setting) -> Deed | None:
    """put, set, leave: the object goes to a place."""
    rest = _ANYWHERE_TAIL.sub(r"\1", " ".join(rest)).split()
    is_up = verb in _UP and "up" in rest[:8]
    if is_up:
        rest = without_particle(rest, ("up",)) or []
    particle = _particle(rest)
    if particle == "down" and rest[-1] in ("here", "there"):
        particle, rest = rest[-1], without_particle(rest[:-1], ("down",)) or rest
    elif particle:
        rest = without_particle(rest, (particle,)) or rest
        rest = without_particle(rest, ("down", "back")) or rest  # "Put it back down."
    particle = particle or ("up" if is_up else "")
    rest = rest[:-2] if rest[-2:] == ["over", "now"] and particle in ("here", "there") else rest
    found = _from_where(segments(rest), verb)
    thing = object_phrase(found[0].words)
    if thing is None or thing in _DIRECTIONS or (verb in _TIDYING and head_noun(thing) in setting.book.nouns["fixed"]):
        return None  # "Tidy up the bedroom": that is no single task. "Move forward to ...": the creature itself.
    slots = collect(thing, found[1:], PUT_AT, setting)
    is_whole = verb in _PUTTING or (verb, particle) in _RID or (verb in _LETTING and particle in ("here", "there"))
    is_whole = is_whole or (verb == "leave" and rest[-1] in ("outside", "inside", "upstairs", "downstairs"))
    if slots is None or not (is_whole or slots.destination):
        return None
    if verb in _THROWING and particle in ("away", "out") and _BINS.isdisjoint(slots.destination.split()):
        slots = Slots(slots.object, slots.source or slots.destination, "", slots.recipient)  # "... the milk in it"
    if not slots.destination and rest[-1] in ("outside", "inside", "upstairs", "downstairs"):
        slots = Slots(slots.object, slots.source, rest[-1], slots.recipient)
    if not slots.destination:
        if particle in ("here", "there"):
            slots = Slots(slots.object, slots.source, particle, slots.recipient)
        elif (
            not (particle and is_whole)
            and not _is_laid(verb, rest, thing)
            and not (rest[0] in POSSESSIVE_OR_DEFINITE and (verb in _STACKING or _ARRANGED.search(" ".join(rest))))
        ):
            return None
    return Deed(acts.PLACE_OBJECT, slots, 1.0 if verb in ("put", "place", "set", "lay", "stack") else WEAK)


def left_with(rest: list[str], setting: Setting) -> Deed | None:
    """leave: "the keys with the neighbour"; not "leave it with me"."""
    if "with" not in rest[1:-1]:
        return None
    cut = rest.index("with")
    who = rest[cut + 1 :]
    thing = object_phrase(rest[:cut])
    if thing is None or who[0] in _OURSELVES or not is_somebody(who, setting.names):
        return None
    return Deed(acts.BRING_OBJECT, Slots(thing, recipient=person(who, setting.names, setting.own)), WEAK)


def _is_laid(verb: str, rest: Sequence[str], thing: str) -> bool:
    """ "set another plate": the table is where it goes."""
    return verb in ("set", "lay") and rest[0] in _MORE and not _TABLEWARE.isdisjoint(thing.split()[:3])


_DIRECTIONS = word_set("left right forward forwards backward backwards ahead further farther closer nearer sideways")
_MORE = word_set("a an another one two three extra")
_TABLEWARE = word_set("plate plates cup cups glass glasses bowl bowls knife fork spoon napkin")
_OURSELVES = ("me", "us", "you")
_HELD_ON_TO = word_set(
    "handle handles railing handrail rail rope string cord cable wire leash lever strap grip knob stick pole rod "
    "ring hook latch reins balloon kite trolley cart wheelchair pram hose belt chain"
)
_STACKING = ("stack", "pile")
_ARRANGED = re.compile(
    r"\b(?:(?:on top of|inside|next to|beside) (?:each other|one another)|side by side|in a (?:row|line|circle)"
    r"|upright|upside down|face (?:up|down))$"
)
"""How things are put where they are."""
_ANYWHERE = ("somewhere", "anywhere", "elsewhere")
_ANYWHERE_TAIL = re.compile(
    r"\b(somewhere|anywhere|elsewhere)(?: (?:safe|else|dry|warm|cool"
    r"|you (?:like|want|can|think)|sensible|handy|nice))+$"
)


def _particle(rest: Sequence[str]) -> str:
    """The verb's "down", "back", "away"; "on the back of the chair" has none."""
    for index, word in enumerate(rest[:8]):
        is_part = rest[index + 1 : index + 2] == ["of"] or not _OWNING.isdisjoint(rest[index - 1 : index])
        is_part = is_part or (index > 0 and rest[index - 1] in PUT_AT and index + 1 < len(rest))  # "on back burner"
        if word in ("down", "back", "away", "here", "there", *_ANYWHERE) and not is_part:
            return word
    return ""


def _from_where(found: list[Segment], verb: str) -> list[Segment]:
    """ "the book that is lying on the desk, on the shelf": of two places that in the relative clause is its source."""
    is_relative = bool(set(found[0].words) & _RELATIVE)
    if len(found) > 2 and is_relative and {found[1].preposition, found[2].preposition} <= PUT_AT:
        return [found[0], Segment("from", found[1].words), *found[2:]]
    goals = (*_INTO, "to") if verb in _MOVING else _INTO
    if len(found) == 3 and found[1].preposition in _LYING and found[2].preposition in goals and found[2].words:
        return [found[0], Segment("from", found[1].words), found[2]]  # "the book on the desk into the drawer"
    return found


_INTO = ("into", "onto")
_LYING = ("on", "in", "under", "at", "by", "beside", "near", "next_to", "behind")
_MOVING = word_set("move shift slide push pull drag transfer")
_RELATIVE = word_set("that which i you we he she lying standing sitting hanging laying resting")
