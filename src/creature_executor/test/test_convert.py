"""Messages to and from the core."""

import pytest
from creature_msgs.action import DoPhysicalTask

from creature_executor.convert import result_from, task_from
from creature_executor.errors import TaskError
from creature_executor.task import Ended, Outcome


def test_outcomes_have_the_numbers_of_the_action():
    result = DoPhysicalTask.Result
    assert {one.name: one.value for one in Outcome} == {one.name: getattr(result, one.name) for one in Outcome}


def test_a_goal_becomes_a_task():
    task = task_from(DoPhysicalTask.Goal(intent=" GRAB_OBJECT ", object="red cup ", data='{"force": 3}'))
    assert (task.intent, task.object, task.data) == ("GRAB_OBJECT", "red cup", {"force": 3})


@pytest.mark.parametrize(
    ("goal", "told"),
    [
        ({"intent": " "}, "names no intent"),
        ({"intent": "GRAB_OBJECT", "data": "{"}, "not JSON"),
        ({"intent": "GRAB_OBJECT", "data": "[1]"}, "must be a JSON object"),
        ({"intent": "GRAB_OBJECT", "data": "[" * 100000}, "not JSON"),
    ],
)
def test_a_malformed_goal_is_refused(goal, told):
    with pytest.raises(TaskError, match=told) as error:
        task_from(DoPhysicalTask.Goal(**goal))
    assert error.value.outcome == Outcome.REFUSED


def test_a_result_keeps_code_and_words():
    result = result_from(Ended(Outcome.AMBIGUOUS, "there are several: a, b"))
    assert (result.code, result.message) == (DoPhysicalTask.Result.AMBIGUOUS, "there are several: a, b")
