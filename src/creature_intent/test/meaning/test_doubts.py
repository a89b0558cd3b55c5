"""What has the form of a task and is only to be asked about, or counts only as an answer."""

from __future__ import annotations

import pytest

from creature_intent.acts import Act, Kind, Slots
from creature_intent.config import IntentConfig
from creature_intent.dialogue.watcher import Watcher
from creature_intent.meaning.doubts import is_unknown
from creature_intent.meaning.frames import Frame
from creature_intent.tokens import Speaker, Token

USER, AGENT = Speaker.USER, Speaker.AGENT


def heard(*turns):
    """What a watcher without a judge decides on turns ("U: ..." or "A: ..."), a second each."""
    watcher = Watcher(IntentConfig(judge=False))
    return [
        decision
        for number, turn in enumerate(turns)
        for decision in watcher.feed(
            Token(number, number, USER if turn.startswith("U") else AGENT, turn[3:], True), float(number)
        ).decisions
    ]


def is_sure(*turns):
    """Something asked for is sure enough to be done on a promise."""
    return any(d.publish and d.publish.kind == Kind.REQUEST and d.publish.confidence >= 0.5 for d in heard(*turns))


def goals(*turns):
    return [decision.goal.intent for decision in heard(*turns) if decision.goal]


@pytest.mark.parametrize(
    "words",
    [
        *("Put it in the report.", "Give it to me.", "I need it.", "We want those."),
        *("You could hang them in the hall.", "You should get one of those lamps.", "You have to get a ladder."),
        *("And then walk to the shops.", "Or go to the old barn.", "I'd love the cake."),
        *("Could you help me find a belt?", "Please sit down.", "Find me an electrician."),
        *("You should go to the lecture.", "How about going to the river?", "Can I get the ball in?"),
        *("May I see the slip?", "Can I see that book?"),
        *("Let's go downtown and pick up some shirts.", "Give me a dozen eggs.", "Give me two pairs of socks."),
        *("Give me a sandwich.", "Get me a cappuccino.", "I want the next one."),
    ],
)
def test_a_user_is_only_asked_back(words):
    assert not is_sure(f"U: {words}")


@pytest.mark.parametrize(
    "words",
    [
        *("You should go to the kitchen now.", "Give me two pairs of socks from the drawer."),
        *("You should get the ladder.", "You have to pick up the ladder.", "You could bring me the ladder."),
        *("And open the door.", "Could you help me find my belt?", "Sit down.", "Give me the sandwich."),
        *("There's a ball under the bed. Put it in the basket.", "Put it on the table.", "Find a nurse in the ward."),
    ],
)
def test_a_user_is_believed_where_a_thing_is_there(words):
    assert is_sure(f"U: {words}")


@pytest.mark.parametrize(
    "words",
    [
        *("I'm looking for a scarf.", "I have to find Robin.", "I need to get some shoes."),
        *("Let's put the tent on the roof.", "Let's dance!", "Let me back up."),
        *("Excuse me, I'm looking for the blue scarf.", "I'll bring a hat.", "Follow me to the terrace."),
    ],
)
def test_of_the_creature_it_is_talk_out_of_the_blue(words):
    assert goals(f"A: {words}") == []


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ("Find a scarf.", "I'm looking for a scarf."),
        ("Find Robin.", "I have to find Robin."),
        ("Put the tent on the shelf.", "Let's put the tent on the shelf."),
        ("Dance!", "Let's dance!"),
        ("Back up.", "Let me back up."),
        ("Bring me a hat.", "I'll bring a hat."),
        ("Show me the way to the terrace.", "Follow me to the terrace."),
    ],
)
def test_it_is_the_answer_to_just_that_request(asked, words):
    assert len(goals(f"U: {asked}", f"A: {words}")) == 1


@pytest.mark.parametrize(
    ("deed", "intent", "slots", "unknown"),
    [
        ("take it", "GRAB_OBJECT", Slots("it"), True),
        ("give it to me", "BRING_OBJECT", Slots("", recipient="user"), True),
        ("put it in the report", "PLACE_OBJECT", Slots("", destination="report"), True),
        ("put it on the shelf", "PLACE_OBJECT", Slots("", destination="shelf"), False),
        ("put it down", "PLACE_OBJECT", Slots(""), False),
        ("bring it to me", "BRING_OBJECT", Slots("", recipient="user"), False),
        ("give me the blue one", "BRING_OBJECT", Slots("blue one"), False),
    ],
)
def test_what_is_not_named_is_unknown(deed, intent, slots, unknown):
    put = Frame(tuple(deed.split()), "tells", 0.9)
    assert is_unknown(Act(Kind.REQUEST, intent, slots), put) == unknown
    assert not is_unknown(Act(Kind.COMMIT, intent, slots), put)


def test_which_one_is_wished_for_is_unknown():
    wish = Frame(("bring", "me", "the", "next", "one"), "says it is needed", 0.75, wished=True)
    assert is_unknown(Act(Kind.REQUEST, "BRING_OBJECT", Slots("next one")), wish)
