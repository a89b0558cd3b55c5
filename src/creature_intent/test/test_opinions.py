"""What the small judge doubts is put to a larger one; a yes counts while nothing has changed."""

from __future__ import annotations

import pytest

from creature_intent.acts import BRING_OBJECT, GRAB_OBJECT, OPEN, Act, Kind, Slots, Tier
from creature_intent.config import IntentConfig
from creature_intent.dialogue.decision import Doubt
from creature_intent.dialogue.policy import Policy
from creature_intent.dialogue.watcher import Watcher
from creature_intent.opinions import Doubts, make_doubts
from creature_intent.second_opinion import Opinion, SecondOpinionConfig
from creature_intent.text.phrases import Phrase
from creature_intent.tokens import Speaker, Token
from creature_node.config import ConfigError

CONFIG = IntentConfig()
CUP = Slots("red cup")
REQUEST = Act(
    Kind.REQUEST, GRAB_OBJECT, CUP, named=True, confidence=0.45, tier=Tier.SUGGEST, doubted=True, utterance="the words"
)
PROMISE = REQUEST.but(kind=Kind.COMMIT, speaker=Speaker.AGENT)
BOOK = Act(Kind.REQUEST, BRING_OBJECT, Slots("book"), named=True)
ACCEPT, REFUSE = Act(Kind.ACCEPT, speaker=Speaker.AGENT), Act(Kind.REFUSE, speaker=Speaker.AGENT)
STOP = Act(Kind.CANCEL, utterance="Stop!")
NEVER_MIND = Act(Kind.CANCEL, utterance="Never mind.")


class FakeJudge:
    """Keeps what it is asked, and says what the test puts into `found`."""

    def __init__(self, room=True):
        self.room, self.asked, self.found, self.closed = room, [], [], False

    def ask(self, question):
        self.asked += [question] if self.room else []
        return self.room

    def poll(self):
        found, self.found = self.found, []
        return found

    def close(self):
        self.closed = True


@pytest.fixture
def policy():
    return Policy(CONFIG)


def doubt_of(policy, act, now_s=0.0):
    (decision,) = policy.decide([act], now_s)
    assert decision.goal is None and decision.doubt is not None
    return decision.doubt


def doing(*talk):
    """A watcher after these words of user and creature, in turn."""
    watcher = Watcher(CONFIG)
    for seq, words in enumerate(talk):
        heard = watcher.feed(Token(seq, seq, (Speaker.USER, Speaker.AGENT)[seq % 2], words, True), float(seq))
    return watcher, [decision.doubt for decision in heard.decisions if decision.doubt]


GLASS = ("Bring me a glass of water, please.", "On my way.")
REMARK = "Oh, Ella has just come in with a jug."


def test_a_remark_while_something_is_done_may_take_it_back():
    watcher, (doubt,) = doing(*GLASS, REMARK)
    assert (doubt.act.kind, doubt.act.intent, doubt.act.slots.object) == (Kind.CANCEL, BRING_OBJECT, "glass of water")
    (decision,) = watcher.confirm(doubt, "somebody else has brought some", 3.0)
    assert decision.cancel and decision.publish.tier == Tier.ACT and "second opinion: meant" in decision.publish.reason
    assert watcher.confirm(doubt, "again", 4.0) == []


@pytest.mark.parametrize(
    "talk",
    [
        (REMARK,),
        (*GLASS, "Is Ella there with a jug?"),
        (*GLASS, "Thank you."),
        (*GLASS, "Open the window too."),
        (*GLASS, "Never mind."),
    ],
)
def test_what_is_understood_or_asked_or_stands_alone_is_no_such_remark(talk):
    assert doing(*talk)[1] == []


def test_of_two_tasks_each_is_asked_about():
    watcher, doubts = doing(*GLASS, "And turn on the radio.", "Okay, I'll turn it on.", "This was such a noisy day.")
    assert [doubt.act.slots.object for doubt in doubts] == ["radio", "glass of water"]
    (decision,) = watcher.confirm(doubts[0], "it is too noisy", 6.0)
    assert decision.cancel and decision.publish.slots.object == "radio"


def test_a_doubted_request_is_raised_and_waits_for_the_promise(policy):
    doubt = doubt_of(policy, REQUEST)
    (raised,) = policy.confirm(doubt, "says so", 1.0)
    assert raised.publish.tier == Tier.ACT and raised.publish.kind == Kind.REQUEST and raised.goal is None
    assert "second opinion: meant, says so" in raised.publish.reason
    (decision,) = policy.decide([ACCEPT], 2.0)
    assert decision.goal.slots == CUP


