"""Requests in a row become one."""

from __future__ import annotations

import pytest

from creature_voice.brains.acting import combine
from creature_voice.brains.request_forms import Action
from creature_voice.brains.requests import requests_in


def known(word: str) -> bool:
    return word in ("cup", "kitchen", "shelf")


@pytest.mark.parametrize(
    ("heard", "action", "thing", "left_over"),
    [
        ("Pick up the red cup and bring it to me.", Action.BRING, "red cup", False),
        ("Take the red cup and put it on the shelf.", Action.PLACE, "red cup", False),
        ("Go to the kitchen and get the cup.", Action.GRAB, "cup", False),
        ("Pick up the red cup. Then go to the kitchen.", Action.GRAB, "red cup", True),
        ("Stop. Bring me the cup.", Action.BRING, "cup", False),
        ("Bring me the cup. No, stop.", Action.STOP, None, False),
        ("Pick up the cup. Pick up the cup.", Action.GRAB, "cup", False),
    ],
)
def test_combine(heard: str, action: Action, thing: str | None, left_over: bool) -> None:
    request, rest = combine(requests_in(heard, "Pip", known))
    assert request.action is action
    assert (request.thing.words if request.thing else None) == thing
    assert rest is left_over


def test_the_place_gone_to_is_where_the_thing_is_taken_from() -> None:
    request, _ = combine(requests_in("Go to the kitchen and bring me the cup.", "Pip", known))
    assert request.source is not None
    assert request.source.spoken() == "from the kitchen"
