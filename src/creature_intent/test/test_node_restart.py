"""The node begins, ends and begins again in mid-conversation, and words are lost."""

from __future__ import annotations

import pytest
from creature_msgs.action import DoPhysicalTask
from creature_msgs.msg import TaskIntent, TextToken
from node_graph import assert_each_ends_once, order, ready, wait_for
from rclpy.action import ActionClient
from rclpy.node import Node

pytestmark = pytest.mark.ros


class Somebody(Node):
    """Sends a goal to the body by hand, as `ros2 action send_goal` does, or a node that was killed did."""

    def __init__(self, context):
        super().__init__("somebody", context=context)
        self._client = ActionClient(self, DoPhysicalTask, "do_physical_task")

    def close(self):
        self._client.destroy()

    def sends(self, **goal):
        wait_for(self._client.server_is_ready, "the body's server")
        return self._client.send_goal_async(DoPhysicalTask.Goal(**goal))


def restart(graph):
    """Another watcher takes over."""
    graph.intent.close()
    wait_for(lambda: graph.talk.count_publishers("task") == 0, "the end of the first one")
    graph.intent = graph.start_intent()
    wait_for(graph.talk.listening, "the next one")
    wait_for(lambda: graph.intent.node._intents.get_subscription_count() > 0, "the listener of intents")
    return ready(graph)


def test_a_request_from_before_a_restart_is_not_joined_to_a_promise_from_after(graph):
    body, talk = graph.body(), ready(graph)
    talk.user("Could you pick up the red cup?")
    wait_for(lambda: talk.intents, "the request")
    talk = restart(graph)
    talk.creature("Okay, I'll pick it up.")
    wait_for(lambda: len(talk.intents) == 2, "the promise")
    assert talk.intents[1].tier == "SUGGEST" and "names no object" in talk.intents[1].reason
    assert body.node.goals == [] and talk.tasks == []
    order(talk)
    wait_for(lambda: talk.ended, "the end of the task")
    assert talk.ended[0].outcome == "ok"


def test_a_sentence_that_was_begun_before_a_restart_is_not_acted_on(graph, capfd):
    body, talk = graph.body(), ready(graph)
    talk.says(TextToken.AGENT, "No, I won't", ends=False)
    talk = restart(graph)
    talk.creature("bring you the red cup and the book.")
    order(talk)
    wait_for(lambda: talk.ended, "the end of the task")
    assert [goal.object for goal in body.node.goals] == ["red cup"]
    assert "not acted on, its beginning was not heard" in capfd.readouterr().err


def test_a_task_in_work_ends_with_the_node_and_the_next_one_starts_another(graph):
    body, talk = graph.body(endless=True), ready(graph)
    order(talk)
    wait_for(body.node.working.is_set, "the task to run")
    talk = restart(graph)
    wait_for(lambda: talk.ended, "the end of the task")
    assert talk.ended[0].outcome == "canceled"
    wait_for(body.node.idle.is_set, "the body to let go")
    body.node.release.set()
    order(talk)
    wait_for(lambda: len(talk.ended) == 2, "the end of the next task")
    assert talk.ended[1].outcome == "ok"
    assert_each_ends_once(talk, 2)


def test_stop_reaches_a_task_that_this_node_knows_nothing_of_and_never_mind_does_not(graph):
    body, talk = graph.body(endless=True), ready(graph)
    graph(Somebody).node.sends(intent="GRAB_OBJECT", object="red cup")
    wait_for(body.node.working.is_set, "the task to run")
    wait_for(graph.intent.node._body._cancels.service_is_ready, "the way to cancel")
    talk.user("Never mind.")
    wait_for(lambda: talk.intents, "the softer words")
    assert talk.intents[0].tier == "SUGGEST" and body.node.cancels == []
    talk.user("Stop!")
    wait_for(lambda: body.node.cancels, "the cancel")
    wait_for(body.node.idle.is_set, "the body to let go")
    assert (talk.intents[-1].kind, talk.intents[-1].tier) == (TaskIntent.CANCEL, "ACT") and talk.tasks == []


def test_nothing_is_joined_across_lost_words_and_stop_is_still_believed(graph, capfd):
    body, talk = graph.body(endless=True), ready(graph)
    talk.user("Could you pick up the red cup?")
    wait_for(lambda: talk.intents, "the request")
    talk.lose(2)
    talk.creature("Okay, I'll do that.")
    talk.creature("I'll get it now.")
    order(talk)
    wait_for(body.node.working.is_set, "the task that was asked for after it")
    assert [goal.object for goal in body.node.goals] == ["red cup"]
    told = capfd.readouterr().err
    assert "2 tokens lost" in told and "nothing that spans them is acted on" in told
    talk.lose(4)
    talk.user("Stop!")
    wait_for(lambda: talk.ended, "the end of the task")
    assert talk.ended[0].outcome == "canceled"
    assert_each_ends_once(talk, 1)
