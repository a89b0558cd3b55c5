"""What may only be suggested is asked about, sparingly."""

from __future__ import annotations

import pytest

from creature_intent.acts import GRAB_OBJECT, Act, Kind, Slots
from creature_intent.asking import ASK_AFTER_S, STALE_S, Asking
from creature_intent.dialogue.decision import Decision
from creature_intent.dialogue.watcher import Heard
from creature_intent.text.phrases import Phrase
from creature_intent.tokens import Speaker

WISH = Decision(Act(Kind.REQUEST, GRAB_OBJECT, Slots("blanket")), suggest="Shall I get the blanket?")


def agent(words):
    return Heard(phrases=(Phrase(Speaker.AGENT, words, 5, 9),))


def user(words):
    return Heard(phrases=(Phrase(Speaker.USER, words, 5, 9),))


@pytest.fixture
def asking():
    asking = Asking(again_s=60.0)
    asking.hear(Heard((WISH,)), 0.0)
    return asking


def test_it_is_asked_once_after_a_while(asking):
    assert asking.due(ASK_AFTER_S - 0.1) is None and asking.busy
    due = asking.due(ASK_AFTER_S)
    assert (due.act, due.words) == (WISH.publish, WISH.suggest)
    assert asking.due(ASK_AFTER_S) is None and not asking.busy


def test_the_same_is_not_asked_again_for_a_time(asking):
    asking.due(ASK_AFTER_S)
    asking.hear(Heard((WISH,)), 30.0)
    assert asking.due(33.0) is None
    asking.hear(Heard((WISH,)), 70.0)
    assert asking.due(73.0) is not None


@pytest.mark.parametrize(
    "words", ["Would you like a blanket?", "I'll get you one.", "I\u2019m sorry, I can\u2019t.", "Shall I?"]
)
def test_a_creature_that_takes_it_up_itself_is_not_made_to_ask(asking, words):
    asking.hear(agent(words), 1.0)
    assert asking.due(4.0) is None


@pytest.mark.parametrize("words", ["It is cold in here, yes.", "I see. And then?", "I'm sorry to hear that."])
def test_small_talk_takes_nothing_up(asking, words):
    asking.hear(agent(words), 1.0)
    assert asking.due(1.0 + ASK_AFTER_S) is not None


def test_it_waits_until_nobody_has_said_anything_for_a_while(asking):
    asking.hear(user("And so tired, too."), 1.5)
    assert asking.due(ASK_AFTER_S) is None
    assert asking.due(1.5 + ASK_AFTER_S) is not None


def test_a_wish_that_the_talk_has_left_behind_is_not_asked_about(asking):
    for second in range(1, int(STALE_S) + 1):
        asking.hear(user("And another thing."), float(second))
    assert asking.due(STALE_S + ASK_AFTER_S) is None and not asking.busy


def test_what_was_decided_since_makes_the_question_idle(asking):
    asking.hear(Heard((Decision(Act(Kind.CANCEL), cancel=True),)), 1.0)
    assert asking.due(4.0) is None


def test_where_it_is_switched_off_nothing_is_asked():
    asking = Asking(on=False)
    asking.hear(Heard((WISH,)), 0.0)
    assert not asking.busy
