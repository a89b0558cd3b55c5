"""Requests in many forms, and the promises and agreements that answer them."""

from __future__ import annotations

import pytest
from dialogue_goals import goals_of


@pytest.mark.parametrize(
    ("turns", "expected"),
    [
        (["U: Pick up the phone.", "A: Okay, I'll pick up the phone."], [("GRAB_OBJECT", "phone")]),
        (["U: Go to the office.", "A: Okay, I'll go to the office."], [("MOVE_TO", "office")]),
        (["U: How was your day?", "A: Fine, I'm going to the office."], []),
        (["U: Do you see the ball?", "U: Get it for me.", "A: On it."], [("BRING_OBJECT", "ball", "user")]),
        (
            ["U: Bring me the cup.", "A: Which cup, the red one or the blue one?", "U: The red one.", "A: Right away."],
            [("BRING_OBJECT", "red cup", "user")],
        ),
        (
            [
                "U: Grab the red cup.",
                "A: Okay, I'll grab the red cup.",
                "U: No, the blue one.",
                "A: I'll grab the blue cup.",
            ],
            [("GRAB_OBJECT", "red cup"), "cancel", ("GRAB_OBJECT", "blue cup")],
        ),
        (
            [
                "U: Put it there.",
                "A: Where should the cup go?",
                "U: On the shelf.",
                "A: I'll put the cup on the shelf.",
            ],
            [("PLACE_OBJECT", "cup", "shelf")],
        ),
        (
            ["U: Pick up the cup and bring it to me.", "A: Okay. I'll pick up the cup. I'll bring it to you."],
            [("BRING_OBJECT", "cup", "user")],
        ),
        (["U: Get my book.", "A: I'm sorry, I can't find a book.", "A: On it."], []),
        (["U: Stop!", "A: Okay, I'll stop."], ["cancel", "cancel"]),
        (["A: Maybe I'll bring you the ball."], []),
        (["A: Perhaps I'll pick up the cup."], []),
        (["U: Bring me the ball.", "A: Maybe I'll bring you the ball."], [("BRING_OBJECT", "ball", "user")]),
        (["A: I'll get it.", "A: I'll take it.", "A: Right away."], []),
    ],
)
def test_dialogues_end_in_the_right_goals(turns, expected):
    assert goals_of(*turns) == expected


@pytest.mark.parametrize(
    "asked",
    [
        *("You should pick up the ball.", "You ought to grab the ball.", "I need the ball.", "We need the ball."),
        *("I want the ball.", "I'd like the ball.", "I'd like a ball.", "Let me have the ball."),
        *(
            "Could I have a ball?",
            "Take a ball.",
            "Pick a the ball.",
            "Pick up the, uh, ball.",
            "Bring me the, um, ball.",
            "Ball!",
        ),
    ],
)
@pytest.mark.parametrize(
    "promised", ["Okay, I'll pick up the ball.", "Sure, I'll bring you the ball.", "Okay. I'll grab the ball."]
)
def test_however_it_is_asked_the_creatures_promise_makes_one_goal(asked, promised):
    (goal,) = goals_of(f"U: {asked}", f"A: {promised}")
    assert goal[:2] in (("GRAB_OBJECT", "ball"), ("BRING_OBJECT", "ball"))


@pytest.mark.parametrize(
    "asked",
    [
        *("You should pick up the ball.", "I need the ball.", "We want the ball.", "Let me have the ball."),
        *("Can I get the ball?", "Pick up the, uh, ball.", "I need the ball. Can you bring it?"),
    ],
)
def test_a_request_alone_starts_nothing_and_agreeing_to_it_starts_it(asked):
    assert goals_of(f"U: {asked}") == []
    (goal,) = goals_of(f"U: {asked}", "A: On it.")
    assert goal[1] == "ball"


def test_what_is_ordered_or_wished_for_in_talk_is_not_agreed_to():
    for words in ("I'd like the chicken, please.", "I need a break.", "I want the truth.", "Let me have a look."):
        assert goals_of(f"U: {words}", "A: On it.") == []


@pytest.mark.parametrize(
    "words",
    [
        *(
            "Sure, no problem.",
            "Okey-dokey.",
            "Yes, of course I can.",
            "Happy to help.",
            "I'd love to.",
            "Say no more.",
        ),
        *(
            "Of course, just a second.",
            "It's on its way.",
            "You'll have it in a second.",
            "Already on it.",
            "Off I go.",
        ),
        *("I'll be right there.", "Aye aye, captain.", "Sounds good.", "Red cup it is.", "The red cup, right away."),
        *("I can bring you the red cup.", "Sure, I can get it for you.", "Bringing it.", "Working on it."),
    ],
)
def test_right_after_a_request_many_words_agree(words):
    assert goals_of("U: Bring me the red cup.", f"A: {words}") == [("BRING_OBJECT", "red cup", "user")]
    assert goals_of("U: What a day.", f"A: {words}") == []


@pytest.mark.parametrize("words", ["Sure, where is it?", "I'd rather not.", "Sounds like fun.", "I can bring you tea."])
def test_right_after_a_request_other_words_do_not(words):
    assert goals_of("U: Bring me the red cup.", f"A: {words}") == []


@pytest.mark.parametrize(
    ("asked", "words", "intent"),
    [
        ("Take me to the balcony.", "Please follow me.", "GUIDE"),
        ("Follow me.", "Right behind you.", "FOLLOW"),
        ("Open the window.", "Opening now.", "OPEN"),
        ("Turn on the lamp.", "Lamp on.", "SWITCH_ON"),
        ("Find my keys.", "I'll have a look.", "SEARCH"),
    ],
)
def test_each_task_has_its_own_words_of_agreeing(asked, words, intent):
    assert [goal[0] for goal in goals_of(f"U: {asked}", f"A: {words}")] == [intent]
