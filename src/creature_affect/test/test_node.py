"""The affect node over real rclpy: real messages in, the expected affects out."""

import os
import queue
import subprocess
import sys
import threading
from pathlib import Path

import pytest
import rclpy
from creature_msgs.msg import Affect, TaskIntent, TaskState, VoiceState
from diagnostic_msgs.msg import DiagnosticArray
from rclpy.context import Context
from rclpy.executors import SingleThreadedExecutor
from rclpy.node import Node
from rclpy.parameter import Parameter
from rclpy.qos import DurabilityPolicy, QoSProfile, ReliabilityPolicy

from creature_affect.node import AffectNode

pytestmark = pytest.mark.ros

DOMAIN = 63
TIMEOUT_S = 15.0 * float(os.environ.get("CREATURE_TEST_TIMEOUT_FACTOR", "1"))
MAP = str(Path(__file__).parents[3] / "config" / "affect.yaml")
LATCHED = DurabilityPolicy.TRANSIENT_LOCAL


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
        self.node.destroy_node()
        rclpy.shutdown(context=self.context)


class World(Node):
    """Everything around the creature's feelings."""

    def __init__(self, context):
        super().__init__("world", context=context)
        frames = QoSProfile(depth=1, reliability=ReliabilityPolicy.BEST_EFFORT)
        self.voice = self.create_publisher(VoiceState, "voice/state", frames)
        self.task = self.create_publisher(TaskState, "task", QoSProfile(depth=10, durability=LATCHED))
        self.intent = self.create_publisher(TaskIntent, "intent", 10)
        self.affects = queue.Queue()
        self.health = queue.Queue()

    def listen(self):
        latched = QoSProfile(depth=1, durability=LATCHED)
        self.create_subscription(Affect, "affect", self.affects.put, latched)
        self.create_subscription(DiagnosticArray, "/diagnostics", self.health.put, 10)

    def until(self, **wanted):
        """The first affect with these fields."""
        while True:
            affect = self.affects.get(timeout=TIMEOUT_S)
            if all(getattr(affect, name) == value for name, value in wanted.items()):
                return affect


@pytest.fixture
def world():
    overrides = [Parameter("map_file", value=MAP)]
    server = Spun(lambda context: AffectNode(context=context, parameter_overrides=overrides))
    spun = Spun(World)
    spun.node.listen()
    yield spun.node
    spun.stop()
    server.stop()


def test_a_late_joiner_learns_how_it_feels(world):
    affect = world.until(state="idle")
    assert (affect.emotion, affect.cause) == ("neutral", "nothing is going on")
    assert affect.stamp.sec > 0


def test_a_task_is_asked_for_done_and_enjoyed(world):
    world.until(state="idle")
    world.intent.publish(TaskIntent(kind=TaskIntent.CORRECT, intent="GRAB_OBJECT", utterance="no, the red cup"))
    world.until(state="interrupted", emotion="embarrassed")
    world.task.publish(TaskState(goal_id="1", intent="GRAB_OBJECT", object="red cup", phase="look"))
    assert world.until(state="working").cause == "you asked me to pick up the red cup"
    world.task.publish(
        TaskState(goal_id="1", intent="GRAB_OBJECT", object="red cup", outcome="ok", message="picked up the red cup")
    )
    affect = world.until(state="task_succeeded", emotion="happy")
    assert affect.cause == "the task succeeded: picked up the red cup"
    rising = [affect.valence]
    while rising[-1] < 0.75:
        rising.append(world.until(state="task_succeeded").valence)
    assert rising == sorted(rising)
    assert len(rising) > 4


def test_an_interruption_and_then_silence(world):
    world.until(state="idle")

    def speak(until, **fields):
        done = threading.Event()

        def frames():
            while not done.wait(0.08):
                world.voice.publish(VoiceState(**fields))

        thread = threading.Thread(target=frames)
        thread.start()
        try:
            return world.until(**until)
        finally:
            done.set()
            thread.join()

    speak({"state": "speaking", "emotion": "happy"}, speaking=True)
    affect = speak({"state": "interrupted"}, user_speaking=True, interruptions=1)
    assert (affect.emotion, affect.cause) == ("surprised", "you interrupted me")
    speak({"state": "listening"}, user_speaking=True, interruptions=1)
    # The voice falls silent by vanishing: nobody is speaking any more.
    world.until(state="idle", emotion="neutral")


def test_diagnostics_say_the_state(world):
    while True:
        for row in world.health.get(timeout=TIMEOUT_S).status:
            if row.name == "affect: state":
                values = {one.key: one.value for one in row.values}
                assert row.message == "idle"
                assert values["cause"] == "nothing is going on"
                return


def test_a_bad_map_is_told_in_one_line(tmp_path):
    path = tmp_path / "affect.yaml"
    path.write_text("states:\n  idle: {emotion: neutral, valence: 7}\ntransitions: []\n")
    command = [sys.executable, "-c", "from creature_affect.node import main; main()"]
    ended = subprocess.run(
        [*command, "--ros-args", "-p", f"map_file:={path}"],
        capture_output=True,
        text=True,
        timeout=4 * TIMEOUT_S,
        env={**os.environ, "ROS_DOMAIN_ID": str(DOMAIN)},
    )
    assert ended.returncode == 2
    assert ended.stderr.startswith("error: affect.yaml:2: states.idle")
    assert "Traceback" not in ended.stderr
