"""When "'s" behind a noun is "is" or "has", and when it tells whose something is."""

import pytest

from creature_intent.text.noun_is import with_is


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("the phone's ringing", "the phone is ringing"),
        ("dinner's nearly ready", "dinner is nearly ready"),
        ("nan's cold , take her the scarf", "nan is cold , take her the scarf"),
        ("the table's a mess", "the table is a mess"),
        ("dad's in the garden", "dad is in the garden"),
        ("someone's left the gate open", "someone has left the gate open"),
        ("mr okafor's wandered off", "mr okafor has wandered off"),
        ("my hat's on the shelf", "my hat is on the shelf"),
    ],
)
def test_written_out(text, plain):
    assert " ".join(with_is(text.split())) == plain


@pytest.mark.parametrize(
    "text",
    [
        "bring me mum's knitting", "nan's cold soup", "the dog's left paw", "grandma's reading glasses",
        "go to anna's on the corner", "the kid's swimming bag", "take the baby's bottle", "bring whatever's in the box",
        "granddad's knitted jumper", "dad's old chair",
    ],
)  # fmt: skip
def test_left_as_it_is(text):
    assert " ".join(with_is(text.split())) == text
