"""Who is led."""

import pytest

from creature_intent.acts import USER as THE_USER
from creature_intent.acts import Slots
from creature_intent.deeds.company import lead_somebody
from creature_intent.deeds.deed import DOUBTFUL, Setting
from creature_intent.deeds.fetching import fetch_somebody
from creature_intent.tokens import Speaker

USER = Setting(Speaker.USER, {"anna": "Anna", "olsen": "Olsen"})
AGENT = Setting(Speaker.AGENT, {})


@pytest.mark.parametrize(
    ("words", "who", "place", "room"),
    [
        ("see them out", "them", "outside", ""),
        ("escort the visitors out_of the building", "visitors", "outside", "building"),
        ("show Mr and Mrs olsen to the hall".lower(), "mr and mrs Olsen", "hall", ""),
        ("walk anna back to her room", "Anna", "room", ""),
        ("give our guest a tour of the house", "guest", "house", ""),
        ("show these two ladies the way to the hall", "these two ladies", "hall", ""),
        ("help anna get to the sofa", "Anna", "sofa", ""),
        ("bring the kids in from the garden", "kids", "inside", "garden"),
        ("go ahead of me to room 14", THE_USER, "room 14", ""),
    ],
)
def test_somebody_is_led(words, who, place, room):
    assert lead_somebody(words.split(), USER).slots == Slots("", room, place, who)


@pytest.mark.parametrize(
    "words", ["walk me through the process", "take it home", "bring him here", "show me the money"]
)
def test_nobody_is_led(words):
    assert lead_somebody(words.split(), USER) is None


def test_what_is_said_to_a_driver_or_by_a_friend_is_doubted():
    assert lead_somebody(["take", "me", "home"], USER).certainty == DOUBTFUL
    assert lead_somebody(["see", "you", "out"], AGENT).certainty == DOUBTFUL


def test_somebody_is_fetched():
    assert fetch_somebody(["fetch", "the", "nurse"], USER).slots == Slots("", "", THE_USER, "nurse")
    assert fetch_somebody(["fetch", "the", "stick"], USER) is None
    assert fetch_somebody(["get", "a", "doctor"], USER) is None
    assert fetch_somebody(["fetch", "the", "nurse"], AGENT).slots == Slots("", "", THE_USER, "nurse")
    assert fetch_somebody(["get", "the", "nurse"], AGENT) is None
