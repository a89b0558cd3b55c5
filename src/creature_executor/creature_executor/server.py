"""Serves do_physical_task with any Body.

Design: goals are always accepted, so that a client hears in words why one was refused. A refused goal (no intent, an
    intent the body does not know, data that is no JSON object) leaves the running task alone; every other goal ends it.
    STOP_ACTIVITY only ends it. A task ended by another goal has the result CANCELED and the status ABORTED, since ROS
    keeps the status CANCELED for goals whose client asked for it. What the body can do and knows of stands on
    `<name>/abilities`, kept for late listeners, so that nobody sends what it cannot; it is published again when a task
    has changed it.
Threading: goals and cancels are handled by the node's executor, the body by the runner's thread; the result of a task
    is handed back to the executor. A pending goal costs nothing with rclpy's wait-set executors (single and
    multi-threaded). Do not use its EventsExecutor: with rclpy 7.1.6 it polls a pending goal with a whole core.
Units: seconds.
"""

from __future__ import annotations

import contextlib
from collections import Counter

from creature_msgs.action import DoPhysicalTask
from creature_msgs.msg import Abilities
from rclpy.action import ActionServer, CancelResponse
from rclpy.action.server import ServerGoalHandle
from rclpy.node import Node
from rclpy.qos import DurabilityPolicy, QoSProfile, ReliabilityPolicy
from rclpy.task import Future

from creature_executor.body import Body, Knowing, Knowledge
from creature_executor.convert import abilities_from, feedback_from, result_from, task_from
from creature_executor.errors import TaskError
from creature_executor.runner import Job, TaskRunner
from creature_executor.task import STOP, Ended, Outcome, Progress, Task

CANCELED = "canceled on request"
ABILITIES_QOS = QoSProfile(depth=1, reliability=ReliabilityPolicy.RELIABLE, durability=DurabilityPolicy.TRANSIENT_LOCAL)
AT_ONCE = 1
"""How many goals the runner works on at the same time."""


class PhysicalTaskServer:
    """The action protocol: accept, feedback, cancel, preempt, result."""

    def __init__(self, node: Node, body: Body, name: str = "do_physical_task") -> None:
        """
        Args:
            node: The node that serves.
            body: What does the tasks.
            name: The action's name.
        """
        self._node = node
        self._body = body
        self._known: Knowledge | None = None
        self._jobs: dict[bytes, Job] = {}
        self._closing = False
        self.ended: Counter[str] = Counter()
        self._runner = TaskRunner(body, lambda error: node.get_logger().error(f"the body raised {error!r}"))
        self._runner.start()
        self._server = ActionServer(
            node, DoPhysicalTask, name, execute_callback=self._execute, cancel_callback=self._on_cancel
        )
        self._abilities = node.create_publisher(Abilities, f"{name}/abilities", ABILITIES_QOS)
        self._tell_abilities()

    @property
    def doing(self) -> str:
        """What the body is at, in words; empty if nothing."""
        job = self._runner.running
        return f"{job.task.intent} {job.task.object}".strip() + f": {job.last.phase}" if job is not None else ""

    def close(self) -> None:
        """Stop the running task and the worker, and take the action down; the node's executor has stopped."""
        self._closing = True
        self._runner.close()
        self._node.destroy_publisher(self._abilities)
        self._server.destroy()

    async def _execute(self, handle: ServerGoalHandle) -> DoPhysicalTask.Result:
        try:
            ended = await self._perform(handle, self._checked(handle.request))
        except TaskError as error:
            ended = Ended(error.outcome, error.message)
        self.ended[ended.outcome.name.lower()] += 1
        self._node.get_logger().info(f"{handle.request.intent}: {ended.outcome.name.lower()}, {ended.message}")
        self._tell_abilities()
        _set_status(handle, ended)
        return result_from(ended)

    def _tell_abilities(self) -> None:
        known = self._body.knowledge() if isinstance(self._body, Knowing) else Knowledge()
        if known == self._known:
            return
        self._known = known
        stamp = self._node.get_clock().now().to_msg()
        self._abilities.publish(abilities_from({*self._body.intents, STOP}, AT_ONCE, known, stamp))

    def _checked(self, goal: DoPhysicalTask.Goal) -> Task:
        task = task_from(goal)
        if task.intent not in self._body.intents and task.intent != STOP:
            known = ", ".join(sorted(self._body.intents))
            raise TaskError(Outcome.REFUSED, f"this body cannot do {task.intent}; it can do {known}")
        return task

    async def _perform(self, handle: ServerGoalHandle, task: Task) -> Ended:
        if task.intent == STOP:
            self._runner.stop_all("told to stop")
            return Ended(Outcome.OK, "stopped")
        end: Future = Future()
        job = Job(task, lambda step: self._report(handle, step), lambda ended: self._hand_back(end, ended))
        key = bytes(handle.goal_id.uuid)
        self._jobs[key] = job
        if handle.is_cancel_requested:
            job.stop(CANCELED)
        self._runner.submit(job)
        try:
            return await end
        finally:
            del self._jobs[key]

    def _report(self, handle: ServerGoalHandle, step: Progress) -> None:
        handle.publish_feedback(feedback_from(step))

    def _hand_back(self, end: Future, ended: Ended) -> None:
        # Through the executor: it wakes up, and resumes _execute in a thread of its own.
        executor = self._node.executor
        if executor is not None and not self._closing:
            with contextlib.suppress(AttributeError):  # An executor that was shut down in this very moment.
                executor.create_task(end.set_result, ended)

    def _on_cancel(self, handle: ServerGoalHandle) -> CancelResponse:
        job = self._jobs.get(bytes(handle.goal_id.uuid))
        if job is not None:
            job.stop(CANCELED)
        return CancelResponse.ACCEPT


def _set_status(handle: ServerGoalHandle, ended: Ended) -> None:
    if ended.outcome == Outcome.OK:
        handle.succeed()
    elif ended.outcome == Outcome.CANCELED and handle.is_cancel_requested:
        handle.canceled()
    else:
        handle.abort()
