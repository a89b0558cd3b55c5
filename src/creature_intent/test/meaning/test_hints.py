"""What the user tells without asking for it is suggested, never done."""

from __future__ import annotations

import pytest

from creature_intent.acts import Kind, Tier
from creature_intent.dialogue.rules import Rules
from creature_intent.text.phrases import Phrase
from creature_intent.tokens import Speaker


def read(text, speaker=Speaker.USER):
    return Rules().read(Phrase(speaker, text, 0, 9, ended=True))


@pytest.mark.parametrize(
    ("text", "intent", "thing"),
    [
        ("I'm so thirsty.", "BRING_OBJECT", "something to drink"),
        ("It's really dark in here.", "SWITCH_ON", "light"),
        ("There's a cold draught from the window.", "CLOSE", "window"),
        ("Somebody has left the fridge open.", "CLOSE", "fridge"),
        ("The oven is still on.", "SWITCH_OFF", "oven"),
        ("Oh no, I dropped my pencil.", "GRAB_OBJECT", "pencil"),
        ("I can't reach my slippers.", "BRING_OBJECT", "slippers"),
        ("Where are my reading glasses?", "SEARCH", "reading glasses"),
    ],
)
def test_a_hint_is_suggested(text, intent, thing):
    (act,) = read(text)
    assert (act.kind, act.intent, act.slots.object, act.tier) == (Kind.REQUEST, intent, thing, Tier.SUGGEST)
    assert act.reason.startswith("the user hints: ")


@pytest.mark.parametrize(
    "text",
    [
        "I'm not thirsty.",
        "If I'm cold I put a jumper on.",
        "She said it's dark in here.",
        "Where is my sister?",
        "It's dark outside.",
    ],
)
def test_other_words_hint_at_nothing(text):
    assert read(text) == []


def test_the_creature_itself_hints_at_nothing():
    assert read("It's dark in here.", Speaker.AGENT) == []


def test_a_request_beside_it_counts_alone():
    (act,) = read("I'm thirsty, bring me the green bottle.")
    assert (act.slots.object, act.tier) == ("green bottle", Tier.ACT)
