"""The same again, undone, resumed; softer words that take back; what is taken back of several."""

from __future__ import annotations

import pytest

from creature_intent.config import IntentConfig
from creature_intent.dialogue.soft_words import is_soft
from creature_intent.evaluation.data import Item, Turn
from creature_intent.evaluation.runner import run
from creature_intent.text.contractions import plainly_written
from creature_intent.tokens import Speaker

_SPEAKERS = {"U": Speaker.USER, "A": Speaker.AGENT}


def left(talk):
    """The tasks that stand at the end of a talk, turns parted by " / ", "ended" where the oldest task ends."""
    turns = tuple(
        Turn(Speaker.USER, "", ended="ok") if one == "ended" else Turn(_SPEAKERS[one[0]], one[3:])
        for one in talk.split(" / ")
    )
    (outcome,) = run([Item("it", "test", turns)], IntentConfig(), lambda: 0.0)
    return [" ".join(filter(None, (goal.intent, *vars(goal.slots).values()))) for goal in outcome.pending]


@pytest.mark.parametrize(
    ("talk", "expected"),
    [
        ("U: Spin around. / A: Spinning. / ended / U: Again, again! / A: Again, okay.", ["PERFORM_MOTION spin around"]),
        (
            "U: Turn left. / A: Turning. / ended / U: Can you turn just a bit further? / A: Okay.",
            ["PERFORM_MOTION turn left"],
        ),
        (
            "U: Move back. / A: Moving. / ended / U: Move a bit more. / A: Okay.",
            ["PERFORM_MOTION step back"],
        ),
        ("U: Switch on the lamp. / A: Sure. / ended / U: Turn a bit more. / A: Okay.", []),
        ("U: Switch on the lamp. / A: Sure. / ended / U: Off again, please. / A: Off again.", ["SWITCH_OFF lamp"]),
        (
            "U: Shut the curtains. / A: Sure. / ended / U: Bit gloomy. Open them again. / A: Okay.",
            ["OPEN curtains"],
        ),
        ("U: Walk over to the piano. / A: Walking. / U: Hold it! / A: Holding.", []),
        (
            "U: Walk over to the piano. / A: Walking. / U: Hold it! / A: Holding. / U: Okay, carry on. / A: Going on.",
            ["MOVE_TO piano"],
        ),
        (
            "U: Fetch my coat. / A: Sure. / U: Oh, leave it, it's warm. / A: Okay. / U: No, do bring it. / A: Okay.",
            ["BRING_OBJECT coat user"],
        ),
        (
            "U: Close the blinds and switch off the printer. / A: Both. / U: Don't close the blinds. / A: Okay.",
            ["SWITCH_OFF printer"],
        ),
        (
            "U: Turn off the TV, shut the door and bring me my pills. / A: Sure. / U: Forget the TV and the door. / "
            "A: Just the pills then.",
            ["BRING_OBJECT pills user"],
        ),
        ("U: Open the gate and switch on the AC. / A: Both. / U: The AC is not needed. / A: Okay.", ["OPEN gate"]),
        ("U: Bring me coffee and milk. / A: Sure. / U: No milk. / A: Just coffee.", ["BRING_OBJECT coffee user"]),
        (
            "U: Bring me that vase. / A: I'll get it. / A: Hm, sorry, that's too high for me, I can't do it after all.",
            [],
        ),
        (
            "U: Bring me the knife. / A: I'm not allowed to. / U: Fine, the spoon then. / A: Sure.",
            ["BRING_OBJECT spoon user"],
        ),
        ("A: I could open the hatch and turn off the oven. / U: Just the oven. / A: Oven, sure.", []),
        ("U: Switch the TV off. / A: Sure. / ended / U: Put it back on. / A: Back on it goes.", ["SWITCH_ON tv"]),
        ("U: Could I have my coat? / A: Sure! / U: Ah, no, forget it, it's in the wash. / A: Okay.", []),
        (
            "U: Close the hatch and shut off the fan in my room. / A: Sure, I'll close the hatch and turn off the fan.",
            ["CLOSE hatch", "SWITCH_OFF fan room"],
        ),
        (
            "U: Bring Ann her pills and a glass of juice. / A: Okay. / U: Water, not juice. / A: Water, okay.",
            ["BRING_OBJECT pills and water Ann"],
        ),
        ("U: Turn on the lamp. / A: Sure. / U: wait is it the hall light that flickers", ["SWITCH_ON lamp"]),
    ],
)
def test_what_stands(talk, expected):
    assert left(talk) == expected


@pytest.mark.parametrize(
    "words",
    [
        "you know what forget all of that i'm going to bed",
        "scrap that found it",
        "it's alright i've just done it meself",
        "not to worry, i'll get the steps",
        "they were on my head the whole time",
        "got it, it was under my bum",
        "its fine, i'm warm now",
        "tom just lent me his so i'm good",
        "he's here, he was under the bed",
        "she'd rather stay here",
        "wait with that till dad's done",
    ],
)
def test_softer_words_take_back(words):
    assert is_soft(words)


@pytest.mark.parametrize(
    "words",
    ["it's fine", "i'll get dinner ready", "did you find it", "you got it", "it's fine, i'll wait here", "that's nice"],
)
def test_other_words_take_nothing_back(words):
    assert not is_soft(words)


def test_apostrophes_that_a_recogniser_leaves_out():
    assert plainly_written("ive got him ill do it dont worry") == "i've got him i'll do it don't worry"
    assert plainly_written("i feel ill today") == "i feel ill today"
