"""Why a task does not go on."""

from __future__ import annotations

from creature_executor.task import Outcome


class TaskError(Exception):
    """The task cannot be done.

    Attributes:
        outcome: The result it ends with.
        message: Why, in words for people.
    """

    def __init__(self, outcome: Outcome, message: str) -> None:
        super().__init__(message)
        self.outcome = outcome
        self.message = message


class TaskStoppedError(Exception):
    """The task was taken back while it ran; raised by Pacer.sleep, for a body to let through."""
