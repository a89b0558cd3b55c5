"""The body as an action client, whose node may stop being spun at any moment."""

from __future__ import annotations

import contextlib
import time
from uuid import uuid4

import pytest
import rclpy
from node_graph import DOMAIN, TIMEOUT_S, running_graph, wait_for
from rclpy.context import Context
from rclpy.executors import SingleThreadedExecutor

from creature_intent.action_clients import TaskClient
from creature_intent.acts import GRAB_OBJECT, Slots
from creature_intent.tasks.goals import Goal

pytestmark = pytest.mark.ros


class LateCanceler:
    """A listener whose goal has ended before the body takes it: a late acceptance is answered by a cancel."""

    def __init__(self, client, goal_id):
        self._client, self._goal_id = client, goal_id
        self.was_accepted = False

    def accepted(self):
        self.was_accepted = True
        self._client.cancel(self._goal_id)

    def rejected(self):
        raise AssertionError("the body takes everything")

    def feedback(self, phase, progress):
        pass

    def cancel_refused(self):
        pass

    def result(self, outcome, message):
        pass


@contextlib.contextmanager
def spun_by_hand():
    """A node and its executor, which turns only when told."""
    context = Context()
    rclpy.init(context=context, domain_id=DOMAIN)
    node, executor = rclpy.create_node("client", context=context), SingleThreadedExecutor(context=context)
    executor.add_node(node)
    yield node, executor
    node.destroy_node()
    rclpy.shutdown(context=context)


def spin_until(executor, condition):
    end_s = time.monotonic() + TIMEOUT_S
    while not condition():
        assert time.monotonic() < end_s, "waited in vain"
        executor.spin_once(timeout_sec=0.05)


def test_a_goal_that_is_taken_in_the_last_turn_of_its_executor_is_canceled_all_the_same():
    with running_graph() as graph, spun_by_hand() as (node, executor):
        body, client = graph.body(endless=True), TaskClient(node)
        spin_until(executor, client.is_ready)
        goal_id = uuid4().hex
        listener = LateCanceler(client, goal_id)
        client.send(goal_id, Goal(GRAB_OBJECT, Slots("red cup"), "grab the red cup"), listener)
        (call,) = client._calls
        spin_until(executor, call.future.done)
        assert not listener.was_accepted  # The answer is there, and nobody has been told of it yet.
        executor.shutdown()
        client.close([goal_id])
        assert listener.was_accepted
        wait_for(lambda: body.node.cancels, "the cancel")
        wait_for(body.node.idle.is_set, "the body to let go")
