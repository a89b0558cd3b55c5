"""The default brain's promises, read by the watcher of the creature's words: each starts just what was promised."""

from __future__ import annotations

import pytest
from overheard import Talk, started

from creature_intent import acts
from creature_intent.acts import Kind, Slots
from creature_intent.tasks import goals
from creature_voice.brains.abilities import INTENTS, Abilities
from creature_voice.brains.deed_forms import MOTIONS
from creature_voice.brains.request_forms import Action


def goal(
    intent: str, thing: str = "", source: str = "", destination: str = "", recipient: str = ""
) -> tuple[str, Slots]:
    return intent, Slots(thing, source, destination, recipient)


ONE = [
    ("Pick up the red cup.", goal("GRAB_OBJECT", "red cup")),
    ("Pick up the red cup from the table.", goal("GRAB_OBJECT", "red cup", "table")),
    ("Pick up the banana.", goal("GRAB_OBJECT", "banana")),
    ("Bring me the red mug.", goal("BRING_OBJECT", "red cup", recipient="user")),
    ("Give Anna the book.", goal("BRING_OBJECT", "book", recipient="Anna")),
    ("Bring me the apple from the kitchen.", goal("BRING_OBJECT", "apple", "kitchen", recipient="user")),
    ("Find the keys and bring them to me.", goal("BRING_OBJECT", "keys", recipient="user")),
    ("Put the red cup on the shelf.", goal("PLACE_OBJECT", "red cup", destination="shelf")),
    ("Go to the kitchen.", goal("MOVE_TO", destination="kitchen")),
    ("Come here.", goal("MOVE_TO", destination="user")),
    ("Show me the way to the door.", goal("GUIDE", destination="door", recipient="user")),
    ("Follow me.", goal("FOLLOW", recipient="user")),
    ("Come with me to the kitchen.", goal("FOLLOW", destination="kitchen", recipient="user")),
    ("Can you find my keys?", goal("SEARCH", "keys")),
    ("Look for the cup in the kitchen.", goal("SEARCH", "cup", "kitchen")),
    ("Search the bedroom for my glasses.", goal("SEARCH", "glasses", "bedroom")),
    ("Open the drawer.", goal("OPEN", "drawer")),
    ("Could you open the drawer in the kitchen?", goal("OPEN", "drawer", "kitchen")),
    ("Open the window, please.", goal("OPEN", "window")),
    ("Close the fridge.", goal("CLOSE", "fridge")),
    ("Shut the door behind you.", goal("CLOSE", "door")),
    ("Switch on the lamp.", goal("SWITCH_ON", "lamp")),
    ("Turn the light on in the bedroom.", goal("SWITCH_ON", "lamp", "bedroom")),
    ("Turn off the radio.", goal("SWITCH_OFF", "radio")),
    ("Lights out, please!", goal("SWITCH_OFF", "lamp")),
    ("Wave goodbye to Anna.", goal("PERFORM_MOTION", "wave", recipient="Anna")),
    ("Dance!", goal("PERFORM_MOTION", "dance")),
]
SEVERAL = [
    ("Pick up the red cup and then go to the kitchen.",
     [goal("GRAB_OBJECT", "red cup"), goal("MOVE_TO", destination="kitchen")]),
    ("Bring me the red cup and then the book.",
     [goal("BRING_OBJECT", "red cup", recipient="user"), goal("BRING_OBJECT", "book", recipient="user")]),
    ("Bring me the red cup, the book and the apple.",
     [goal("BRING_OBJECT", thing, recipient="user") for thing in ("red cup", "book", "apple")]),
    ("Put the red cup and the book on the shelf.",
     [goal("PLACE_OBJECT", "red cup", destination="shelf"), goal("PLACE_OBJECT", "book", destination="shelf")]),
    ("Open the drawer, switch on the lamp, and then wave.",
     [goal("OPEN", "drawer"), goal("SWITCH_ON", "lamp"), goal("PERFORM_MOTION", "wave")]),
    ("Turn the radio on and dance.", [goal("SWITCH_ON", "radio"), goal("PERFORM_MOTION", "dance")]),
    ("Open the door and the window.", [goal("OPEN", "door"), goal("OPEN", "window")]),
]  # fmt: skip
TALK = [
    "Do you know how to dance?", "Are you able to open a door?", "Can you fly?", "Jump!", "What are you doing?",
    "What did you say?", "Where is the red cup?", "Don't open the drawer.", "Open your eyes.", "Shut up.",
    "Turn up the radio.", "I can't find my keys.", "Clean the windows.", "Pick up the cup.", "Turn it on.",
]  # fmt: skip


@pytest.mark.parametrize("overheard", [True, False], ids=["overheard", "alone"])
@pytest.mark.parametrize(("heard", "expected"), ONE)
def test_every_promise_starts_its_task(heard: str, expected: tuple[str, Slots], overheard: bool) -> None:
    # A promise that names neither a thing nor a place is one only where it was asked for.
    overheard = overheard or expected == goal("MOVE_TO", destination="user")
    for seed in range(4):
        talk = Talk(seed, overheard)
        answer = talk.hear(heard)
        assert started(talk) == [expected], answer
        assert [decision.publish.kind for decision in talk.own if decision.publish] == [Kind.COMMIT]


