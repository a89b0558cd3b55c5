"""The creature takes up a word of the user by which the task is another: "[Bedroom.] Bedroom, sure."."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from creature_intent import acts
from creature_intent.acts import Act, Kind
from creature_intent.deeds.naming import one_of
from creature_intent.deeds.slots import head_noun
from creature_intent.dialogue.amending import of_its_kind
from creature_intent.dialogue.answers import correction
from creature_intent.dialogue.echo import FILLING
from creature_intent.dialogue.terse import fits, named_alone
from creature_intent.grammar.lexicon import BARE_ONES
from creature_intent.meaning.candidates import Candidates
from creature_intent.text.openers import strip_openers

_MOST_NAMED = 3
_LEFT_AS_IT_IS = frozenset({"leave", "keep", "forget", "skip", "cancel", "stay", "stop", "without", "minus"})
""" "I'll leave the telly on" changes nothing. """
_NONE = re.compile(r"\bno (?!problem|worries|trouble|bother|fuss)\w")
""" "Okay, no candles." """


def _tells(words: Sequence[str]) -> bool:
    """ "You can choose three" tells something; "green it is" takes it up."""
    is_it = not {("it", "is"), ("they", "are")}.isdisjoint(pairwise(words))
    return not _TELLING.isdisjoint(words) and not is_it and words[0] not in ("it", "i")


_TELLING = frozenset({"is", "are", "was", "were", "can", "has", "have"})


def taken_up(candidates: Candidates, words: Sequence[str]) -> Act | None:
    """What the creature does by saying again what the user has said, although it was not understood as a correction.

    Args:
        candidates: The creature's phrase.
        words: What it says, no marks.
    """
    topic = candidates.topic
    asked = topic.asked_last
    if asked is None or topic.just_asked or "our" in words:
        return None  # "Here are our scarves" is said in a shop.
    if _NONE.search(" ".join(words)):
        return None
    said = strip_openers(" ".join(words)).split()
    named = [word for word in said if word not in FILLING]
    is_echo = set(named) <= topic.told_words
    if not (0 < len(named) <= _MOST_NAMED and is_echo and _LEFT_AS_IT_IS.isdisjoint(named)):
        return None
    setting = candidates.setting
    slots = correction(" ".join(said), setting) or named_alone(
        [word for word in said if word in named or word in BARE_ONES], asked, setting
    )
    thing = one_of(head_noun(slots.object)) if slots and slots.object else ""
    if _tells(words) or not any(len(word) > 1 and word.isalpha() for word in named):
        return None  # "The twenty-fourth is a Saturday", "1218." after "bring me the key".
    if slots is None or (thing and not fits(thing, asked.intent, setting.book.nouns, sure=True)):
        return None
    reason = f"the creature takes up what the user said: {' '.join(words)}"
    act = Act(Kind.COMMIT, "", of_its_kind(slots, asked), confidence=acts.AT_ONCE, reason=reason)
    return candidates.resolved(act).but(named=True)
