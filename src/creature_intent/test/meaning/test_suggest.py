"""What is asked about a task that may be meant."""

from __future__ import annotations

import pytest

from creature_intent.acts import BRING_OBJECT, FOLLOW, MOVE_TO, STOP_ACTIVITY, Slots
from creature_intent.config import IntentConfig
from creature_intent.dialogue.watcher import Watcher
from creature_intent.meaning.suggest import question
from creature_intent.tokens import Speaker, Token


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


WISH = (Speaker.USER, "I could use a blanket.")
YES = (Speaker.USER, "Yes, please.")


def test_a_wish_is_asked_about_and_a_yes_to_that_makes_it_a_task():
    watcher = Watcher(IntentConfig())
    (wished,) = watcher.feed(Token(0, 0, *WISH, True), 0.0).decisions
    assert wished.suggest == "Shall I get the blanket?" and wished.goal is None
    watcher.asked(wished.publish, 3.0)
    (agreed,) = watcher.feed(Token(1, 1, *YES, True), 5.0).decisions
    assert agreed.goal.slots.object == "blanket"


@pytest.mark.parametrize("offer", ["Would you like one?", "Shall I?", "Do you want me to get it?"])
def test_a_wish_that_the_creature_offers_itself_starts_with_a_yes(offer):
    assert hear(WISH, (Speaker.AGENT, offer), YES)[2][0].goal.slots.object == "blanket"


@pytest.mark.parametrize("between", [(), ((Speaker.AGENT, "I see. And then?"),), ((Speaker.AGENT, "It is cold."),)])
def test_a_yes_to_something_else_starts_nothing(between):
    assert hear(WISH, *between, YES)[-1] == ()


@pytest.mark.parametrize(("spoken", "starts"), [(True, True), (False, False)])
def test_only_a_question_that_was_spoken_can_be_answered(spoken, starts):
    watcher = Watcher(IntentConfig())
    (wished,) = watcher.feed(Token(0, 0, *WISH, True), 0.0).decisions
    watcher.asked(wished.publish, 3.0)
    watcher.said("Here you are.", False, 4.0)
    watcher.said(wished.suggest, spoken, 16.0)  # the person went on talking
    decisions = watcher.feed(Token(1, 1, *YES, True), 20.0).decisions
    assert [one.goal is not None for one in decisions] == ([True] if starts else [])


@pytest.mark.parametrize("no", ["No.", "No, thanks.", "Not now.", "Nope, I'm fine.", "No thank you, that's okay."])
def test_a_no_ends_the_offer(no):
    watcher = Watcher(IntentConfig())
    (wished,) = watcher.feed(Token(0, 0, *WISH, True), 0.0).decisions
    watcher.asked(wished.publish, 3.0)
    assert watcher.feed(Token(1, 1, Speaker.USER, no, True), 4.0).decisions == ()
    assert watcher.feed(Token(2, 2, *YES, True), 5.0).decisions == ()
    assert watcher.policy.pending is None


def test_an_offer_starts_with_the_users_yes_and_not_with_a_no():
    offer = (Speaker.AGENT, "Shall I open the window?")
    assert hear(offer, (Speaker.USER, "Yes, please."))[1][0].goal.intent == "OPEN"
    assert hear(offer, (Speaker.USER, "No, not now."))[1] == ()
    assert hear(offer, (Speaker.USER, "No, stop!"))[1][0].cancel
