"""Who "him" and "her" are."""

import pytest

from creature_intent.acts import FOLLOW, Act, Kind, Slots
from creature_intent.deeds.deed import Setting
from creature_intent.deeds.met import named_in, pointed_at
from creature_intent.tokens import Speaker

USER = Setting(Speaker.USER, {"charlie": "Charlie", "kitchen": "Kitchen", "amari": "Amari", "dr": "Dr"})


@pytest.mark.parametrize(
    ("words", "who"),
    [
        ("meet charlie at the bench", "Charlie"),
        ("i have an appointment with dr amari", "Dr Amari"),
        ("greet the visitor", "visitor"),
        ("go to the kitchen", ""),
        ("bring me the cup", ""),
    ],
)
def test_who_is_named(words, who):
    assert named_in(words.split(), USER) == who


def test_who_is_pointed_at():
    act = Act(Kind.REQUEST, FOLLOW, Slots(recipient="him"))
    assert pointed_at(act, "Charlie").slots.recipient == "Charlie"
    assert pointed_at(act, "") is act
