"""The place that the user asks the way to: "Where's the toilet?", "I'm looking for the exit."."""

from __future__ import annotations

import re

from creature_intent.deeds.carried import is_carried
from creature_intent.deeds.naming import STOPS
from creature_intent.deeds.slots import head_noun, object_phrase
from creature_intent.grammar.lexicon import DETERMINERS
from creature_intent.grammar.rulebook import Rulebook
from creature_intent.text.persons import is_somebody
from creature_intent.text.words import Sentence

_ASKS_WAY = re.compile(
    r"\b(?:where (?:is|are)|where (?:can|do|would|could|might) (?:i|we|one) find|(?:i am|we are) (?:looking for|"
    r"trying to find)|how (?:do|can|would|could) (?:i|we|one) get to|"
    r"(?:what|which) is the way to|which way is(?: it to)?|(?:i|we) (?:need|have|want) to (?:go|get) to|where) "
    r"(?P<place>[^,]+)"
)
_ASKING = frozenset({"where", "way", "get", "go", "looking", "find"})
"""Words of which a sentence has one where it asks the way."""
_ENDING = frozenset({"please", "is", "are"})


def sought(sentence: Sentence, book: Rulebook) -> str:
    """The place; empty if the words ask the way to none: a thing is brought, and a person may come.

    Args:
        sentence: What the user says.
        book: The rules, for who lives.
    """
    found = None if _ASKING.isdisjoint(sentence.heard) else _ASKS_WAY.search(sentence.text)
    words = found["place"].split() if found else []
    name = words[:1] if words and words[0] in DETERMINERS else []
    rest = words[len(name) :]
    ends = next((at for at, word in enumerate(rest) if word in STOPS or word in _ENDING | book.plain_verbs), len(rest))
    place = object_phrase([*name, *rest[:ends]]) or "" if ends else ""
    noun = head_noun(place)
    is_other = is_carried(place) or noun in book.nouns["living"] or is_somebody(rest[:ends], sentence.names)
    return "" if is_other else place
