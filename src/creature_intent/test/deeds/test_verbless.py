"""Orders that only name a thing."""

import pytest

from creature_intent.acts import Slots
from creature_intent.deeds.deed import Setting
from creature_intent.deeds.verbless import ordered
from creature_intent.grammar.rulebook_file import load
from creature_intent.tokens import Speaker

_SETTING = Setting(Speaker.USER, {}, load())


@pytest.mark.parametrize(
    ("words", "slots"),
    [
        ("two blankets to the terrace please", Slots("two blankets", destination="terrace")),
        ("clean sheets to room 12", Slots("clean sheets", destination="room 12")),
        ("ice for table six", Slots("ice", destination="table six")),
        ("juice please", Slots("juice", recipient="user")),
        ("blanket please my legs are cold", Slots("blanket", recipient="user")),
        ("scissors over here please", Slots("scissors", recipient="user")),
        ("crayons in the box please", Slots("crayons", destination="box")),
        ("coat back on the hook please", Slots("coat", destination="hook")),
        ("toys off the sofa please", Slots("toys", "sofa")),
        ("back door please", Slots("back door")),
    ],
)
def test_a_name_orders(words, slots):
    deed = ordered(words, _SETTING)
    assert deed is not None
    assert deed.slots == slots


@pytest.mark.parametrize(
    "words",
    [
        "a latte please", "two tickets to the zoo please", "no milk please", "silence please", "a toast to the couple",
        "juice", "next door please", "ten percent off the price please", "feet on the floor please",
        "the kids put their shoes on the table",
    ],
)  # fmt: skip
def test_other_words_order_nothing(words):
    assert ordered(words, _SETTING) is None
