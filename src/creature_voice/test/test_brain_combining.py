"""Requests in a row become one where one goes on with the other."""

from __future__ import annotations

import pytest

from creature_voice.brains.combining import combine
from creature_voice.brains.request_forms import Action
from creature_voice.brains.requests import requests_in


def known(word: str) -> bool:
    return word in ("cup", "book", "kitchen", "shelf")


@pytest.mark.parametrize(
    ("heard", "tasks"),
    [
        ("Pick up the red cup and bring it to me.", [(Action.BRING, "red cup")]),
        ("Take the red cup and put it on the shelf.", [(Action.PLACE, "red cup")]),
        ("Find the cup and bring it to me.", [(Action.BRING, "cup")]),
        ("Go to the kitchen and get the cup.", [(Action.GRAB, "cup")]),
        ("Pick up the red cup. Then go to the kitchen.", [(Action.GRAB, "red cup"), (Action.MOVE, None)]),
        ("Stop. Bring me the cup.", [(Action.BRING, "cup")]),
        ("Bring me the cup. No, stop.", [(Action.STOP, None)]),
        ("Pick up the cup. Pick up the cup.", [(Action.GRAB, "cup")]),
        ("Don't take the cup, take the book.", [(Action.GRAB, "book")]),
        ("Take the book, but don't take the cup.", [(Action.GRAB, "book")]),
        ("Open the book and close it.", [(Action.OPEN, "book"), (Action.CLOSE, "")]),
    ],
)
def test_combine(heard: str, tasks: list[tuple[Action, str | None]]) -> None:
    found = combine(requests_in(heard, "Pip", known))
    assert [(one.action, one.thing.words if one.thing else None) for one in found] == tasks


def test_the_place_gone_to_is_where_the_thing_is_taken_from() -> None:
    (request,) = combine(requests_in("Go to the kitchen and bring me the cup.", "Pip", known))
    assert request.source is not None
    assert request.source.spoken() == "from the kitchen"
