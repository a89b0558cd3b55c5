"""What an utterance does: asks for a task, promises one, changes it, takes it back, refuses, asks back."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum

from creature_intent.tokens import Speaker

GRAB_OBJECT = "GRAB_OBJECT"
BRING_OBJECT = "BRING_OBJECT"
PLACE_OBJECT = "PLACE_OBJECT"
MOVE_TO = "MOVE_TO"
GUIDE = "GUIDE"
FOLLOW = "FOLLOW"
SEARCH = "SEARCH"
OPEN = "OPEN"
CLOSE = "CLOSE"
SWITCH_ON = "SWITCH_ON"
SWITCH_OFF = "SWITCH_OFF"
PERFORM_MOTION = "PERFORM_MOTION"
STOP_ACTIVITY = "STOP_ACTIVITY"

SURE = 0.5
"""An act less sure than this is one to be asked about (Tier.SUGGEST)."""
AT_ONCE = 0.6
"""How surely "Okay." right after a request agrees to it: a refusal that follows takes it back."""

USER = "user"
"""The recipient, or the place, that is the person the creature talks with."""


class Tier(Enum):
    """What an act is good for."""

    ACT = "act"
    """A task may start, change or end by it."""
    SUGGEST = "suggest"
    """An offer, an indirect wish, a doubt: no task, but it may be asked about ("Shall I get it?")."""


class Kind(Enum):
    """What was done with words. The first four are published as TaskIntent, the others only steer the policy."""

    REQUEST = "request"
    COMMIT = "commit"
    CORRECT = "correct"
    CANCEL = "cancel"
    ACCEPT = "accept"
    """The creature agrees without naming a task ("On it."): a commitment to what was asked."""
    REFUSE = "refuse"
    YES = "yes"
    """The user says yes to what the creature offers."""
    ASK = "ask"
    """The creature asks back ("Which cup?"), or offers a task ("Shall I get the cup?"): then it has an intent."""


@dataclass(frozen=True)
class Slots:
    """The roles of a task, in words; empty where nothing was said."""

    object: str = ""
    source: str = ""
    destination: str = ""
    recipient: str = ""

    def filled_from(self, other: Slots) -> Slots:
        """These slots, the empty ones taken from the other."""
        return Slots(
            self.object or other.object,
            self.source or other.source,
            self.destination or other.destination,
            self.recipient or other.recipient,
        )


@dataclass(frozen=True)
class Act:
    """One thing that words do.

    Attributes:
        kind: What is done.
        intent: Name of the task; empty where the words name none ("the green one", "on it").
        slots: The roles of the task.
        named: The object (or the place to go to) was named, not only pointed at with "it" or "there".
        confidence: 0 to 1.
        tier: Whether it may be acted on, or is only to be asked about.
        doubted: The small judge was unsure of it.
        reason: Why it was taken for this, in words.
        speaker, utterance, first_seq, last_seq: Who said it, the words, and their first and last token.
    """

    kind: Kind
    intent: str = ""
    slots: Slots = field(default_factory=Slots)
    named: bool = False
    confidence: float = 0.9
    tier: Tier = Tier.ACT
    doubted: bool = False
    reason: str = ""
    speaker: Speaker = Speaker.USER
    utterance: str = ""
    first_seq: int = 0
    last_seq: int = 0

    def but(self, **changes: object) -> Act:
        """This act with some of its attributes changed.

        Raises:
            TypeError: there is no such attribute.
        """
        if not changes.keys() <= vars(self).keys():
            raise TypeError(f"an act has no {', '.join(changes.keys() - vars(self).keys())}")
        act = object.__new__(Act)  # A frozen dataclass is slow to make, and an act is changed many times.
        vars(act).update(vars(self), **changes)
        return act


def deed_words(intent: str, slots: Slots) -> str:
    """A task in a few words: "BRING_OBJECT red cup from kitchen for user"."""
    roles = [
        slots.object,
        f"from {slots.source}" if slots.source else "",
        f"to {slots.destination}" if slots.destination else "",
        f"for {slots.recipient}" if slots.recipient else "",
    ]
    return " ".join(word for word in (intent, *roles) if word)
