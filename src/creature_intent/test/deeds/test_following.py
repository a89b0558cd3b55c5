"""Who is followed."""

import pytest

from creature_intent.acts import USER as THE_USER
from creature_intent.acts import Slots
from creature_intent.deeds.deed import DOUBTFUL, Setting
from creature_intent.deeds.following import follow_somebody
from creature_intent.tokens import Speaker

USER = Setting(Speaker.USER, {"anna": "Anna", "olsen": "Olsen"})


@pytest.mark.parametrize(
    ("words", "who", "place"),
    [
        ("walk beside me to the gate", THE_USER, "gate"),
        ("go after that man", "that man", ""),
        ("keep pace with the wheelchair", "wheelchair", ""),
        ("follow the tour group", "tour group", ""),
        ("walk with me and the dog to the shed", "user and dog", "shed"),
        ("stay on his heels", "him", ""),
        ("come along", THE_USER, ""),
        ("stick with me the whole way to the shed", THE_USER, "shed"),
        ("follow us everywhere we go", THE_USER, ""),
        ("follow that one there in the green coat", "that one in the green coat", ""),
        ("follow the girl which carries the lamp", "girl which carries the lamp", ""),
        ("follow the mowing robot to see where it stops", "mowing robot", ""),
        ("follow mister aydin", "mister aydin", ""),
        ("go with fatima", "fatima", ""),
        ("keep near me", THE_USER, ""),
    ],
)
def test_somebody_is_followed(words, who, place):
    assert follow_somebody(words.split(), USER).slots == Slots("", "", place, who)


@pytest.mark.parametrize(
    "words",
    [
        "come with me to look at houses",
        "come with me to the party",
        "go after the truth",
        "go with salami",
        "keep to the plan",
        "stick to it",
    ],
)
def test_nobody_is_followed(words):
    assert follow_somebody(words.split(), USER) is None


def test_who_is_only_pointed_at_is_asked_about():
    assert follow_somebody(["go", "with", "him"], USER).certainty == DOUBTFUL
