"""Items through the real watcher: what is found in which turn, with which tier, and what stands at the end."""

from __future__ import annotations

import itertools

from creature_intent.acts import Act, Kind, Slots
from creature_intent.config import IntentConfig
from creature_intent.dialogue.decision import Decision
from creature_intent.evaluation.data import Item, Turn
from creature_intent.evaluation.runner import Ledger, run
from creature_intent.tasks.goals import Goal
from creature_intent.tokens import Speaker

U, A = Speaker.USER, Speaker.AGENT
CUP, BOOK = Goal("GRAB_OBJECT", Slots("cup")), Goal("GRAB_OBJECT", Slots("book"))


def outcome_of(*turns):
    turns = tuple(turn if isinstance(turn, Turn) else Turn(*turn) for turn in turns)
    (outcome,) = run([Item("one", "dialogue", turns)], IntentConfig(), itertools.count().__next__)
    return outcome


def found_in(outcome):
    return [(one.turn, one.tier, one.act.kind.name, one.act.slots.object) for one in outcome.found]


def test_request_and_promise_stand_at_the_end():
    outcome = outcome_of((U, "Pick up the red cup."), (A, "Sure. I'll pick up the red cup."))
    assert found_in(outcome) == [(0, "ACT", "REQUEST", "red cup"), (1, "ACT", "COMMIT", "red cup")]
    assert [goal.slots.object for goal in outcome.pending] == ["red cup"]
    assert outcome.turn_s == (1, 1)


def test_a_promise_of_nothing_named_is_only_a_suggestion():
    outcome = outcome_of((A, "I'll bring it to you."))
    assert found_in(outcome) == [(0, "SUGGEST", "COMMIT", "")]
    assert outcome.pending == ()


def test_a_promise_said_again_is_an_act_that_stands_already():
    outcome = outcome_of((A, "I'll pick up the red cup."), (A, "I'm picking up the red cup now."))
    assert [tier for _, tier, _, _ in found_in(outcome)] == ["ACT", "ACT"]
    assert len(outcome.pending) == 1


def test_a_task_that_ended_stands_no_more_and_the_watcher_is_told():
    outcome = outcome_of((A, "I'll pick up the red cup."), Turn(A, "", 20.0, "ok"), (A, "I'll pick up the red cup."))
    assert [tier for _, tier, _, _ in found_in(outcome)] == ["ACT", "ACT"]
    assert len(outcome.pending) == 1
    assert outcome_of((A, "Hello."), Turn(A, "", ended="ok")).pending == ()


def test_a_pause_lets_a_request_be_forgotten():
    asked, agreed = (U, "Pick up the red cup."), "I'll do that."
    assert len(outcome_of(asked, (A, agreed)).pending) == 1
    assert len(outcome_of(asked, Turn(A, agreed, pause_s=60.0)).pending) == 0


def test_items_know_nothing_of_each_other():
    items = [Item("1", "", (Turn(U, "Pick up the red cup."),)), Item("2", "", (Turn(A, "I'll do that."),))]
    assert [len(outcome.found) for outcome in run(items, IntentConfig(), lambda: 0.0)] == [1, 0]


def test_a_stop_ends_all_and_a_correction_the_newest():
    ledger = Ledger([CUP, BOOK])
    ledger.take(Decision(publish=Act(Kind.CORRECT), cancel=True))
    assert ledger.goals == [CUP]
    ledger.take(Decision(publish=Act(Kind.COMMIT, "GRAB_OBJECT", BOOK.slots), goal=BOOK))
    ledger.take(Decision(publish=Act(Kind.COMMIT, "GRAB_OBJECT", BOOK.slots), goal=BOOK))
    assert ledger.goals == [CUP, BOOK]
    ledger.take(Decision(publish=Act(Kind.CANCEL), cancel=True))
    assert ledger.goals == []
