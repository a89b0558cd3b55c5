"""The executor over real rclpy: a real client, a real server, two contexts."""

import os
import queue
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
import rclpy
from action_msgs.msg import GoalStatus
from creature_msgs.action import DoPhysicalTask
from creature_msgs.msg import Abilities
from diagnostic_msgs.msg import DiagnosticArray
from rclpy.action import ActionClient
from rclpy.context import Context
from rclpy.executors import SingleThreadedExecutor
from rclpy.node import Node
from rclpy.parameter import Parameter

from creature_executor.node import ExecutorNode
from creature_executor.server import ABILITIES_QOS

pytestmark = pytest.mark.ros

DOMAIN = 53
TIMEOUT_S = 15.0 * float(os.environ.get("CREATURE_TEST_TIMEOUT_FACTOR", "1"))
WORLD = str(Path(__file__).parents[3] / "config" / "world.yaml")
Result = DoPhysicalTask.Result


class Spun:
    """A node spun in a thread of its own, in a context of its own."""

    def __init__(self, make):
        self.context = Context()
        rclpy.init(context=self.context, domain_id=DOMAIN)
        self.node = make(self.context)
        self._executor = SingleThreadedExecutor(context=self.context)
        self._executor.add_node(self.node)
        self._thread = threading.Thread(target=self._executor.spin)
        self._thread.start()

    def stop(self):
        self._executor.shutdown()
        self._thread.join(TIMEOUT_S)
        getattr(self.node, "close", lambda: None)()
        self.node.destroy_node()
        rclpy.shutdown(context=self.context)


class Client:
    """Sends goals and keeps their feedback."""

    def __init__(self, node):
        self._client = ActionClient(node, DoPhysicalTask, "do_physical_task")
        assert self._client.wait_for_server(TIMEOUT_S)

    def send(self, intent, thing="", **fields):
        return Goal(self._client, DoPhysicalTask.Goal(intent=intent, object=thing, **fields))


class Goal:
    """One goal on its way."""

    def __init__(self, client, goal):
        self.feedback = []
        self.moving = threading.Event()
        self.handle = wait(client.send_goal_async(goal, feedback_callback=self._on_feedback))
        self._result = self.handle.get_result_async()

    def _on_feedback(self, message):
        self.feedback.append((message.feedback.phase, message.feedback.progress))
        self.moving.set()

    def result(self):
        return wait(self._result)

    def wait_until_moving(self):
        assert self.moving.wait(TIMEOUT_S)


def wait(future):
    done = threading.Event()
    future.add_done_callback(lambda _: done.set())
    assert done.wait(TIMEOUT_S), "no answer"
    return future.result()


def wait_until(true):
    """A server answers only the clients that it has found, be it found by them or not."""
    deadline = time.monotonic() + TIMEOUT_S
    while not true():
        assert time.monotonic() < deadline, "it did not come"
        time.sleep(0.02)


@pytest.fixture
def parameters():
    return {"world_file": WORLD, "phase_s": 0.1, "feedback_hz": 20.0}


@pytest.fixture
def client(parameters):
    overrides = [Parameter(name, value=value) for name, value in parameters.items()]
    server = Spun(lambda context: ExecutorNode(context=context, parameter_overrides=overrides))
    spun = Spun(lambda context: Node("client", context=context))
    known = Client(spun.node)
    wait_until(lambda: server.node.count_clients("do_physical_task/_action/send_goal"))
    yield known
    spun.stop()
    server.stop()


def test_success_goes_through_the_phases_in_order(client):
    goal = client.send("BRING_OBJECT", "the red cup", recipient="user")
    answer = goal.result()
    assert answer.status == GoalStatus.STATUS_SUCCEEDED
    assert (answer.result.code, answer.result.message) == (Result.OK, "brought the red cup to you")
    assert list(dict.fromkeys(phase for phase, _ in goal.feedback)) == ["look", "reach", "grasp", "carry", "hand_over"]
    values = [progress for _, progress in goal.feedback]
    assert values == sorted(values)
    assert values[-1] == pytest.approx(1.0)


