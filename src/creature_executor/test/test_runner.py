"""One task at a time, the newest wins, and every one ends exactly once."""

import os
import queue
import threading

import pytest

from creature_executor.errors import TaskError
from creature_executor.runner import REPLACED, Job, TaskRunner
from creature_executor.task import Ended, Outcome, Progress, Task

TIMEOUT_S = 5.0 * float(os.environ.get("CREATURE_TEST_TIMEOUT_FACTOR", "1"))


class Scripted:
    """A body that does what the intent says; WAIT goes on until it is stopped."""

    intents = frozenset({"WAIT"})

    def __init__(self):
        self.started = queue.Queue()
        self.cleaned = threading.Event()

    def perform(self, task, pacer):
        self.started.put(task.object)
        try:
            yield Progress("begin", 0.5)
            if task.intent == "WAIT":
                pacer.sleep(60.0)
            if task.intent == "SPIN":
                while True:
                    yield Progress("spin", 0.6)
            if task.intent == "IMPOSSIBLE":
                raise TaskError(Outcome.UNREACHABLE, "too far")
            if task.intent == "BROKEN":
                raise ZeroDivisionError("oops")
            yield Progress("back", 0.2)
            return Ended(Outcome.OK, "done")
        finally:
            self.cleaned.set()

    def describe(self):
        return {}


@pytest.fixture
def body():
    return Scripted()


@pytest.fixture
def errors():
    return []


@pytest.fixture
def runner(body, errors):
    runner = TaskRunner(body, errors.append)
    runner.start()
    yield runner
    runner.close(TIMEOUT_S)


def make_job(intent, name=""):
    ends, steps = queue.Queue(), []
    return Job(Task(intent, name), steps.append, ends.put), ends, steps


def test_a_task_runs_to_its_end_and_its_progress_never_falls(runner):
    job, ends, steps = make_job("NOTHING")
    runner.submit(job)
    assert ends.get(timeout=TIMEOUT_S) == Ended(Outcome.OK, "done")
    assert [(step.phase, step.progress) for step in steps] == [("begin", 0.5), ("back", 0.5)]


@pytest.mark.parametrize("intent", ["WAIT", "SPIN"])
def test_stop_ends_a_task_that_sleeps_and_one_that_yields(runner, body, intent):
    job, ends, _ = make_job(intent)
    runner.submit(job)
    body.started.get(timeout=TIMEOUT_S)
    job.stop("enough")
    assert ends.get(timeout=TIMEOUT_S) == Ended(Outcome.CANCELED, "enough")
    assert body.cleaned.is_set()


def test_a_newer_task_ends_the_running_one_and_then_starts(runner, body):
    old, old_ends, _ = make_job("WAIT", "old")
    new, new_ends, _ = make_job("NOTHING", "new")
    runner.submit(old)
    assert body.started.get(timeout=TIMEOUT_S) == "old"
    runner.submit(new)
    assert old_ends.get(timeout=TIMEOUT_S) == Ended(Outcome.CANCELED, REPLACED)
    assert new_ends.get(timeout=TIMEOUT_S).outcome == Outcome.OK
    assert body.started.get(timeout=TIMEOUT_S) == "new"


def test_of_those_that_wait_only_the_newest_runs(body, errors):
    runner = TaskRunner(body, errors.append)
    first, first_ends, _ = make_job("NOTHING", "first")
    second, second_ends, _ = make_job("NOTHING", "second")
    runner.submit(first)
    runner.submit(second)
    assert first_ends.get_nowait() == Ended(Outcome.CANCELED, REPLACED)
    runner.start()
    assert second_ends.get(timeout=TIMEOUT_S).outcome == Outcome.OK
    assert body.started.get_nowait() == "second"
    runner.close(TIMEOUT_S)


def test_a_task_stopped_before_it_began_never_begins(body, errors):
    runner = TaskRunner(body, errors.append)
    job, ends, _ = make_job("WAIT")
    runner.submit(job)
    runner.stop_all("no more")
    runner.start()
    assert ends.get(timeout=TIMEOUT_S) == Ended(Outcome.CANCELED, "no more")
    assert body.started.empty()
    runner.close(TIMEOUT_S)


def test_what_a_body_raises_ends_its_task_only(runner, errors):
    for intent, outcome in (("IMPOSSIBLE", Outcome.UNREACHABLE), ("BROKEN", Outcome.FAILED), ("NOTHING", Outcome.OK)):
        job, ends, _ = make_job(intent)
        runner.submit(job)
        assert ends.get(timeout=TIMEOUT_S).outcome == outcome
    assert [type(error) for error in errors] == [ZeroDivisionError]


@pytest.mark.parametrize(
    ("perform", "said"),
    [
        (lambda task, pacer: Ended(Outcome.OK, "done"), "must be a generator"),
        (lambda task, pacer: (yield Progress("grasp", 0.5)), "must return an Ended, not None"),
    ],
)
def test_a_body_that_is_written_wrongly_is_told_so(body, errors, perform, said):
    body.perform = perform
    runner = TaskRunner(body, errors.append)
    runner.start()
    job, ends, _ = make_job("ANY")
    runner.submit(job)
    ended = ends.get(timeout=TIMEOUT_S)
    assert ended.outcome == Outcome.FAILED
    assert said in ended.message
    assert len(errors) == 1
    runner.close(TIMEOUT_S)


def test_close_stops_the_task(runner, body):
    job, ends, _ = make_job("WAIT")
    runner.submit(job)
    body.started.get(timeout=TIMEOUT_S)
    runner.close(TIMEOUT_S)
    assert ends.get(timeout=TIMEOUT_S).outcome == Outcome.CANCELED
