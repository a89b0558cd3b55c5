"""When a conversation is over.

The creature may still answer, act, and speak of what it did: it is over when it has been heard, does nothing, and
nothing has happened for a moment; or when it was given all the time there is.
Units: seconds on one monotonic clock.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Ending(Enum):
    """Why the conversation is over."""

    FINISHED = "finished"
    NO_ANSWER = "no answer"
    TIMEOUT = "timeout"


@dataclass(frozen=True)
class Patience:
    """How long to wait.

    Attributes:
        timeout_s: After the end of the recording, whatever happens.
        quiet_s: Without any event, once it has answered the last thing that was said.
        unanswered_s: Without any event, where words may still come: after a task that has ended and was not yet
            spoken of, a silent recording, or a last word ("thanks") after what was answered.
    """

    timeout_s: float = 60.0
    quiet_s: float = 1.8
    unanswered_s: float = 6.0


@dataclass(frozen=True)
class Facts:
    """How things stand.

    Attributes:
        recording_ended_s: When the last of the recording was played.
        last_activity_s: When anything last happened.
        busy: It speaks, thinks, listens or has a task under way.
        answered: It has answered something that was said.
        answered_last: It has been heard after the last thing that was said.
        owes_words: A task has ended, and it has not told so.
        silent: There is nothing in the recording to answer.
    """

    recording_ended_s: float
    last_activity_s: float
    busy: bool
    answered: bool
    answered_last: bool
    owes_words: bool
    silent: bool


def ending(facts: Facts, patience: Patience, now_s: float) -> Ending | None:
    """Why it is over now; None while it is not."""
    quiet_s = now_s - max(facts.last_activity_s, facts.recording_ended_s)
    if quiet_s < 0:
        return None
    if not facts.busy:
        if facts.answered_last and not facts.owes_words and quiet_s >= patience.quiet_s:
            return Ending.FINISHED
        if facts.answered and quiet_s >= patience.unanswered_s:
            return Ending.FINISHED
        if facts.silent and quiet_s >= patience.unanswered_s:
            return Ending.NO_ANSWER
    if now_s - facts.recording_ended_s >= patience.timeout_s:
        return Ending.TIMEOUT if facts.answered or facts.busy else Ending.NO_ANSWER
    return None
