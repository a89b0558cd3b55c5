"""What is looked for where the words only ask to look."""

import pytest

from creature_intent.acts import Kind, Slots, Tier
from creature_intent.deeds.deed import Setting
from creature_intent.deeds.looking import look, looked_for, wondered
from creature_intent.dialogue.rules import Rules
from creature_intent.text.clause import clause
from creature_intent.text.phrases import Phrase
from creature_intent.tokens import Speaker

USER = Setting(Speaker.USER, {"marcus": "Marcus"})


@pytest.mark.parametrize(
    ("words", "thing", "place"),
    [
        ("see who is in the kitchen", "somebody", "kitchen"),
        ("check what is on the table", "things", "table"),
        ("see how many chairs there are in the hall", "chairs", "hall"),
        ("check whether i left my bag lying next to the desk", "bag", "desk"),
        ("find someone in the pantry", "someone", "pantry"),
    ],
)
def test_a_look(words, thing, place):
    assert look(words.split(), USER).slots == Slots(thing, place)


@pytest.mark.parametrize("words", ["see who is there", "see what happens", "tell me what is new", "bring me the cup"])
def test_no_look(words):
    assert look(words.split(), USER) is None


@pytest.mark.parametrize(
    ("words", "thing", "place"),
    [
        ("is marcus in his office", "Marcus", "office"),
        ("do we have any milk", "milk", ""),
        ("there should be a bulb in the cupboard", "bulb", "cupboard"),
        ("where do we keep the cinnamon", "cinnamon", ""),
        ("my keys must be somewhere in the garage", "keys", "garage"),
        ("have you seen the cat", "cat", ""),
    ],
)
def test_wondering(words, thing, place):
    assert wondered(clause(words.split()), USER) == Slots(thing, place)


@pytest.mark.parametrize(
    "words", ["is it in the mood", "is there a concert in town", "where are you", "are you in the hall"]
)
def test_nothing_to_look_for(words):
    assert wondered(clause(words.split()), USER) is None


def test_going_to_look_looks_for_what_was_wondered_about():
    about = Slots("cat", "cellar")
    assert looked_for(clause(["can", "you", "go", "and", "look"]), about, USER) == about
    assert looked_for(clause(["have", "a", "look", "under", "the", "bed"]), about, USER) == Slots("cat", "bed")
    assert looked_for(clause(["look", "forward"]), about, USER) is None


def test_a_question_is_remembered_for_the_next_sentence_alone():
    rules = Rules(judge=None)
    rules.read(Phrase(Speaker.USER, "Is Marcus in the study?", 0, 0))
    (act,) = rules.read(Phrase(Speaker.USER, "Have a look.", 0, 0))
    assert (act.kind, act.tier, act.slots) == (Kind.REQUEST, Tier.ACT, Slots("Marcus", "study"))
    assert not rules.read(Phrase(Speaker.USER, "Have a look.", 0, 0))
