"""DoPhysicalTask's messages to and from the core. Nothing else here touches them."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from builtin_interfaces.msg import Time
from creature_msgs.action import DoPhysicalTask
from creature_msgs.msg import Abilities

from creature_executor.body import Knowledge
from creature_executor.errors import TaskError
from creature_executor.task import Ended, Outcome, Progress, Task


def task_from(goal: DoPhysicalTask.Goal) -> Task:
    """The task that a goal asks for.

    Raises:
        TaskError: REFUSED, with what is wrong with the goal.
    """
    if not goal.intent.strip():
        raise TaskError(Outcome.REFUSED, "the goal names no intent")
    return Task(
        goal.intent.strip(),
        goal.object.strip(),
        goal.source.strip(),
        goal.destination.strip(),
        goal.recipient.strip(),
        goal.utterance,
        _data(goal.data),
    )


def feedback_from(step: Progress) -> DoPhysicalTask.Feedback:
    """A step as feedback."""
    return DoPhysicalTask.Feedback(phase=step.phase, progress=step.progress)


def result_from(ended: Ended) -> DoPhysicalTask.Result:
    """The end of a task as a result."""
    return DoPhysicalTask.Result(code=int(ended.outcome), message=ended.message)


def abilities_from(intents: Iterable[str], at_once: int, known: Knowledge, stamp: Time) -> Abilities:
    """What a body can do and knows of, as it is published."""
    return Abilities(
        stamp=stamp,
        intents=sorted(intents),
        at_once=at_once,
        motions=list(known.motions),
        objects=list(known.things),
        whereabouts=list(known.things.values()),
        places=list(known.places),
        notes=known.notes,
    )


def _data(text: str) -> dict[str, Any]:
    if not text.strip():
        return {}
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise TaskError(Outcome.REFUSED, f"the goal's data is not JSON: {error}") from error
    if not isinstance(data, dict):
        raise TaskError(Outcome.REFUSED, "the goal's data must be a JSON object")
    return data
