"""Utterances that were cut off are closed."""

import pytest

from creature_voice.engine import Speaker, Step, TextEvent
from creature_voice.frame import silence
from creature_voice.open_texts import OpenTexts


@pytest.fixture
def texts() -> OpenTexts:
    return OpenTexts()


def agent(piece: str, final: bool = False) -> TextEvent:
    return TextEvent(Speaker.AGENT, piece, final)


def user(piece: str, final: bool = False) -> TextEvent:
    return TextEvent(Speaker.USER, piece, final)


def step(*events: TextEvent) -> Step:
    return Step(silence(), events)


def test_a_step_without_text_is_handed_on_as_it_is(texts):
    empty = step()
    assert texts.follow(empty) is empty


def test_what_is_open_is_closed_once_before_what_comes(texts):
    texts.follow(step(agent(" one"), user(" hey")))
    texts.close()
    texts.close()
    assert texts.follow(step(agent(" two"))).texts == (agent("", True), user("", True), agent(" two"))


def test_only_the_named_are_closed(texts):
    texts.follow(step(agent(" one"), user(" hey")))
    texts.close([Speaker.AGENT])
    assert texts.follow(step()).texts == (agent("", True),)


def test_what_has_ended_needs_no_closing(texts):
    texts.follow(step(agent(" one", True)))
    texts.close()
    assert texts.follow(step()).texts == ()


def test_a_piece_of_a_character_opens_an_utterance(texts):
    part = step(agent(""))
    assert texts.follow(part).texts == part.texts
    texts.close()
    assert texts.follow(step()).texts == (agent("", True),)


def test_it_is_not_closed_twice_if_the_engine_closes_it_as_well(texts):
    texts.follow(step(agent(" one")))
    texts.close()
    assert texts.follow(step(agent("", True), agent(" two"), agent("", True))).texts == (
        agent("", True),
        agent(" two"),
        agent("", True),
    )
