"""What stands before a fact that runs on without a mark: "on the chair | the bed's full", "in the hall | I left it".

Looser than statements.begins_fact, which parts commands: here a name is asked for, and whatever tells of it may go.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from creature_intent.grammar.lexicon import ADJECTIVES, DETERMINERS, NUMBERS, PREPOSITIONS, word_set

_SUBJECTS = word_set("i we he she it they there you")
_WHY = word_set("because cause cos since so")
_STATES = word_set(
    "is are was were has have had wants needs hurts looks smells can will would should must am need want think thought "
    "left saw put forgot prefer do does did said says know knows hate love loves like likes thinks keeps comes goes"
)
_OPEN = DETERMINERS | PREPOSITIONS | ADJECTIVES | word_set("and or not no but to that which who where what how if")
"""Words that something must follow: no statement begins after them."""
_ADVERBS = word_set("still just really already only always never actually also")
_LEADS = word_set("that this")
_MOST_OF_NAME = 3


def before_fact(words: Sequence[str]) -> Sequence[str]:
    """The words up to the statement that runs on behind them; all of them where none does.

    Args:
        words: Words of a clause, contractions of pronouns written out.
    """
    for index in range(1, len(words) - 1):
        if words[index - 1] not in _OPEN - _LEADS and _begins(words, index):
            return words[:index]
    return words


def _begins(words: Sequence[str], index: int) -> bool:
    word, following = words[index], words[index + 1]
    if following in _ADVERBS and index + 2 < len(words):
        following = words[index + 2]
    if word in _WHY:
        return True
    if word in _SUBJECTS:
        return following in _STATES or following.endswith("ed")
    is_doing = following == "is" and words[index + 2 : index + 3] and words[index + 2].endswith("ing")
    if is_doing and words[index - 1] in NUMBERS:
        return True  # "[make that two] Laura is joining"
    if word.endswith("'s") and words[max(0, index - 2)] in DETERMINERS and words[index - 1] not in DETERMINERS:
        return True  # "the crisps Jamie's allergic"
    if word not in DETERMINERS or word == "that":
        return False
    named = list(takewhile(lambda one: one not in _SUBJECTS, words[index + 1 : index + 1 + _MOST_OF_NAME]))
    if following in _STATES or any(one in _STATES for one in named[1:]):
        return True
    return any(one.endswith("'s") for one in named[:-1])
