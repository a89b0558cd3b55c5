"""When words become a goal."""

from __future__ import annotations

import pytest

from creature_intent.acts import BRING_OBJECT, GRAB_OBJECT, MOVE_TO, STOP_ACTIVITY, Act, Kind, Slots
from creature_intent.config import IntentConfig
from creature_intent.dialogue.policy import Policy
from creature_intent.tasks import goals
from creature_intent.tasks.goals import Goal

CONFIG = IntentConfig()
CUP = Slots("red cup")


def request(object_="red cup", intent=GRAB_OBJECT, **slots):
    return Act(Kind.REQUEST, intent, Slots(object_, **slots), named=bool(object_), utterance="asked")


def commit(object_="red cup", intent=GRAB_OBJECT, named=True, confidence=0.9, **slots):
    return Act(Kind.COMMIT, intent, Slots(object_, **slots), named=named, confidence=confidence, utterance="promised")


def correct(object_="", intent="", **slots):
    return Act(Kind.CORRECT, intent, Slots(object_, **slots), named=bool(object_))


ACCEPT, REFUSE, ASK = Act(Kind.ACCEPT), Act(Kind.REFUSE), Act(Kind.ASK)
CANCEL = Act(Kind.CANCEL, STOP_ACTIVITY)


@pytest.fixture
def policy():
    return Policy(CONFIG)


def goals_of(policy, *timed):
    """The goals of (act, seconds) in order."""
    found = []
    for act, now_s in timed:
        found += [(goal.intent, goal.slots) for goal in (d.goal for d in policy.decide([act], now_s)) if goal]
    return found


def test_a_request_alone_is_published_and_starts_nothing(policy):
    (decision,) = policy.decide([request()], 0.0)
    assert decision.publish == request() and decision.goal is None and not decision.cancel


def test_the_same_request_again_while_it_is_open_is_no_news():
    policy = Policy(CONFIG)
    policy.decide([request()], 0.0)
    assert policy.decide([request()], CONFIG.request_expiry_s - 1.0) == []
    assert goals_of(policy, (ACCEPT, CONFIG.request_expiry_s + 1.0)) == [(GRAB_OBJECT, CUP)]


def test_request_and_promise_give_one_goal_with_both_utterances(policy):
    policy.decide([request()], 0.0)
    (decision,) = policy.decide([commit()], 1.0)
    assert decision.goal == Goal(GRAB_OBJECT, CUP, "asked / promised")
    assert decision.publish.kind == Kind.COMMIT


def test_an_unnamed_promise_takes_the_request(policy):
    asked = request(intent=BRING_OBJECT, source="kitchen", recipient="user")
    assert goals_of(policy, (asked, 0.0), (commit("", named=False), 1.0)) == [(BRING_OBJECT, asked.slots)]


def test_agreeing_without_a_deed_takes_the_request_and_is_published_as_a_promise(policy):
    policy.decide([request()], 0.0)
    (decision,) = policy.decide([ACCEPT], 1.0)
    assert decision.goal.slots == CUP
    assert (decision.publish.kind, decision.publish.slots) == (Kind.COMMIT, CUP)


def test_a_promise_alone_acts_only_if_it_names_the_object(policy):
    assert goals_of(policy, (commit("red cup", named=False), 0.0), (ACCEPT, 1.0)) == []
    assert goals_of(policy, (commit(), 2.0)) == [(GRAB_OBJECT, CUP)]


def test_an_unsure_promise_acts_only_when_asked(policy):
    doubtful = commit(confidence=0.4)
    (doubt,) = policy.decide([doubtful], 0.0)
    assert doubt.publish is None and doubt.goal is None and doubt.doubt.act == doubtful
    assert goals_of(policy, (request("book"), 0.5), (doubtful, 0.6)) == []
    assert goals_of(policy, (request(), 1.0), (doubtful, 2.0)) == [(GRAB_OBJECT, CUP)]


