"""Who does the deed, and how it is put."""

from __future__ import annotations

import pytest

from creature_intent.meaning.frames import frame
from creature_intent.tokens import Speaker


@pytest.mark.parametrize(
    ("words", "deed"),
    [
        ("could you please pick up the cup", "pick up the cup"),
        ("okay so would you mind bringing me the cup", "bring me the cup"),
        ("i was wondering if you could get it", "get it"),
        ("pick up the cup", "pick up the cup"),
        ("may i have the red cup", "bring me the red cup"),
        ("i will pick up the cup", None),
        ("picking up the cup", None),
        ("you pick up the cup", None),
        ("did you pick up the cup", None),
        ("could you sing", None),
    ],
)
def test_what_a_user_asks(words, deed):
    found = frame(words.split(), Speaker.USER)
    assert (" ".join(found.deed) if found else None) == deed


@pytest.mark.parametrize(
    ("words", "deed"),
    [
        ("okay i will pick up the cup", "pick up the cup"),
        ("i am going to get it", "get it"),
        ("let me grab that", "grab that"),
        ("picking it up now", "pick it up now"),
        ("on my way to the kitchen", "go to the kitchen"),
        ("i will be right back with the cup", "bring you the cup"),
        ("i will not pick up the cup", None),
        ("i could pick up the cup", None),
        ("could you pick up the cup", None),
    ],
)
def test_what_the_creature_promises(words, deed):
    found = frame(words.split(), Speaker.AGENT)
    assert (" ".join(found.deed) if found else None) == deed


def test_a_verb_alone_is_marked():
    assert frame(["pick", "it", "up"], Speaker.USER).bare
    assert frame(["picking", "it", "up"], Speaker.AGENT).elliptic
    assert not frame(["i", "will", "pick", "it", "up"], Speaker.AGENT).bare
