"""The language model's brain against a real server on a loopback port."""

from __future__ import annotations

import os
import random
import threading
from collections.abc import Iterator

import pytest
from fake_endpoint import FakeAnswer, FakeChatServer, Then, event, streamed

from creature_voice.brains import BrainConfig, cancel
from creature_voice.brains.abilities import Abilities
from creature_voice.brains.openai import OpenAIBrain
from creature_voice.brains.rules import RulesBrain
from creature_voice.brains.world import Item, World

FACTOR = float(os.environ.get("CREATURE_TEST_TIMEOUT_FACTOR", "1"))
PATIENT_S = 20.0 * FACTOR
WORLD = World(items=(Item("red cup", "cup", "red", "table", frozenset({"red"})),))
REQUEST = "Pick up the red cup."


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def server() -> Iterator[FakeChatServer]:
    with FakeChatServer(streamed("Sure, ", "I'll pick up", " the red", " cup. It is", " nice.")) as fake:
        yield fake


def brain_at(url: str, clock: Clock | None = None, **options: object) -> OpenAIBrain:
    config = BrainConfig(url=url, **{"timeout_s": PATIENT_S, "stall_s": PATIENT_S, **options})  # type: ignore[arg-type]
    return OpenAIBrain(config, WORLD, RulesBrain("Pip", WORLD, random.Random(1)), "", clock or Clock())


def turn(brain: OpenAIBrain, heard: str) -> list[str]:
    reply = brain.reply(heard)
    sentences = list(reply.sentences)
    brain.keep(heard, reply)
    for words in sentences:
        brain.said(words)
    return sentences


def test_the_model_is_told_what_the_body_can_do(server: FakeChatServer) -> None:
    brain = brain_at(server.url)
    turn(brain, "Hello.")
    brain.abilities(Abilities(frozenset({"MOVE_TO", "PERFORM_MOTION"}), ("wave", "hop")))
    turn(brain, "Hello again.")
    before, after = (body["messages"][0]["content"] for body in server.bodies)
    assert "I'll open the drawer." in before
    assert "I'll open the drawer." not in after
    assert "I'll go to the kitchen." in after
    assert "wave/hop" in after
    brain.close()


def test_speaks_sentence_by_sentence(server: FakeChatServer) -> None:
    brain = brain_at(server.url, model="tiny", persona="You love tea.")
    assert turn(brain, REQUEST) == ["Sure, I'll pick up the red cup.", "It is nice."]
    system, user = server.bodies[0]["messages"]
    assert user == {"role": "user", "content": REQUEST}
    for words in ("Pip", "red cup on the table", "You love tea.", "I'll pick up"):
        assert words in system["content"]
    assert brain.warning() == ""
    brain.close()


def test_the_first_sentence_comes_before_the_answer_is_complete(server: FakeChatServer) -> None:
    server.answer_now(FakeAnswer([event("Hello there. How"), Then.HANG]))
    brain = brain_at(server.url)
    reply = brain.reply("Hi.")
    assert next(reply.sentences) == "Hello there."
    cancel(reply)
    assert server.client_left.wait(PATIENT_S)
    assert list(reply.sentences) == []
    brain.close()


def test_speculation_sends_nothing_and_is_not_remembered(server: FakeChatServer) -> None:
    brain = brain_at(server.url)
    brain.reply("Pick up")
    brain.reply("Pick up the")
    assert server.bodies == []
    turn(brain, "Hello.")
    assert [message["role"] for message in server.bodies[0]["messages"]] == ["system", "user"]
    brain.close()


def test_remembers_what_was_heard_and_really_said(server: FakeChatServer) -> None:
    brain = brain_at(server.url)
    turn(brain, REQUEST)
    brain.said("I've got the red cup.")
    turn(brain, "Thanks.")
    roles = [(message["role"], message["content"]) for message in server.bodies[1]["messages"][1:]]
    assert roles == [
        ("user", REQUEST),
        ("assistant", "Sure, I'll pick up the red cup. It is nice. I've got the red cup."),
        ("user", "Thanks."),
    ]
    brain.reset()
    turn(brain, "Hi.")
    assert len(server.bodies[2]["messages"]) == 2
    brain.close()


def test_memory_is_a_window(server: FakeChatServer) -> None:
    brain = brain_at(server.url, memory_turns=2)
    for number in range(5):
        turn(brain, f"Turn {number}.")
    assert [m["content"] for m in server.bodies[-1]["messages"] if m["role"] == "user"] == [
        "Turn 2.",
        "Turn 3.",
        "Turn 4.",
    ]
    brain.close()


