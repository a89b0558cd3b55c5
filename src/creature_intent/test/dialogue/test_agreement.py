"""Agreement in several words, and what stands after corrections."""

from __future__ import annotations

import pytest

from creature_intent.config import IntentConfig
from creature_intent.dialogue.agreement import agrees_in_parts, is_aside
from creature_intent.evaluation.data import Item, Turn
from creature_intent.evaluation.runner import run
from creature_intent.grammar.rulebook_file import load
from creature_intent.tokens import Speaker

_SPEAKERS = {"U": Speaker.USER, "A": Speaker.AGENT}


@pytest.mark.parametrize(
    ("text", "agrees"),
    [
        ("a pear , sure thing", True),
        ("ah , the study , cool", True),
        ("up they go", True),
        ("oh dear , yes", True),
        ("ooh , the pear's nicer", True),
        ("oh dear", False),
        ("the pear is rotten", False),
        ("sure , but the shop is closed", False),
    ],
)
def test_parts_that_agree(text, agrees):
    asked_words = frozenset({"bring", "me", "a", "pear", "from", "the", "study"})
    assert agrees_in_parts(text.split(" , "), None, asked_words, load()) is agrees


def test_asides_name_nothing():
    assert is_aside("oh gosh")
    assert not is_aside("the pear")


@pytest.mark.parametrize(
    ("talk", "expected"),
    [
        ("U: Bring me two forks. / A: Sure. / U: Make that four. / A: Four. Okay.", ["BRING_OBJECT four forks user"]),
        (
            "U: Switch off the lamp in the office. / A: Sure. / U: No, in the hall I mean. / A: Okay.",
            ["SWITCH_OFF lamp hall"],
        ),
        (
            "U: Look for my ring in the kitchen. / A: On it. / U: No, try the bathroom instead. / A: Okay, bathroom.",
            ["SEARCH ring bathroom"],
        ),
        ("U: Get me a plum. / A: A plum. / U: Hm, a pear's better. / A: A pear then.", ["BRING_OBJECT pear user"]),
        (
            "U: Open the door. / A: Opening it. / U: The other one, the back door. / A: Ah, that one.",
            ["OPEN back door"],
        ),
        (
            "U: Put the pan in the sink. / A: Okay. / U: The pan goes in the cupboard, not the sink. / A: Got it.",
            ["PLACE_OBJECT pan cupboard"],
        ),
        (
            "U: Bring me the mop from the cellar. / A: Okay. / U: It's in the attic, actually, not in the cellar. / "
            "A: Ah, the attic, cool.",
            ["BRING_OBJECT mop attic user"],
        ),
        ("U: Shut the window. / A: Shutting it. / U: Oh no, leave the window open. / A: Fine.", []),
        ("U: Get me a beer. / A: One beer. / U: On second thought, I've had enough. Forget it. / A: Okay.", []),
        ("U: Follow Ben. / A: Okay. / U: No, follow Mia. / A: Sorry, Mia.", ["FOLLOW Mia"]),
        ("U: Leo's cold. Bring him a blanket. / A: Sure.", ["BRING_OBJECT blanket Leo"]),
        (
            "U: Bring me the cup. / A: Which one, the white or the yellow? / U: The yellow one. / "
            "A: The yellow cup, okay, I'm getting it.",
            ["BRING_OBJECT yellow cup user"],
        ),
        (
            "U: Get me the fork. / A: Sure. / U: No rush, dinner isn't till three. / A: Good.",
            ["BRING_OBJECT fork user"],
        ),
        ("U: Get me a fork. / A: Okay. / U: Could you make that a knife? / A: Sure.", ["BRING_OBJECT knife user"]),
        (
            "U: Put the cap on the desk. / A: Okay. / U: On second thought, put it on the shelf. / A: Sure.",
            ["PLACE_OBJECT cap shelf"],
        ),
        (
            "U: Put the cap on the desk. / A: Okay. / U: I'd rather have it on the shelf. / A: Okay.",
            ["PLACE_OBJECT cap shelf"],
        ),
        ("U: Turn on the fan. / A: Sure. / U: The other fan. / A: Ah, okay.", ["SWITCH_ON other fan"]),
        ("U: Turn on the fan. / A: Sure. / U: Sorry, I meant off. / A: Okay.", ["SWITCH_OFF fan"]),
        (
            "U: Bring me the bowl. / A: Which one, the big or the small? / U: Small, please. / A: Okay.",
            ["BRING_OBJECT small bowl user"],
        ),
        ("U: Bring me the bowl. / A: How are you? / U: Good. / A: Great.", []),
        ("U: Bring me a tea and a cake. / A: Sure. / U: Only the tea, please. / A: Okay.", ["BRING_OBJECT tea user"]),
        ("U: Open the window. / A: The window is stuck.", []),
    ],
)
def test_what_stands_after_corrections(talk, expected):
    turns = tuple(Turn(_SPEAKERS[one[0]], one[3:]) for one in talk.split(" / "))
    (outcome,) = run([Item("it", "test", turns)], IntentConfig(), lambda: 0.0)
    told = [" ".join(filter(None, (goal.intent, *vars(goal.slots).values()))) for goal in outcome.pending]
    assert told == expected
