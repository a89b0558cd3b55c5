"""What verbs mean, and when they are idioms."""

from __future__ import annotations

import pytest

from creature_intent.acts import BRING_OBJECT, FOLLOW, GRAB_OBJECT, GUIDE, MOVE_TO, PLACE_OBJECT, SEARCH, SWITCH_OFF
from creature_intent.deeds.deed import DOUBTFUL, WEAK, Setting
from creature_intent.deeds.verbs import read
from creature_intent.tokens import Speaker

USER = Setting(Speaker.USER, {"anna": "Anna"})
AGENT = Setting(Speaker.AGENT, {"anna": "Anna"})


@pytest.mark.parametrize(
    ("words", "intent", "slots"),
    [
        ("pick the cup up", GRAB_OBJECT, ("cup", "", "", "")),
        ("grab the cup off the table", GRAB_OBJECT, ("cup", "table", "", "")),
        ("take the cup out of the box", GRAB_OBJECT, ("cup", "box", "", "")),
        ("grab me the cup", BRING_OBJECT, ("cup", "", "", "user")),
        ("bring the cup", BRING_OBJECT, ("cup", "", "", "user")),
        ("take the cup to anna", BRING_OBJECT, ("cup", "", "", "Anna")),
        ("carry the box to the door", BRING_OBJECT, ("box", "", "door", "")),
        ("carry the box", GRAB_OBJECT, ("box", "", "", "")),
        ("take to the sink the plates", BRING_OBJECT, ("plates", "", "sink", "")),
        ("put the cup down", PLACE_OBJECT, ("cup", "", "", "")),
        ("put it back on the shelf", PLACE_OBJECT, ("it", "", "shelf", "")),
        ("move the chair to the door", PLACE_OBJECT, ("chair", "", "door", "")),
        ("move to the door", MOVE_TO, ("", "", "door", "")),
        ("come with me to the kitchen", FOLLOW, ("", "", "kitchen", "user")),
        ("turn that off for me", SWITCH_OFF, ("that", "", "", "")),
        ("look under the bed for my shoe", SEARCH, ("shoe", "bed", "", "")),
        ("walk me to the door", GUIDE, ("", "", "door", "user")),
        ("show anna the way to the door", GUIDE, ("", "", "door", "Anna")),
    ],
)
def test_what_follows_makes_the_task(words, intent, slots):
    deed = read(words.split(), USER)
    assert (deed.intent, tuple(vars(deed.slots).values())) == (intent, slots)


@pytest.mark.parametrize(
    "words",
    [
        "pick a cup", "pick up the kids", "bring it up", "take a look", "take it", "give me a minute", "put it off",
        "carry a box", "give the cup", "put the cup", "go to sleep", "come on", "show me the cup", "take the bus",
        "get cold", "leave me alone", "hold on", "sing a song", "",
    ],
)  # fmt: skip
def test_no_deed_and_idioms(words):
    assert read(words.split(), USER) is None


@pytest.mark.parametrize("words", ["go to berlin", "grab my coat", "get the milk at the store", "grab a coffee"])
def test_what_a_creature_does_not_promise_is_a_persons_talk(words):
    assert read(words.split(), AGENT) is None


@pytest.mark.parametrize("words", ["go to the office", "pick up the phone", "pick up the milk"])
def test_what_may_be_both_is_doubtful_for_the_creature_and_clear_from_the_user(words):
    assert read(words.split(), AGENT).certainty == DOUBTFUL
    assert read(words.split(), USER).certainty == 1.0


def test_how_sure_a_verb_is():
    assert read(["pick", "up", "the", "cup"], USER).certainty == 1.0
    assert read(["get", "the", "cup"], USER).certainty == WEAK
    assert read(["take", "the", "cup"], AGENT).certainty == DOUBTFUL
