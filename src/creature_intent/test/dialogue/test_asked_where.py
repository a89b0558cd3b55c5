"""The creature asks where to, or where it is: what the user then names is a place, though no preposition says so."""

import pytest

from creature_intent.acts import USER, Slots
from creature_intent.config import IntentConfig
from creature_intent.dialogue.watcher import Watcher
from creature_intent.tokens import Speaker, Token


def _goals(*turns):
    watcher, found = Watcher(IntentConfig()), []
    for seq, (speaker, text) in enumerate(zip((Speaker.USER, Speaker.AGENT) * 2, turns, strict=True)):
        heard = watcher.feed(Token(seq, seq, speaker, text, True), 2.0 * seq)
        found += [decision.goal.slots for decision in heard.decisions if decision.goal]
    return found


@pytest.mark.parametrize(
    "asked",
    ["To the bar or to the terrace?", "Where to?", "Where should I take it?", "In the hall or in the garage?"],
)
def test_where_to(asked):
    assert _goals("Bring a bucket of ice.", asked, "The terrace.", "Okay.") == [Slots("bucket of ice", "", "terrace")]


@pytest.mark.parametrize("asked", ["Where is it?", "Okay, where's the book?", "Where can I find it?"])
def test_where_it_is(asked):
    assert _goals("Bring me my book.", asked, "The shelf.", "Okay.") == [Slots("book", "shelf", "", USER)]


@pytest.mark.parametrize("asked", ["The blue one or the red one?", "The one on the table or the one on the shelf?"])
def test_which_of_them_is_no_place(asked):
    assert _goals("Bring me a cup.", asked, "The red one.", "Okay.") == [Slots("red cup", "", "", USER)]


def test_somebody_receives_one():
    assert _goals("Bring Priya a water.", "I'll bring her one.", "Thanks.", "Okay.") == [
        Slots("water", "", "", "Priya")
    ]


def test_who_is_walked_to_a_place_is_him():
    turns = (
        "Could you walk Mr. Petrov down to X-ray?",
        "I can't.",
        "Then bring him a magazine.",
        "I'll bring him one.",
    )
    assert _goals(*turns) == [Slots("magazine", "", "", "Mr Petrov")]


def test_what_is_brought_out():
    turns = ("Bring out the striped cushions.", "I'll bring them out.", "Never mind the cushions.", "Okay.")
    assert _goals(*turns) == [Slots("striped cushions", "", "", USER)]


def test_what_lies_in_a_purse_is_not_at_hand():
    turns = ("Get me my inhaler! It's in my purse.", "Right away.", "Thanks.", "Okay.")
    assert _goals(*turns) == [Slots("inhaler", "purse", "", USER)]


@pytest.mark.parametrize("place", ["nurses station", "docking station", "assembly point", "waiting area"])
def test_a_compound_is_a_place(place):
    turns = (f"Take the clipboard to the {place}.", "Right away.", "Thanks.", "Okay.")
    assert _goals(*turns) == [Slots("clipboard", "", place)]


@pytest.mark.parametrize(
    ("said", "thing", "place"),
    [
        ("I'll peek into the glove compartment for those insurance papers.", "insurance papers", "glove compartment"),
        ("Yup, I'll look into the drawer for your pen.", "pen", "drawer"),
    ],
)
def test_it_looks_into_what_may_hold_it(said, thing, place):
    assert _goals("Where is it?", said, "Thanks.", "Okay.") == [Slots(thing, place)]


def test_what_is_to_be_told_is_no_condition():
    turns = ("Raise your left arm, tell me if you hear a click.", "Sure.", "Thanks.", "Okay.")
    assert _goals(*turns) == [Slots("raise left arm")]
