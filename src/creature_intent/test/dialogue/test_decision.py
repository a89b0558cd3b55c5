"""What is told of a decision."""

from __future__ import annotations

import pytest

from creature_intent.acts import BRING_OBJECT, STOP_ACTIVITY, USER, Act, Kind, Slots, Tier
from creature_intent.dialogue.decision import Decision, told, with_tier
from creature_intent.tasks.goals import Goal
from creature_intent.tokens import Speaker

BRING = Act(
    Kind.REQUEST, BRING_OBJECT, Slots("red cup", "kitchen", recipient=USER), confidence=0.93, reason="the user tells: x"
)


def test_an_act_is_told_in_one_line():
    assert told(BRING) == "REQUEST BRING_OBJECT red cup from kitchen for user (ACT 0.93): the user tells: x"
    stop = Act(Kind.CANCEL, STOP_ACTIVITY, confidence=0.45, tier=Tier.SUGGEST, reason="the user says stop")
    assert told(stop) == "CANCEL STOP_ACTIVITY (SUGGEST 0.45): the user says stop"


@pytest.mark.parametrize(
    ("decision", "tier"),
    [
        (Decision(BRING), Tier.ACT),
        (Decision(BRING.but(confidence=0.4)), Tier.SUGGEST),
        (Decision(BRING.but(tier=Tier.SUGGEST)), Tier.SUGGEST),
        (Decision(BRING.but(speaker=Speaker.AGENT, kind=Kind.COMMIT)), Tier.SUGGEST),
        (Decision(BRING.but(speaker=Speaker.AGENT), goal=Goal(BRING_OBJECT, Slots("red cup"))), Tier.ACT),
        (Decision(BRING.but(confidence=0.4), cancel=True), Tier.ACT),
    ],
)
def test_the_tier_says_whether_anything_comes_of_it(decision, tier):
    assert with_tier(decision, 0.5).publish.tier == tier


def test_what_is_not_published_has_no_tier():
    assert with_tier(Decision(cancel=True), 0.5) == Decision(cancel=True)
