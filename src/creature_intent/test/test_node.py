"""The node with a real action server: goals, feedback, outcomes, and servers that misbehave."""

from __future__ import annotations

import os
import threading
import time

import pytest
import rclpy
from creature_msgs.action import DoPhysicalTask, Say
from creature_msgs.msg import TaskIntent, TaskState, TextToken
from diagnostic_msgs.msg import DiagnosticArray
from rclpy.action import ActionServer, CancelResponse, GoalResponse
from rclpy.callback_groups import ReentrantCallbackGroup
from rclpy.context import Context
from rclpy.executors import MultiThreadedExecutor, SingleThreadedExecutor
from rclpy.node import Node
from rclpy.parameter import Parameter

from creature_intent.node import INTENT_QOS, TASK_QOS, TEXT_QOS, IntentNode

pytestmark = pytest.mark.ros

DOMAIN = 62
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

    def says(self, speaker, words):
        pieces = [f" {word}" for word in words.split()]
        for index, piece in enumerate(pieces):
            self._text.publish(
                TextToken(seq=self._seq, frame=self._seq, speaker=speaker, piece=piece, final=index == len(pieces) - 1)
            )
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

    def __init__(self, context, code=DoPhysicalTask.Result.OK, message="", accepts=True, cancels=True, endless=False):
        super().__init__("body", context=context)
        self.goals: list[DoPhysicalTask.Goal] = []
        self.working = threading.Event()
        self.release = threading.Event()
        self.idle = threading.Event()
        self.idle.set()
        if not endless:
            self.release.set()
        self._code, self._message = code, message
        self._server = ActionServer(
            self,
            DoPhysicalTask,
            "do_physical_task",
            self._do,
            callback_group=ReentrantCallbackGroup(),
            goal_callback=lambda goal: GoalResponse.ACCEPT if accepts else GoalResponse.REJECT,
            cancel_callback=lambda goal: CancelResponse.ACCEPT if cancels else CancelResponse.REJECT,
        )

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
            if handle.is_cancel_requested:
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


def wait_for(condition, what):
    end = time.monotonic() + TIMEOUT_S
    while not condition():
        assert time.monotonic() < end, f"waited in vain for {what}"
        time.sleep(0.01)


@pytest.fixture
def graph():
    """Starts nodes on demand; the conversation and the node under test are always there."""
    running = []

    def start(make, executor=SingleThreadedExecutor):
        running.append(Spinning(make, executor))
        return running[-1]

    def intent(context):
        overrides = [Parameter("server_timeout_s", value=1.0), Parameter("cancel_timeout_s", value=2.0)]
        return IntentNode(context=context, parameter_overrides=overrides)

    start.talk = start(Conversation).node
    start.body = lambda **behaviour: start(lambda context: BodyServer(context, **behaviour), MultiThreadedExecutor)

    def voice():
        start.has_voice = True
        return start(Voice).node

    start.voice, start.has_voice = voice, False
    start.intent = start(intent)
    wait_for(start.talk.listening, "the intent node")
    wait_for(lambda: start.intent.node._intents.get_subscription_count() > 0, "the listener of intents")
    yield start
    for one in reversed(running):
        if isinstance(one.node, BodyServer):
            one.node.release.set()
            wait_for(one.node.idle.is_set, "the body to end its work")
        one.close()


def ready(graph):
    """The intent node sees the servers that were started."""
    node = graph.intent.node
    wait_for(node._body.is_ready, "the body's server")
    if graph.has_voice:
        wait_for(node._voice._client.server_is_ready, "the voice's server")
    return graph.talk


def order(talk):
    talk.user("Could you pick up the red cup?")
    talk.creature("Okay, I'll pick up the red cup.")


def test_a_request_and_a_promise_become_one_goal_that_succeeds(graph):
    body, voice, talk = graph.body(endless=True), graph.voice(), ready(graph)
    order(talk)
    wait_for(lambda: [task for task in talk.tasks if task.phase == "reach"], "the feedback")
    body.node.release.set()
    wait_for(lambda: voice.said, "the outcome in words")
    assert [(intent.kind, intent.intent, intent.object) for intent in talk.intents] == [
        (TaskIntent.REQUEST, "GRAB_OBJECT", "red cup"),
        (TaskIntent.COMMIT, "GRAB_OBJECT", "red cup"),
    ]
    assert [(goal.intent, goal.object) for goal in body.node.goals] == [("GRAB_OBJECT", "red cup")]
    assert "red cup" in voice.said[0].text or "it" in voice.said[0].text
    assert voice.said[0].policy == Say.Goal.WAIT and not voice.said[0].give_up_if_interrupted
    wait_for(lambda: talk.ended, "the end of the task")
    assert [task.phase for task in talk.tasks] == ["sent", "look", "reach", "done"]
    assert [task.outcome for task in talk.tasks] == ["", "", "", "ok"]
    assert talk.tasks[1].progress == pytest.approx(0.1) and talk.tasks[-1].progress == 1.0
    assert len({task.goal_id for task in talk.tasks}) == 1


def test_a_server_that_rejects_ends_as_refused(graph):
    graph.body(accepts=False)
    voice = graph.voice()
    order(ready(graph))
    wait_for(lambda: graph.talk.ended, "the end of the task")
    wait_for(lambda: voice.said, "an admission")
    assert graph.talk.ended[0].outcome == "refused"


