"""The node with a larger judge: a real HTTP endpoint of the test's own in the place of a language model."""

from __future__ import annotations

import json

import pytest
from creature_msgs.msg import TaskIntent
from judge_endpoint import JudgeEndpoint, said
from node_graph import ready, wait_for

pytestmark = pytest.mark.ros

MEANT, TALK = '{"verdict": "act", "reason": "says so"}', '{"verdict": "talk", "reason": "orders a meal"}'
DOUBTED = "I'll take the chicken."
"""A promise, or an order in a restaurant: the small judge does not know."""


def figures(talk):
    return talk.health.get("intent: second opinion", {})


def restarted(graph, endpoint, endless=False, **settings):
    """The graph with a node that asks the endpoint, a body and a voice."""
    graph.intent.close()
    url = endpoint if isinstance(endpoint, str) else endpoint.url
    given = {"second_opinion.url": url, "second_opinion.timeout_s": 3.0, **settings}
    graph.intent = graph.start_intent(**given)
    wait_for(graph.talk.listening, "the intent node")
    body = graph.body(endless=endless)
    return ready(graph), body.node


def test_its_yes_starts_a_doubted_promise(graph):
    with JudgeEndpoint(said(MEANT)) as endpoint:
        talk, body = restarted(graph, endpoint)
        talk.creature(DOUBTED)
        wait_for(lambda: talk.ended, "the end of the task")
        assert [(goal.intent, goal.object) for goal in body.goals] == [("GRAB_OBJECT", "chicken")]
        wait_for(lambda: talk.intents, "the promise")
        (commit,) = talk.intents
        assert (commit.kind, commit.tier) == (TaskIntent.COMMIT, "ACT") and "second opinion: meant" in commit.reason
        wait_for(lambda: figures(talk).get("meant") == "1", "the count on /diagnostics")


def test_its_no_leaves_it(graph, capfd):
    with JudgeEndpoint(said(TALK)) as endpoint:
        talk, body = restarted(graph, endpoint)
        talk.creature(DOUBTED)
        wait_for(lambda: figures(talk).get("talk") == "1", "the count on /diagnostics")
        assert talk.intents == [] and body.goals == [] and talk.tasks == []
        assert f"second opinion on '{DOUBTED}': talk, orders a meal" in capfd.readouterr().err


def test_a_slow_yes_comes_too_late_and_holds_up_nothing(graph):
    with JudgeEndpoint(None) as endpoint:  # hangs
        talk, body = restarted(graph, endpoint, **{"second_opinion.timeout_s": 2.0})
        talk.creature(DOUBTED)
        assert endpoint.asked.wait(10.0)
        talk.user("Stop!")
        wait_for(lambda: talk.intents, "the stop")
        assert graph.intent.node._doubts.busy, "the stop has waited for the endpoint"
        assert (talk.intents[0].kind, talk.intents[0].tier) == (TaskIntent.CANCEL, "ACT")
        wait_for(lambda: figures(talk).get("failed") == "1", "the failure on /diagnostics")
        assert body.goals == []


def test_a_yes_after_a_stop_counts_no_more(graph):
    with JudgeEndpoint(said(MEANT), after_s=0.7) as endpoint:
        talk, body = restarted(graph, endpoint, **{"second_opinion.timeout_s": 20.0})
        talk.creature(DOUBTED)
        assert endpoint.asked.wait(10.0)
        talk.user("Stop!")
        wait_for(lambda: figures(talk).get("meant") == "1", "the count on /diagnostics")
        assert [intent.kind for intent in talk.intents] == [TaskIntent.CANCEL] and body.goals == []


@pytest.mark.parametrize(("verdict", "outcome"), [("stop", "canceled"), ("go on", "")])
def test_a_remark_that_makes_it_needless_ends_it(graph, verdict, outcome):
    with JudgeEndpoint(said(verdict)) as endpoint:
        talk, body = restarted(graph, endpoint, endless=True)
        talk.user("Could you bring me the red cup?")
        talk.creature("Okay, I'll bring you the red cup.")
        wait_for(lambda: body.goals, "the goal")
        talk.user("They have shut the pool.")
        wait_for(lambda: figures(talk).get("meant" if outcome else "talk") == "1", "the count on /diagnostics")
        if outcome:
            wait_for(lambda: talk.ended, "the end of the task")
        assert [task.outcome for task in talk.ended] == [outcome] * bool(outcome)


@pytest.mark.parametrize("answer", ["<html>", json.dumps({"choices": []}), said("perhaps")])
def test_garbage_is_no_opinion_and_is_told_on_diagnostics(graph, answer):
    with JudgeEndpoint(answer) as endpoint:
        talk, body = restarted(graph, endpoint)
        talk.creature(DOUBTED)
        wait_for(lambda: figures(talk).get("failed") == "1", "the failure on /diagnostics")
        assert body.goals == [] and talk.intents == []


def test_a_dead_endpoint_leaves_all_as_it_is_without_one(graph):
    talk, body = restarted(graph, "http://127.0.0.1:9/v1")
    talk.creature(DOUBTED)
    wait_for(lambda: figures(talk).get("failed") == "1", "the failure on /diagnostics")
    talk.user("Could you pick up the red cup?")
    talk.creature("Okay, I'll pick up the red cup.")
    wait_for(lambda: talk.ended, "the end of the task")
    assert [goal.object for goal in body.goals] == ["red cup"]


def test_safety_words_are_not_put_to_it(graph):
    with JudgeEndpoint(said(TALK)) as endpoint:
        talk, _ = restarted(graph, endpoint)
        talk.user("Stop!")
        talk.user("Never mind.")
        wait_for(lambda: len(talk.intents) == 2, "both")
        assert [intent.tier for intent in talk.intents] == ["ACT", "SUGGEST"]
        assert endpoint.bodies == []
