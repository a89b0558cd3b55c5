"""The simulated body: its phases, its progress, and what it changes."""

import pytest

from creature_executor.errors import TaskStoppedError
from creature_executor.simulated import SimulatedBody
from creature_executor.task import BRING, GRAB, PLACE, Outcome, Task


class CountedPacer:
    """Lets no time pass, adds it up, and stops the task when it has."""

    def __init__(self, stop_after_s=float("inf")):
        self.slept_s = 0.0
        self._stop_after_s = stop_after_s

    def sleep(self, seconds):
        self.slept_s += seconds
        if self.slept_s > self._stop_after_s:
            raise TaskStoppedError("enough")


def perform(body, task, pacer):
    steps, run = [], body.perform(task, pacer)
    while True:
        try:
            steps.append(next(run))
        except StopIteration as end:
            return steps, end.value


@pytest.fixture
def body(world):
    return SimulatedBody(world, phase_s=1.0, tick_s=0.25)


def test_progress_never_falls_and_ends_at_one(body):
    pacer = CountedPacer()
    steps, ended = perform(body, Task(BRING, "red cup"), pacer)
    values = [step.progress for step in steps]
    assert values == sorted(values)
    assert values[0] == 0.0
    assert values[-1] == pytest.approx(1.0)
    assert ended.outcome == Outcome.OK
    assert pacer.slept_s == pytest.approx(6.0)  # look, reach, grasp, hand_over, and carry twice as long
    assert len(steps) == 25


def test_a_failure_looks_first(body):
    pacer = CountedPacer()
    steps, ended = perform(body, Task(GRAB, "banana"), pacer)
    assert {step.phase for step in steps} == {"look"}
    assert steps[-1].progress < 0.5
    assert pacer.slept_s == pytest.approx(1.0)
    assert ended.outcome == Outcome.UNKNOWN_OBJECT


def test_place_changes_the_world(body, world):
    perform(body, Task(PLACE, "red cup", destination="shelf"), CountedPacer())
    assert world.where(world.find("red cup")).name == "shelf"
    assert world.here.name == "shelf"


@pytest.mark.parametrize(("stop_after_s", "held"), [(1.5, "nothing"), (2.9, "nothing"), (3.5, "red cup")])
def test_a_stop_leaves_the_world_as_far_as_it_was(body, stop_after_s, held):
    with pytest.raises(TaskStoppedError):
        perform(body, Task(GRAB, "red cup"), CountedPacer(stop_after_s))
    assert body.describe()["held"] == held


def test_what_was_handed_over_can_be_asked_for_again(body):
    for _ in range(2):
        _, ended = perform(body, Task(BRING, "red cup"), CountedPacer())
        assert ended.outcome == Outcome.OK


def test_a_phase_shorter_than_a_tick_is_still_reported(world):
    steps, _ = perform(SimulatedBody(world, phase_s=0.01, tick_s=1.0), Task(GRAB, "book"), CountedPacer())
    assert [step.phase for step in steps] == ["look", "reach", "grasp", "lift", "lift"]
