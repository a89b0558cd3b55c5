"""How a node starts and ends, seen from outside its process."""

import os
import signal
import subprocess
import sys

import pytest

pytestmark = pytest.mark.ros

TIMEOUT_S = 20.0 * float(os.environ.get("CREATURE_TEST_TIMEOUT_FACTOR", "1"))
PROGRAM = """
import sys, time
from diagnostic_msgs.msg import DiagnosticArray
from rclpy.experimental.events_executor import EventsExecutor
from rclpy.executors import SingleThreadedExecutor
from rclpy.node import Node
from creature_node.config import ConfigError
from creature_node.main import run_node

class Example(Node):
    def __init__(self):
        super().__init__("example")
        {start}
        self.last_words = self.create_publisher(DiagnosticArray, "last_words", 1)
        self.first = self.create_timer(0.05, self.started)

    def started(self):
        self.first.cancel()
        print("started", flush=True)

    def close(self):
        print("closing", flush=True)
        time.sleep(0.5)
        self.last_words.publish(DiagnosticArray())
        print("closed", flush=True)

sys.exit(run_node(Example, {executor}))
"""


def start(body="pass", executor="SingleThreadedExecutor"):
    program = PROGRAM.format(start=body, executor=executor)
    environment = {**os.environ, "ROS_DOMAIN_ID": "87"}
    return subprocess.Popen(
        [sys.executable, "-c", program], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment
    )


@pytest.mark.parametrize("executor", ["SingleThreadedExecutor", "EventsExecutor"])
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_ends_it_it_still_has_its_last_words_and_a_second_one_does_not_break_off_the_closing(executor, number):
    process = start(executor=executor)
    assert process.stdout.readline() == "started\n"
    process.send_signal(number)
    assert process.stdout.readline() == "closing\n"
    process.send_signal(number)
    said, errors = process.communicate(timeout=TIMEOUT_S)
    assert (process.returncode, said, errors) == (0, "closed\n", "")


@pytest.mark.parametrize(
    ("body", "status", "words"),
    [
        ("raise ConfigError(\"parameter 'x' is 7\")", 2, "error: parameter 'x' is 7\n"),
        ("raise OSError('port 80 is in use')", 1, "error: port 80 is in use\n"),
    ],
)
def test_what_cannot_start_says_why_in_one_line(body, status, words):
    process = start(body)
    said, errors = process.communicate(timeout=TIMEOUT_S)
    assert (process.returncode, said, errors) == (status, "", words)
