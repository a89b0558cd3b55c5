"""One of several tasks is taken back by name; a clear request may start by not being refused."""

from __future__ import annotations

import pytest

from creature_intent.config import IntentConfig
from creature_intent.dialogue.watcher import Watcher
from creature_intent.tokens import Speaker, Token

U, A = Speaker.USER, Speaker.AGENT
TWO = ((U, "Bring me a spoon."), (A, "I'll bring you a spoon."), (U, "Follow me."), (A, "I'll follow you."))


def last(*turns, config: IntentConfig | None = None):
    watcher, heard = Watcher(config or IntentConfig()), None
    for seq, (who, words) in enumerate(turns):
        heard = watcher.feed(Token(seq, seq, who, words, True), float(seq))
    return watcher, heard.decisions


def test_a_thing_is_taken_back_by_name():
    _, decisions = last(*TWO, (U, "Forget the spoon, I found one."))
    assert [(one.cancel, one.publish.slots.object) for one in decisions] == [(True, "spoon")]


def test_a_deed_is_ended_by_name():
    _, decisions = last(*TWO, (U, "You can stop following me now."))
    assert [(one.cancel, one.publish.intent) for one in decisions] == [(True, "FOLLOW")]


def test_of_several_what_was_never_asked_for_takes_nothing_back():
    assert last(*TWO, (U, "Forget the ladder."))[1] == ()


def test_of_one_any_name_takes_it_back():
    assert last(*TWO[:2], (U, "Forget the thingy, I'm fine."))[1][0].cancel


def test_a_clear_request_starts_when_it_is_not_refused_in_time():
    config = IntentConfig(silence_s=2.0)
    watcher, _ = last((U, "Open the door."), config=config)
    assert watcher.tick(1.0) == []
    assert [one.goal.intent for one in watcher.tick(2.5)] == ["OPEN"]
    assert watcher.tick(3.0) == []


def test_silence_starts_nothing_that_is_only_wished_for_or_refused():
    config = IntentConfig(silence_s=2.0)
    assert last((U, "I could use a blanket."), config=config)[0].tick(9.0) == []
    assert last((U, "Open the door."), (A, "I'm sorry, I can't."), config=config)[0].tick(9.0) == []
    assert last((U, "Open the door."))[0].tick(9.0) == []


def test_a_refusal_right_after_okay_takes_it_back():
    watcher = Watcher(IntentConfig())
    said = ((Speaker.USER, "Open the window."), (Speaker.AGENT, "Okay."), (Speaker.AGENT, "I'm afraid I can't."))
    started, taken_back = [], []
    for index, (speaker, words) in enumerate(said):
        for decision in watcher.feed(Token(index, index * 12, speaker, words, True), float(index)).decisions:
            started += [decision.goal.intent] if decision.goal else []
            taken_back += [decision.cancel]
    assert started == ["OPEN"]
    assert taken_back[-1]


def test_a_short_stop_that_is_misheard_stops_a_task_and_nothing_else():
    _, decisions = last(*TWO, (U, "Star."))
    assert [one.cancel for one in decisions] == [True]
    _, decisions = last((U, "Star."))
    assert not any(one.cancel for one in decisions)


@pytest.mark.parametrize(
    ("words", "is_taken_back"),
    [
        ("Oh no, I can't.", True), ("I'm unable to do that.", True), ("I won't be able to.", True),
        ("I changed my mind, I won't.", True), ("Sorry, I can't find it.", True),
        ("It's too heavy, I can't lift it.", True),
        ("Wait, I'm not allowed to.", True), ("Unfortunately it's locked.", True), ("I can't wait to see it.", False),
        ("I can't believe how late it is.", False), ("I couldn't agree more.", False), ("I won't be long.", False),
        ("I won't drop it.", False), ("I'm not tired.", False), ("It was on the table.", False),
        ("Almost there.", False),
    ],
)  # fmt: skip
def test_the_creature_takes_its_own_promise_back(words, is_taken_back):
    _, decisions = last((U, "Bring me the red cup."), (A, "Okay, I'll bring it."), (A, words))
    assert any(one.cancel for one in decisions) is is_taken_back


