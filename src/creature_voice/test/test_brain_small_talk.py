"""Small talk: it answers, and it never promises anything physical."""

from __future__ import annotations

import random
import re
from datetime import datetime

import pytest

from creature_voice.brains import phrases, talk_rest
from creature_voice.brains.requests import requests_in
from creature_voice.brains.rules import RulesBrain
from creature_voice.brains.talk_creature import ABOUT_CREATURE
from creature_voice.brains.talk_manners import MANNERS
from creature_voice.brains.talk_play import TO_HEAR
from creature_voice.brains.world import World

COMMITMENT = re.compile(
    r"\bI'?ll\b|\bI will\b|\bI'm (?:going to|gonna|off to|picking|bringing|getting|coming|putting|taking)\b|\blet me\b|"
    r"\bon my way\b|\bshall I\b|\bI can (?:get|bring|pick|put|take|go|show)\b|\bcoming right up\b|\bI've got to\b",
    re.IGNORECASE,
)
TALKS = (*TO_HEAR, *ABOUT_CREATURE, *MANNERS)
_PROMISES = ("COMMITMENTS", "STOPPING")


def conversational_phrases() -> list[str]:
    """Every phrase of every table but the promises themselves."""
    found = [words for talk in TALKS for words in (*talk.said, *talk.yes, *talk.no)]
    for module in (phrases, talk_rest):
        for name, value in vars(module).items():
            if name.isupper() and name not in _PROMISES:
                tables = value.values() if isinstance(value, dict) else [value]
                found += [words for table in tables for words in table if isinstance(words, str)]
    return found


def test_there_is_much_to_say() -> None:
    assert len(conversational_phrases()) > 200


@pytest.mark.parametrize("words", conversational_phrases())
def test_no_phrase_of_conversation_promises_a_task(words: str) -> None:
    assert not COMMITMENT.search(words)


@pytest.mark.parametrize("words", [phrase for talk in TALKS for phrase in talk.said])
def test_no_small_talk_reads_as_a_request(words: str) -> None:
    assert requests_in(words, "", lambda word: word in ("cup", "cups", "room")) == []


@pytest.mark.parametrize(
    "heard",
    [
        "I picked up the kids.", "Should I get the cup?", "If you picked it up I'd be glad.", "I like cups.",
        "She told him to bring the book.", "What can you do?", "Can you pick things up?", "I went to the kitchen.",
        "Tell me a joke.", "How are you?", "You are funny.", "I'm tired.", "My dog fetches balls.",
        "I have to go to the shop.", "Give me a minute.", "Take care.", "It was put on the table yesterday.",
    ],
)  # fmt: skip
def test_talk_is_answered_without_a_promise(heard: str) -> None:
    for seed in range(5):
        answer = " ".join(_brain(seed).reply(heard).sentences)
        assert answer
        assert not COMMITMENT.search(answer)


@pytest.mark.parametrize(
    ("heard", "expected"),
    [
        ("What's your name?", "Pip"),
        ("Hello!", "Hello|Hi"),
        ("Good morning, Pip.", "Hello|Good day"),
        ("Hi, how are you?", "fine|well|Good"),
        ("Thank you very much!", "welcome|time|pleasure|Glad"),
        ("Goodbye.", "Goodbye|See you|Bye"),
        ("I'm sorry about that.", "harm|all right|worry"),
        ("Well done!", "[Tt]hank|nice"),
        ("Are you alive?", "alive|listening|rules"),
        ("How old are you?", "new|Young"),
        ("Do you have feelings?", "mood|feel"),
        ("Why are you so happy?", "happened|mood"),
        ("What time is it?", "3:07 p.m."),
        ("What day is it today?", "Wednesday, March 4"),
        ("Can you hear me?", "hear|clear|listening"),
        ("Be quiet.", "quiet|ears"),
        ("Pip?", "Yes|What is it"),
        ("I like football.", "football"),
        ("Do you speak German?", "English"),
        ("I'm feeling sad.", "sorry|hard"),
    ],
)
def test_subjects(heard: str, expected: str) -> None:
    for seed in range(4):
        assert re.search(expected, " ".join(_brain(seed).reply(heard).sentences))


def test_remembers_the_persons_name() -> None:
    brain = _brain(1)
    for heard in ("My name is Anna.", "What's my name?"):
        reply = brain.reply(heard)
        assert "Anna" in " ".join(reply.sentences)
        brain.keep(heard, reply)


@pytest.mark.parametrize("heard", ["Tom.", "I'm Tom.", "It's Tom.", "My name is Tom."])
def test_a_name_is_taken_in_answer_to_the_question(heard: str) -> None:
    for seed in range(9):
        brain = _brain(seed)
        reply = brain.reply("What's your name?")
        brain.keep("What's your name?", reply)
        if " ".join(reply.sentences).endswith("?"):
            assert "Tom" in " ".join(brain.reply(heard).sentences)
            return
    pytest.fail("the question never came up")


@pytest.mark.parametrize("heard", ["I'm tired.", "I'm fine.", "Sorry.", "Hungry."])
def test_not_every_word_is_a_name(heard: str) -> None:
    brain = _brain(1)
    reply = brain.reply(heard)
    brain.keep(heard, reply)
    assert "haven't told me" in " ".join(brain.reply("What's my name?").sentences)


def test_goes_on_after_its_own_question() -> None:
    for seed in range(9):
        brain = _brain(seed)
        reply = brain.reply("I'm sad.")
        asked = " ".join(reply.sentences)
        brain.keep("I'm sad.", reply)
        if asked.endswith("about it?"):
            assert list(brain.reply("Yes.").sentences) == ["I'm listening."]
            return
    pytest.fail("the question never came up")


@pytest.mark.parametrize("talk", TALKS, ids=lambda talk: talk.subject)
def test_patterns_are_sound(talk: object) -> None:
    assert all(re.compile(pattern) for pattern in talk.heard)  # type: ignore[attr-defined]
    fields = {"name": "Pip", "user": "", "time": "", "day": "", "date": ""}
    assert all(words.format(**fields) for words in talk.said)  # type: ignore[attr-defined]


def _brain(seed: int) -> RulesBrain:
    return RulesBrain("Pip", World(), random.Random(seed), lambda: datetime(2026, 3, 4, 15, 7))
