"""One task, put right in many ways: what stands once the creature has agreed."""

from __future__ import annotations

import pytest

from creature_intent.config import IntentConfig
from creature_intent.dialogue.watcher import Watcher
from creature_intent.tokens import Speaker, Token

WAYS = {
    "blue cup": (
        "No, the blue one.", "The blue one instead please.", "It's the blue one I want.", "Make it the blue one.",
        "That's the wrong one, I want the blue one.", "That's not what I meant. The blue cup.", "I said blue.",
        "Sorry, my mistake. The blue one.", "Bring the blue one instead of the red one.", "The blue one is better.",
        "You misheard me. The blue one.", "Could I have the blue one instead?", "Change of plan, the blue one.",
    ),
    "plate": (
        "Get me the plate instead of the cup.", "Forget the cup, bring the plate.", "It's the plate I need.",
        "Instead of the cup, bring me the plate.", "Never mind the cup, I need the plate.", "Not the cup, the plate.",
    ),
    "two red cups": ("Make it two.", "Make that two.", "Two, please.", "Actually two."),
    "red cup from kitchen": ("No, the one in the kitchen.", "The one in the kitchen, I mean."),
}  # fmt: skip


def standing(*turns):
    """What is being done after these turns, of the user and the creature in turn."""
    watcher, goals = Watcher(IntentConfig()), []
    for seq, said in enumerate(turns):
        speaker = Speaker.AGENT if seq % 2 else Speaker.USER
        for decision in watcher.feed(Token(seq, 40 * seq, speaker, said, True), 3.0 * seq).decisions:
            goals = [] if decision.cancel else goals
            goals += [decision.goal] if decision.goal else []
    return goals


@pytest.mark.parametrize(("meant", "words"), [(meant, words) for meant, ways in WAYS.items() for words in ways])
@pytest.mark.parametrize("answer", ["Okay.", "Sure.", "Got it."])
def test_it_is_put_right(meant, words, answer):
    (goal,) = standing("Bring me the red cup.", "Okay, I'll bring you the red cup.", words, answer)
    thing, _, source = meant.partition(" from ")
    assert (goal.intent, goal.slots.object, goal.slots.source) == ("BRING_OBJECT", thing, source)
    assert goal.slots.recipient == "user"


@pytest.mark.parametrize(
    ("request_", "words", "expected"),
    [
        ("Bring me the red cup.", "It's in the kitchen.", "BRING_OBJECT red cup|kitchen||user"),
        ("Bring me the red cup.", "In the kitchen.", "BRING_OBJECT red cup|kitchen||user"),
        ("Bring me the red cup.", "The one on the table.", "BRING_OBJECT red cup|table||user"),
        ("Put the book on the table.", "On the shelf.", "PLACE_OBJECT book||shelf|"),
        ("Go to the kitchen.", "To the bathroom.", "MOVE_TO ||bathroom|"),
        ("Open the window.", "The one in the hall.", "OPEN window|hall||"),
        ("Look for my keys.", "Under the bed, I think.", "SEARCH keys|bed||"),
        ("Turn on the kitchen light.", "Not on, off.", "SWITCH_OFF kitchen light|||"),
        ("Put the book on the table.", "On Monday.", "PLACE_OBJECT book||table|"),
        ("Go to the kitchen.", "In a minute we'll have guests.", "MOVE_TO ||kitchen|"),
    ],
)
def test_a_place_alone_is_another_place(request_, words, expected):
    goals = standing(request_, "Okay.", words, "Got it.")
    slots = [(goal.intent, goal.slots) for goal in goals]
    assert [f"{intent} {s.object}|{s.source}|{s.destination}|{s.recipient}" for intent, s in slots] == [expected]


def test_a_number_counts_what_is_in_the_glass():
    watcher = Watcher(IntentConfig())
    for seq, said in enumerate(("Bring me a glass of water.", "Sure.", "Make that two.")):
        heard = watcher.feed(Token(seq, 40 * seq, Speaker(seq % 2 == 0), said, True), 3.0 * seq)
    assert [one.publish.slots.object for one in heard.decisions] == ["two glasses of water"]
