"""Steps that leave out their thing ("take the plate and put in the sink"), and such as are but ways."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from creature_intent import acts
from creature_intent.acts import Act, Slots, Tier
from creature_intent.deeds.carried import is_carried
from creature_intent.deeds.deed import Deed, Setting
from creature_intent.deeds.opened import container
from creature_intent.deeds.slots import head_noun
from creature_intent.deeds.verbs import read
from creature_intent.grammar.lexicon import (
    DETERMINERS,
    HOUSEWORK,
    NUMBERS,
    PRONOUNS,
    PUT_AT,
    TAKEN_FROM,
    word_set,
)  # fmt: skip
from creature_intent.grammar.rulebook import Rulebook
from creature_intent.meaning.frames import Frame
from creature_intent.text.clause import Clause
from creature_intent.tokens import Speaker

STEPS = frozenset({"and", "then", ","})
"""What joins a step to the one before."""
_HELD = (acts.BRING_OBJECT, acts.PLACE_OBJECT, acts.GRAB_OBJECT, acts.SEARCH)
_CARRYING = word_set(
    "put place set bring take throw toss carry give hand leave drop lay hang pop stick move deliver pass offer return"
)
_WITHOUT_THING = PUT_AT | word_set("back away down over here outside upstairs downstairs")
_SHUTTING = (("shut", "it"), ("close", "it"))
""" "Shut it!" alone is said to a person."""

_LIKING = word_set("like love want")
""" "You like the ring, then take it" allows it."""


def of_the_same(
    clauses: Sequence[Clause], index: int, put: Frame, before: Sequence[Act], setting: Setting
) -> Deed | None:
    """The deed of a step that names no thing; None if it is no such step.

    Args:
        clauses: The clauses of the sentence.
        index: Which of them.
        put: How it puts its deed.
        before: The acts of the clauses before it.
        setting: Who speaks.
    """
    words = put.deed
    if not put.bare or len(words) < 2 or clauses[index].joiner not in STEPS:
        return None
    if before and words in _SHUTTING:
        return Deed(acts.CLOSE, Slots("it"))
    if words[0] not in _CARRYING or words[1] not in _WITHOUT_THING:
        return None
    is_washed = index and clauses[index - 1].plain.partition(" ")[0] in HOUSEWORK
    is_held = bool(before) and before[-1].intent in _HELD and bool(before[-1].slots.object)
    return read((words[0], "it", *words[1:]), setting) if is_washed or is_held else None


def of_the_named(clauses: Sequence[Clause], index: int, put: Frame, thing: str, setting: Setting) -> Deed | None:
    """The deed of "the red cup on the table, [take it]", which alone may mean anything; None if nothing was named.

    Args:
        clauses: The clauses of the sentence.
        index: Which of them.
        put: How it puts its deed.
        thing: What was named last.
        setting: Who speaks.
    """
    at = next((at for at, word in enumerate(put.deed[:3]) if word in ("it", "them")), 0)
    if not (put.bare and index and at and is_carried(thing)) or setting.speaker == Speaker.AGENT:
        return None
    said = set(clauses[index - 1].words)
    if clauses[index].joiner not in STEPS or thing.split()[-1] not in said or said & _LIKING:
        return None
    deed = read((*put.deed[:at], "the", *thing.split(), *put.deed[at + 1 :]), setting)
    return replace(deed, slots=replace(deed.slots, object=put.deed[at])) if deed and deed.slots.object else None


def of_the_opened(put: Frame, before: Sequence[Act], setting: Setting) -> Deed | None:
    """The deed of "open the drawer and [put the knife in]", "... [put in the knife]": it goes in what was opened.

    Args:
        put: How the step puts its deed.
        before: The acts of the clauses before it.
        setting: Who speaks.
    """
    words = _up_to_inside(put.deed)
    opened = next((act.slots.object for act in reversed(before) if act.intent == acts.OPEN), "")
    opened = container(opened, setting.book)
    if put.bare and opened and words[0] in _EMPTYING:
        return _taken_out(words, opened, setting)
    if not (put.bare and opened) or len(words) < 3 or words[0] not in _FILLING:
        return None
    if words[1] in _WITHIN and words[2] not in ("it", "there"):
        words = (words[0], *words[2:], words[1])
    if words[-1] not in _WITHIN or not _WITHIN.isdisjoint(words[1:-1]):
        return None
    return read((*words[:-1], "in", "the", *opened.split()), setting)


def _taken_out(words: Sequence[str], opened: str, setting: Setting) -> Deed | None:
    """ "[Open the fridge and] take out a slice of the potato", "... pick the potato inside"."""
    rest = [word for word in words[1:] if word not in _OUT]
    if "of" in words[1:-1] and words[words.index("of") - 1] == "out":
        return None  # "Get the rake out of it."
    is_offhand = rest[:1] != [] and (rest[0] in ("a", "an", "one") or rest[0].isdigit())
    is_out_of_it = is_offhand or len(rest) < len(words) - 1
    if not (rest and is_out_of_it and TAKEN_FROM.isdisjoint(rest)):
        return None
    named = rest if rest[0] in DETERMINERS | NUMBERS | PRONOUNS or rest[0].isdigit() else ["the", *rest]
    return read(("grab", *named, "from", "the", *opened.split()), setting)


def _up_to_inside(words: Sequence[str]) -> Sequence[str]:
    """ "... place the phone inside [next to the other one]": where in it is left out."""
    at = next((at for at, word in enumerate(words) if at > 1 and word == "inside"), len(words))
    return words[: at + 1] if words[at + 1 : at + 2] != () and words[at + 1] in _BESIDE else words


_BESIDE = ("next", "beside", "with", "near", "behind", "to")
_EMPTYING = word_set("take grab pick remove get pull")
_OUT = frozenset({"out", "inside", "up"})
_FILLING = word_set("put place set toss throw pop stick lay store load leave drop")
_WITHIN = frozenset({"in", "inside"})


_WAYS = word_set(
    "turn go walk drive roll move step left right around straight ahead on forward back and then stop first please now "
    "one two three several few couple small big a of to your the take make again once more meter meters step steps side"
)
_MOVING = word_set("turn go walk drive roll move step stop")
_MOVING_THERE = _MOVING | {"face", "cross", "head", "proceed"}
_LEVELS = frozenset({"up", "down"})
_TO = word_set("to towards toward front face past across around find")
"""What leads to the goal of a way."""


def is_fetched_there(clause: Clause, deed: Deed, before: Sequence[Act], book: Rulebook) -> bool:
    """ "[Go to the kitchen] and get a book": any one will do.

    Args:
        clause: The clause of the deed.
        deed: What it tells.
        before: The acts of the clauses before it.
        book: The rules, for their nouns: from a shop people fetch things.
    """
    goes = bool(before) and before[-1].intent == acts.MOVE_TO and before[-1].tier == Tier.ACT
    goes = goes and head_noun(before[-1].slots.destination) not in book.nouns["far_places"]
    return goes and clause.joiner in STEPS and deed.intent in _FETCHED and is_carried(deed.slots.object)


_FETCHED = (acts.BRING_OBJECT, acts.GRAB_OBJECT)


def only_ways(clauses: Sequence[Clause], book: Rulebook) -> bool:
    """ "Turn left and then go straight", "turn right and walk towards the bench": nothing else is said.

    Args:
        clauses: The clauses of the sentence.
        book: The rules, for their nouns: in a house, not in a town, lies what such ways lead to.
    """
    return all(
        _is_way(clause.words, book, at) or (clause.joiner in ("until", "till") and clause.words[0] == "you")
        for at, clause in enumerate(clauses)
    )


def _is_way(words: Sequence[str], book: Rulebook, at: int) -> bool:
    if _WAYS.issuperset(words):
        return at > 0 or not _MOVING.isdisjoint(words)  # "Turn left, then right."
    begins = next((word for word in words if word not in ("and", "then", "now", "please")), "")
    is_looking = begins == "look" and "at" in words and (at > 0 or not _LEVELS.isdisjoint(words))
    if not is_looking and (begins not in _MOVING_THERE or _TO.isdisjoint(words)):
        return False
    goal = words[max(index for index, word in enumerate(words) if word in _TO | {"at"}) :]
    if at > 0 and goal[-1] == "it":
        return True  # "Go to the shelf, then turn right to face it."
    near = (book.nouns["fixed"] | book.nouns["machines"]) - book.nouns["far_places"]
    return any(word in near or word.removesuffix("s") in near for word in goal)
