"""What the user has, or has found, and need not be brought: "I've got the hammer here", "the phone's in my pocket"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from creature_intent import acts
from creature_intent.acts import Act
from creature_intent.deeds.slots import object_phrase
from creature_intent.dialogue.combine import agree, things_of
from creature_intent.tasks.goals import Goal

_LEAD = (
    r"^(?:(?:oh|ah|ha|aha|wait|no|nope|actually|sorry|hang on|hold on|you know what|great|look|silly me|never mind|"
    r"okay|but|and|it is okay|it's okay)[ ,.!]+)*"
)
_THING = r"(?P<thing>(?:the |my |a |an |some |your |that )?(?!\w+ing\b)[\w-]+(?: [\w-]+)??)"
_HERE = (
    r"(?:here|there|already|now|myself|right|over|on me|with me|at home|after all|anyway|"
    r"(?:in|on|beside|next to|in front of) (?:my (?:\w+ )?\w+|me|us))"
)
_TAIL = r"(?:[ ,]+(?:thanks|thank you|silly|dear|love|robot|so (?:i am|i'm|we're|no need|never mind)\b.*))*[ .!]*$"
_HAS = re.compile(
    rf"{_LEAD}(?:(?:i|we)(?:'ve| have)?|(?!what|who|it|that)\w+(?:'s| has|'ve| have))"
    rf"(?: already| just| actually| also)* (?:got|found|have|brought|fetched|spotted) {_THING}(?: {_HERE})*{_TAIL}"
)
_IS_HERE = re.compile(rf"{_LEAD}{_THING}(?:'s| is|'re| are|'ve been| has been)(?: {_HERE})+(?: the whole time)?{_TAIL}")
_FETCHING = (acts.BRING_OBJECT, acts.GRAB_OBJECT, acts.SEARCH)


def had(words: str) -> str:
    """The thing that the user tells to have, or to be there; empty if the words tell of none.

    Args:
        words: The sentence in lower case.
    """
    words = words.replace("\u2019", "'")
    found = _IS_HERE.match(words) or _HAS.match(words)
    return (found and object_phrase(found["thing"].split())) or ""


def fetched_in_vain(thing: str, tasks: Sequence[Act | Goal]) -> str:
    """The thing as one of the tasks to bring or find something calls it; empty if it is in none."""
    things = (one for task in tasks if task.intent in _FETCHING for one in things_of(task.slots.object))
    return next((one for one in things if thing and one and agree(thing, one)), "")
