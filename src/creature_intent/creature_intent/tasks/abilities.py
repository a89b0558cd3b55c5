"""What the body says it can do and knows of, and the words for what it cannot."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from creature_intent import acts

ALWAYS = frozenset({acts.STOP_ACTIVITY})
"""What every body does: it can be told to stop."""

_CANNOT = {
    acts.GRAB_OBJECT: "pick things up",
    acts.BRING_OBJECT: "bring things",
    acts.PLACE_OBJECT: "put things anywhere",
    acts.MOVE_TO: "go anywhere",
    acts.GUIDE: "show the way",
    acts.FOLLOW: "follow people",
    acts.SEARCH: "look for things",
    acts.OPEN: "open things",
    acts.CLOSE: "close things",
    acts.SWITCH_ON: "switch things on",
    acts.SWITCH_OFF: "switch things off",
    acts.PERFORM_MOTION: "make such movements",
}


@dataclass(frozen=True)
class Abilities:
    """What a body can do.

    Attributes:
        intents: Names of the intents that it does; None if it declared nothing: then all are assumed to be possible.
        at_once: How many goals it works on at the same time.
        motions: What PERFORM_MOTION may name; empty if it does not say.
        things: What it knows of, each with the place where it is (empty if not known).
        places: The places it knows.
        notes: Anything more, in words.
    """

    intents: frozenset[str] | None = None
    at_once: int = 1
    motions: tuple[str, ...] = ()
    things: Mapping[str, str] = field(default_factory=dict)
    places: tuple[str, ...] = ()
    notes: str = ""

    def can(self, intent: str) -> bool:
        """Whether a goal of this intent may be sent to it."""
        return self.intents is None or intent in self.intents or intent in ALWAYS


def cannot_words(intent: str) -> str:
    """What the creature says of a task that its body does not do: "I'm sorry, I can't open things."."""
    return f"I'm sorry, I can't {_CANNOT.get(intent, 'do that')}."
