"""Servers for tests: voices that say what they are given or nothing, bodies that behave and that do not."""

from __future__ import annotations

import threading
import time

from creature_msgs.action import DoPhysicalTask, Say
from creature_msgs.msg import Abilities
from rclpy.action import ActionServer, CancelResponse, GoalResponse
from rclpy.callback_groups import ReentrantCallbackGroup
from rclpy.node import Node

from creature_intent.node import ABILITIES_QOS


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
