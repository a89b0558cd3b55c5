"""Questions and wishes that follow without a mark: "I'm tired would you mind ...", "it is cold I need you to ..."."""

from __future__ import annotations

import re
from collections.abc import Sequence

from creature_intent.grammar.lexicon import word_set
from creature_intent.grammar.rulebook import Rulebook
from creature_intent.text.after_facts import LEADING_ON, NEVER_BEFORE
from creature_intent.text.statements import ARTICLES, is_fact

ASKING = word_set("can could would will do")
MAY_WISH = ARTICLES | {"i"}
"""Words with which a wish may begin; `wishes` is false for all others."""
ASKED_ABOUT = word_set("what where how when who why which that than as if whether and or but not do")
"""After these a question goes on with what was begun."""
_SOFTLY = word_set("please just maybe kindly quickly also perhaps")
_HAVING = (("have",), ("get",), ("borrow",))
_WISHING = re.compile(
    r"^i (?:(?:would|will) (?:(?:really|very much|so) )*(?:be (?:\w+ )?(?:grateful|happy|glad|thankful|pleased|obliged)"
    r"|appreciate|like|love|prefer)(?: it)?(?: very much)?(?: if| that)? you "
    r"|(?:really |just |do )?(?:need|want) you to |(?:would|must|have to|want to|will) ask you )"
)
"""What begins a wish of the creature: "i would be grateful if you ..."."""
_TOLD_OF_THING = re.compile(r"^\w+ (?:\w+ ){1,3}(?:can|could|may|must|should|(?:has|have|needs?) to) (?:\w+ )?be \w+")
"""What is to be done, told of the thing: "the stove can be turned off"."""

_LEISURE = (
    "are ready", "are free", "are done", "are back", "have time", "have a minute", "have a moment", "have a second",
    "have got a minute", "have got a moment", "have got time", "get a chance", "get a minute",
    "have done that", "have done it",
    "find it", "find them", "find one", "see it", "see them", "see one", "have found it", "have it",
)  # fmt: skip
AT_LEISURE = frozenset(f"you {state}" for state in _LEISURE) | {
    f"{that} is {done}" for that in ("that", "this", "it") for done in ("done", "finished", "over")
}
"""After "when" or "if": what is asked for follows."""


def asks(following: Sequence[str], current: Sequence[str], book: Rulebook) -> bool:
    """ "[I'd like some beer] can you grab one", "[it is too loud] do you mind turning it off".

    Args:
        following: The words after "can", "do".
        current: The words of the clause before it.
        book: The rules, for their verbs.
    """
    has_asked = following[:1] == ("you",) or (following[:1] in (("i",), ("we",)) and following[1:2] in _HAVING)
    if not has_asked or current[-1] in ASKED_ABOUT | LEADING_ON | {"robot"} or len(current) < 3 - (current[0] == "the"):
        return False
    asked = [word for word in following[1:] if word not in _SOFTLY]
    return bool(asked) and (
        following[0] != "you" or asked[0] in book.verbs or (asked[0] == "mind" and is_fact(current))
    )


def wishes(words: Sequence[str], index: int, current: Sequence[str]) -> bool:
    """ "[it is stuffy in here] i would be grateful if you ...", "[i am done] the stove can be turned off".

    Args:
        words: The whole sentence.
        index: Where the wish would begin.
        current: The words of the clause before it.
    """
    pattern = _WISHING if words[index] == "i" else _TOLD_OF_THING
    if words[index] not in MAY_WISH or current[-1] in NEVER_BEFORE:
        return False
    return pattern.match(" ".join(words[index : index + 12])) is not None and is_fact(current)
