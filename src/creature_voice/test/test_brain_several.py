"""Several things in one request."""

from __future__ import annotations

import pytest

from creature_voice.brains.request_forms import FORMS
from creature_voice.brains.several import each, more

ALL = [form for _, form in FORMS]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("bring me the cup and then the book", ["bring me the cup", "bring me the book"]),
        ("put the cup and the book on the shelf", ["put the cup on the shelf", "put the book on the shelf"]),
        ("open the door and the window", ["open the door", "open the window"]),
        ("bring me the cup from the table and my book", ["bring me the cup from the table", "bring me my book"]),
        ("bring me bread and butter", ["bring me bread and butter"]),
        ("put the cup between the book and the ball", ["put the cup between the book and the ball"]),
        ("bring me the cup", ["bring me the cup"]),
    ],
)
def test_each(text: str, found: list[str]) -> None:
    assert each(text, ALL) == found


@pytest.mark.parametrize(
    ("clause", "things"),
    [
        ("and the book", ["book"]),
        ("then also my book", ["book"]),
        ("the book and the red ball", ["book", "red ball"]),
        ("the book", []),
        ("and it is nice", []),
        ("and the weather is nice", []),
    ],
)
def test_more(clause: str, things: list[str]) -> None:
    assert [noun.words for noun in more(clause)] == things
