"""The action `say`: words that other nodes give the creature to say.

Design: a goal begins and ends with the engine's Saying, which is looked at once a frame. No callback waits: rclpy's
way, one callback for the whole of a goal, would hold a thread for as long as a sentence lasts.
Threading: goals come and go in the executor's thread; poll() is called by the loop's worker.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from creature_msgs.action import Say
from rclpy.action.server import ActionServer, CancelResponse, GoalResponse, ServerGoalHandle
from rclpy.node import Node

from creature_voice import convert
from creature_voice.engine import DuplexEngine, Saying, SayOutcome, SayPolicy
from creature_voice.sayings import RefusedSaying, Sayings


class _DeferredServer(ActionServer):
    """An action server whose goals are ended from outside."""

    def notify_execute(self, goal_handle: ServerGoalHandle, execute_callback: Any) -> None:
        """The goal is being executed from here on; there is nothing to call."""

    def finish(self, goal_handle: ServerGoalHandle, end: Callable[[ServerGoalHandle], Say.Result]) -> None:
        """End the goal in the executor's thread, with what `end` returns."""
        super().notify_execute(goal_handle, end)


class SayServer:
    """Takes words and follows them to their end."""

    def __init__(self, node: Node, engine: Callable[[], DuplexEngine | None]) -> None:
        """Args:
        engine: The engine that speaks now; None refuses all words.
        """
        self._node = node
        self._engine = engine
        self._sayings: Sayings[ServerGoalHandle] = Sayings(_tell_spoken, self._end)
        self._server = _DeferredServer(
            node,
            Say,
            "say",
            execute_callback=_nothing_to_execute,
            goal_callback=self._on_goal,
            handle_accepted_callback=self._on_accepted,
            cancel_callback=self._on_cancel,
        )

    def poll(self) -> None:
        """Send feedback and results that are due; called once a frame."""
        self._sayings.poll()

    def cancel_all(self) -> None:
        """The voice stops: what has not been said is canceled."""
        self._sayings.cancel_all()

    def drop_all(self) -> None:
        """The node ends, and nobody can be told any more."""
        self._sayings.drop_all()

    def _on_goal(self, goal: Say.Goal) -> GoalResponse:
        if self._engine() is None:
            why = "the voice is not active"
        elif goal.policy not in tuple(SayPolicy):
            why = f"there is no policy {goal.policy}"
        else:
            return GoalResponse.ACCEPT
        self._node.get_logger().warning(f"refused to say '{goal.text}': {why}", throttle_duration_sec=1.0)
        return GoalResponse.REJECT

    def _on_accepted(self, handle: ServerGoalHandle) -> None:
        handle.execute()
        self._sayings.add(handle, self._give_words(handle.request))

    def _give_words(self, goal: Say.Goal) -> Saying:
        engine = self._engine()
        if engine is None:
            return RefusedSaying("the voice is not active")
        try:
            return engine.say(goal.text, SayPolicy(goal.policy), goal.give_up_if_interrupted)
        except Exception as error:
            # Whatever an engine raises, it must not end the node.
            return RefusedSaying(f"the voice cannot say it: {error}")

    def _on_cancel(self, handle: ServerGoalHandle) -> CancelResponse:
        saying = self._sayings.find(lambda other: other.goal_id == handle.goal_id)
        if saying is not None:
            saying.cancel()
        return CancelResponse.ACCEPT

    def _end(self, handle: ServerGoalHandle, saying: Saying) -> None:
        self._server.finish(handle, lambda goal: _result(goal, saying))


def _nothing_to_execute(handle: ServerGoalHandle) -> Say.Result:
    raise AssertionError("goals of say are ended by _DeferredServer.finish")


def _tell_spoken(handle: ServerGoalHandle, words: str) -> None:
    handle.publish_feedback(Say.Feedback(spoken=words))


def _result(handle: ServerGoalHandle, saying: Saying) -> Say.Result:
    if saying.outcome == SayOutcome.SPOKEN:
        handle.succeed()
    elif handle.is_cancel_requested:
        handle.canceled()
    else:
        handle.abort()
    return convert.say_result(saying)
