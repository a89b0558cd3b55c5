"""How surely a wish is meant for the creature, by the rules alone."""

import pytest

from creature_intent.acts import Tier
from creature_intent.config import IntentConfig
from creature_intent.dialogue.watcher import Watcher
from creature_intent.tokens import Speaker, Token


@pytest.mark.parametrize(
    ("words", "tiers"),
    [
        ("Can I have a spoon?", [Tier.ACT]),
        ("I need a bandage, quick!", [Tier.ACT]),
        ("We'd like two more chairs on the terrace.", [Tier.ACT]),
        ("I need a bandage.", [Tier.SUGGEST]),
        ("Can I have a cup of tea?", [Tier.SUGGEST]),
        ("Can I get a cappuccino?", []),
        ("I need a taxi, quick!", []),
    ],
)
def test_how_surely_it_is_wished_for(words, tiers):
    heard = Watcher(IntentConfig(judge=False)).feed(Token(0, 0, Speaker.USER, words, True), 0.0)
    assert [decision.publish.tier for decision in heard.decisions] == tiers
