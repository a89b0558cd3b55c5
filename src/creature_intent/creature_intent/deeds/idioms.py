"""Talk that has the form of a task and is none: "pick up the kids", "bring it up", "take a look", "I'll take it"."""

from __future__ import annotations

import re

from creature_intent.deeds.deed import Setting
from creature_intent.grammar.lexicon import (
    ADJECTIVES,
    DATIVES,
    DETERMINERS,
    NOT_IN_OBJECT,
    POSSESSIVE_OR_DEFINITE,
    PREPOSITIONS,
    word_set,
)
from creature_intent.text.ellipsis import ADVERBS
from creature_intent.tokens import Speaker

_MEANT_BY_CREATURE = re.compile(
    r"^(?:shut it$|pick them up$|collect (?:your|my) (?!thoughts|dust|wits|prize|money|pension))"
)
"""Idioms of an order ("Shut it!"), which as promises are none."""


def is_idiom(text: str, setting: Setting) -> bool:
    """The words, from the verb on, mean something else than the deed ("pick up the kids")."""
    is_meant = setting.speaker == Speaker.AGENT and _MEANT_BY_CREATURE.match(text)
    text = _TOY.sub("toy", text) if " toy " in text else text  # "Take the toy train out of the box."
    if is_meant:
        return False
    found = setting.book.idioms.match(text)
    return found is not None and not _is_cut_short(found)


def _is_cut_short(found: re.Match[str]) -> bool:
    """ "Put the house [keys] on the table": the idiom ends within the name of a thing."""
    before, _, last = found[0].strip().rpartition(" ")
    following = found.string[found.end() :].split()[:1]
    if before.rpartition(" ")[2] not in POSSESSIVE_OR_DEFINITE or last in _NEVER_FIRST or not following:
        return False
    return following[0].isalpha() and following[0] not in _NOT_OF_NAME and not following[0].endswith(("ly", "ing"))


_NEVER_FIRST = ADJECTIVES | word_set("same other first last best one hell own")
_NOT_OF_NAME = (
    PREPOSITIONS
    | DETERMINERS
    | ADVERBS
    | DATIVES
    | NOT_IN_OBJECT
    | word_set(
        "and or but so then that which who for of as like until till again anyway away back down up off out home here "
        "root there now today tonight tomorrow later alone together apart please you too well once more all each every "
        "i he she we they long ago first further forward forwards instead already very wrong right"
    )
)
""" "the house [down]": what names no thing."""


_TOY = re.compile(r"\btoy \w+")
