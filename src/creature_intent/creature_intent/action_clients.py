"""The body and the voice as action clients of rclpy; nothing here waits or decides."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid4

from action_msgs.msg import GoalStatus
from action_msgs.srv import CancelGoal
from creature_msgs.action import DoPhysicalTask, Say
from rclpy.action.client import ActionClient
from rclpy.executors import SingleThreadedExecutor
from rclpy.node import Node
from rclpy.task import Future
from unique_identifier_msgs import msg as identifier

from creature_intent.convert import goal_message, outcome_of
from creature_intent.tasks.goals import FAILED, Goal
from creature_intent.tasks.handshake import Handshake
from creature_intent.tasks.ports import Listener

ACTION = "do_physical_task"
LOG_PERIOD_S = 10.0
_OVER = (CancelGoal.Response.ERROR_UNKNOWN_GOAL_ID, CancelGoal.Response.ERROR_GOAL_TERMINATED)
FAREWELL_S = 2.0
"""How long a server is given, at the end, to hear what it shall not go on with."""


_GLANCE_S = 0.1


@dataclass(eq=False)
class _Call:
    """What is to be called, once, when something is done."""

    future: Future
    callback: Callable[[Future], None]


class TaskClient:
    """The Body (see creature_intent.tasks.ports) behind the action do_physical_task."""

    def __init__(self, node: Node) -> None:
        self._node = node
        self._client = ActionClient(node, DoPhysicalTask, ACTION)
        self._cancels = node.create_client(CancelGoal, f"{ACTION}/_action/cancel_goal")
        self._handshake = Handshake(self._ask, time.monotonic)
        self._question: Future | None = None
        self._status = node.resolve_topic_name(f"{ACTION}/_action/status")
        self._accepted: dict[str, Any] = {}
        self._listeners: dict[str, Listener] = {}
        self._cancels_heard: set[str] = set()
        self._calls: list[_Call] = []

    def is_ready(self) -> bool:
        """A server is in the graph."""
        return bool(self._client.server_is_ready())

    def answers(self) -> bool:
        """The servers in the graph have shown that they do; they are asked if not."""
        return self._handshake.is_done(self.server())

    def server(self) -> frozenset[bytes]:
        """The endpoints of the servers in the graph."""
        return frozenset(bytes(info.endpoint_gid) for info in self._node.get_publishers_info_by_topic(self._status))

    def send(self, goal_id: str, goal: Goal, listener: Listener) -> None:
        """Send a goal; the listener hears what becomes of it."""
        self._listeners[goal_id] = listener
        future = self._client.send_goal_async(
            goal_message(goal),
            feedback_callback=lambda message: listener.feedback(message.feedback.phase, message.feedback.progress),
            goal_uuid=identifier.UUID(uuid=list(UUID(goal_id).bytes)),
        )
        self._when_done(future, lambda done: self._answered(goal_id, done))

    def cancel(self, goal_id: str) -> None:
        """Ask the server to cancel; a goal that has ended meanwhile is left alone."""
        handle = self._accepted.get(goal_id)
        if handle is not None:
            self._when_done(handle.cancel_goal_async(), lambda done: self._cancel_answered(goal_id, done))

    def cancel_all(self) -> None:
        """Ask the server to cancel whatever it does: a request without a goal and a time means all."""
        if self._cancels.service_is_ready():
            self._cancels.call_async(CancelGoal.Request())

    def close(self, canceled: Iterable[str]) -> None:
        """Leave the graph, as soon as the server has heard that these goals are canceled; their node spins no more."""
        self._wait_until_heard(canceled)
        self._client.destroy()
        self._node.destroy_client(self._cancels)

    def _wait_until_heard(self, canceled: Iterable[str]) -> None:
        # What was sent a moment before its sender is gone may never arrive; and a goal that is not yet taken can only
        # be canceled when it is.
        executor = SingleThreadedExecutor(context=self._node.context)
        executor.add_node(self._node)
        end_s = time.monotonic() + FAREWELL_S
        unheard = set(canceled)
        while unheard and self.is_ready() and time.monotonic() < end_s:
            self._catch_up()
            executor.spin_once(timeout_sec=max(0.0, min(_GLANCE_S, end_s - time.monotonic())))
            unheard &= self._listeners.keys() - self._cancels_heard
        executor.shutdown()
        if unheard and self.is_ready():
            self._node.get_logger().warning("the body did not say that it stops: it may still be at work")

    def _when_done(self, future: Future, callback: Callable[[Future], None]) -> None:
        call = _Call(future, callback)
        self._calls.append(call)
        future.add_done_callback(lambda done: self._run(call))

    def _run(self, call: _Call) -> None:
        if call in self._calls:
            self._calls.remove(call)
            call.callback(call.future)

    def _catch_up(self) -> None:
        # rclpy hands a callback to the executor that took the answer: if that one has stopped since, nobody calls it.
        for call in [one for one in self._calls if one.future.done()]:
            self._run(call)

    def _ask(self, answered: Callable[[], None]) -> bool:
        """Have a goal canceled that never was."""
        if not self._cancels.service_is_ready():
            return False
        if self._question is not None:
            self._cancels.remove_pending_request(self._question)
        request = CancelGoal.Request()
        request.goal_info.goal_id.uuid = list(uuid4().bytes)
        self._question = self._cancels.call_async(request)
        self._question.add_done_callback(lambda done: answered())
        return True

    def _answered(self, goal_id: str, done: Future) -> None:
        listener, handle = self._listeners[goal_id], done.result()
        if handle is None or not handle.accepted:
            del self._listeners[goal_id]
            listener.rejected()
            return
        self._accepted[goal_id] = handle
        self._when_done(handle.get_result_async(), lambda result: self._ended(goal_id, result))
        listener.accepted()

    def _cancel_answered(self, goal_id: str, done: Future) -> None:
        if done.result().goals_canceling or done.result().return_code in _OVER:
            self._cancels_heard.add(goal_id)
        # An empty list says that the server does not cancel this goal, or that it has ended already: then its result
        # is on the way, and the listener ignores what comes after it.
        listener = self._listeners.get(goal_id)
        if listener is not None and not done.result().goals_canceling:
            listener.cancel_refused()

    def _ended(self, goal_id: str, done: Future) -> None:
        self._accepted.pop(goal_id, None)
        self._cancels_heard.discard(goal_id)
        listener, answer = self._listeners.pop(goal_id), done.result()
        if answer is None or answer.status == GoalStatus.STATUS_UNKNOWN:
            listener.result(FAILED, "the body does not know this task any more")
            return
        listener.result(outcome_of(answer.status, answer.result.code), answer.result.message)


class VoiceClient:
    """Hands words to the voice by the action say.

    Once, and never again: words that a voice cannot say now (it is muted, or cannot be given words at all) would be
    stale later, and what they tell stands on `task` in any case.
    """

    def __init__(self, node: Node, on_end: Callable[[str, bool], None]) -> None:
        """on_end is told of the words once they were spoken, or will not be."""
        self._node = node
        self._on_end = on_end
        self._client = ActionClient(node, Say, "say")

    def say(self, words: str) -> None:
        """Have it said when both are silent. Where no voice listens, a warning is all that happens."""
        if not self._client.server_is_ready():
            self._node.get_logger().warning(
                f"no voice to say '{words}' (action 'say' has no server)", throttle_duration_sec=LOG_PERIOD_S
            )
            self._on_end(words, False)
            return
        goal = Say.Goal(text=words, policy=Say.Goal.WAIT, give_up_if_interrupted=False)
        self._client.send_goal_async(goal).add_done_callback(lambda done: self._answered(words, done))

    def close(self) -> None:
        """Leave the graph."""
        self._client.destroy()

    def _answered(self, words: str, done: Future) -> None:
        handle = done.result()
        if handle is None or not handle.accepted:
            self._unsaid(words, "it does not take words now")
        else:
            handle.get_result_async().add_done_callback(lambda result: self._ended(words, result))

    def _ended(self, words: str, done: Future) -> None:
        answer = done.result()
        if answer is not None and answer.result.code == Say.Result.REFUSED:
            self._unsaid(words, answer.result.message)
            return
        # Who talks over a question may be answering it.
        codes = (Say.Result.SPOKEN, Say.Result.INTERRUPTED)
        self._on_end(words, answer is not None and answer.result.code in codes and bool(answer.result.spoken))

    def _unsaid(self, words: str, why: str) -> None:
        self._node.get_logger().warning(
            f"the voice did not say '{words}' ({why}); how the task ended stands on 'task'",
            throttle_duration_sec=LOG_PERIOD_S,
        )
        self._on_end(words, False)