def test_the_same_promise_again_starts_nothing(policy):
    assert len(goals_of(policy, (request(), 0.0), (commit(), 1.0), (commit(), 2.0), (commit("cup"), 3.0))) == 1
    policy.ended(Goal(GRAB_OBJECT, CUP), goals.OK, 4.0)
    assert goals_of(policy, (commit(), 5.0)) == []


def test_asked_again_after_the_end_it_is_done_again(policy):
    goals_of(policy, (request(), 0.0), (commit(), 1.0))
    policy.ended(Goal(GRAB_OBJECT, CUP), goals.OK, 4.0)
    assert len(goals_of(policy, (request(), 5.0), (commit(), 6.0))) == 1


def test_asked_again_while_it_runs_it_is_not_begun_anew(policy):
    assert len(goals_of(policy, (request(), 0.0), (commit(), 1.0), (request(), 2.0), (commit(), 3.0))) == 1


def test_a_request_expires(policy):
    late = CONFIG.request_expiry_s + 1.0
    assert goals_of(policy, (request(), 0.0), (ACCEPT, late)) == []


def test_a_refusal_drops_the_request(policy):
    assert goals_of(policy, (request(), 0.0), (REFUSE, 1.0), (ACCEPT, 2.0)) == []


WHICH = Act(Kind.ASK, utterance="Which one?")


def test_asking_back_keeps_the_request_open_until_it_is_answered(policy):
    assert goals_of(policy, (request("cup"), 0.0), (WHICH, 1.0), (ACCEPT, 2.0)) == []
    answer = Act(Kind.REQUEST, "", Slots("red cup"), named=True)
    (decision,) = policy.decide([answer], 3.0)
    assert (decision.publish.kind, decision.publish.intent, decision.publish.slots) == (Kind.REQUEST, GRAB_OBJECT, CUP)
    assert goals_of(policy, (ACCEPT, 4.0)) == [(GRAB_OBJECT, CUP)]


def test_whatever_the_user_answers_the_creature_may_take_it_up(policy):
    assert goals_of(policy, (request("cup"), 0.0), (WHICH, 1.0), (ACCEPT, 2.0)) == []
    policy.answered()
    assert goals_of(policy, (ACCEPT, 4.0)) == [(GRAB_OBJECT, Slots("cup"))]


def test_a_request_said_again_as_a_question_is_none(policy):
    again = Act(Kind.ASK, utterance="Again?")
    assert goals_of(policy, (request(), 0.0), (again, 1.0), (ACCEPT, 2.0)) == [(GRAB_OBJECT, CUP)]
    doubt = Act(Kind.ASK, utterance="Is that safe?")
    assert goals_of(policy, (request("knife"), 10.0), (doubt, 11.0), (ACCEPT, 12.0)) == []


def test_a_thing_named_out_of_the_blue_is_nothing(policy):
    assert policy.decide([Act(Kind.REQUEST, "", Slots("red cup"), named=True)], 0.0) == []


def test_cancel_acts_at_once_and_forgets_the_request(policy):
    policy.decide([request()], 0.0)
    (decision,) = policy.decide([CANCEL], 0.1)
    assert decision.cancel and decision.publish == CANCEL
    assert goals_of(policy, (ACCEPT, 0.2)) == []


def test_a_promise_still_on_its_way_when_stop_is_said_does_not_act(policy):
    assert goals_of(policy, (request(), 0.0), (CANCEL, 1.0), (commit(), 1.5)) == []
    assert goals_of(policy, (request(), 2.0), (commit(), 2.5)) == [(GRAB_OBJECT, CUP)]


def test_the_creature_may_stop_itself(policy):
    (decision,) = policy.decide([Act(Kind.COMMIT, STOP_ACTIVITY, named=False)], 0.0)
    assert decision.cancel and decision.goal is None


def test_a_correction_of_a_request_changes_it(policy):
    found = goals_of(policy, (request(recipient="user"), 0.0), (correct("green cup"), 1.0), (ACCEPT, 2.0))
    assert found == [(GRAB_OBJECT, Slots("green cup", recipient="user"))]