def test_no_more_sentences_than_allowed(server: FakeChatServer) -> None:
    server.answer_now(FakeAnswer([event("One. Two. Three. Four. "), Then.HANG]))
    brain = brain_at(server.url, max_sentences=2)
    assert turn(brain, "Count.") == ["One.", "Two."]
    assert server.client_left.wait(PATIENT_S)
    assert brain.warning() == ""
    brain.close()


@pytest.mark.parametrize(
    ("answer", "why"),
    [
        (FakeAnswer([b"oops"], 500), "answered 500"),
        (FakeAnswer([Then.BREAK], send_head=False), "broke off"),
        (FakeAnswer([event("Half a sen"), Then.BREAK]), "broke off"),
        (FakeAnswer([b"data: garbage\n\ndata: [DONE]\n\n"]), "without words"),
        (streamed("<think>I wonder", "</think>"), "without words"),
    ],
)
def test_the_rules_answer_when_the_endpoint_fails(server: FakeChatServer, answer: FakeAnswer, why: str) -> None:
    server.answer_now(answer)
    brain = brain_at(server.url)
    (words,) = turn(brain, REQUEST)
    assert words.endswith("I'll pick up the red cup.")
    assert why in brain.warning()
    assert server.url in brain.warning()
    brain.close()


def test_a_slow_endpoint_is_passed_over(server: FakeChatServer) -> None:
    server.answer_now(FakeAnswer([Then.HANG], send_head=False))
    brain = brain_at(server.url, timeout_s=0.1)
    assert turn(brain, REQUEST)[0].endswith("I'll pick up the red cup.")
    assert "no word within" in brain.warning()
    brain.close()


def test_nobody_there() -> None:
    with FakeChatServer(streamed("x")) as fake:
        url = fake.url
    brain = brain_at(url)
    assert turn(brain, REQUEST)[0].endswith("I'll pick up the red cup.")
    assert "cannot be reached" in brain.warning()
    brain.close()


def test_a_break_after_a_sentence_ends_the_answer(server: FakeChatServer) -> None:
    server.answer_now(FakeAnswer([event("Hello there. And fur"), Then.BREAK]))
    brain = brain_at(server.url)
    assert turn(brain, "Hi.") == ["Hello there."]
    assert "broke off" in brain.warning()
    brain.close()


def test_a_failed_endpoint_is_left_alone_for_a_while(server: FakeChatServer) -> None:
    clock = Clock()
    server.answer_now(FakeAnswer([], 500))
    brain = brain_at(server.url, clock, retry_s=5.0)
    turn(brain, "Hello.")
    turn(brain, "Hello.")
    assert len(server.bodies) == 1
    assert brain.warning()
    server.answer_now(streamed("I'm back."))
    clock.now = 5.1
    assert turn(brain, "Hello.") == ["I'm back."]
    assert brain.warning() == ""
    brain.close()


def test_the_rules_know_what_went_on_before_they_took_over(server: FakeChatServer) -> None:
    brain = brain_at(server.url)
    turn(brain, REQUEST)
    brain.said("I've got the red cup.")
    server.answer_now(FakeAnswer([], 500))
    assert turn(brain, "Now bring it to me.")[0].endswith("I'll bring you the red cup.")
    brain.close()


def test_a_question_of_the_rules_is_answered_by_the_rules(server: FakeChatServer) -> None:
    server.answer_now(FakeAnswer([], 500))
    brain = brain_at(server.url)
    assert turn(brain, "Pick it up.")[0].endswith("?")
    assert turn(brain, "The red cup.")[0].endswith("I'll pick up the red cup.")
    brain.close()


def test_a_turn_may_be_kept_before_it_is_settled_who_answers(server: FakeChatServer) -> None:
    server.answer_now(FakeAnswer([], 500))
    brain = brain_at(server.url)
    for heard, ending in (("Pick it up.", "?"), ("The red cup.", "I'll pick up the red cup.")):
        reply = brain.reply(heard)
        brain.keep(heard, reply)
        assert " ".join(reply.sentences).endswith(ending)
    brain.close()


def test_cancel_from_another_thread_ends_the_wait(server: FakeChatServer) -> None:
    server.answer_now(FakeAnswer([Then.HANG], send_head=False))
    brain = brain_at(server.url)
    reply = brain.reply("Hi.")
    heard: list[str] = []
    reader = threading.Thread(target=lambda: heard.extend(reply.sentences))
    reader.start()
    while not server.bodies:
        reader.join(0.005)
    cancel(reply)
    reader.join(PATIENT_S)
    assert not reader.is_alive()
    assert heard == []
    assert brain.warning() == ""
    assert server.client_left.wait(PATIENT_S)
    brain.close()
