"""What the creature says to a request, and what stands after a dialogue."""

from __future__ import annotations

import pytest

from creature_intent.config import IntentConfig
from creature_intent.evaluation.data import Item, Turn
from creature_intent.evaluation.runner import run
from creature_intent.tokens import Speaker

_SPEAKERS = {"U": Speaker.USER, "A": Speaker.AGENT}


def tasks_after(talk):
    """What stands after "U: ... / A: ...", in words."""
    turns = tuple(Turn(_SPEAKERS[one[0]], one[3:]) for one in talk.split(" / "))
    (outcome,) = run([Item("it", "test", turns)], IntentConfig(), lambda: 0.0)
    return [" ".join(filter(None, (goal.intent, *vars(goal.slots).values()))) for goal in outcome.pending]


@pytest.mark.parametrize(
    ("talk", "expected"),
    [
        # A promise that names nothing is of what was asked for.
        ("U: Move the stool next to the bath. / A: Okay, I'll move it.", ["PLACE_OBJECT stool bath"]),
        ("U: Shut the window. / A: Understood, I'll shut it.", ["CLOSE window"]),
        ("U: Bring the samples to the nurse. / A: I'm taking them to her now.", ["BRING_OBJECT samples nurse"]),
        ("U: Open the balcony door. / A: I'll get it for you.", ["OPEN balcony door"]),
        ("U: Go look for the porter. / A: Fine, I'll go look for him.", ["SEARCH porter"]),
        ("U: Bring me the yarn. / A: Haha, I'll bring it.", ["BRING_OBJECT yarn user"]),
        ("U: Shut the window. / A: I'll wait for you.", []),
        ("U: Bring me the cup. / A: I'll get back to you.", []),
        ("U: Shut the window. / A: I'll shut it tomorrow.", []),
        # Words of agreement, and what may stand around them.
        ("U: Bring me the cup. It's on the table. / A: Sure.", ["BRING_OBJECT cup table user"]),
        ("U: Bring me the cup. Do you like tea? / A: Sure.", []),
        ("U: Do a pirouette. / A: Okay, watch me.", ["PERFORM_MOTION pirouette"]),
        ("U: Bring me the cup. / A: Of course, dear, it's in good hands.", ["BRING_OBJECT cup user"]),
        ("U: Bring me the cup. / A: Of course, but not now.", []),
        ("U: Bring me the cup. / A: Sure, Anna.", ["BRING_OBJECT cup user"]),
        ("U: Bring me the tape. / A: Yup, coming right up.", ["BRING_OBJECT tape user"]),
        ("U: Bring me the tape. / A: Here I come with it.", ["BRING_OBJECT tape user"]),
        ("U: Bring me the tape. / A: I'll have it in a minute.", ["BRING_OBJECT tape user"]),
        ("U: Put the pan on the stove. / A: Aye, chef.", ["PLACE_OBJECT pan stove"]),
        ("U: Put the stool by the bath. / A: I'm putting it right there.", ["PLACE_OBJECT stool bath"]),
        ("U: Come to the garage. / A: I'm coming over.", ["MOVE_TO garage"]),
        (
            "U: Bring me the hammer. / A: Yes, and I'll bring you the nails too.",
            ["BRING_OBJECT hammer user", "BRING_OBJECT nails user"],
        ),
        ("U: Close your eyes. / A: Okay, I'm closing them.", ["PERFORM_MOTION close eyes"]),
        # The user's own words again.
        ("U: Bring me the cup. / A: Sure. / U: No, the green one. / A: Green it is.", ["BRING_OBJECT green cup user"]),
        ("U: Open the letter from Anna. / A: That letter is for your sister.", []),
    ],
)
def test_what_the_creature_answers_to_a_request(talk, expected):
    assert tasks_after(talk) == expected


