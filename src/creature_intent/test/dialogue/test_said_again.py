"""The creature agrees by naming the thing again, or by words that agree only to what was just asked for."""

from __future__ import annotations

import pytest
from dialogue_goals import goals_of


@pytest.mark.parametrize(
    ("request_", "reply"),
    [
        ("Bring Grandpa his slippers.", "Grandpa's slippers, yes."),
        ("Bring me a blanket.", "A blanket it shall be."),
        ("Bring me a blanket.", "Blanket's on the way."),
        ("Bring me a blanket.", "The blanket, right? On it."),
        ("Open the window.", "Window's opening."),
        ("Give the pen to Tom.", "Tom gets the pen, okay."),
        ("Put the book back.", "Back where it belongs."),
        ("Turn off the light.", "Off it is."),
        ("Turn off the light.", "Lights out."),
        ("Bring me a blanket.", "Here you go."),
        ("Bring me a blanket.", "Ugh, okay."),
        ("Bring me a blanket.", "I see it, one moment."),
    ],
)
def test_what_was_asked_for_is_begun(request_, reply):
    assert len(goals_of(f"U: {request_}", f"A: {reply}")) == 1


@pytest.mark.parametrize(
    ("request_", "reply"),
    [
        ("Bring me a blanket.", "Blankets are lovely."),
        ("Bring me a blanket.", "My blanket tore yesterday."),
        ("Bring me a blanket.", "Is that the blanket, right by the door?"),
        ("Open the window.", "The window's open already."),
        ("Open the window.", "Windows get dirty."),
        ("Turn off the light.", "The light is off."),
        ("Follow me.", "If you like jazz, yes."),
        ("Bring me a blanket.", "I see. Why?"),
    ],
)
def test_what_only_speaks_of_the_thing_begins_nothing(request_, reply):
    assert goals_of(f"U: {request_}", f"A: {reply}") == []


@pytest.mark.parametrize(
    ("asked", "more", "goal"),
    [
        ("Bring me a chair.", "Bring me the red chair.", ("BRING_OBJECT", "red chair", "user")),
        ("Bring me a cup of tea.", "Bring me two cups of tea.", ("BRING_OBJECT", "two cups of tea", "user")),
        ("Close the window.", "Close the bathroom window.", ("CLOSE", "bathroom window")),
        ("Turn on the lamp.", "Turn on the other lamp.", ("SWITCH_ON", "other lamp")),
        ("Take the ladder to the garage.", "Can I have the ladder?", ("BRING_OBJECT", "ladder", "user")),
        ("Take the letter to Anna.", "Bring the letter back.", ("BRING_OBJECT", "letter", "user")),
    ],
)
def test_another_thing_or_person_is_asked_for_besides(asked, more, goal):
    assert goal in goals_of(f"U: {asked}", "A: Sure.", f"U: {more}", "A: Sure.")


@pytest.mark.parametrize("again", ["Just bring it, please.", "Bring me the cup now.", "Could you bring the red cup?"])
def test_what_is_only_asked_for_again_begins_once(again):
    assert goals_of("U: Bring me the red cup.", "A: Sure.", f"U: {again}", "A: Sure.") == [
        ("BRING_OBJECT", "red cup", "user")
    ]
