"""The voice's figures as differences over a conversation."""

from creature_lab.events import Status
from creature_lab.figures import FigureLog

LOOP, ENGINE = "voice: loop", "voice: engine"


def log_of(*statuses):
    log = FigureLog()
    for name, values in statuses:
        if name == "begin":
            log.begin()
        else:
            log.add(Status(0.0, name, values))
    return log


def test_counters_are_differences_and_times_are_the_last():
    log = log_of(
        (LOOP, {"frames_total": "100", "frames_late": "3", "step_ms_median": "9"}),
        ("begin", {}),
        (LOOP, {"frames_total": "160", "frames_late": "4", "step_ms_median": "0.120", "step_ms_p99": "2.5"}),
    )
    frames = log.frames()
    assert (frames["total"], frames["late"], frames["dropped"]) == (60, 1, None)
    assert frames["step_ms"] == {"median": 0.12, "p99": 2.5} and frames["path_ms"] == {"median": None, "p99": None}


def test_a_voice_activated_anew_counts_from_zero():
    log = log_of((LOOP, {"frames_total": "100"}), ("begin", {}), (LOOP, {"frames_total": "20"}))
    assert log.frames()["total"] == 20


def test_stages_are_those_of_this_conversation_only():
    before = (ENGINE, {"stage_answer_ms": "10.0", "stage_synthesis_ms": "50.0"})
    log = log_of(before, ("begin", {}), before)
    assert set(log.stages_ms().values()) == {None}
    log.add(Status(0.0, ENGINE, {"stage_answer_ms": "10.0", "stage_synthesis_ms": "80.0", "stage_turn_end_ms": "nan"}))
    stages = {"turn_end": None, "recognition": None, "answer": 10.0, "synthesis": 80.0}
    assert log.stages_ms() == stages


def test_other_nodes_and_a_voice_that_loads_say_nothing():
    log = log_of(("face: bridge", {"frames_total": "5"}), (LOOP, {}))
    assert not log.seen and log.frames()["total"] is None
    log.add(Status(0.0, LOOP, {"frames_total": "0"}))
    assert log.seen


def test_a_voice_first_seen_in_mid_conversation_counts_from_there():
    log = log_of(("begin", {}), (LOOP, {"frames_total": "5000"}), (LOOP, {"frames_total": "5040"}))
    assert log.frames()["total"] == 40
