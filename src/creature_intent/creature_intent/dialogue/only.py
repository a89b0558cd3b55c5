"""Of several tasks only one is wanted still: "so just the pillow", "Great, then only the keys."."""

from __future__ import annotations

import re
from collections.abc import Sequence

from creature_intent.acts import Act
from creature_intent.deeds.slots import object_phrase
from creature_intent.dialogue.things import agree, things_of
from creature_intent.grammar.lexicon import ADJECTIVES, DETERMINERS, NUMBERS
from creature_intent.tasks.goals import Goal

ONLY = "only the rest is wanted"
"""Why an act takes back: by what it names, all else is wanted no more."""
_ONLY = re.compile(
    r"(?:^|[,.;!?] ?|\b(?:so|then|and|but|no|okay|great|right|alright|here|now|actually|need|want|meant|mean) )"
    r"(?:(?:i|we) )?(?:just|only) (?:really )?(?:(?:need|needed|want|wanted|meant|mean|asked for) )?"
    r"(?P<thing>(?:[\w'-]+ ){0,4}?[\w'-]+)"
    r"(?:[ ,]+(?:then|please|thanks|thank you|actually|after all|will do|is (?:fine|enough)|right|okay|for me))*[ .!]*$"
)


def only_named(words: str) -> str:
    """The thing to which a sentence restricts what is wanted; empty if it does not.

    Args:
        words: The sentence in lower case.
    """
    if "just " not in words and "only " not in words:
        return ""
    found = _ONLY.search(words.replace("\u2019", "'"))
    words_of_thing = found["thing"].split() if found else []
    if len(words_of_thing) > 1 and words_of_thing[0] not in DETERMINERS | NUMBERS | ADJECTIVES:
        return ""  # "I just bought the cup."
    return object_phrase(words_of_thing) or ""


def left_out(thing: str, tasks: Sequence[Act | Goal]) -> str:
    """What else is to be done than the task with the thing, "fork and spoon"; empty if it is in none of the tasks."""
    things = [one for task in tasks for one in things_of(task.slots.object) if one]
    wanted = things_of(thing)
    others = [one for one in things if not any(agree(this, one) or this in one.split() for this in wanted)]
    return " and ".join(others) if thing and 0 < len(others) < len(things) else ""
