"""A task in the creature's own words, and what it asks about one. Values only."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from creature_voice.brains.request import Request
from creature_voice.brains.request_forms import Action


class Ask(Enum):
    """What the creature wants to know."""

    WHICH = "which object"
    WHAT = "what object"
    WHERE = "where to"
    OFFER = "shall I"
    GUESS = "did you mean"
    TALK = "talk"


@dataclass(frozen=True)
class Task:
    """A task in the creature's own words.

    Attributes:
        action: What is done.
        thing: With what, spoken ("the red cup").
        item: The object's name in the world ("red cup"), or empty.
        spot: Where to, spoken with preposition ("on the shelf", "to the kitchen"), or empty.
        place: The place's bare name ("shelf"), or empty.
        source: Where from, spoken ("from the table"), or empty.
        recipient: Who gets it, or is followed, spoken ("you", "Anna"), or empty.
        deed: A movement or a project, spoken ("wave to you", "clear the table"), or empty.
    """

    action: Action
    thing: str = ""
    item: str = ""
    spot: str = ""
    place: str = ""
    source: str = ""
    recipient: str = ""
    deed: str = ""


@dataclass(frozen=True)
class Question:
    """What was asked and waits for an answer.

    Attributes:
        ask: What kind of answer.
        task: The task that waits for it.
        options: Names of the objects to choose from.
        subject: The small talk's subject, for TALK; the kind of object, for WHICH; what may be meant, for GUESS.
        then: What else was asked for in the same breath.
    """

    ask: Ask
    task: Task | None = None
    options: tuple[str, ...] = ()
    subject: str = ""
    then: tuple[Request, ...] = ()
