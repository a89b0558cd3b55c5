"""The whole node of docs/manipulator.md with a real client; stand-ins only for MoveIt and for the transforms."""

import contextlib
import os
import re
import sys
import threading
import types
from pathlib import Path

import pytest
import rclpy
from action_msgs.msg import GoalStatus
from creature_msgs.action import DoPhysicalTask
from creature_msgs.msg import Abilities
from geometry_msgs.msg import TransformStamped
from rclpy.action import ActionClient
from rclpy.executors import MultiThreadedExecutor
from rclpy.node import Node

from creature_executor.errors import TaskError
from creature_executor.server import ABILITIES_QOS
from creature_executor.task import Outcome

pytestmark = pytest.mark.ros

DOMAIN = int(os.environ.get("CREATURE_TEST_DOMAIN", "53"))
TIMEOUT_S = 15.0 * float(os.environ.get("CREATURE_TEST_TIMEOUT_FACTOR", "1"))
GUIDE = Path(__file__).parents[3] / "docs" / "manipulator.md"
BLOCKS = dict(re.findall(r"```python\n# (\w+)\.py\n(.*?)```", GUIDE.read_text(), re.DOTALL))


class Robot:
    """What the example uses of MoveItPy: each movement ends by itself, or only when it is stopped."""

    endless = threading.Event()
    moves = threading.Event()
    stopped = threading.Event()

    def __init__(self, node_name, config_dict):
        self._ended = None

    def get_planning_component(self, name):
        return self

    def get_trajectory_execution_manager(self):
        return self

    def set_start_state_to_current_state(self):
        """Where it is."""

    def set_goal_state(self, **aim):
        """Anywhere."""

    def plan(self):
        return types.SimpleNamespace(trajectory=types.SimpleNamespace(get_robot_trajectory_msg=lambda: self))

    def push(self, trajectory):
        """Keep it."""

    def execute(self, callback):
        self._ended = callback
        Robot.moves.set()
        if not Robot.endless.is_set():
            callback(types.SimpleNamespace(status="SUCCEEDED"))

    def stop_execution(self):
        Robot.stopped.set()
        self._ended(types.SimpleNamespace(status="PREEMPTED"))


class TransformError(Exception):
    """Nothing of that name was seen."""


class Buffer:
    """Transforms: the red cup was seen just now, the blue cup long ago, nothing else ever."""

    node = None

    def lookup_transform(self, base, name, when):
        if name not in ("red_cup", "blue_cup"):
            raise TransformError(name)
        seen = TransformStamped()
        seen.header.frame_id = base
        seen.header.stamp = Buffer.node.get_clock().now().to_msg()
        seen.header.stamp.sec -= 60 if name == "blue_cup" else 0
        seen.transform.translation.z = 0.4
        return seen


def module(name, **content):
    made = types.ModuleType(name)
    vars(made).update(content)
    return made


@pytest.fixture
def guide(monkeypatch):
    """The guide's three files as modules; MoveIt, transforms and the last line's run_node are stand-ins."""
    Robot.endless.clear()
    Robot.moves.clear()
    Robot.stopped.clear()
    builder = types.SimpleNamespace(to_moveit_configs=lambda: types.SimpleNamespace(to_dict=dict))
    stand_ins = [
        module("moveit"),
        module("moveit.planning", MoveItPy=Robot),
        module("moveit_configs_utils", MoveItConfigsBuilder=lambda *args, **kwargs: builder),
        module(
            "tf2_ros", Buffer=Buffer, TransformException=TransformError, TransformListener=lambda *args, **kwargs: None
        ),
        module("my_arm"),
    ]
    for stand_in in stand_ins:
        monkeypatch.setitem(sys.modules, stand_in.__name__, stand_in)
    monkeypatch.setattr("creature_node.main.run_node", lambda make: 0)
    made = {}
    for name in ("objects", "arm", "node"):
        made[name] = module(f"my_arm.{name}")
        monkeypatch.setitem(sys.modules, f"my_arm.{name}", made[name])
        with contextlib.suppress(SystemExit):
            exec(compile(BLOCKS[name], f"{name}.py", "exec"), vars(made[name]))
    return types.SimpleNamespace(**made)


