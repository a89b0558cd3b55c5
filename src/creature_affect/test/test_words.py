"""Words for why."""

import pytest

from creature_affect.events import TaskNews
from creature_affect.words import fill, task_words


@pytest.mark.parametrize(
    ("task", "words"),
    [
        (TaskNews("", "GRAB_OBJECT", "the red cup"), "pick up the red cup"),
        (TaskNews("", "MOVE_TO", destination="kitchen"), "go to the kitchen"),
        (TaskNews("", "MOVE_TO", destination="user"), "come to you"),
        (TaskNews("", "MOVE_TO", destination="there"), "go there"),
        (TaskNews("", "PLACE_OBJECT", "cup", "the shelf"), "take the cup to the shelf"),
        (TaskNews("", "PLACE_OBJECT", "cup", "there"), "put the cup in its place"),
        (TaskNews("", "GUIDE", "", "door"), "show the way to the door"),
        (TaskNews("", "SWITCH_ON", "lamp"), "switch on lamp"),
        (TaskNews("", "GRAB_OBJECT"), "grab object"),
        (TaskNews(""), "do a task"),
    ],
)
def test_a_task_in_words(task, words):
    assert task_words(task) == words


def test_a_field_that_is_missing_leaves_nothing_dangling():
    assert fill("the task failed: {message}", {}) == "the task failed"
    assert fill("the task failed: {message}", {"message": "it {slipped}"}) == "the task failed: it {slipped}"