def test_a_failure_is_told_with_its_outcome(graph):
    graph.body(code=DoPhysicalTask.Result.UNKNOWN_OBJECT, message="no red cup")
    voice = graph.voice()
    order(ready(graph))
    wait_for(lambda: voice.said, "an admission")
    wait_for(lambda: graph.talk.ended, "the end of the task")
    assert graph.talk.ended[0].outcome == "unknown_object"
    assert "can't find a red cup" in voice.said[0].text


def test_stop_cancels_the_running_task_without_words(graph):
    body, voice, talk = graph.body(endless=True), graph.voice(), ready(graph)
    order(talk)
    wait_for(body.node.working.is_set, "the task to run")
    talk.user("Stop!")
    wait_for(lambda: talk.ended, "the end of the task")
    assert talk.ended[0].outcome == "canceled"
    assert talk.intents[-1].kind == TaskIntent.CANCEL
    assert "canceling" in [task.phase for task in talk.tasks]
    assert voice.said == []


def test_a_new_task_takes_the_place_of_the_running_one(graph):
    body, talk = graph.body(endless=True), ready(graph)
    order(talk)
    wait_for(body.node.working.is_set, "the task to run")
    talk.user("Bring me the blue mug.")
    talk.creature("Sure, I'll bring you the blue mug.")
    wait_for(lambda: len(body.node.goals) == 2, "the second goal")
    body.node.release.set()
    wait_for(lambda: len(talk.ended) == 2, "the end of both")
    assert [(task.object, task.outcome) for task in talk.ended] == [("red cup", "canceled"), ("blue mug", "ok")]


def test_a_server_that_does_not_cancel_finishes_its_task_and_nothing_hangs(graph):
    body, talk = graph.body(endless=True, cancels=False), ready(graph)
    order(talk)
    wait_for(body.node.working.is_set, "the task to run")
    talk.user("Never mind.")
    wait_for(lambda: any("does not cancel" in task.message for task in talk.tasks), "the refusal to cancel")
    body.node.release.set()
    wait_for(lambda: talk.ended, "the end of the task")
    assert [task.outcome for task in talk.ended] == ["ok"]


def test_without_a_server_the_task_fails_in_words_and_the_next_one_works(graph):
    voice, talk = graph.voice(), graph.talk
    wait_for(graph.intent.node._voice._client.server_is_ready, "the voice's server")
    order(talk)
    wait_for(lambda: talk.ended, "the end of the task")
    wait_for(lambda: voice.said, "an admission")
    assert talk.ended[0].outcome == "failed" and "executor" in talk.ended[0].message
    assert "my body isn't answering" in voice.said[0].text
    graph.body()
    order(ready(graph))
    wait_for(lambda: len(talk.ended) == 2, "the end of the second task")
    assert talk.ended[1].outcome == "ok"


def test_a_server_that_dies_in_mid_task_fails_it(graph):
    body, voice, talk = graph(IdleBody), graph.voice(), ready(graph)
    order(talk)
    wait_for(lambda: body.node.taken, "the goal to be taken")
    body.close()
    wait_for(lambda: talk.ended, "the end of the task")
    wait_for(lambda: voice.said, "an admission")
    assert talk.ended[0].outcome == "failed" and "went away" in talk.ended[0].message


def test_without_a_voice_the_task_is_done_all_the_same(graph):
    graph.body()
    order(ready(graph))
    wait_for(lambda: graph.talk.ended, "the end of the task")
    assert graph.talk.ended[0].outcome == "ok"


@pytest.mark.parametrize(
    ("accepts", "why"), [(True, "this voice cannot be given words"), (False, "it does not take words now")]
)
def test_a_voice_that_does_not_say_it_is_asked_once_and_the_outcome_stands_on_task(graph, capfd, accepts, why):
    graph.body(code=DoPhysicalTask.Result.UNKNOWN_OBJECT, message="no red cup")
    voice, talk = graph(lambda context: SilentVoice(context, accepts)).node, graph.talk
    wait_for(graph.intent.node._voice._client.server_is_ready, "the voice's server")
    order(ready(graph))
    wait_for(lambda: talk.ended, "the end of the task")
    assert (talk.ended[0].outcome, talk.ended[0].message) == ("unknown_object", "no red cup")
    logged = []
    wait_for(lambda: logged.append(capfd.readouterr().err) or why in "".join(logged), "the warning")
    talk.user("Could you put the book on the shelf?")
    talk.creature("Okay, I'll put the book on the shelf.")
    wait_for(lambda: len(talk.ended) == 2, "the end of the next task")
    wait_for(lambda: len(voice.asked) == 2, "its words")
    assert len(set(voice.asked)) == 2


def test_plain_talk_starts_nothing_and_a_gap_is_told(graph):
    body, talk = graph.body(), ready(graph)
    talk.user("I picked up the kids from school today.")
    talk.creature("Oh, how was their day?")
    talk.lose(3)
    talk.creature("pick up the red cup for you right now.")
    wait_for(lambda: talk.health.get("intent: watcher", {}).get("gaps") == "1", "the gap on /diagnostics")
    figures = talk.health["intent: watcher"]
    assert figures["tokens_lost"] == "3" and figures["tokens"] == "22"
    assert figures["intents_request"] == "0" and talk.intents == [] and body.node.goals == []


def test_it_goes_on_listening_while_the_body_works(graph):
    body, talk = graph.body(endless=True), ready(graph)
    order(talk)
    wait_for(body.node.working.is_set, "the task to run")
    talk.user("By the way, what a lovely day.")
    talk.user("Could you put the book on the shelf?")
    wait_for(lambda: len(talk.intents) == 3, "the next request")
    assert talk.ended == [] and talk.intents[-1].destination == "shelf"
    body.node.release.set()
    wait_for(lambda: talk.ended, "the end of the task")