@pytest.mark.parametrize(
    ("words", "goals"),
    [
        (("Get the box but don't open it.",), ["BRING_OBJECT box"]),
        (("Get the box.", "But don't open it."), ["BRING_OBJECT box"]),
        (("Bring me the blue cup, and please don't take the red one.",), ["BRING_OBJECT blue cup"]),
        (("Put the cup on the table and don't put it on the shelf.",), ["PLACE_OBJECT cup"]),
        (("Turn on the lamp and don't turn on the fan.",), ["SWITCH_ON lamp"]),
        (("Bring me a towel, no don't bring it.",), []),
        (("Grab the cup.", "No, don't pick it up."), []),
        (("Bring me the cup.", "No, don't take it."), []),
        (("Open the window.", "Don't open the door."), ["OPEN window"]),
        (("Bring me the blue cup.", "Don't take the red one."), ["BRING_OBJECT blue cup"]),
        (("Give Anna the cup and don't give it to Tom.",), ["BRING_OBJECT cup"]),
    ],
)
def test_how_a_thing_is_not_to_be_done_takes_nothing_back(words, goals):
    _, decisions = last(*((U, one) for one in words), (A, "Okay."))
    assert [f"{one.goal.intent} {one.goal.slots.object}" for one in decisions if one.goal] == goals


def test_of_another_kind_of_task_nothing_is_forbidden():
    _, decisions = last((U, "Get the box."), (A, "Sure."), (U, "Don't open it, please."))
    assert not any(one.cancel for one in decisions)
    _, decisions = last((U, "Open the box."), (A, "Sure."), (U, "Don't open it, please."))
    assert any(one.cancel for one in decisions)


@pytest.mark.parametrize(
    ("asked", "forbidden"),
    [
        ("Raise your arm.", "Don't raise it."), ("Open your hand.", "Don't open it."),
        ("Close your eyes.", "Don't close them."), ("Turn on the tap.", "Don't open it."),
        ("Turn off the water.", "Don't close it."), ("Answer the door.", "Don't get it."),
        ("Open the jar.", "Don't take the lid off."), ("Lower the blinds.", "Don't put them down."),
        ("Switch on the oven.", "Don't go near it."), ("Open the window.", "Don't go there."),
        ("Pick up the cup.", "Don't go in there."), ("Bring me the cup.", "Don't take it."),
        ("Take Anna back.", "Don't take her back."), ("Take Anna to the kitchen.", "Don't take her there."),
        ("Bring me the cup.", "Don't get it."), ("Put the cup on the table.", "Don't put it on the table."),
    ],
)  # fmt: skip
def test_what_is_forbidden_in_other_words_ends_all_the_same(asked, forbidden):
    _, decisions = last((U, asked), (A, "Sure."), (U, forbidden))
    assert any(one.cancel for one in decisions)


@pytest.mark.parametrize(
    ("asked", "then", "ended"),
    [
        ("Open the box and bring me the cup.", "Just bring me the cup, don't open the box.", "OPEN"),
        ("Turn on the fan and close the door.", "Close the door but don't turn on the fan.", "SWITCH_ON"),
    ],
)
def test_beside_what_is_asked_for_something_else_is_forbidden(asked, then, ended):
    _, decisions = last((U, asked), (A, "Sure."), (U, then))
    assert [one.publish.intent for one in decisions if one.cancel] == [ended]


def test_what_the_creature_says_it_is_doing_may_be_forbidden():
    _, decisions = last((U, "Get the box."), (A, "Sure."), (A, "I'm opening it now."), (U, "Don't open it!"))
    assert any(one.cancel for one in decisions)


def test_of_two_tasks_the_one_of_several_things_goes_on_without_what_is_taken_back():
    turns = [(U, "Bring me the wrench and the grease."), (A, "Sure."), (U, "And a rag."), (A, "Will do.")]
    _, decisions = last(*turns, (U, "Actually, forget the grease."))
    assert [(one.instead_of.slots.object, one.goal.slots.object) for one in decisions] == [
        ("wrench and the grease", "wrench")
    ]


@pytest.mark.parametrize("words", ["So let's not take him after all.", "Perhaps better not.", "That's settled then."])
def test_an_indirect_word_takes_back(words):
    _, decisions = last((U, "Take Mr. Petrov to the garden."), (A, "Of course."), (U, words))
    assert any(one.cancel for one in decisions)


def test_that_too_is_what_was_named_last():
    asked = (U, "Bring me the gloves and the mat."), (A, "I'll bring them.")
    _, decisions = last(*asked, (U, "The mat is soaking wet, I suppose. Forget that too."))
    assert [one.goal.slots.object for one in decisions if one.goal] == ["gloves"]