def test_every_intent_is_among_them() -> None:
    assert {expected[0] for _, expected in ONE} == set(INTENTS.values()) - {acts.STOP_ACTIVITY}


def test_every_movement_is_read() -> None:
    asked = {name: name for name, _, _ in MOTIONS} | {
        "shake head": "shake your head", "lower arm": "lower your arm", "raise arm": "raise your arm",
        "point": "point at the door", "wave": "wave to me",
    }  # fmt: skip
    for name, words in asked.items():
        talk = Talk()
        answer = talk.hear(f"Can you {words}?")
        ((intent, slots),) = started(talk)
        assert intent == acts.PERFORM_MOTION, answer
        assert set(name.split()) <= set(slots.object.split()), answer


@pytest.mark.parametrize("overheard", [True, False], ids=["overheard", "alone"])
@pytest.mark.parametrize(("heard", "expected"), SEVERAL)
def test_several_in_one_breath(heard: str, expected: list[tuple[str, Slots]], overheard: bool) -> None:
    for seed in range(4):
        talk = Talk(seed, overheard)
        answer = talk.hear(heard)
        assert started(talk) == expected, answer
        talk.hear("Thank you. That is very kind of you.")
        assert started(talk) == expected
        assert not talk.projects


def test_what_waits_for_a_choice_is_done_after_it() -> None:
    talk = Talk()
    assert talk.hear("Bring me the cup and then the book.").endswith("?")
    assert not talk.goals
    talk.hear("The red one.")
    assert [slots.object for _, slots in started(talk)] == ["red cup", "book"]


def test_the_second_may_need_a_choice() -> None:
    talk = Talk()
    assert talk.hear("Bring me the book and the cup.").endswith("?")
    talk.hear("The blue one.")
    assert [slots.object for _, slots in started(talk)] == ["book", "blue cup"]


@pytest.mark.parametrize(
    ("heard", "aim"),
    [
        ("Clear the table.", "clear the table"),
        ("Could you please tidy up the bedroom?", "tidy up the bedroom"),
        ("Set the table.", "set the table"),
    ],
)
def test_a_project_is_agreed_on_and_no_task_started(heard: str, aim: str) -> None:
    for seed in range(4):
        talk = Talk(seed)
        answer = talk.hear(heard)
        assert talk.projects == [aim], answer
        assert not talk.goals


@pytest.mark.parametrize("heard", TALK)
def test_talk_starts_nothing(heard: str) -> None:
    for seed in range(4):
        talk = Talk(seed)
        answer = talk.hear(heard)
        assert not talk.goals, answer
        assert not talk.projects, answer


def test_what_the_body_cannot_is_refused_and_not_started() -> None:
    for action in INTENTS:
        heard = next((words for words, (intent, _) in ONE if intent == INTENTS[action]), "")
        if not heard:
            continue
        needed = {Action.GRAB, Action.MOVE} if action in (Action.BRING, Action.GUIDE) else set()
        able = frozenset(INTENTS[other] for other in INTENTS if other is not action and other not in needed)
        talk = Talk(abilities=Abilities(able))
        answer = talk.hear(heard)
        assert answer.startswith(("I'm sorry, I can't", "Sorry, I can't")), answer
        assert not talk.goals, answer


@pytest.mark.parametrize("yes", ["Yes.", "Yes, the red cup.", "The red cup.", "Yes, please.", "That one."])
@pytest.mark.parametrize("asked", ["Pick up the red cop.", "Bring me the red cop."])
def test_yes_to_a_guess_starts_what_was_guessed(asked: str, yes: str) -> None:
    for seed in range(4):
        talk = Talk(seed)
        talk.hear(asked)
        (wrong,) = talk.goals
        talk.end(wrong, goals.UNKNOWN_OBJECT)
        talk.hand("I'm sorry, I can't find a red cop here; did you mean the red cup?")
        assert "I'll" in talk.hear(yes)
        assert [one.slots.object for one in talk.goals] == ["red cop", "red cup"]
        assert talk.goals[1].intent == wrong.intent


def test_no_to_a_guess_starts_nothing() -> None:
    for no in ("No.", "No, thanks.", "Never mind."):
        talk = Talk()
        talk.hear("Pick up the red cop.")
        talk.end(talk.goals[0], goals.UNKNOWN_OBJECT)
        talk.hand("I'm sorry, I can't find a red cop here; did you mean the red cup?")
        assert "I'll pick" not in talk.hear(no)
        assert len(talk.goals) == 1


def test_stop_is_answered_and_cancels() -> None:
    talk = Talk()
    talk.hear("Follow me.")
    assert talk.hear("Stop following me.").endswith("I'll stop.")
    assert talk.decisions[-1].cancel
