"""What outweighs the judge's doubt of the user's words: the creature called by its name, a way, a thing put away."""

from __future__ import annotations

from collections.abc import Sequence

from creature_intent import acts
from creature_intent.acts import Act, Tier
from creature_intent.deeds.carried import is_carried
from creature_intent.deeds.slots import head_noun
from creature_intent.grammar.lexicon import HOUSEWORK, ROOMS, word_set
from creature_intent.grammar.rulebook import Rulebook
from creature_intent.meaning.frames import Frame
from creature_intent.meaning.steps import STEPS, only_ways
from creature_intent.text.calling import is_addressed
from creature_intent.text.clause import Clause
from creature_intent.text.words import Sentence

_FEW = 2
"""The most words of a motion that is all that is said."""
_TO_OTHERS = ("sit", "lie", "roll", "shut")
""" "Sit!", "Shut your mouth!" """
_TURNS = ("turn ", "step ", "look up", "look down")
_FACING = ("turn", "face")
_PUTTING = ("put", "place", "set", "lay", "move", "bring", "store", "return")
_POWER = word_set("socket sockets outlet outlets plugs bulbs")
_KEPT = word_set(
    "watch watches clock cd cds dvd dvds statue figurine card cards racket bat headphones remotes controls laptops "
    "phones shaker shakers lamps vases cushions newspapers pots pans jars"
)
"""What else is put away in a house, though a promise to take it may be of a game or a shop."""


def is_surely_meant(
    sentence: Sentence,
    clauses: Sequence[Clause],
    index: int,
    put: Frame,
    act: Act,
    before: Sequence[Act],
    book: Rulebook,
) -> bool:
    """It is called by what it is, told only to turn or step, to put a thing away, or goes on.

    Args:
        sentence: What the user says.
        clauses: Its clauses.
        index: Which of them.
        put: How it puts its deed.
        act: What it asks for.
        before: The acts of the clauses before it.
        book: The rules, for their nouns.
    """
    goes_on = put.bare and bool(before) and before[-1].tier == Tier.ACT and clauses[index].joiner in STEPS
    if goes_on or is_addressed(sentence.words):
        return True
    is_alone = put.deed == sentence.words
    is_short = is_alone and len(put.deed) <= _FEW + ("your" in put.deed) and put.deed[0] not in _TO_OTHERS
    if act.intent == acts.PERFORM_MOTION and is_short:
        return True  # "Dance.", "Fold your arms."
    is_turned = act.slots.object.startswith(_TURNS) or (act.slots.object in _FACING and act.slots.destination != "")
    if act.intent == acts.PERFORM_MOTION and is_turned:
        is_looking = act.slots.object.startswith("look")
        return (is_alone and not is_looking) or only_ways(clauses, book)
    if act.intent == acts.MOVE_TO:
        is_told = is_alone and act.slots.destination.startswith("where you ")
        return is_told or _is_for_work(clauses, index, put, act) or only_ways(clauses, book)
    if act.intent == acts.FOLLOW and put.bare and len(put.deed) == _FEW and not before:
        whom = act.slots.recipient
        is_named = whom in sentence.names.values() or whom in book.nouns["given_names"]
        return is_named and all(_tells_where(clause) for clause in clauses if clause is not clauses[index])
    if act.intent in (acts.SWITCH_ON, acts.SWITCH_OFF):
        head = head_noun(act.slots.object)
        return len(clauses) == 1 and head in (book.nouns["machines"] | book.nouns["networks"] | _POWER) - {"alarm"}
    if is_alone and put.deed[0] in _PUTTING and _is_put_away(act, book):
        return True
    return len(clauses) == 1 and act.intent in _TO_THE_HAND and _is_tried_on(act, put)


def _tells_where(clause: Clause) -> bool:
    """ "[Follow Anna,] she's at the table." """
    return clause.words[:1] in (("he",), ("she",), ("they",)) and clause.words[2:3] != () and clause.words[2] in _AT


def _is_for_work(clauses: Sequence[Clause], index: int, put: Frame, act: Act) -> bool:
    """ "Go to the hall and wipe the mirror": what it is to do there, though the creature may not know how."""
    place = head_noun(act.slots.destination)
    then = clauses[index + 1] if len(clauses) == index + _FEW else None
    is_room = place in ROOMS and put.bare and put.deed[1:2] in (("to",), ("into",), ("the",))
    return (
        is_room and then is not None and then.joiner == "and" and then.words[0] in HOUSEWORK and "your" not in put.deed
    )


_AT = word_set("at in on by near beside behind over")


def _is_put_away(act: Act, book: Rulebook) -> bool:
    """ "Put a vase in a box", "place two towels on the shelf": what hands carry, to a piece of furniture."""
    thing, place = act.slots.object, act.slots.destination
    if not thing or not place or act.slots.recipient:
        return False
    names = {head_noun(thing), thing.split()[-1]}
    is_light = any(map(is_carried, names)) or not names.isdisjoint(book.nouns["handed"] | _KEPT | _ANYTHING)
    head = head_noun(place)
    return is_light and (head in book.nouns["fixed"] or head in _CONTAINERS)


_TO_THE_HAND = (acts.GRAB_OBJECT, acts.BRING_OBJECT, acts.PLACE_OBJECT)
_ANYTHING = word_set("object objects item items block blocks cube cubes")
_TRIED_ON = _ANYTHING | word_set(
    "apple banana pear orange lemon lime peach plum apricot mango pineapple strawberry cherry grape melon tomato "
    "potato carrot cucumber eggplant avocado corncob duck apples bananas pears oranges lemons peaches plums "
    "tomatoes fruits"
)
"""What people lay before an arm to try it, though cooks and guests speak of it, too."""


def _is_tried_on(act: Act, put: Frame) -> bool:
    """ "Take the pineapple", "can you give me all red objects": the one thing, or all, that lies there."""
    is_known = not _KNOWN.isdisjoint(put.deed[1:4]) or put.deed[:2] == ("pick", "up")
    return is_known and act.slots.object.split()[-1:] != [] and act.slots.object.split()[-1] in _TRIED_ON


_KNOWN = frozenset({"the", "that", "this", "all", "every"})
_CONTAINERS = word_set("chair stool box basket bag safe refrigerator hamper tub crate chest ottoman locker")
