"""What may take back a task without a word of it: "They've shut the pool." Only a larger judge can tell."""

from __future__ import annotations

from collections.abc import Sequence

from creature_intent.acts import Act, Kind, Tier
from creature_intent.tasks.goals import Goal
from creature_intent.text.phrases import Phrase

_LEAST_WORDS = 3
_MOST_TASKS = 2
_SURE = 0.1
"""How sure the rules are of what they have found nothing in."""


def implied(phrase: Phrase, open_tasks: Sequence[Goal]) -> list[Act]:
    """What a remark of the user may take back, the latest task first; all of it doubted.

    Args:
        phrase: Words in which the rules have found nothing.
        open_tasks: What is being done.
    """
    if not phrase.whole or "?" in phrase.text or len(phrase.text.split()) < _LEAST_WORDS:
        return []
    return [
        Act(
            Kind.CANCEL, goal.intent, goal.slots, confidence=_SURE, tier=Tier.SUGGEST, doubted=True,
            reason="the user may imply that it is not wanted any more", utterance=phrase.text,
            first_seq=phrase.first_seq, last_seq=phrase.last_seq,
        )
        for goal in reversed(open_tasks[-_MOST_TASKS:])
    ]  # fmt: skip