@pytest.fixture
def running(guide):
    """The guide's node and a client, both spun."""
    rclpy.init(domain_id=DOMAIN)
    arm = guide.node.ArmNode()
    Buffer.node = arm
    client = Node("client")
    executor = MultiThreadedExecutor()
    executor.add_node(arm)
    executor.add_node(client)
    thread = threading.Thread(target=executor.spin)
    thread.start()
    yield types.SimpleNamespace(arm=arm, client=client)
    executor.shutdown()
    thread.join(TIMEOUT_S)
    arm.close()
    rclpy.shutdown()


def wait(future):
    done = threading.Event()
    future.add_done_callback(lambda _: done.set())
    assert done.wait(TIMEOUT_S)
    return future.result()


def send(running, **goal):
    client = ActionClient(running.client, DoPhysicalTask, "do_physical_task")
    assert client.wait_for_server(TIMEOUT_S)
    return wait(client.send_goal_async(DoPhysicalTask.Goal(**goal)))


@pytest.mark.parametrize(
    ("goal", "code", "message"),
    [
        ({"intent": "GRAB_OBJECT", "object": "the red cup"}, DoPhysicalTask.Result.OK, "picked up the red cup"),
        ({"intent": "PERFORM_MOTION", "object": "wave"}, DoPhysicalTask.Result.OK, "made the movement: wave"),
        (
            {"intent": "GRAB_OBJECT", "object": "cup"},
            DoPhysicalTask.Result.AMBIGUOUS,
            "there are several: red cup, blue",
        ),
        ({"intent": "GRAB_OBJECT", "object": "banana"}, DoPhysicalTask.Result.UNKNOWN_OBJECT, "there is no banana"),
        ({"intent": "OPEN", "object": "door"}, DoPhysicalTask.Result.REFUSED, "cannot do OPEN"),
    ],
)
def test_it_serves_the_creatures_tasks(running, goal, code, message):
    result = wait(send(running, **goal).get_result_async()).result
    assert result.code == code and message in result.message


def test_a_cancel_stops_the_arm(running):
    Robot.endless.set()
    handle = send(running, intent="GRAB_OBJECT", object="red cup")
    assert Robot.moves.wait(TIMEOUT_S)
    wait(handle.cancel_goal_async())
    ended = wait(handle.get_result_async())
    assert ended.status == GoalStatus.STATUS_CANCELED and ended.result.code == DoPhysicalTask.Result.CANCELED
    assert Robot.stopped.is_set()


def test_it_declares_what_it_can(running):
    told, heard = [], threading.Event()
    running.client.create_subscription(
        Abilities, "do_physical_task/abilities", lambda message: (told.append(message), heard.set()), ABILITIES_QOS
    )
    assert heard.wait(TIMEOUT_S)
    assert set(told[0].intents) == {"GRAB_OBJECT", "PERFORM_MOTION", "STOP_ACTIVITY"}
    assert list(told[0].motions) == ["wave", "rest"]


@pytest.mark.parametrize(
    ("words", "outcome"),
    [("the blue cup", Outcome.UNKNOWN_OBJECT), ("cups", Outcome.AMBIGUOUS), ("my", Outcome.UNKNOWN_OBJECT)],
)
def test_what_is_not_seen_now_is_not_grasped_at(running, guide, words, outcome):
    objects = guide.objects.Objects(running.arm, ("red cup", "blue cup"))
    with pytest.raises(TaskError) as error:
        objects.find(words)
    assert error.value.outcome == outcome


def test_a_thing_that_is_seen_has_a_pose(running, guide):
    name, pose = guide.objects.Objects(running.arm, ("red cup", "blue cup")).find("the red cups")
    assert name == "red cup" and pose.header.frame_id == "base_link"
    assert pose.pose.position.z == pytest.approx(0.4) and pose.pose.orientation.x == 1.0
