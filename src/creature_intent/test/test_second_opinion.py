"""A larger judge for the doubtful, asked beside the conversation."""

import os
import sys
import threading
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))
from judge_endpoint import JudgeEndpoint, said

from creature_intent.second_opinion import (
    EndpointOpinion,
    Opinion,
    OpinionError,
    Question,
    SecondOpinionConfig,
    request,
    verdict,
)
from creature_intent.tokens import Speaker

FACTOR = float(os.environ.get("CREATURE_TEST_TIMEOUT_FACTOR", "1"))
QUESTION = Question(
    7, Speaker.AGENT, "I'll take the chicken.", "GRAB_OBJECT chicken", ((Speaker.USER, "What would you like?"),), 100.0
)


def wait_for(judge: EndpointOpinion) -> Opinion:
    """The first opinion."""
    waiting = threading.Event()
    for _ in range(int(500 * FACTOR)):
        found = judge.poll()
        if found:
            return found[0]
        waiting.wait(0.01)
    raise AssertionError("no opinion came")


def opinion_of(endpoint: JudgeEndpoint, key: str = "", **settings: object) -> Opinion:
    """What comes of the question."""
    config = SecondOpinionConfig(url=endpoint.url, **{"timeout_s": 5.0 * FACTOR, **settings})  # type: ignore[arg-type]
    judge = EndpointOpinion(config, key, clock=lambda: 100.5)
    try:
        assert judge.ask(QUESTION)
        return wait_for(judge)
    finally:
        judge.close()


def test_says_act_or_talk_with_its_reason() -> None:
    with JudgeEndpoint(said('{"verdict": "talk", "reason": "orders a meal"}')) as endpoint:
        assert opinion_of(endpoint) == Opinion(QUESTION, False, "orders a meal", 0.5)
    with JudgeEndpoint(said('```json\n{"verdict": "act", "reason": "promises"}\n```')) as endpoint:
        assert opinion_of(endpoint).is_act is True


def test_the_conversation_and_the_key_are_sent() -> None:
    with JudgeEndpoint(said("talk")) as endpoint:
        opinion_of(endpoint, key="s3cret", model="small")
        assert endpoint.heads[0]["authorization"] == "Bearer s3cret"
        assert endpoint.bodies[0]["path"] == "/v1/chat/completions" and endpoint.bodies[0]["model"] == "small"
        words = endpoint.bodies[0]["messages"][1]["content"]
        assert words.startswith("user: What would you like?\nrobot: I'll take the chicken.\n")
        assert "GRAB_OBJECT chicken" in words


REMARK = Question(
    8, Speaker.USER, "They've shut the pool.", "BRING_OBJECT glass for user", asked_s=100.0, takes_back=True
)


def test_of_a_remark_it_is_asked_whether_it_takes_back_the_task() -> None:
    system, words = (message["content"] for message in request(REMARK, "")["messages"])
    assert '"stop" or "go on"' in system and words.endswith("The robot is doing this: BRING_OBJECT glass for user")
    for answer, is_act in (("stop", True), ("Go on.", False)):
        assert verdict({"choices": [{"message": {"content": answer}}]}, REMARK.answers)[0] is is_act
    with pytest.raises(OpinionError, match="neither stop nor go on"):
        verdict({"choices": [{"message": {"content": "act"}}]}, REMARK.answers)


def test_without_a_model_the_endpoint_chooses() -> None:
    assert "model" not in request(QUESTION, "")


@pytest.mark.parametrize("answer", ["{}", '{"choices": []}', said("maybe"), said('{"verdict": 3}'), said("[1]"), "[]"])
def test_an_answer_without_a_verdict_is_no_opinion(answer: str) -> None:
    with JudgeEndpoint(answer) as endpoint:
        found = opinion_of(endpoint)
    assert found.is_act is None and "the endpoint" in found.reason


def test_failures_are_told() -> None:
    with JudgeEndpoint("busy", status=503) as endpoint:
        assert "answers 503" in opinion_of(endpoint).reason
    with JudgeEndpoint("no json") as endpoint:
        assert "cannot be asked" in opinion_of(endpoint).reason
    assert "cannot be asked" in opinion_of(endpoint).reason  # It is gone.


def test_one_that_hangs_is_given_up() -> None:
    with JudgeEndpoint(None) as endpoint:
        found = opinion_of(endpoint, timeout_s=0.6)
    assert found.is_act is None and "did not answer in 0.1 s" in found.reason


def test_what_finds_no_room_is_not_asked() -> None:
    with JudgeEndpoint(None) as endpoint:
        judge = EndpointOpinion(SecondOpinionConfig(url=endpoint.url, queue=1), clock=lambda: 100.0, join_s=0.0)
        assert judge.ask(QUESTION)
        assert endpoint.asked.wait(5 * FACTOR)
        assert judge.ask(QUESTION)  # It waits.
        assert not judge.ask(QUESTION) and judge.dropped == 1
        judge.close()
        assert not judge.ask(QUESTION)


def test_an_opinion_that_comes_too_late_is_thrown_away() -> None:
    now = [100.0]
    with JudgeEndpoint(said("act"), said("act")) as endpoint:
        judge = EndpointOpinion(SecondOpinionConfig(url=endpoint.url, timeout_s=3.0), clock=lambda: now[0])
        judge.ask(QUESTION)
        assert endpoint.asked.wait(5 * FACTOR)
        now[0] = 104.0
        for _ in range(int(500 * FACTOR)):
            if judge.poll() or judge.late:
                break
            threading.Event().wait(0.01)
        assert judge.late == 1
        judge.close()


@pytest.mark.parametrize("url", ["", "localhost:80/v1", "file:///etc/passwd"])
def test_an_address_that_is_none_is_refused(url: str) -> None:
    with pytest.raises(ValueError, match="no address of an endpoint"):
        EndpointOpinion(SecondOpinionConfig(url=url))


def test_verdicts_in_plain_words() -> None:
    assert verdict({"choices": [{"message": {"content": " Talk. "}}]}) == (False, "it gave no reason")
    with pytest.raises(OpinionError, match="neither act nor talk"):
        verdict({"choices": [{"message": {"content": "I cannot say."}}]})
