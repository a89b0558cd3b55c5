"""The node with action servers that are slow, ignore it, die and come back: each goal ends in exactly one outcome."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
from pathlib import Path

import pytest
from creature_msgs.msg import Abilities
from node_graph import DOMAIN, assert_each_ends_once, order, ready, wait_for
from node_servers import IdleBody

pytestmark = pytest.mark.ros

SERVER = Path(__file__).parent / "body_process.py"


@contextlib.contextmanager
def body_process(behaviour):
    """A server that can be killed."""
    environment = {**os.environ, "ROS_DOMAIN_ID": str(DOMAIN)}
    process = subprocess.Popen(
        [sys.executable, str(SERVER), behaviour], env=environment, stdout=subprocess.PIPE, text=True
    )
    try:
        assert process.stdout.readline() == "serving\n"
        yield process
    finally:
        process.kill()
        process.communicate()


def more(talk):
    talk.user("Could you bring me the book?")
    talk.creature("Sure, I'll bring you the book.")


def test_a_body_that_accepts_too_late_is_told_to_cancel(graph):
    body, voice, talk = graph.body(accepts_after_s=4.0, endless=True), graph.voice(), ready(graph)
    order(talk)
    wait_for(lambda: talk.ended, "the end of the task")
    assert talk.ended[0].outcome == "failed" and "did not answer" in talk.ended[0].message
    wait_for(lambda: body.node.cancels, "the cancel of what was accepted too late")
    wait_for(body.node.idle.is_set, "the body to let go")
    assert_each_ends_once(talk, 1)
    assert len(voice.said) == 1


def test_a_body_that_ignores_cancel_is_given_up_and_the_node_goes_on(graph):
    body, voice, talk = graph.body(endless=True, obeys=False), graph.voice(), ready(graph)
    order(talk)
    wait_for(body.node.working.is_set, "the task to run")
    talk.user("Stop!")
    wait_for(lambda: talk.ended, "the end of the task")
    assert talk.ended[0].outcome == "failed" and "did not stop" in talk.ended[0].message
    wait_for(lambda: voice.said, "an admission")
    body.node.release.set()
    wait_for(body.node.idle.is_set, "the end of what it went on with")
    more(talk)
    wait_for(lambda: len(talk.ended) == 2, "the end of the next task")
    assert talk.ended[1].outcome == "ok"
    assert_each_ends_once(talk, 2)


def test_a_task_that_takes_too_long_is_canceled_and_has_failed(graph):
    graph.intent.close()
    graph.intent = graph.start_intent(goal_timeout_s=1.0)
    wait_for(graph.talk.listening, "the intent node")
    body, voice, talk = graph.body(endless=True), graph.voice(), ready(graph)
    order(talk)
    wait_for(lambda: talk.ended, "the end of the task")
    assert talk.ended[0].outcome == "failed" and "too long" in talk.ended[0].message
    assert body.node.cancels
    wait_for(lambda: voice.said, "an admission")
    assert_each_ends_once(talk, 1)


def test_a_body_that_rejects_while_it_is_busy_is_asked_again(graph):
    at_once = Abilities(intents=["GRAB_OBJECT", "BRING_OBJECT"], at_once=2)
    body = graph.body(endless=True, abilities=at_once, one_at_a_time=True)
    talk = ready(graph)
    wait_for(lambda: graph.intent.node._abilities().at_once == 2, "the abilities")
    order(talk)
    wait_for(body.node.working.is_set, "the first task to run")
    more(talk)
    wait_for(lambda: any("takes no more at once" in task.message for task in talk.tasks), "the rejection")
    body.node.release.set()
    wait_for(lambda: len(talk.ended) == 2, "the end of both")
    assert [task.outcome for task in talk.ended] == ["ok", "ok"]
    assert_each_ends_once(talk, 2)


def test_a_body_that_goes_and_comes_back_gets_the_next_task(graph):
    first, talk = graph(IdleBody), ready(graph)
    order(talk)
    wait_for(lambda: first.node.taken, "the goal to be taken")
    more(talk)
    first.close()
    wait_for(lambda: len(talk.ended) == 2, "the end of both")
    assert [task.outcome for task in talk.ended] == ["failed", "failed"]
    graph.body()
    more(ready(graph))
    wait_for(lambda: len(talk.ended) == 3, "the end of the next task")
    assert talk.ended[2].outcome == "ok"
    assert_each_ends_once(talk, 3)


def test_a_body_that_is_killed_and_restarted_in_mid_task_fails_it_once(graph):
    talk = graph.talk
    with body_process("NEVER") as doomed:
        order(ready(graph))
        wait_for(lambda: any(task.phase == "look" for task in talk.tasks), "the task to run")
        doomed.kill()
        with body_process("AT_ONCE"):
            # The middleware believes in the dead one until its lease ends, 20 s as shipped.
            wait_for(lambda: talk.ended, "the end of the task", patience=3.0)
            assert talk.ended[0].outcome == "failed" and "went away" in talk.ended[0].message
            more(talk)
            wait_for(lambda: len(talk.ended) == 2, "the end of the next task")
            assert talk.ended[1].outcome == "ok"
    assert_each_ends_once(talk, 2)


def test_stop_ends_the_task_of_a_body_that_was_killed_within_the_time_for_a_cancel(graph):
    talk = graph.talk
    with body_process("NEVER") as doomed:
        order(ready(graph))
        wait_for(lambda: any(task.phase == "look" for task in talk.tasks), "the task to run")
        doomed.kill()
        talk.user("Stop!")
        wait_for(lambda: talk.ended, "the end of the task")
    assert talk.ended[0].outcome == "failed" and "did not stop" in talk.ended[0].message
    assert_each_ends_once(talk, 1)


def test_tasks_of_one_breath_run_in_order_and_stop_ends_all(graph):
    body, talk = graph.body(endless=True), ready(graph)
    talk.user("Pick up the red ball, then go to the kitchen.")
    talk.creature("Okay, I'll pick up the red ball and then go to the kitchen.")
    wait_for(body.node.working.is_set, "the first task")
    wait_for(lambda: any(task.phase == "queued" for task in talk.tasks), "the second in the queue")
    talk.user("Stop!")
    wait_for(lambda: len(talk.ended) == 2, "the end of both")
    assert [task.outcome for task in talk.ended] == ["canceled", "canceled"]
    assert [goal.intent for goal in body.node.goals] == ["GRAB_OBJECT"]
    assert_each_ends_once(talk, 2)


def test_a_body_that_takes_two_at_once_gets_two(graph):
    body = graph.body(endless=True, abilities=Abilities(intents=["GRAB_OBJECT", "BRING_OBJECT"], at_once=2))
    talk = ready(graph)
    wait_for(lambda: graph.intent.node._abilities().at_once == 2, "the abilities")
    order(talk)
    more(talk)
    wait_for(lambda: len(body.node.goals) == 2, "both tasks to run")
    body.node.release.set()
    wait_for(lambda: len(talk.ended) == 2, "the end of both")
    assert_each_ends_once(talk, 2)


def test_what_the_body_cannot_do_is_said_and_not_sent(graph):
    body, voice = graph.body(abilities=Abilities(intents=["MOVE_TO"])), graph.voice()
    talk = ready(graph)
    wait_for(lambda: not graph.intent.node._abilities().can("GRAB_OBJECT"), "the abilities")
    order(talk)
    wait_for(lambda: voice.said, "the admission")
    assert voice.said[0].text == "I'm sorry, I can't pick things up."
    wait_for(lambda: talk.ended, "the end of the task")
    assert talk.ended[0].outcome == "refused" and body.node.goals == []
    assert_each_ends_once(talk, 1)


def test_what_a_body_declared_goes_with_it(graph):
    body = graph.body(abilities=Abilities(intents=["MOVE_TO"]))
    ready(graph)
    wait_for(lambda: not graph.intent.node._abilities().can("GRAB_OBJECT"), "the abilities")
    body.close()
    wait_for(lambda: graph.intent.node._abilities().can("GRAB_OBJECT"), "the abilities to be forgotten")


def test_clearing_the_table_is_thought_about_and_done_step_by_step(graph):
    abilities = Abilities(
        intents=["PLACE_OBJECT"],
        objects=["red cup", "pen", "book"],
        whereabouts=["table", "table", "shelf"],
        places=["table", "shelf", "kitchen"],
    )
    body, voice = graph.body(abilities=abilities), graph.voice()
    talk = ready(graph)
    wait_for(lambda: graph.intent.node._abilities().places, "the abilities")
    talk.user("Could you clear the table, please?")
    talk.creature("Sure, I'll clear the table.")
    wait_for(lambda: len(voice.said) == 2, "the plan and its end in words")
    assert [goal.text for goal in voice.said] == [
        "I'll take the red cup and the pen to the kitchen.",
        "The table is clear now.",
    ]
    assert [(goal.object, goal.destination) for goal in body.node.goals] == [("red cup", "kitchen"), ("pen", "kitchen")]
    assert_each_ends_once(talk, 2)


def test_a_node_that_ends_leaves_no_task_open(graph):
    body, talk = graph.body(endless=True), ready(graph)
    order(talk)
    wait_for(body.node.working.is_set, "the task to run")
    graph.intent.close()
    wait_for(lambda: talk.ended, "the end of the task")
    assert talk.ended[0].outcome == "canceled" and "the dispatcher ends" in talk.ended[0].message
    wait_for(lambda: body.node.cancels, "the cancel")


def test_a_goal_that_is_not_yet_taken_as_the_node_ends_is_canceled_when_it_is(graph):
    body, talk = graph.body(endless=True, accepts_after_s=0.3), ready(graph)
    order(talk)
    wait_for(lambda: any(task.phase == "sent" for task in talk.tasks), "the goal to be sent")
    assert not body.node.working.is_set()
    graph.intent.close()
    wait_for(lambda: talk.ended, "the end of the task")
    wait_for(lambda: body.node.cancels, "the cancel")
    wait_for(body.node.idle.is_set, "the body to stop")


def test_a_node_does_not_end_without_end_for_a_body_that_says_nothing(graph):
    body, talk = graph.body(endless=True, accepts_after_s=3.0), ready(graph)
    order(talk)
    wait_for(lambda: any(task.phase == "sent" for task in talk.tasks), "the goal to be sent")
    graph.intent.close()
    wait_for(lambda: talk.ended, "the end of the task")
    assert talk.ended[0].outcome == "canceled"
    assert not body.node.working.is_set()
    wait_for(body.node.working.is_set, "the body to begin all the same")


def test_a_body_that_does_not_cancel_is_told_of_as_the_node_ends(graph, capfd):
    body, talk = graph.body(endless=True, cancels=False), ready(graph)
    order(talk)
    wait_for(body.node.working.is_set, "the task to run")
    graph.intent.close()
    wait_for(lambda: talk.ended, "the end of the task")
    assert "it may still be at work" in capfd.readouterr().err
