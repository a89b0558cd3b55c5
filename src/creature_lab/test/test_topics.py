"""Names of topics, and how to listen."""

import pytest

from creature_lab.topics import Listening, find, listening, not_there, refusal, table, visible, waiting

TOPICS = {"/creature/affect": "creature_msgs/msg/Affect", "/diagnostics": "diagnostic_msgs/msg/DiagnosticArray"}


def test_relative_names_are_sought_under_the_namespace_first():
    assert find("affect", "/creature", TOPICS) == "/creature/affect"
    assert find("diagnostics", "/creature/", TOPICS) == "/diagnostics"
    assert find("/affect", "/creature", TOPICS) is None
    assert find("/creature/affect", "/other", TOPICS) == "/creature/affect"


def test_inner_topics_of_actions_are_not_shown():
    graph = [("/b", ["x/msg/B"]), ("/a/_action/status", ["x/msg/S"]), ("/a", ["x/msg/A", "x/msg/Other"])]
    assert visible(graph) == {"/a": "x/msg/A", "/b": "x/msg/B"}


def test_no_more_is_asked_for_than_every_publisher_offers():
    best = Listening(reliable=True, latched=True)
    assert listening([best, best]) == best
    assert listening([best, Listening(reliable=False, latched=False)]) == Listening(reliable=False, latched=False)
    assert listening([best, Listening(reliable=True, latched=False)]) == Listening(reliable=True, latched=False)


def test_what_is_not_there_is_told_with_what_is_near():
    assert "did you mean 'affect'?" in not_there("afect", "/creature", TOPICS)
    assert "creature up" in not_there("affect", "/other", TOPICS)


def test_the_table_is_aligned():
    assert table(TOPICS).splitlines() == [
        "/creature/affect  creature_msgs/msg/Affect",
        "/diagnostics      diagnostic_msgs/msg/DiagnosticArray",
    ]


def test_names_that_cannot_be_are_refused_at_once_with_those_there_are():
    refused = refusal("nonsense", "/creature")
    assert "no topic 'nonsense'" in refused and "affect, intent, task, voice/text" in refused
    assert "did you mean 'affect'?" in refusal("afect", "/creature")


@pytest.mark.parametrize("name", ["affect", "diagnostics", "/creature/task", "/anybodys/topic", "rosout"])
def test_names_that_may_be_are_not_refused(name):
    assert refusal(name, "/creature") == ""


def test_what_is_waited_for_is_said_with_when_it_comes():
    assert waiting("/creature/task", "/creature") == (
        "waiting for messages on /creature/task, which come when a task begins, goes on or ends ..."
    )
    assert waiting("/tf", "/creature") == "waiting for messages on /tf ..."
    assert "once a second" in waiting("/diagnostics", "/creature")
