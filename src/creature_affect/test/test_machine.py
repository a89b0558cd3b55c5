"""Priorities, holds and hysteresis of the states."""

import pytest

from creature_affect.affect_map import AffectMap, Look, Stage, State, Transition
from creature_affect.events import TaskNews, Voice
from creature_affect.machine import Machine
from creature_affect.situation import Moment, Situation

LOOK = Look("neutral", 0.0, 0.0, 0.5, "as it is")


def make_map(*extra):
    states = [
        State("idle", LOOK, 0.0),
        State("listening", LOOK, 10.0, dwell_s=1.0, linger_s=0.5),
        State("working", LOOK, 5.0),
        State("glad", LOOK, 20.0, hold_s=2.0),
        State("hurt", LOOK, 30.0, hold_s=1.0),
    ]
    ways = [
        Transition("user_speaking", "listening", LOOK),
        Transition("task_running", "working", LOOK, after_s=0.5),
        Transition("task_ok", "glad", LOOK),
        Transition("interrupted", "hurt", LOOK),
    ]
    return AffectMap({state.name: state for state in states}, (*ways, *extra), 0.35)


@pytest.fixture
def situation():
    return Situation(0.0)


@pytest.fixture
def machine():
    return Machine(make_map(), 0.0)


def at(machine, situation, now):
    situation.update(now)
    machine.update(situation, now)
    return machine.state.name


def test_a_condition_enters_at_once_and_leaves_after_dwell_and_linger(machine, situation):
    situation.observe(Voice(user_speaking=True), 1.0)
    assert at(machine, situation, 1.0) == "listening"
    situation.observe(Voice(), 1.1)
    assert at(machine, situation, 1.9) == "listening"
    assert machine.pending(1.9)
    assert at(machine, situation, 2.1) == "idle"
    assert not machine.pending(2.1)


def test_it_lingers_after_the_dwell_too(machine, situation):
    for tenth in range(30):
        situation.observe(Voice(user_speaking=True), 1.0 + tenth / 10)
        at(machine, situation, 1.0 + tenth / 10)
    situation.observe(Voice(), 4.0)
    assert at(machine, situation, 4.2) == "listening"
    assert at(machine, situation, 4.5) == "idle"


def test_it_rests_before_idle_but_not_before_another_state(situation):
    states = {"idle": State("idle", LOOK, 0.0), "working": State("working", LOOK, 5.0)}
    states["listening"] = State("listening", LOOK, 10.0, linger_s=0.2, rest_s=1.0)
    ways = (Transition("user_speaking", "listening", LOOK), Transition("task_running", "working", LOOK))
    machine = Machine(AffectMap(states, ways, 0.35), 0.0)
    situation.observe(Voice(user_speaking=True), 1.0)
    at(machine, situation, 1.0)
    situation.observe(Voice(), 1.1)
    assert at(machine, situation, 1.9) == "listening"
    assert machine.pending(1.9)
    assert at(machine, situation, 2.0) == "idle"
    situation.observe(Voice(user_speaking=True), 3.0)
    at(machine, situation, 3.0)
    situation.observe(Voice(), 3.1)
    situation.observe(TaskNews("a"), 3.1)
    assert at(machine, situation, 3.3) == "working"


def test_a_condition_may_have_to_last(machine, situation):
    situation.observe(TaskNews("a"), 1.0)
    assert at(machine, situation, 1.4) == "idle"
    assert at(machine, situation, 1.6) == "working"


def test_a_moment_is_held_and_then_over(machine, situation):
    machine.happen(Moment("task_ok", {}), 1.0)
    assert at(machine, situation, 2.9) == "glad"
    assert at(machine, situation, 3.0) == "idle"


def test_a_stronger_moment_takes_over_and_a_weaker_one_does_not(machine, situation):
    machine.happen(Moment("task_ok", {}), 1.0)
    machine.happen(Moment("interrupted", {}), 1.5)
    assert machine.state.name == "hurt"
    machine.happen(Moment("task_ok", {}), 1.6)
    assert machine.state.name == "hurt"
    machine.happen(Moment("task_ok", {}), 2.6)
    assert machine.state.name == "glad"


def test_an_event_without_a_transition_changes_nothing(machine):
    machine.happen(Moment("task_refused", {}), 1.0)
    assert machine.state.name == "idle"


def test_a_transition_only_out_of_its_sources(situation):
    machine = Machine(make_map(Transition("quiet", "working", LOOK, 2.0, ("listening",))), 0.0)
    assert at(machine, situation, 5.0) == "idle"


def test_stages_follow_one_another(situation):
    later = (Stage(1.0, Look("bored", 0, 0, 0, "a")), Stage(2.0, Look("asleep", 0, 0, 0, "{seconds} s")))
    states = {"idle": State("idle", LOOK, 0.0), "alone": State("alone", LOOK, 1.0, later=later)}
    machine = Machine(AffectMap(states, (Transition("quiet", "alone", LOOK, 1.0),), 0.35), 0.0)
    seen = []
    for now in (0.5, 1.0, 1.9, 2.0, 2.9, 3.0):
        at(machine, situation, now)
        seen.append(machine.look.emotion)
    assert seen == ["neutral", "neutral", "neutral", "bored", "bored", "asleep"]
    assert machine.cause == "3 s"