@pytest.mark.parametrize(
    ("talk", "expected"),
    [
        ("U: Turn the stove off and bring me a cloth. / A: Will do.", ["SWITCH_OFF stove", "BRING_OBJECT cloth user"]),
        ("U: Open the blinds. Turn the fan on. / A: I'll do both.", ["OPEN blinds", "SWITCH_ON fan"]),
        ("U: Bring me the wool and the pins. / A: I'll bring you both.", ["BRING_OBJECT wool and the pins user"]),
        ("U: Open the blinds and turn the fan on. / A: I'll open the blinds.", ["OPEN blinds"]),
        ("U: Open the blinds and turn the fan on. / A: I'm sorry, I can't.", []),
        ("U: Turn the fan on. / A: How are you? / U: Open the door. / A: Sure.", ["OPEN door"]),
        ("U: Turn the fan on and open the door. / A: Sure. / U: Not the fan, though.", ["OPEN door"]),
        ("U: Put the chairs back and close the door. / A: Sure. / U: Er, leave the chairs.", ["CLOSE door"]),
        ("U: Close the front door and turn the fan on. / A: Sure. / U: I meant the back door. / A: Okay.",
         ["SWITCH_ON fan", "CLOSE back door"]),
    ],
)  # fmt: skip
def test_several_tasks_of_one_breath(talk, expected):
    assert tasks_after(talk) == expected


@pytest.mark.parametrize(
    ("talk", "expected"),
    [
        ("U: Fetch my boots from the hall. / A: Sure. / U: They're in the cellar, not in the hall. / A: Okay.",
         ["BRING_OBJECT boots cellar user"]),
        ("U: Look for my keys. / A: Sure. / U: Try the bedroom first. / A: Okay.", ["SEARCH keys bedroom"]),
        ("U: Bring me the mug. / A: Bringing you the jug. / U: No, mug. / A: Okay.", ["BRING_OBJECT mug user"]),
        ("U: Bring me the cup. / A: Sure. / U: Not that one. The other one. / A: Okay.",
         ["BRING_OBJECT other cup user"]),
        ("U: Bring me the salt. / A: Sure. / U: Oh, it's pepper I want, not salt. / A: Okay.",
         ["BRING_OBJECT pepper user"]),
        ("U: Take this letter to Anna. / A: Sure. / U: Ah, she's off. Give it to Milo. / A: Okay.",
         ["BRING_OBJECT letter Milo"]),
        ("U: Bring me two plates. / A: Sure. / U: Four plates, sorry. / A: Okay.", ["BRING_OBJECT four plates user"]),
        ("U: Put the peg in the top drawer. / A: Sure. / U: I meant the lower drawer. / A: Got it, the lower one.",
         ["PLACE_OBJECT peg lower drawer"]),
        ("U: Bring me the stamp. / A: Sure. / U: Not that one. The other one, for the letter. / A: Okay.",
         ["BRING_OBJECT other stamp user"]),
        ("U: Bring me the jam. / A: Sure. / U: And a knife to go with it. / A: Sure.",
         ["BRING_OBJECT jam user", "BRING_OBJECT knife user"]),
        ("A: There's smoke from the oven. / U: So switch it off, quick! / A: Turning it off.", ["SWITCH_OFF oven"]),
        ("U: Bring me the rice and the oil. / A: Sure. / U: Leave the rice in the shed.", ["BRING_OBJECT oil user"]),
        ("U: Grab the cup. / A: Sure. / U: Leave the cup on the desk. / A: Okay.",
         ["GRAB_OBJECT cup", "PLACE_OBJECT cup desk"]),
        ("U: Open the blinds. Turn the fan on. / A: I'll do both. / U: Forget both of them.", []),
        ("U: Bring me the cheese. / A: Sure. / U: On reflection, I don't fancy cheese.", []),
        ("U: Turn on the fan. / A: Sure. / U: Bring me a pen. / A: Sure. / U: The pen I don't need any more.",
         ["SWITCH_ON fan"]),
        ("U: Bring me the cup. / A: Sure. / U: Don't worry about the dog.", ["BRING_OBJECT cup user"]),
        ("U: Could I have some light? / A: Shall I open the blinds? / U: If you would. / A: Sure.", ["OPEN blinds"]),
    ],
)  # fmt: skip
def test_what_the_user_puts_right(talk, expected):
    assert tasks_after(talk) == expected


