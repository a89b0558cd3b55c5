"""Scores on outcomes made by hand, with the numbers counted by hand."""

from __future__ import annotations

import pytest

from creature_intent.acts import Act, Kind, Slots
from creature_intent.evaluation.data import Expected, Item, Turn
from creature_intent.evaluation.runner import Found, Outcome
from creature_intent.evaluation.score import score
from creature_intent.tasks.goals import Goal
from creature_intent.tokens import Speaker

U, A = Speaker.USER, Speaker.AGENT


def grab(thing, turn=0, tier="ACT", kind=Kind.REQUEST, confidence=0.9, **slots):
    return Found(turn, tier, Act(kind, "GRAB_OBJECT", Slots(thing, **slots), confidence=confidence))


def meant(thing, turn=0, kind="REQUEST", **more):
    return Expected("GRAB_OBJECT", kind, turn, object=thing, **more)


def outcome(kind, speakers, expect, found, pending=None, goals=(), **more):
    turns = tuple(Turn(speaker, "words") for speaker in speakers)
    item = Item(f"{kind}-1", kind, turns, tuple(expect), pending, **more)
    return Outcome(item, tuple(found), tuple(goals), (0.001,) * len(turns))


def counts(share):
    return share.right, share.total


def test_recall_strict_by_noun_and_suggested():
    scores = score(
        [
            outcome("request", [U], [meant("red cup")], [grab("the red cup")]),
            outcome("request", [U], [meant("red cup")], [grab("cup")]),
            outcome("request", [U], [meant("red cup")], [grab("red cup", tier="SUGGEST")]),
            outcome("request", [U], [meant("red cup")], [grab("lamp")]),
            outcome("request", [U], [meant("red cup")], []),
        ]
    )
    tally = scores.by_item["request"]
    assert (tally.items, tally.turns) == (5, {U: 5, A: 0})
    assert counts(tally.recall) == (1, 5)
    assert counts(tally.by_noun) == (2, 5)
    assert counts(tally.suggested) == (1, 5)
    assert counts(tally.precision) == (2, 3)
    assert counts(tally.fires[U]) == (0, 0)
    assert counts(scores.by_act["REQUEST"].recall) == counts(scores.by_intent["GRAB_OBJECT"].recall) == (1, 5)
    assert [mistake.what for mistake in scores.mistakes] == ["slot", "missed", "wrong", "missed"]


def test_false_fires_are_turns_of_talk_by_speaker():
    scores = score(
        [
            outcome("idiom", [U, A], [], [grab("cup"), grab("book"), grab("pen", 1, "SUGGEST", Kind.COMMIT)]),
            outcome("idiom", [A], [], [grab("cup", kind=Kind.COMMIT, confidence=0.6)]),
            outcome("idiom", [A], [], []),
        ]
    )
    assert counts(scores.all.fires[U]) == (1, 1)
    assert counts(scores.by_item["idiom"].fires[A]) == (1, 3)
    assert counts(scores.all.precision) == (0, 3)
    assert [mistake.what for mistake in scores.mistakes] == ["false fire"] * 3


def test_what_is_to_be_suggested_may_not_be_acted_on():
    hint = [meant("lamp", tier="SUGGEST")]
    found = [[grab("lamp")], [grab("lamp", tier="SUGGEST")], []]
    scores = score([outcome("indirect", [U], hint, one) for one in found])
    assert counts(scores.all.recall) == (0, 0)
    assert counts(scores.all.suggested) == (1, 3)
    assert counts(scores.all.fires[U]) == (1, 3)
    assert [mistake.what for mistake in scores.mistakes] == ["false fire"]


def test_what_is_optional_is_right_either_way():
    may = [meant("cup", optional=True)]
    scores = score([outcome("dialogue", [U], may, one) for one in ([grab("cup")], [])])
    assert counts(scores.all.recall) == (0, 0)
    assert counts(scores.all.precision) == (1, 1)
    assert counts(scores.all.fires[U]) == (0, 0)
    assert scores.mistakes == []


def test_an_act_beside_what_is_meant_costs_precision_alone():
    scores = score([outcome("request", [U], [meant("cup")], [grab("cup"), grab("book")])])
    assert counts(scores.all.precision) == (1, 2)
    assert counts(scores.all.fires[U]) == (0, 0)
    assert [mistake.what for mistake in scores.mistakes] == ["not meant"]


def test_slots_count_where_either_side_fills_them():
    scores = score(
        [
            outcome("request", [U], [meant("cup", source="shelf")], [grab("cup", source="the shelf")]),
            outcome("request", [U], [meant("cup", source="shelf")], [grab("cup")]),
            outcome("request", [U], [meant("cup")], [grab("red cup", recipient="Ann")]),
        ]
    )
    assert {slot: counts(share) for slot, share in scores.slots.items()} == {
        "object": (2, 3),
        "source": (1, 2),
        "destination": (0, 0),
        "recipient": (0, 1),
    }
    assert [mistake.what for mistake in scores.mistakes] == ["slot", "slot"]


@pytest.mark.parametrize(
    ("goals", "strict", "by_noun"),
    [
        (["red cup", "book"], 1, 1),
        (["book", "red cup"], 1, 1),
        (["book and the red cup"], 1, 1),
        (["cup", "book"], 0, 1),
        (["red cup"], 0, 0),
        (["red cup", "book", "pen"], 0, 0),
        ([], 0, 0),
    ],
)
def test_tasks_at_the_end(goals, strict, by_noun):
    pending = (Expected("GRAB_OBJECT", object="red cup"), Expected("GRAB_OBJECT", object="book"))
    goals = [Goal("GRAB_OBJECT", Slots(thing)) for thing in goals]
    scores = score([outcome("dialogue", [U], [], [], pending, goals)])
    assert (counts(scores.all.pending), counts(scores.all.pending_by_noun)) == ((strict, 1), (by_noun, 1))
    assert [mistake.what for mistake in scores.mistakes] == ([] if by_noun else ["pending"])


def test_cancels_in_dialogues_are_counted_apart():
    stop = Expected("STOP_ACTIVITY", "CANCEL", 1)
    heard = Found(1, "ACT", Act(Kind.CANCEL, "STOP_ACTIVITY"))
    alone = outcome("retraction", [U], [Expected("STOP_ACTIVITY", "CANCEL")], [])
    scores = score([outcome("dialogue", [A, U], [stop], [heard]), outcome("dialogue", [A, U], [stop], []), alone])
    assert counts(scores.cancels) == (1, 2)
    assert counts(scores.by_act["CANCEL"].recall) == counts(scores.by_intent["STOP_ACTIVITY"].recall) == (1, 3)


def test_any_act_will_do_where_it_is_not_known_which():
    found = ([grab("cup")], [grab("cup", tier="SUGGEST")], [])
    scores = score([outcome("task", [U], [], one, any_act=True) for one in found])
    assert counts(scores.all.recall) == (1, 3)
    assert counts(scores.all.suggested) == (1, 3)


def test_what_is_not_judged_is_only_counted():
    scores = score([outcome("unknown", [U], [], [grab("cup")], judged=False)])
    assert (scores.all.items, scores.all.turns[U], scores.turn_s) == (1, 1, [0.001])
    assert counts(scores.all.precision) == counts(scores.all.fires[U]) == (0, 0)
