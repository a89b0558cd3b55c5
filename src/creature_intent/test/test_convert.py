"""Messages to values and back."""

from __future__ import annotations

import pytest
from action_msgs.msg import GoalStatus
from builtin_interfaces.msg import Time
from creature_msgs.action import DoPhysicalTask
from creature_msgs.msg import Abilities as AbilitiesMessage
from creature_msgs.msg import TaskIntent, TextToken

from creature_intent.acts import Act, Kind, Slots
from creature_intent.convert import (
    abilities_from,
    goal_message,
    intent_message,
    outcome_of,
    state_message,
    task_definition,
    token_from,
)
from creature_intent.tasks import goals
from creature_intent.tasks.abilities import Abilities
from creature_intent.tasks.goals import Goal, Progress
from creature_intent.tokens import Speaker, Token
from creature_intent.tool_schema import tool_schema

pytestmark = pytest.mark.ros
RESULT = DoPhysicalTask.Result
SUCCEEDED, ABORTED, CANCELED = (
    GoalStatus.STATUS_SUCCEEDED,
    GoalStatus.STATUS_ABORTED,
    GoalStatus.STATUS_CANCELED,
)


def test_a_token():
    message = TextToken(seq=7, frame=9, speaker=TextToken.USER, piece=" hi", final=True)
    assert token_from(message) == Token(7, 9, Speaker.USER, " hi", True)


def test_an_intent_carries_all_its_roles():
    slots = Slots("red cup", "kitchen", "table", "Anna")
    act = Act(
        Kind.CORRECT,
        "BRING_OBJECT",
        slots,
        confidence=0.75,
        reason="because",
        speaker=Speaker.USER,
        utterance="words",
        first_seq=3,
        last_seq=5,
    )
    message = intent_message(act, Time(sec=4))
    assert (message.kind, message.speaker, message.intent) == (TaskIntent.CORRECT, TextToken.USER, "BRING_OBJECT")
    assert (message.object, message.source, message.destination, message.recipient) == tuple(vars(slots).values())
    assert (message.utterance, message.reason, message.first_seq, message.last_seq) == ("words", "because", 3, 5)
    assert message.confidence == pytest.approx(0.75) and message.stamp.sec == 4


def test_a_goal_and_its_state():
    goal = Goal("PLACE_OBJECT", Slots("cup", "", "shelf"), "put it there")
    message = goal_message(goal)
    assert (message.intent, message.object, message.destination, message.utterance) == (
        "PLACE_OBJECT",
        "cup",
        "shelf",
        "put it there",
    )
    state = state_message(Progress("ab", goal, "done", 1.0, goals.OK, "fine"), Time(sec=1))
    assert (state.goal_id, state.intent, state.object, state.destination) == ("ab", "PLACE_OBJECT", "cup", "shelf")
    assert (state.phase, state.progress, state.outcome, state.message) == ("done", 1.0, "ok", "fine")


@pytest.mark.parametrize(
    ("status", "code", "outcome"),
    [
        (SUCCEEDED, RESULT.OK, goals.OK),
        (ABORTED, RESULT.UNKNOWN_OBJECT, goals.UNKNOWN_OBJECT),
        (ABORTED, RESULT.AMBIGUOUS, goals.AMBIGUOUS),
        (ABORTED, RESULT.UNREACHABLE, goals.UNREACHABLE),
        (ABORTED, RESULT.REFUSED, goals.REFUSED),
        (ABORTED, RESULT.CANCELED, goals.CANCELED),
        (ABORTED, RESULT.FAILED, goals.FAILED),
        (ABORTED, RESULT.OK, goals.FAILED),
        (CANCELED, RESULT.OK, goals.CANCELED),
        (SUCCEEDED, 99, goals.FAILED),
    ],
)
def test_the_outcome_of_status_and_code(status, code, outcome):
    assert outcome_of(status, code) == outcome


def test_abilities():
    message = AbilitiesMessage(
        intents=["OPEN"], at_once=2, motions=["wave"], objects=["cup", "pen"], whereabouts=["table"], places=["table"]
    )
    expected = Abilities(frozenset({"OPEN"}), 2, ("wave",), {"cup": "table", "pen": ""}, ("table",))
    assert abilities_from(message) == expected
    assert abilities_from(AbilitiesMessage()).at_once == 1 and not abilities_from(AbilitiesMessage()).can("OPEN")


def test_the_tool_is_made_from_the_built_action():
    function = tool_schema(task_definition())["function"]
    properties = function["parameters"]["properties"]
    assert list(properties) == list(DoPhysicalTask.Goal.get_fields_and_field_types())
    assert {"GRAB_OBJECT", "SWITCH_OFF", "PERFORM_MOTION", "STOP_ACTIVITY"} <= set(properties["intent"]["enum"])
    assert all(one["description"] for one in properties.values())
    assert "UNREACHABLE: it is known, and cannot be got at" in function["description"]
