"""What is asked about a task that may be meant."""

from __future__ import annotations

import pytest

from creature_intent.acts import BRING_OBJECT, FOLLOW, MOVE_TO, STOP_ACTIVITY, Slots
from creature_intent.config import IntentConfig
from creature_intent.suggest import question
from creature_intent.tokens import Speaker, Token
from creature_intent.watcher import Watcher


@pytest.mark.parametrize(
    ("intent", "slots", "words"),
    [
        (BRING_OBJECT, Slots("blanket"), "Shall I get the blanket?"),
        (BRING_OBJECT, Slots(), ""),
        (MOVE_TO, Slots(destination="user"), "Shall I go to you?"),
        (FOLLOW, Slots(), "Shall I come along?"),
        (STOP_ACTIVITY, Slots(), ""),
    ],
)
def test_the_question(intent, slots, words):
    assert question(intent, slots) == words


def hear(*turns: tuple[Speaker, str]):
    watcher = Watcher(IntentConfig())
    return [
        watcher.feed(Token(seq, seq, who, words, True), float(seq)).decisions for seq, (who, words) in enumerate(turns)
    ]


def test_a_wish_is_asked_about_and_a_yes_makes_it_a_task():
    wished, agreed = hear((Speaker.USER, "I could use a blanket."), (Speaker.USER, "Yes, please."))
    assert wished[0].suggest == "Shall I get the blanket?"
    assert wished[0].goal is None
    assert agreed[0].goal.slots.object == "blanket"


def test_an_offer_starts_with_the_users_yes_and_not_with_a_no():
    offer = (Speaker.AGENT, "Shall I open the window?")
    assert hear(offer, (Speaker.USER, "Yes, please."))[1][0].goal.intent == "OPEN"
    assert hear(offer, (Speaker.USER, "No, not now."))[1] == ()
    assert hear(offer, (Speaker.USER, "No, stop!"))[1][0].cancel
