"""The tasks of a conversation, each from its goal to its outcome."""

from __future__ import annotations

from dataclasses import dataclass, field

from creature_lab.events import TaskEvent


@dataclass
class Task:
    """One task; times in seconds, end_s and outcome None and empty while it runs."""

    goal_id: str
    intent: str
    object: str
    destination: str
    start_s: float
    phases: list[str] = field(default_factory=list)
    progress: float = 0.0
    outcome: str = ""
    message: str = ""
    end_s: float | None = None


class TaskLog:
    """Collects the messages of `task`, of which the last few before the conversation come in as well."""

    def __init__(self) -> None:
        self._tasks: dict[str, Task] = {}
        self._over_before: set[str] = set()

    def begin(self) -> list[Task]:
        """The conversation begins: tasks that have ended are history. Returns those that still run."""
        self._over_before |= {task.goal_id for task in self._tasks.values() if task.outcome}
        self._tasks = {task.goal_id: task for task in self._tasks.values() if not task.outcome}
        return list(self._tasks.values())

    def add(self, event: TaskEvent) -> bool:
        """Take a message; returns whether it says something new."""
        if event.goal_id in self._over_before:
            return False
        task = self._tasks.get(event.goal_id)
        if task is None:
            task = Task(event.goal_id, event.intent, event.object, event.destination, event.at_s)
            self._tasks[event.goal_id] = task
        if task.outcome:
            return False
        if event.phase and (not task.phases or task.phases[-1] != event.phase):
            task.phases.append(event.phase)
        task.progress = event.progress
        task.message = event.message or task.message
        if event.outcome:
            task.outcome, task.end_s = event.outcome, event.at_s
        return True

    @property
    def tasks(self) -> list[Task]:
        """All tasks of the conversation, in the order in which they began."""
        return list(self._tasks.values())

    @property
    def running(self) -> list[Task]:
        """Those without an outcome."""
        return [task for task in self._tasks.values() if not task.outcome]
