"""What the slow loop asks by the voice: the brain answers the user's answer, and just one task starts, or none."""

from __future__ import annotations

import pytest
from overheard import Talk, started

from creature_intent.acts import Slots
from creature_intent.tasks import goals
from creature_voice.brains import phrases

DRINK = ("BRING_OBJECT", Slots("something to drink", recipient="user"))
WISHES = [
    ("I'm cold.", "Shall I get the blanket?", ("BRING_OBJECT", Slots("blanket", recipient="user"))),
    (
        "I'm thirsty.",
        "Shall I get something to drink?",
        ("BRING_OBJECT", Slots("something to drink", recipient="user")),
    ),
    ("It's dark in here.", "Shall I switch on the light?", ("SWITCH_ON", Slots("light"))),
    ("Where are my keys?", "Shall I look for the keys?", ("SEARCH", Slots("keys"))),
    ("You could go to the kitchen.", "Shall I go to the kitchen?", ("MOVE_TO", Slots(destination="kitchen"))),
    ("You could follow me.", "Shall I come along?", ("FOLLOW", Slots(recipient="user"))),
    ("You could wave.", "Shall I do that?", ("PERFORM_MOTION", Slots("wave"))),
    ("You could put the cup away.", "Shall I put the cup away?", ("PLACE_OBJECT", Slots("cup"))),
    ("You could pick up the pen.", "Shall I pick up the pen?", ("GRAB_OBJECT", Slots("pen"))),
    ("You could switch off the radio.", "Shall I switch off the radio?", ("SWITCH_OFF", Slots("radio"))),
]


@pytest.mark.parametrize("yes", ["Yes, please.", "Yes.", "Sure.", "Yes, that would be great."])
@pytest.mark.parametrize(("wish", "question", "task"), WISHES)
def test_yes_is_promised_and_starts_one_task(wish: str, question: str, task: tuple[str, Slots], yes: str) -> None:
    for seed in range(4):
        talk = Talk(seed)
        talk.wish(wish)
        assert talk.ask_first() == question
        assert "I'll" in talk.hear(yes)
        assert started(talk) == [task]


@pytest.mark.parametrize("no", ["No, thanks.", "No.", "No, thank you.", "Not now."])
@pytest.mark.parametrize(("wish", "question", "task"), WISHES)
def test_no_is_taken_and_starts_nothing(wish: str, question: str, task: tuple[str, Slots], no: str) -> None:
    talk = Talk()
    talk.wish(wish)
    talk.ask_first()
    assert talk.hear(no) in phrases.FINE_NO
    assert started(talk) == []


@pytest.mark.parametrize(
    ("kind", "first", "second", "answer", "thing"),
    [
        ("cup", "red cup", "blue cup", "The red one.", "red cup"),
        ("cup", "red cup", "blue cup", "The blue cup.", "blue cup"),
        ("cup", "red cup", "blue cup", "The first one.", "red cup"),
        ("mug", "tin mug", "oak mug", "The second.", "oak mug"),
        ("mug", "tin mug", "oak mug", "The tin one.", "tin mug"),
        ("mug", "tin mug", "oak mug", "Either.", "tin mug"),
    ],
)
def test_a_choice_that_the_body_needs_is_answered(kind: str, first: str, second: str, answer: str, thing: str) -> None:
    for seed in range(4):
        talk = Talk(seed)
        talk.hear("Pick up the pen.")
        (vague,) = talk.goals
        talk.end(vague, goals.AMBIGUOUS, f"there are several: {first}, {second}")
        talk.hand(f"Which {kind}, the {first} or the {second}?")
        assert f"I'll pick up the {thing}." in talk.hear(answer)
        assert [one.slots.object for one in talk.goals] == ["pen", thing]