@pytest.mark.parametrize(
    ("intent", "thing", "code", "told"),
    [
        ("GRAB_OBJECT", "banana", Result.UNKNOWN_OBJECT, "no banana"),
        ("GRAB_OBJECT", "the cup", Result.AMBIGUOUS, "red cup, blue cup"),
        ("GRAB_OBJECT", "the vase", Result.UNREACHABLE, "out of reach"),
        ("PERFORM_SURGERY", "", Result.REFUSED, "cannot do PERFORM_SURGERY"),
        ("", "red cup", Result.REFUSED, "no intent"),
    ],
)
def test_failures_are_honest(client, intent, thing, code, told):
    answer = client.send(intent, thing).result()
    assert answer.status == GoalStatus.STATUS_ABORTED
    assert answer.result.code == code
    assert told in answer.result.message


class TestSlowly:
    """Tasks that would take minutes: only a stop ends them."""

    @pytest.fixture
    def parameters(self):
        return {"world_file": WORLD, "phase_s": 60.0, "feedback_hz": 10.0}

    def test_cancel(self, client):
        goal = client.send("GRAB_OBJECT", "book")
        goal.wait_until_moving()
        assert wait(goal.handle.cancel_goal_async()).goals_canceling
        answer = goal.result()
        assert answer.status == GoalStatus.STATUS_CANCELED
        assert (answer.result.code, answer.result.message) == (Result.CANCELED, "canceled on request")

    def test_a_newer_goal_ends_the_running_one(self, client):
        old = client.send("GRAB_OBJECT", "book")
        old.wait_until_moving()
        new = client.send("GRAB_OBJECT", "green ball")
        answer = old.result()
        assert (answer.result.code, answer.result.message) == (Result.CANCELED, "another task came")
        new.wait_until_moving()
        wait(new.handle.cancel_goal_async())
        assert new.result().status == GoalStatus.STATUS_CANCELED

    def test_a_refused_goal_leaves_the_running_one_alone(self, client):
        running = client.send("GRAB_OBJECT", "book")
        running.wait_until_moving()
        for bad in ({"intent": "DANCE"}, {"intent": "GRAB_OBJECT", "data": "{"}):
            assert client.send(**bad).result().result.code == Result.REFUSED
        running.moving.clear()
        running.wait_until_moving()
        assert client.send("STOP_ACTIVITY").result().result.code == Result.OK
        assert running.result().result.code == Result.CANCELED


def test_diagnostics_say_what_it_does(client):
    client.send("GRAB_OBJECT", "banana").result()
    seen, counted = {}, threading.Event()

    def note(message):
        seen.update({row.name: {one.key: one.value for one in row.values} for row in message.status})
        if seen.get("executor: tasks", {}).get("tasks_unknown_object") == "1":
            counted.set()

    spun = Spun(lambda context: Node("reader", context=context))
    spun.node.create_subscription(DiagnosticArray, "/diagnostics", note, 10)
    try:
        assert counted.wait(TIMEOUT_S)
        assert seen["executor: body"]["held"] == "nothing"
    finally:
        spun.stop()


def test_abilities_are_kept_for_late_listeners_and_told_again_when_they_change(client):
    told = queue.Queue()
    client.send("GRAB_OBJECT", "book").result()
    spun = Spun(lambda context: Node("reader", context=context))
    spun.node.create_subscription(Abilities, "do_physical_task/abilities", told.put, ABILITIES_QOS)
    try:
        first = told.get(timeout=TIMEOUT_S)
        client.send("PLACE_OBJECT", "book", destination="table").result()
        last = told.get(timeout=TIMEOUT_S)
    finally:
        spun.stop()
    assert {"GRAB_OBJECT", "OPEN", "PERFORM_MOTION", "STOP_ACTIVITY"} <= set(first.intents) and first.at_once == 1
    assert "wave" in first.motions and "kitchen" in first.places and "cellar" not in first.places
    where = [dict(zip(one.objects, one.whereabouts, strict=True))["book"] for one in (first, last)]
    assert where == ["shelf", "table"]


def run_main(*arguments):
    code = "from creature_executor.node import main; main()"
    command = [sys.executable, "-c", code, "--ros-args", *arguments]
    return subprocess.run(
        command, capture_output=True, text=True, timeout=4 * TIMEOUT_S, env={**os.environ, "ROS_DOMAIN_ID": str(DOMAIN)}
    )


def test_a_bad_world_is_told_in_one_line(tmp_path):
    path = tmp_path / "world.yaml"
    path.write_text("places: [{name: table}]\nobjects: [{name: cup, place: moon}]\n")
    ended = run_main("-p", f"world_file:={path}")
    assert ended.returncode == 2
    assert ended.stderr.startswith("error: world.yaml:2: objects[0].place is 'moon'")
    assert "Traceback" not in ended.stderr
