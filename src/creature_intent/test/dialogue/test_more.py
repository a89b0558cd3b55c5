"""More of the same, what is denied, and the answers to it: dialogues from the words to the goals."""

from __future__ import annotations

import pytest
from dialogue_goals import goals_of

from creature_intent.dialogue.denied import denied


def goals(talk):
    """The goals of a dialogue, and "cancel", in words."""
    return [one if one == "cancel" else " ".join(one) for one in goals_of(*talk.split(" / "))]


@pytest.mark.parametrize(
    ("talk", "expected"),
    [
        (
            "U: Switch off the heater. / A: Sure. / U: And the lamps in the study. / A: Yes, those too.",
            ["SWITCH_OFF heater", "SWITCH_OFF lamps study"],
        ),
        (
            "U: Could you fetch the butter? / A: Of course. / U: and cream / A: Cream too, all right.",
            ["BRING_OBJECT butter user", "BRING_OBJECT cream user"],
        ),
        (
            "U: Bring my father a cup of tea. / A: Gladly. / U: And one for me too, please. / A: Sure.",
            ["BRING_OBJECT cup of tea father", "BRING_OBJECT cup of tea user"],
        ),
        (
            "U: Open the oven. / A: Opening it. / U: and the back door too / A: Okay, door too.",
            ["OPEN oven", "OPEN back door"],
        ),
        (
            "U: Close the gate. / A: Sure. / U: Great. Now the same with the cupboard. / A: The cupboard, sure.",
            ["CLOSE gate", "CLOSE cupboard"],
        ),
    ],
)
def test_more_of_the_same_is_asked_for_without_its_verb(talk, expected):
    assert goals(talk) == expected


@pytest.mark.parametrize(
    "talk",
    [
        "U: Switch off the heater. / A: Sure. / U: And the weather is awful. / A: Sure is.",
        "U: Open the oven. / A: Opening it. / U: And Sunday too. / A: Sure.",
        "U: Bring me the butter. / A: Gladly. / U: And then what? / A: Okay.",
        "U: Open the oven. / A: Opening it. / U: and you / A: Sure.",
        "U: Switch on the radio. / A: Okay. / U: The neighbours too. / A: Sure.",
        "U: Open the window. / A: Okay. / U: I hate the noise. The traffic too. / A: Sure.",
        "U: Open the window. / A: Okay. / U: Now the rain. / A: Yes.",
    ],
)
def test_what_only_goes_on_talking_asks_for_nothing_more(talk):
    assert len(goals(talk)) == 1


@pytest.mark.parametrize(
    ("talk", "expected"),
    [
        (
            "U: Bring me the paper and close the blinds. / A: Right away. / U: Not the paper, the red book. / A: Okay.",
            "BRING_OBJECT red book user",
        ),
        (
            "U: Carry the crate to the shed. / A: I'll carry it to the hall. / U: the shed, not the hall / A: Okay.",
            "BRING_OBJECT crate shed",
        ),
        ("U: Follow Nina. / A: Sure. / U: not Nina, sorry, Oskar. / A: Okay.", "FOLLOW Oskar"),
        (
            "U: Put the bags on the chair. / A: Sure. / U: Actually, better on the bench, the chair's wet. / A: Ok.",
            "PLACE_OBJECT bags bench",
        ),
        (
            "U: Bring me the red cup and the plate. / A: Sure. / U: No, the green cup. / A: Okay.",
            "BRING_OBJECT green cup and plate user",
        ),
        (
            "U: Put one of those towels on the rail. / A: Sure. / U: Make it two, my hair is long. / A: Okay.",
            "PLACE_OBJECT two towels rail",
        ),
    ],
)
def test_what_is_denied_tells_what_is_put_right(talk, expected):
    assert goals(talk)[-1] == expected


@pytest.mark.parametrize(
    ("words", "thing"),
    [
        ("the shed, i said, not the hall", "hall"),
        ("not to the hall, to the shed", "hall"),
        ("Not Nina, sorry, Oskar.", "nina"),
        ("the red one", ""),
        ("it's not that hard, is it", "hard"),
    ],
)
def test_what_is_denied(words, thing):
    assert denied(words) == thing


