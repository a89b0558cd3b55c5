"""What the server asks of a body. Write a class like this to put a manipulator in place of the simulated one."""

from __future__ import annotations

from collections.abc import Generator, Mapping
from dataclasses import dataclass, field
from typing import Protocol, runtime_checkable

from creature_executor.task import Ended, Progress, Task


class Pacer(Protocol):
    """How a body lets time pass."""

    def sleep(self, seconds: float) -> None:
        """Wait that long.

        Raises:
            TaskStoppedError: at once, when the task is canceled or another one came.
        """
        ...


class Body(Protocol):
    """A thing that can do physical tasks, one at a time.

    Attributes:
        intents: The intents it knows (GRAB_OBJECT, ...); the server refuses all others.
    """

    intents: frozenset[str]

    def perform(self, task: Task, pacer: Pacer) -> Generator[Progress, None, Ended]:
        """Do the task: yield a Progress when there is news, return how it ended.

        It runs in a thread of its own and may block. To be stopped quickly it waits with `pacer.sleep`, or yields
        every 50 ms or so: a stopped task raises TaskStoppedError in the one, and GeneratorExit in the other. Use
        try/finally for what must be done then (hold still, keep the grip).

        Raises:
            TaskError: it cannot be done; the outcome and the words go to the client.
        """
        ...

    def describe(self) -> dict[str, object]:
        """Figures for /diagnostics, name to value."""
        ...


@dataclass(frozen=True)
class Knowledge:
    """What a body knows of, told to whoever plans for it. Everything may be left empty.

    Attributes:
        motions: What PERFORM_MOTION may name.
        things: Objects that can be taken, each with the place where it is (empty if that is not known).
        places: Places it can be sent to.
        notes: Anything more, in words.
    """

    motions: tuple[str, ...] = ()
    things: Mapping[str, str] = field(default_factory=dict)
    places: tuple[str, ...] = ()
    notes: str = ""


@runtime_checkable
class Knowing(Protocol):
    """A body that also says what it knows of; asked after every task."""

    def knowledge(self) -> Knowledge:
        """What it knows of now."""
        ...
