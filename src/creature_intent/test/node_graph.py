"""A graph for tests: nodes in contexts of their own, a conversation, and what is waited for."""

from __future__ import annotations

import contextlib
import os
import threading
import time

import rclpy
from creature_msgs.msg import TaskIntent, TaskState, TextToken
from diagnostic_msgs.msg import DiagnosticArray
from node_servers import BodyServer, Voice
from rclpy.context import Context
from rclpy.executors import MultiThreadedExecutor, SingleThreadedExecutor
from rclpy.node import Node
from rclpy.parameter import Parameter

from creature_intent.node import INTENT_QOS, TASK_QOS, TEXT_QOS, IntentNode

DOMAIN = int(os.environ.get("CREATURE_TEST_DOMAIN", "53"))
"""Another one where tests run twice on one machine at the same time."""
TIMEOUT_S = 15.0 * float(os.environ.get("CREATURE_TEST_TIMEOUT_FACTOR", "1"))


class Spinning:
    """A node of its own context, spun in its own thread, that can vanish at any time."""

    def __init__(self, make, executor=SingleThreadedExecutor):
        self.context = Context()
        rclpy.init(context=self.context, domain_id=DOMAIN)
        self.node = make(self.context)
        self.executor = executor(context=self.context)
        self.executor.add_node(self.node)
        self._closing = threading.Event()
        self._thread = threading.Thread(target=self._spin, daemon=True)
        self._thread.start()

    def _spin(self):
        while not self._closing.is_set():
            self.executor.spin_once(timeout_sec=0.05)

    def close(self):
        if self._closing.is_set():
            return
        self._closing.set()
        self._thread.join()
        pool = getattr(self.executor, "_executor", None)
        if pool is not None:  # The threads of a MultiThreadedExecutor outlive its shutdown.
            pool.shutdown(wait=True)
        self.executor.shutdown()
        self.node.close()
        self.node.destroy_node()
        rclpy.shutdown(context=self.context)


class Conversation(Node):
    """Speaks tokens, and hears what comes of them."""

    def __init__(self, context):
        super().__init__("conversation", context=context)
        self._seq = 0
        self.intents: list[TaskIntent] = []
        self.tasks: list[TaskState] = []
        self.health: dict[str, dict[str, str]] = {}
        self._text = self.create_publisher(TextToken, "voice/text", TEXT_QOS)
        self.create_subscription(TaskIntent, "intent", self.intents.append, INTENT_QOS)
        self.create_subscription(TaskState, "task", self.tasks.append, TASK_QOS)
        self.create_subscription(DiagnosticArray, "/diagnostics", self._on_health, 10)

    def close(self):
        """Nothing but topics, which end with the node."""

    def _on_health(self, message):
        for status in message.status:
            self.health[status.name] = {value.key: value.value for value in status.values}

    def listening(self):
        return self._text.get_subscription_count() > 0 and self.count_publishers("task") > 0

    def lose(self, tokens):
        self._seq += tokens

    def says(self, speaker, words, ends=True):
        pieces = [f" {word}" for word in words.split()]
        for index, piece in enumerate(pieces):
            final = ends and index == len(pieces) - 1
            self._text.publish(TextToken(seq=self._seq, frame=self._seq, speaker=speaker, piece=piece, final=final))
            self._seq += 1

    def user(self, words):
        self.says(TextToken.USER, words)

    def creature(self, words):
        self.says(TextToken.AGENT, words)

    @property
    def ended(self):
        return [task for task in self.tasks if task.outcome]


def wait_for(condition, what, patience=1.0):
    end = time.monotonic() + patience * TIMEOUT_S
    while not condition():
        assert time.monotonic() < end, f"waited in vain for {what}"
        time.sleep(0.01)


@contextlib.contextmanager
def running_graph():
    """Starts nodes on demand; the conversation and the node under test are always there."""
    running = []

    def start(make, executor=SingleThreadedExecutor):
        running.append(Spinning(make, executor))
        return running[-1]

    def start_intent(**parameters):
        given = {"server_timeout_s": 1.0, "cancel_timeout_s": 2.0, **parameters}
        overrides = [Parameter(name, value=value) for name, value in given.items()]
        return start(lambda context: IntentNode(context=context, parameter_overrides=overrides))

    start.start_intent = start_intent
    start.talk = start(Conversation).node
    start.body = lambda **behaviour: start(lambda context: BodyServer(context, **behaviour), MultiThreadedExecutor)

    def voice():
        start.has_voice = True
        return start(Voice).node

    start.voice, start.has_voice = voice, False
    start.intent = start_intent()
    wait_for(start.talk.listening, "the intent node")
    wait_for(lambda: start.intent.node._intents.get_subscription_count() > 0, "the listener of intents")
    yield start
    for one in reversed(running):
        if isinstance(one.node, BodyServer):
            one.node.release.set()
            wait_for(one.node.idle.is_set, "the body to end its work")
        one.close()


def ready(graph):
    """The intent node sees the servers that were started, and has talked to the body's."""
    node = graph.intent.node
    wait_for(node._body.is_ready, "the body's server")
    wait_for(node._body.answers, "the body's answer")
    if graph.has_voice:
        wait_for(node._voice._client.server_is_ready, "the voice's server")
    return graph.talk


def ready_voice(graph):
    """The intent node sees the voice; there need be no body."""
    wait_for(graph.intent.node._voice._client.server_is_ready, "the voice's server")
    return graph.talk


def order(talk):
    talk.user("Could you pick up the red cup?")
    talk.creature("Okay, I'll pick up the red cup.")


def assert_each_ends_once(talk, count):
    """So many goals are told of, and each has exactly one outcome, in its last message.

    The last message is waited for: it comes by another topic than what the test has waited for before.
    """
    wait_for(lambda: sum(bool(task.outcome) for task in talk.tasks) >= count, f"the ends of {count} goals")
    goals = {}
    for task in talk.tasks:
        goals.setdefault(task.goal_id, []).append(task.outcome)
    assert len(goals) == count
    assert all(outcomes[-1] and not any(outcomes[:-1]) for outcomes in goals.values()), goals
