"""The creature agrees by saying again what it was asked for: "Opening.", "Red cup it is.", "The hammer, noted."."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from creature_intent import acts
from creature_intent.acts import AT_ONCE, Act, Kind
from creature_intent.deeds.naming import one_of
from creature_intent.deeds.slots import head_noun
from creature_intent.dialogue.things import things_of
from creature_intent.grammar.lexicon import DETERMINERS, KIN, NUMBERS, word_set
from creature_intent.grammar.rulebook import Rulebook
from creature_intent.text.openers import strip_openers

FILLING = (
    DETERMINERS
    | KIN
    | word_set(
        "it them then too also as well and only on off in to from into at under of for by with there here please "
        "okay right sure yes yeah fine good great course understood noted got gotcha ah oh hm now just so be coming "
        "up one two three both each all will do is away once you sir wish open closed gets get way time delivery "
        "shall instead number first second next last after again i can handle manage aye go goes back"
    )
)
"""Words that may stand beside what was asked for."""
_AS_WELL = frozenset({"too", "also", "well", "both", "all"})


_STATES = frozenset({"on", "off", "open", "closed", "shut", "again", "more", "both"})
_CARRYING = word_set("bring fetch get grab carry take hand deliver")
_SWITCHING = word_set("turn switch put start stop restart power go")
_VERBS = {
    acts.BRING_OBJECT: _CARRYING, acts.GRAB_OBJECT: _CARRYING | {"pick", "lift"},
    acts.PLACE_OBJECT: word_set("put place set lay stick pop go take carry"), acts.OPEN: word_set("open"),
    acts.CLOSE: word_set("close shut"), acts.SWITCH_ON: _SWITCHING, acts.SWITCH_OFF: _SWITCHING,
    acts.SEARCH: word_set("look search find hunt seek check"), acts.MOVE_TO: word_set("go walk move drive roll head"),
    acts.GUIDE: word_set("lead guide show take"), acts.FOLLOW: word_set("follow come tag"),
}  # fmt: skip
"""Verbs that say a deed again, whichever the user has chosen."""


def only_part(words: Sequence[str], asked: Act | None) -> Act | None:
    """The promise of only some of the things that were asked for: "the lamp, okay", of the oven and the lamp.

    Args:
        words: What the creature says, no marks.
        asked: What was just asked for.
    """
    things = things_of(asked.slots.object) if asked is not None else []
    told = [thing for thing in things if head_noun(thing) in words]
    beside = set(words) - {word for thing in told for word in thing.split()}
    if asked is None or not 0 < len(told) < len(things) or not beside <= (FILLING | {"but"}) - _AS_WELL:
        return None
    slots = replace(asked.slots, object=" and ".join(told))
    reason = f"the creature agrees to some of it: {' '.join(words)}"
    return Act(Kind.COMMIT, asked.intent, slots, named=True, confidence=AT_ONCE, reason=reason)


def says_again(words: Sequence[str], asked: Act | None, asked_words: Collection[str], book: Rulebook) -> bool:
    """Whether nothing is said but the deed or the thing of a request, in the user's own words or those it stands for.

    Args:
        words: What the creature says, no marks.
        asked: What was just asked for, if it was understood.
        asked_words: The words in which it was asked for.
        book: The rules, for their verbs: "opening" says "open" again.
    """
    known = set(asked_words)
    if asked:
        known |= _VERBS.get(asked.intent, frozenset())
        known.update(asked.slots.object.split(), asked.reason.split())
    said = [word.removesuffix("'s") for word in strip_openers(" ".join(words)).split()]
    told = [word for word in said if word not in FILLING]
    is_statement = "is" in words and list(words[-2:]) != ["it", "is"] and not _is_under_way(words, book)
    if is_statement or not (told or not known.isdisjoint((_STATES | NUMBERS | KIN).intersection(said))):
        return False  # "On, okay.", where it is to be switched on.
    if not NUMBERS.isdisjoint(said):  # "Two umbrellas, okay.", where one was asked for.
        known |= {one_of(word) for word in known}
        told = [one_of(word) for word in told]
    return all(word in known or book.base_of.get(word) in known for word in told)


def _is_under_way(words: Sequence[str], book: Rulebook) -> bool:
    """ "Window's opening", "the blanket is on the way"."""
    rest = list(words[list(words).index("is") + 1 :])
    return rest[:1] != [] and (rest[0] in book.base_of or rest in (["on", "the", "way"], ["on", "its", "way"]))
