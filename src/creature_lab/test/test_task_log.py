"""Tasks from goal to outcome."""

from creature_lab.events import TaskEvent
from creature_lab.task_log import TaskLog


def event(goal_id, phase, outcome="", at_s=0.0, progress=0.0, message=""):
    return TaskEvent(at_s, goal_id, "GRAB_OBJECT", "red cup", "", phase, progress, outcome, message)


def test_phases_in_order_without_repeats():
    log = TaskLog()
    for phase, progress in (("sent", 0.0), ("look", 0.1), ("look", 0.2), ("reach", 0.5)):
        assert log.add(event("a", phase, progress=progress))
    (task,) = log.running
    assert task.phases == ["sent", "look", "reach"] and task.progress == 0.5 and task.end_s is None


def test_an_outcome_ends_it_for_good():
    log = TaskLog()
    log.add(event("a", "sent", at_s=1.0))
    log.add(event("a", "done", "ok", at_s=4.0, message="Got it."))
    assert not log.add(event("a", "reach", at_s=5.0))
    (task,) = log.tasks
    assert (task.outcome, task.message, task.start_s, task.end_s) == ("ok", "Got it.", 1.0, 4.0)
    assert log.running == []


def test_what_had_ended_before_is_history_and_what_runs_is_not():
    log = TaskLog()
    log.add(event("old", "done", "ok"))
    log.add(event("running", "look"))
    assert [task.goal_id for task in log.begin()] == ["running"]
    assert not log.add(event("old", "done", "ok"))
    log.add(event("running", "done", "canceled"))
    assert [(task.goal_id, task.outcome) for task in log.tasks] == [("running", "canceled")]