@pytest.mark.parametrize(
    ("talk", "expected"),
    [
        ("U: Pick up the red cup. / A: Sure, I'll get the cup.", ["GRAB_OBJECT red cup"]),
        ("U: Put the cup on the table. / A: I'm getting the cup now.", ["PLACE_OBJECT cup table"]),
        ("U: Bring the cup to Anna. / A: I'll get the cup.", ["BRING_OBJECT cup Anna"]),
        ("U: Take the cup to the shelf. / A: I'll go and get the cup.", ["BRING_OBJECT cup shelf"]),
        ("U: Bring Anna the cup. / A: Sure. / A: I'm getting the cup.", ["BRING_OBJECT cup Anna"]),
        ("A: I'll get the cup.", ["BRING_OBJECT cup user"]),
        ("A: I'll get the cup. / A: I'm getting the cup.", ["BRING_OBJECT cup user"]),
        ("U: Get the cup. / A: I'm picking it up.", ["BRING_OBJECT cup user"]),
    ],
)
def test_whom_a_thing_is_got_for_is_known_from_what_was_asked(talk, expected):
    assert tasks_after(talk) == expected


@pytest.mark.parametrize(
    "words",
    [
        "That's not necessary any more.", "I can manage without it.", "Ignore what I said.", "Nope, changed my mind.",
        "Somebody else is bringing it.", "Let's leave it for today.", "I'd rather you didn't.",
        "On second thoughts, don't.", "Nah, leave it.", "Strike that.", "You needn't bother.",
    ],
)  # fmt: skip
def test_words_that_end_what_was_promised(words):
    assert tasks_after(f"U: Bring me the cup. / A: Sure. / U: {words}") == []


def test_one_thing_of_several_is_taken_back():
    talk = "U: Bring me the fork and the knife. / A: Sure. / U: Forget the knife."
    assert tasks_after(talk) == ["BRING_OBJECT fork user"]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Fresh towels for you, coming up.", "BRING_OBJECT fresh towels user"),
        ("A cold lemonade coming right up for you.", "BRING_OBJECT cold lemonade user"),
        ("I'll be back shortly with the thermometer from the cabinet.", "BRING_OBJECT thermometer cabinet user"),
        ("Lights off in the hall, coming up!", "SWITCH_OFF lights hall"),
        ("good idea i'll hang the lantern on the branch", "PLACE_OBJECT lantern branch"),
        ("moving the big plant to the window it needs the sun", "PLACE_OBJECT big plant window"),
        ("I'd best bring you the crutches, the floor is wet.", "BRING_OBJECT crutches user"),
        ("I'll quietly close the nursery door.", "CLOSE nursery door"),
        ("I'll pull the plug out of the socket.", "GRAB_OBJECT plug socket"),
        ("Let me take your coat.", "GRAB_OBJECT coat"),
        ("I'll tuck the pillow behind your back.", "PLACE_OBJECT pillow back"),
        ("I'll give the postman the package.", "BRING_OBJECT package postman"),
        ("I'll stick the note on the fridge door so that nobody forgets.", "PLACE_OBJECT note fridge door"),
        ("Well, I suppose I'll turn off the radio now.", "SWITCH_OFF radio"),
    ],
)
def test_promises_in_many_forms(words, expected):
    assert tasks_after(f"A: {words}") == [expected]


@pytest.mark.parametrize(
    "words",
    [
        "The cup I'll bring you is red.", "I know what I'll bring.", "I'll be back with my sister.",
        "I'll go after lunch.", "So please step aside.", "I suppose you like it.",
    ],
)  # fmt: skip
def test_what_is_no_promise(words):
    assert tasks_after(f"A: {words}") == []
