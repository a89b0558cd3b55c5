"""Runs a body's tasks, one at a time.

Design: the newest task wins. A task that comes while another runs stops it and then starts; of several that wait for
    the running one to let go, only the newest is run. What is stopped ends with CANCELED and says why.
Threading: one worker thread owns the body. `submit` and `stop` may be called from any thread and do not block; a job's
    callbacks are called from the worker (or, for a job that never started, from the thread that replaced it).
Units: seconds.
"""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable, Generator

from creature_executor.body import Body
from creature_executor.errors import TaskError, TaskStoppedError
from creature_executor.task import Ended, Outcome, Progress, Task

REPLACED = "another task came"


class Job:
    """One task on its way. It is also the body's Pacer.

    Args:
        task: What to do.
        on_progress: Called with every step.
        on_end: Called exactly once.
    """

    def __init__(self, task: Task, on_progress: Callable[[Progress], None], on_end: Callable[[Ended], None]) -> None:
        self.task = task
        self.on_progress = on_progress
        self.on_end = on_end
        self.last = Progress("", 0.0)
        self._stop = threading.Event()
        self._why = ""

    def stop(self, why: str) -> None:
        """Ask it to end; the first reason given stays."""
        self._why = self._why or why
        self._stop.set()

    def sleep(self, seconds: float) -> None:
        """Wait, unless the task is stopped; see Pacer."""
        if self._stop.wait(seconds):
            raise TaskStoppedError(self._why)

    def run(self, body: Body) -> Ended:
        """Do the task with the body and report its progress.

        Raises:
            Exception: whatever a body of other people raises, TaskError and TaskStoppedError excepted.
        """
        try:
            with contextlib.closing(_checked(body.perform(self.task, self))) as steps:
                return self._follow(steps)
        except TaskStoppedError:
            return self.stopped()
        except TaskError as error:
            return Ended(error.outcome, error.message)

    def stopped(self) -> Ended:
        """How it ends when it was stopped."""
        return Ended(Outcome.CANCELED, self._why)

    def _follow(self, steps: Generator[Progress, None, Ended]) -> Ended:
        while True:
            self.sleep(0.0)
            try:
                step = next(steps)
            except StopIteration as end:
                if not isinstance(end.value, Ended):
                    raise TypeError(f"perform() must return an Ended, not {end.value!r}") from None
                return end.value
            # A body may guess; a client's bar must not run backwards.
            self.last = Progress(step.phase, min(1.0, max(self.last.progress, step.progress)))
            self.on_progress(self.last)


def _checked(steps: Generator[Progress, None, Ended]) -> Generator[Progress, None, Ended]:
    if not isinstance(steps, Generator):
        raise TypeError("perform() must be a generator: it needs a yield, and one before each long wait")
    return steps


class TaskRunner:
    """The worker thread and the task it is at."""

    def __init__(self, body: Body, on_error: Callable[[Exception], None]) -> None:
        """
        Args:
            body: What does the tasks.
            on_error: Told of an exception that the body should not have raised; the task has FAILED.
        """
        self._body = body
        self._on_error = on_error
        self._changed = threading.Condition()
        self._running: Job | None = None
        self._waiting: Job | None = None
        self._closed = False
        self._thread = threading.Thread(target=self._work, name="body", daemon=True)

    def start(self) -> None:
        """Start the worker."""
        self._thread.start()

    @property
    def running(self) -> Job | None:
        """The job the body is at."""
        return self._running

    def submit(self, job: Job) -> None:
        """Run the job next; what runs or waits now is stopped."""
        with self._changed:
            replaced, self._waiting = self._waiting, job
            if self._running is not None:
                self._running.stop(REPLACED)
            self._changed.notify()
        if replaced is not None:
            replaced.stop(REPLACED)
            replaced.on_end(replaced.stopped())

    def stop_all(self, why: str) -> None:
        """Stop what runs and what waits."""
        with self._changed:
            for job in (self._running, self._waiting):
                if job is not None:
                    job.stop(why)

    def close(self, timeout_s: float = 2.0) -> None:
        """Stop the task and end the worker."""
        self.stop_all("the executor is closing")
        with self._changed:
            self._closed = True
            self._changed.notify()
        if self._thread.is_alive():
            self._thread.join(timeout_s)

    def _work(self) -> None:
        while (job := self._next()) is not None:
            ended = self._run(job)
            with self._changed:
                self._running = None
            job.on_end(ended)

    def _next(self) -> Job | None:
        with self._changed:
            self._changed.wait_for(lambda: self._closed or self._waiting is not None)
            self._running, self._waiting = self._waiting, None
            return self._running

    def _run(self, job: Job) -> Ended:
        try:
            return job.run(self._body)
        except Exception as error:
            # The body is other people's code: whatever it raises ends this task and no other.
            with contextlib.suppress(Exception):
                self._on_error(error)
            return Ended(Outcome.FAILED, f"the body failed: {error}")