def test_a_correction_of_a_running_task_takes_its_place(policy):
    goals_of(policy, (request(), 0.0), (commit(), 1.0))
    (decision,) = policy.decide([correct("green cup")], 2.0)
    assert decision.cancel and decision.instead_of.slots == Slots("red cup")
    assert (decision.goal.intent, decision.goal.slots) == (GRAB_OBJECT, Slots("green cup"))
    assert (decision.publish.intent, decision.publish.slots.object) == (GRAB_OBJECT, "green cup")
    assert goals_of(policy, (commit("green cup"), 3.0)) == []


def test_a_correction_in_doubt_cancels_and_waits_for_a_promise(policy):
    goals_of(policy, (request(), 0.0), (commit(), 1.0))
    (decision,) = policy.decide([correct("green cup").but(confidence=0.6)], 2.0)
    assert decision.cancel and decision.goal is None
    assert goals_of(policy, (commit("green cup"), 3.0)) == [(GRAB_OBJECT, Slots("green cup"))]


def test_a_correction_that_changes_nothing_leaves_the_task_alone(policy):
    goals_of(policy, (request(), 0.0), (commit(), 1.0))
    (decision,) = policy.decide([correct("red cup")], 2.0)
    assert not decision.cancel


def test_a_correction_of_nothing_is_nothing_or_a_request(policy):
    assert policy.decide([correct("green cup")], 100.0) == []
    (decision,) = policy.decide([correct("green cup", GRAB_OBJECT)], 100.0)
    assert decision.publish.kind == Kind.REQUEST


def test_an_ambiguous_end_leaves_the_question_open(policy):
    goals_of(policy, (request("cup"), 0.0), (commit("cup"), 1.0))
    policy.ended(Goal(GRAB_OBJECT, Slots("cup"), "asked / promised"), goals.AMBIGUOUS, 2.0)
    answer = Act(Kind.REQUEST, "", Slots("red cup"), named=True)
    assert goals_of(policy, (answer, 4.0)) == [(GRAB_OBJECT, CUP)]
    assert goals_of(policy, (ACCEPT, 5.0), (commit(), 6.0)) == []


def test_an_unknown_object_leaves_the_request_open_for_what_was_meant(policy):
    goals_of(policy, (request("red cop"), 0.0), (commit("red cop"), 1.0))
    policy.ended(Goal(GRAB_OBJECT, Slots("red cop"), "asked / promised"), goals.UNKNOWN_OBJECT, 2.0)
    assert goals_of(policy, (ACCEPT, 3.0)) == []
    policy.decide([Act(Kind.REQUEST, "", Slots("red cup"), named=True)], 4.0)
    assert goals_of(policy, (ACCEPT, 5.0)) == [(GRAB_OBJECT, CUP)]


def test_nothing_is_started_without_an_object(policy):
    assert goals_of(policy, (request(""), 0.0), (ACCEPT, 1.0)) == []


def test_lost_words_part_request_and_promise(policy):
    policy.decide([request()], 0.0)
    policy.forget()
    assert goals_of(policy, (ACCEPT, 1.0)) == []


def test_a_place_needs_no_object(policy):
    kitchen = Slots(destination="kitchen")
    act = Act(Kind.COMMIT, MOVE_TO, kitchen, named=True)
    assert goals_of(policy, (act, 0.0)) == [(MOVE_TO, kitchen)]


def test_to_what_may_be_no_request_a_promise_must_name_the_deed(policy):
    wish = request(intent=BRING_OBJECT, recipient="user").but(confidence=0.45)
    assert goals_of(policy, (wish, 0.0), (ACCEPT, 1.0)) == []
    promised = commit(intent=BRING_OBJECT)
    assert goals_of(policy, (promised, 2.0)) == [(BRING_OBJECT, Slots("red cup", recipient="user"))]
