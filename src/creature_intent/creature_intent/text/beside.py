"""What is said beside a command and changes nothing of it: "listen up, ...", "... chop chop", "... got it?"."""

from __future__ import annotations

from creature_intent.grammar.lexicon import DETERMINERS, PREPOSITIONS, word_set
from creature_intent.grammar.rulebook import Rulebook
from creature_intent.text.words import Sentence

_OPEN = (
    (DETERMINERS - word_set("it that this them these those"))
    | PREPOSITIONS - word_set("in on off over outside inside along across around behind near")
    | word_set(
        "and or but to not no my your as like than very so too i you we he she they have has had is are was do did"
    )
)
"""Words that something must follow: what stands after them belongs to them."""
_ASKS = word_set("can could would will please do i we")
_FIRST = 8
"""Among so many words from its beginning a command has its verb."""


def without_asides(said: Sentence, book: Rulebook) -> Sentence:
    """The sentence of a user without what is said beside its command; itself where it has none.

    Args:
        said: What the user said.
        book: The rules.
    """
    text, question = said.text, said.question
    if not book.words_said_before.isdisjoint(said.heard):
        found = book.said_before.match(text)
        first = found["rest"].partition(" ")[0] if found else ""
        if found and (first in book.verbs or first in _ASKS):
            text = found["rest"]
    if not book.words_said_after.isdisjoint(said.heard):
        found = book.said_after.search(text)
        before = text[: found.start()].split() if found else []
        if len(before) > 1 and before[-1] not in _OPEN and not book.verbs.isdisjoint(before[:_FIRST]):
            text, question = " ".join(before), False
    return said if text is said.text else said.as_said(text)._replace(question=question)
