"""The body of docs/manipulator.md, as it stands there, with stand-ins for MoveIt and for the eyes."""

import re
import sys
import types
from pathlib import Path

import pytest

from creature_executor.body import Knowing
from creature_executor.errors import TaskError, TaskStoppedError
from creature_executor.task import GRAB, MOTION, Outcome, Task

GUIDE = Path(__file__).parents[3] / "docs" / "manipulator.md"
BLOCKS = re.findall(r"```python\n# (\w+)\.py\n(.*?)```", GUIDE.read_text(), re.DOTALL)


class Planned:
    """A plan that was found, or not."""

    def __init__(self, found):
        self._found = found
        self.trajectory = self

    def __bool__(self):
        return self._found

    def get_robot_trajectory_msg(self):
        return self


class Robot:
    """What the example uses of MoveItPy; it is its own planning components and execution manager."""

    def __init__(self, node_name, config_dict):
        self.aims, self.stops, self.finds_plan, self.ended = [], 0, True, None
        self.status = "SUCCEEDED"

    def get_planning_component(self, name):
        return self

    def get_trajactory_execution_manager(self):
        return self

    def set_start_state_to_current_state(self):
        """Where it is."""

    def set_goal_state(self, **aim):
        self.aims.append(aim)

    def plan(self):
        return Planned(self.finds_plan)

    def push(self, trajectory):
        """Keep it."""

    def execute(self, callback):
        self.ended = callback

    def stop_execution(self):
        self.stops += 1


class Objects:
    """Sees one cup."""

    def find(self, words):
        if "cup" not in words:
            raise TaskError(Outcome.UNKNOWN_OBJECT, f"there is no {words} here")
        return "red cup", types.SimpleNamespace(pose=types.SimpleNamespace(position=types.SimpleNamespace(z=0.0)))


class Pacer:
    """Lets no time pass; movements end while it waits, until the task is stopped."""

    def __init__(self, robot, stop_after=10**9):
        self._robot, self._left = robot, stop_after

    def sleep(self, seconds):
        self._left -= 1
        if self._left < 0:
            raise TaskStoppedError("enough")
        if seconds:
            self._robot.ended(types.SimpleNamespace(status=self._robot.status))


@pytest.fixture
def arm(monkeypatch):
    planning = types.ModuleType("moveit.planning")
    planning.MoveItPy = Robot
    monkeypatch.setitem(sys.modules, "moveit", types.ModuleType("moveit"))
    monkeypatch.setitem(sys.modules, "moveit.planning", planning)
    space = {}
    exec(compile(dict(BLOCKS)["arm"], str(GUIDE), "exec"), space)
    return space["MoveItArm"](Objects(), {})


def perform(arm, task, **stop):
    steps, run = [], arm.perform(task, Pacer(arm._robot, **stop))
    while True:
        try:
            steps.append(next(run).phase)
        except StopIteration as end:
            return steps, end.value


def test_all_of_its_files_are_python():
    assert [name for name, _ in BLOCKS] == ["objects", "arm", "node"]
    for name, code in BLOCKS:
        compile(code, name, "exec")


def test_it_grabs_and_says_what_it_knows(arm):
    steps, ended = perform(arm, Task(GRAB, "the red cup"))
    assert steps == ["look", "reach", "open", "approach", "grasp", "lift"]
    assert (ended.outcome, ended.message) == (Outcome.OK, "picked up the red cup")
    assert len(arm._robot.aims) == 5 and arm._robot.stops == 0
    assert isinstance(arm, Knowing) and "wave" in arm.knowledge().motions
    assert arm.describe() == {"held": "red cup"}


def test_a_stop_stops_the_arm(arm):
    with pytest.raises(TaskStoppedError):
        perform(arm, Task(GRAB, "the red cup"), stop_after=3)
    assert arm._robot.stops == 1


@pytest.mark.parametrize(
    ("task", "broken", "outcome"),
    [
        (Task(GRAB, "banana"), {}, Outcome.UNKNOWN_OBJECT),
        (Task(GRAB, "cup"), {"finds_plan": False}, Outcome.UNREACHABLE),
        (Task(GRAB, "cup"), {"status": "ABORTED"}, Outcome.FAILED),
        (Task(MOTION, "backflip"), {}, Outcome.REFUSED),
    ],
)
def test_it_fails_honestly(arm, task, broken, outcome):
    vars(arm._robot).update(broken)
    with pytest.raises(TaskError) as error:
        perform(arm, task)
    assert error.value.outcome == outcome


def test_it_waves(arm):
    steps, ended = perform(arm, Task(MOTION, "wave"))
    assert steps == ["wave"] * 4 and ended.outcome == Outcome.OK
