"""Thinking in the background."""

from __future__ import annotations

import os
import threading
import time

import pytest

from creature_intent.deliberation.deliberator import Deliberator
from creature_intent.deliberation.reasoner import Plan, Project, ReasonerError, Stop
from creature_intent.tasks.abilities import Abilities
from creature_intent.tasks.goals import Goal

TIMEOUT_S = 5.0 * float(os.environ.get("CREATURE_TEST_TIMEOUT_FACTOR", "1"))
PROJECT = Project("Clear the table.", "clear the table")


class Scripted:
    """Thinks until it may answer, or is stopped."""

    def __init__(self, answer):
        self.answer, self.may, self.thinking, self.stopped = answer, threading.Event(), threading.Event(), []

    def think(self, project, abilities, stop):
        self.thinking.set()
        while not self.may.is_set() and not stop.wait(0.005):
            pass
        self.stopped.append(stop.asked)
        if isinstance(self.answer, Exception):
            raise self.answer
        return self.answer


def collect(deliberator):
    found, end = [], time.monotonic() + TIMEOUT_S
    while not found:
        assert time.monotonic() < end
        deliberator.poll(found.append)
        time.sleep(0.005)
    return found


def test_it_thinks_while_others_go_on_and_hands_over_once():
    reasoner = Scripted(Plan(words="There."))
    deliberator, found = Deliberator(reasoner, 5), []
    deliberator.start(PROJECT, Abilities())
    assert reasoner.thinking.wait(TIMEOUT_S) and deliberator.busy
    deliberator.poll(found.append)
    assert found == []
    reasoner.may.set()
    assert [thought.plan.words for thought in collect(deliberator)] == ["There."]
    assert not deliberator.busy


def test_what_is_canceled_stops_thinking_and_what_it_finds_is_thrown_away():
    reasoner, found = Scripted(Plan(words="Too late.")), []
    deliberator = Deliberator(reasoner, 5)
    deliberator.start(PROJECT, Abilities())
    assert reasoner.thinking.wait(TIMEOUT_S)
    assert deliberator.cancel() == 1 and not deliberator.busy
    end = time.monotonic() + TIMEOUT_S
    while not reasoner.stopped:
        assert time.monotonic() < end
        time.sleep(0.005)
    time.sleep(0.01)
    deliberator.poll(found.append)
    assert found == [] and reasoner.stopped == [True]


@pytest.mark.parametrize(
    "answer", [ReasonerError("no idea"), ZeroDivisionError("oops"), Plan((Goal("GRAB", None),) * 6)]
)
def test_a_failure_is_said(answer):
    reasoner = Scripted(answer)
    reasoner.may.set()
    deliberator = Deliberator(reasoner, 5)
    deliberator.start(PROJECT, Abilities())
    (thought,) = collect(deliberator)
    assert thought.failure and thought.plan == Plan(words="I'm sorry, I couldn't work out how to clear the table.")


def test_a_cut_is_called_once_now_or_later():
    stop, cuts = Stop(), []
    stop.on_ask(lambda: cuts.append("later"))
    assert cuts == []
    stop.ask()
    stop.ask()
    stop.on_ask(lambda: cuts.append("now"))
    assert cuts == ["later", "now"]
