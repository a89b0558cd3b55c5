"""By what name the creature is called."""

from __future__ import annotations

import pytest

from creature_intent.config import IntentConfig
from creature_intent.dialogue.watcher import Watcher
from creature_intent.text.calling import is_addressed
from creature_intent.tokens import Speaker, Token


@pytest.mark.parametrize("words", ["robot , bring it", "hey robot bring it", "come here , robot"])
def test_who_says_robot_speaks_to_it(words):
    assert is_addressed(words.split())


@pytest.mark.parametrize("words", ["robot", "i saw the robot", "bring the robot", "the robot brings it", ""])
def test_who_speaks_of_one_does_not(words):
    assert is_addressed(words.split()) == (words == "robot")


def test_the_judge_does_not_doubt_what_is_said_to_it():
    def tiers(words):
        heard = Watcher(IntentConfig()).feed(Token(0, 0, Speaker.USER, words, True), 0.0)
        return [decision.publish.tier.name for decision in heard.decisions]

    assert tiers("Give her some milk.") == ["SUGGEST"]
    assert tiers("Robot, give her some milk.") == ["ACT"]