def test_a_promise_that_came_before_the_opinion_counts_then(policy):
    doubt = doubt_of(policy, REQUEST)
    assert policy.decide([ACCEPT], 0.5) == []
    raised, started = policy.confirm(doubt, "says so", 1.0)
    assert raised.goal is None and started.goal.slots == CUP


def test_a_doubted_promise_starts(policy):
    doubt = doubt_of(policy, PROMISE)
    (decision,) = policy.confirm(doubt, "says so", 1.0)
    assert decision.goal.slots == CUP and decision.publish.tier == Tier.ACT


@pytest.mark.parametrize("act", [REQUEST, PROMISE])
@pytest.mark.parametrize("after", [STOP, BOOK, BOOK.but(kind=Kind.COMMIT, speaker=Speaker.AGENT), REFUSE])
def test_nothing_comes_of_it_once_the_world_has_changed(policy, act, after):
    doubt = doubt_of(policy, act)
    policy.decide([after], 0.5)
    assert policy.confirm(doubt, "says so", 1.0) == []


def test_taken_back_or_declined_or_torn_it_stays_a_doubt(policy):
    for change in (lambda: policy.decide([NEVER_MIND], 0.5), policy.declined, policy.forget):
        doubt = doubt_of(policy, REQUEST)
        change()
        assert policy.confirm(doubt, "says so", 1.0) == []


def test_an_opinion_on_a_request_that_is_forgotten_counts_no_more(policy):
    doubt = doubt_of(policy, REQUEST)
    assert policy.confirm(doubt, "says so", CONFIG.request_expiry_s + 1.0) == []


def test_the_same_promise_is_confirmed_once(policy):
    doubt = doubt_of(policy, PROMISE)
    assert policy.confirm(doubt, "says so", 1.0)
    assert policy.confirm(doubt, "says so", 1.5) == []


def test_a_wish_without_doubt_and_a_promise_of_nothing_are_not_asked_about(policy):
    (wish,) = policy.decide([REQUEST.but(doubted=False)], 0.0)
    assert wish.doubt is None
    assert policy.decide([PROMISE.but(named=False, intent=OPEN)], 1.0) == []


def test_a_question_tells_what_was_said_before():
    judge = FakeJudge()
    doubts = Doubts(judge, 3.0)
    doubts.hear([Phrase(Speaker.USER, "What would you like?", 0, 3)])
    doubts.ask(Doubt(PROMISE, 1), 5.0)
    (question,) = judge.asked
    assert question.before == ((Speaker.USER, "What would you like?"),)
    assert (question.text, question.deed, question.asked_s) == ("the words", "GRAB_OBJECT red cup", 5.0)


def test_answers_are_counted_and_silence_is_a_failure():
    judge = FakeJudge()
    doubts = Doubts(judge, 3.0)
    given = [Doubt(PROMISE, number) for number in range(4)]
    for doubt in given:
        doubts.ask(doubt, 0.0)
    yes, no, none, _ = judge.asked
    judge.found = [
        Opinion(yes, True, "so", 0.2),
        Opinion(no, False, "not so", 0.3),
        Opinion(none, None, "it broke", 0.4),
    ]
    assert [(doubt, opinion.is_act) for doubt, opinion in doubts.poll(1.0)] == [
        (given[0], True), (given[1], False), (given[2], None),
    ]  # fmt: skip
    assert doubts.counts == {"asked": 4, "meant": 1, "talk": 1, "failed": 1} and doubts.failure == "it broke"
    assert doubts.busy and doubts.poll(3.5) == [] and not doubts.busy
    assert doubts.counts["failed"] == 2 and "no answer" in doubts.failure


def test_where_there_is_no_room_nothing_waits():
    doubts = Doubts(FakeJudge(room=False), 3.0)
    doubts.ask(Doubt(PROMISE, 0), 0.0)
    assert not doubts.busy and doubts.counts["asked"] == 0


def test_it_is_off_unless_an_endpoint_is_named():
    assert make_doubts(SecondOpinionConfig(), {}) is None


@pytest.mark.parametrize(
    "config",
    [SecondOpinionConfig(url="nonsense"), SecondOpinionConfig(url="http://localhost:1/v1", api_key_env="NONE")],
)
def test_an_address_that_is_none_and_a_missing_key_are_told(config):
    with pytest.raises(ConfigError, match="second_opinion"):
        make_doubts(config, {})