@pytest.mark.parametrize(
    "words",
    [
        "you know what, forget the whole thing, i'll walk",
        "leave it leave it, Tom has to do that",
        "no no, stay, it's only the post",
    ],
)
def test_all_of_it_is_taken_back(words):
    assert goals(f"U: Bring me the iron. / A: Sure. / U: And the board. / A: Okay. / U: {words}")[-1] == "cancel"


@pytest.mark.parametrize(
    ("talk", "expected"),
    [
        (
            "U: Bring Tom the jam and open the oven. / A: The jam, gladly. There is no oven, so I can't.",
            ["BRING_OBJECT jam Tom"],
        ),
        (
            "U: Close the gate and switch off the radio. / A: Gate and radio, sure.",
            ["CLOSE gate", "SWITCH_OFF radio"],
        ),
        ("U: Open the window a little? / A: Sure.", ["OPEN window"]),
        ("U: Put the milk away. / A: Okay, the milk goes in the fridge.", ["PLACE_OBJECT milk fridge"]),
        ("U: Do the cups go in the cupboard? / A: Yes, the cups go in the cupboard.", []),
        ("U: Open the window and close the door. / A: Sure, not the door.", ["OPEN window"]),
        (
            "U: Open the window. And close the door. / A: Yes, the door too.",
            ["OPEN window", "CLOSE door"],
        ),
        ("U: Bring me the knife. / A: Is that safe? / A: Okay.", []),
        (
            "U: Turn on the oven. / A: I'll turn it on. Actually no, I can't do that.",
            ["SWITCH_ON oven", "cancel"],
        ),
        ("U: Bring me the tea. / A: I'll get the tea. I can't wait to tell you more.", ["BRING_OBJECT tea user"]),
        ("U: Bring me the cup, oh I've got it. / A: Okay.", ["cancel"]),
        ("U: Turn off the lamp, or actually leave it on. / A: Okay.", ["cancel"]),
        ("U: Throw the letters away. Haha, kidding. / A: Okay.", ["cancel"]),
        ("U: What are you good at? / A: You say bring me the cup and I'll bring you the cup.", []),
        ("U: What are you doing? / A: I'm closing the window.", []),
        ("U: Can you open the door by yourself? / A: Sure I can.", []),
        ("U: When Anna comes, open the door. / A: Okay, I'll open the door.", []),
        ("U: If it rains close the window. / A: Sure, I'll close the window.", []),
        ("U: Turn on the oven at six. / A: Okay, I'll turn on the oven.", []),
        ("U: At six, turn on the oven. / A: Will do.", []),
        ("U: Could you bring me the book after dinner? / A: Sure.", []),
        ("U: Turn on the oven and the lamp. / A: The lamp, okay. The oven isn't safe.", ["SWITCH_ON lamp"]),
        ("U: Open the door and the window. / A: Okay, just the window.", ["OPEN window"]),
        ("U: Bring me the scissors. / A: Sure. / U: Not that one.", ["BRING_OBJECT scissors user", "cancel"]),
        ("U: Bring me the cup. / A: I'll bring you the cup, sorry, my arm.", ["BRING_OBJECT cup user"]),
        (
            "U: Bring me the paper. And open the window. / U: Not the paper, the book. / A: Sure.",
            ["BRING_OBJECT book user", "OPEN window"],
        ),
        (
            "U: Bring me the book. / A: Sure. / U: No, Alexa. / A: Okay.",
            ["BRING_OBJECT book user"],
        ),
        (
            "U: Bring Anna the book. / A: Sure. / U: No, Tom. / A: Okay.",
            ["BRING_OBJECT book Anna", "cancel", "BRING_OBJECT book Tom"],
        ),
        ("U: Could you open the window? It's so stuffy in here. / A: With pleasure, Mrs. Gray.", ["OPEN window"]),
        ("U: this parcel is for Nina, take it over to her / A: Sure.", ["BRING_OBJECT parcel Nina"]),
        ("U: Turn around, please. / A: Well, since you ask so nicely, sure.", ["PERFORM_MOTION turn around"]),
        ("U: Could you shut the gate? / A: Again? / U: I know. / A: Fine, I'll do it.", ["CLOSE gate"]),
    ],
)
def test_what_the_creature_agrees_to(talk, expected):
    assert goals(talk) == expected
