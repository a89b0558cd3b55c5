"""Nodes in contexts of their own, for tests: a conversation, a voice, bodies that behave and that do not."""

from __future__ import annotations

import contextlib
import os
import threading
import time

import rclpy
from creature_msgs.action import DoPhysicalTask, Say
from creature_msgs.msg import Abilities, TaskIntent, TaskState, TextToken
from diagnostic_msgs.msg import DiagnosticArray
from rclpy.action import ActionServer, CancelResponse, GoalResponse
from rclpy.callback_groups import ReentrantCallbackGroup
from rclpy.context import Context
from rclpy.executors import MultiThreadedExecutor, SingleThreadedExecutor
from rclpy.node import Node
from rclpy.parameter import Parameter

from creature_intent.node import ABILITIES_QOS, INTENT_QOS, TASK_QOS, TEXT_QOS, IntentNode

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


class Voice(Node):
    """A say server that keeps what it is given."""

    def __init__(self, context):
        super().__init__("voice", context=context)
        self.said: list[Say.Goal] = []
        self._server = ActionServer(self, Say, "say", self._say)

    def close(self):
        self._server.destroy()

    def _say(self, handle):
        self.said.append(handle.request)
        handle.succeed()
        return Say.Result(code=Say.Result.SPOKEN, spoken=handle.request.text)


class SilentVoice(Node):
    """A say server that says nothing: it rejects goals, or takes them and refuses the words."""

    def __init__(self, context, accepts):
        super().__init__("voice", context=context)
        self.asked: list[str] = []
        self._accepts = accepts
        self._server = ActionServer(self, Say, "say", self._refuse, goal_callback=self._on_goal)

    def close(self):
        self._server.destroy()

    def _on_goal(self, goal):
        self.asked.append(goal.text)
        return GoalResponse.ACCEPT if self._accepts else GoalResponse.REJECT

    def _refuse(self, handle):
        handle.abort()
        return Say.Result(code=Say.Result.REFUSED, message="this voice cannot be given words")


class BodyServer(Node):
    """A do_physical_task server whose behaviour a test chooses."""

    def __init__(
        self,
        context,
        code=DoPhysicalTask.Result.OK,
        message="",
        accepts=True,
        cancels=True,
        endless=False,
        obeys=True,
        accepts_after_s=0.0,
        abilities=None,
        one_at_a_time=False,
    ):
        super().__init__("body", context=context)
        self.goals: list[DoPhysicalTask.Goal] = []
        self.cancels: list[object] = []
        self.working = threading.Event()
        self.release = threading.Event()
        self.idle = threading.Event()
        self.idle.set()
        if not endless:
            self.release.set()
        self._code, self._message = code, message
        self._accepts, self._cancels, self._obeys = accepts, cancels, obeys
        self._accepts_after_s = accepts_after_s
        self._one_at_a_time = one_at_a_time
        self._server = ActionServer(
            self,
            DoPhysicalTask,
            "do_physical_task",
            self._do,
            callback_group=ReentrantCallbackGroup(),
            goal_callback=self._on_goal,
            cancel_callback=self._on_cancel,
        )
        if abilities is not None:
            self._abilities = self.create_publisher(Abilities, "do_physical_task/abilities", ABILITIES_QOS)
            self._abilities.publish(abilities)

    def _on_goal(self, goal):
        time.sleep(self._accepts_after_s)
        is_busy = self._one_at_a_time and not self.idle.is_set()
        return GoalResponse.ACCEPT if self._accepts and not is_busy else GoalResponse.REJECT

    def _on_cancel(self, handle):
        self.cancels.append(handle)
        return CancelResponse.ACCEPT if self._cancels else CancelResponse.REJECT

    def close(self):
        self._server.destroy()

    def _do(self, handle):
        self.idle.clear()
        try:
            return self._work(handle)
        finally:
            self.idle.set()

    def _work(self, handle):
        self.goals.append(handle.request)
        for phase, progress in (("look", 0.1), ("reach", 0.5)):
            handle.publish_feedback(DoPhysicalTask.Feedback(phase=phase, progress=progress))
        self.working.set()
        while not self.release.wait(0.01):
            if handle.is_cancel_requested and self._obeys:
                handle.canceled()
                return DoPhysicalTask.Result(code=DoPhysicalTask.Result.CANCELED, message="stopped")
        if self._code == DoPhysicalTask.Result.OK:
            handle.succeed()
        else:
            handle.abort()
        return DoPhysicalTask.Result(code=self._code, message=self._message)


class IdleBody(Node):
    """A do_physical_task server that takes goals and never begins them."""

    def __init__(self, context):
        super().__init__("body", context=context)
        self.taken = []
        self._server = ActionServer(
            self, DoPhysicalTask, "do_physical_task", self._never, handle_accepted_callback=self.taken.append
        )

    def _never(self, handle):
        raise AssertionError("a goal was begun that should only be taken")

    def close(self):
        self._server.destroy()


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
    """So many goals were told of, and each has exactly one outcome, in its last message."""
    goals = {}
    for task in talk.tasks:
        goals.setdefault(task.goal_id, []).append(task.outcome)
    assert len(goals) == count
    assert all(outcomes[-1] and not any(outcomes[:-1]) for outcomes in goals.values()), goals
