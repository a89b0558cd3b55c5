"""What a body is asked to do, and what it says of it. No ROS here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import IntEnum
from typing import Any

GRAB = "GRAB_OBJECT"
BRING = "BRING_OBJECT"
PLACE = "PLACE_OBJECT"
MOVE_TO = "MOVE_TO"
GUIDE = "GUIDE"
FOLLOW = "FOLLOW"
SEARCH = "SEARCH"
OPEN = "OPEN"
CLOSE = "CLOSE"
SWITCH_ON = "SWITCH_ON"
SWITCH_OFF = "SWITCH_OFF"
MOTION = "PERFORM_MOTION"
STOP = "STOP_ACTIVITY"


class Outcome(IntEnum):
    """How a task ended; the numbers are those of DoPhysicalTask's result."""

    OK = 0
    UNKNOWN_OBJECT = 1
    UNREACHABLE = 2
    REFUSED = 3
    CANCELED = 4
    FAILED = 5
    AMBIGUOUS = 6


@dataclass(frozen=True)
class Task:
    """One goal. Everything but the intent may be empty; objects and places are in a person's words.

    Attributes:
        intent: What to do: GRAB_OBJECT, BRING_OBJECT, ...
        object: What is acted on ("red cup"), or the name of a motion ("wave").
        source: Where it is taken from ("kitchen").
        destination: Where it goes, or where the body goes.
        recipient: Who receives it, or is followed ("user").
        utterance: The words that led to the task.
        data: Anything more.
    """

    intent: str
    object: str = ""
    source: str = ""
    destination: str = ""
    recipient: str = ""
    utterance: str = ""
    data: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Progress:
    """Where a running task is: the phase's name, and 0 to 1 of the whole task."""

    phase: str
    progress: float


@dataclass(frozen=True)
class Ended:
    """How a task ended, and what happened in words for people ("picked up the red cup")."""

    outcome: Outcome
    message: str
