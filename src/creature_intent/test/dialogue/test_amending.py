"""Corrections that run on without marks or are but a word, and those that only the creature's answer tells."""

from __future__ import annotations

import pytest
from dialogue_goals import goals_of

from creature_intent.text.before_fact import before_fact


def last_goal(*turns):
    """The last goal of a dialogue that begins with the user, and how many were canceled before."""
    found = goals_of(*(f"{'UA'[index % 2]}: {turn}" for index, turn in enumerate(turns)))
    goals = [one for one in found if one != "cancel"]
    return (goals[-1] if goals else None), found.count("cancel")


@pytest.mark.parametrize(
    ("turns", "goal"),
    [
        (
            ("put my bag on the bed", "On it.", "no wait on the chair the bed's full of laundry", "Chair, gotcha."),
            ("PLACE_OBJECT", "bag", "chair"),
        ),
        (
            (
                "Bring the paper from the hall.",
                "Coming.",
                "no hang on it's in the study i left it there",
                "Study then.",
            ),
            ("BRING_OBJECT", "paper", "study", "user"),
        ),
        (
            ("take the tray to the kitchen", "Sure.", "uh take it to the den instead there's people", "The den, okay."),
            ("BRING_OBJECT", "tray", "den"),
        ),
        (
            ("Bring a towel to room eight.", "Yes.", "sorry not the eight the nine i'm tired", "Number nine, then."),
            ("BRING_OBJECT", "towel", "room nine"),
        ),
        (
            ("Switch on the dishwasher.", "Okay.", "washing machine not dishwasher", "Washing machine, sure."),
            ("SWITCH_ON", "washing machine"),
        ),
        (
            ("Bring me two cookies.", "Two cookies, yes.", "three!!", "Three then."),
            ("BRING_OBJECT", "three cookies", "user"),
        ),
        (("Turn on the small lamp.", "Sure.", "no, the big one", "Big one."), ("SWITCH_ON", "big lamp")),
        (("Turn left.", "Turning.", "i mean right", "Right, then."), ("PERFORM_MOTION", "turn right")),
        (("Bring me a tea.", "A tea.", "oh, make it coffee after all", "Coffee."), ("BRING_OBJECT", "coffee", "user")),
        (("Bring a blanket.", "Sure.", "it's for mum she's cold", "For mum."), ("BRING_OBJECT", "blanket", "mum")),
        (("Turn the hall light off.", "Sure.", "On! I meant on.", "On, okay."), ("SWITCH_ON", "hall light")),
        (
            ("Get me the book.", "Sure.", "in the kitchen that would be nice", "The kitchen, okay."),
            ("BRING_OBJECT", "book", "kitchen", "user"),
        ),
        (("Find my keys.", "Okay.", "no only look in the hall", "The hall, sure."), ("SEARCH", "keys", "hall")),
        (("Switch on the AC.", "Sure.", "Put on the fan only, not the AC.", "Fan only."), ("SWITCH_ON", "fan")),
    ],
)
def test_what_is_put_right_is_done_in_its_place(turns, goal):
    assert last_goal(*turns) == (goal, 1)


@pytest.mark.parametrize(
    ("turns", "goal"),
    [
        (("I spilt it.", "Shall I bring you a sponge?", "A towel would be better.", "Sure."), "towel"),
        (("Hm.", "Shall I bring you the paper or your book?", "The book.", "Book, right away."), "book"),
        (
            ("It rains.", "Shall I fetch you an umbrella?", "Two, Kay is coming.", "Two umbrellas, okay."),
            "two umbrellas",
        ),
    ],
)
def test_another_than_what_was_offered(turns, goal):
    assert last_goal(*turns) == (("BRING_OBJECT", goal, "user"), 0)


def test_the_creature_takes_up_a_word_that_was_not_understood():
    assert last_goal("Bring me the top folder.", "Sure.", "the bottom one's easier take that", "Bottom one, okay.") == (
        ("BRING_OBJECT", "bottom folder", "user"),
        1,
    )


@pytest.mark.parametrize(
    "remark", ["Phew.", "Impressive.", "Hallelujah!", "Ah, that's better.", "Great, now I can see."]
)
def test_a_remark_puts_nothing_right(remark):
    assert last_goal("Switch on the lamp.", "Sure.", remark, "You're welcome.") == (("SWITCH_ON", "lamp"), 0)


def test_a_side_answers_which_direction():
    turns = ("Turn around.", "In which direction?", "to the left please", "Okay.")
    assert last_goal(*turns) == (("PERFORM_MOTION", "turn left"), 0)


@pytest.mark.parametrize(
    ("asked", "goal", "remark"),
    [
        ("Get the book from the kitchen.", ("BRING_OBJECT", "book", "kitchen", "user"), "to get the book please"),
        ("Go to the kitchen.", ("MOVE_TO", "kitchen"), "is it on or is it off"),
        ("Turn around.", ("PERFORM_MOTION", "turn around"), "I think one is fine."),
        ("Turn around.", ("PERFORM_MOTION", "turn around"), "No, the lamp."),
    ],
)
def test_what_the_task_cannot_take_puts_nothing_right(asked, goal, remark):
    assert last_goal(asked, "Sure.", remark, "Okay.") == (goal, 0)


def test_right_agrees_and_turns_only_where_it_puts_right():
    assert last_goal("Turn left.", "Turning.", "Right.", "Good.") == (("PERFORM_MOTION", "turn left"), 0)


@pytest.mark.parametrize(
    ("words", "before"),
    [
        ("on the chair the bed's full of laundry", "on the chair"),
        ("in the hall i left it there", "in the hall"),
        ("the blue mug with the chip", "the blue mug with the chip"),
        ("tea my throat hurts", "tea"),
        ("the one that is on the desk", "the one that is on the desk"),
        ("the spoon because it is soup", "the spoon"),
    ],
)
def test_where_a_statement_begins(words, before):
    assert " ".join(before_fact(words.split())) == before


@pytest.mark.parametrize("wrong", ["Wait, not that.", "Wrong one.", "No, not this one."])
@pytest.mark.parametrize("answer", ["", "A: Sure."])
def test_what_is_meant_is_told_after_what_is_not(wrong, answer):
    turns = ["U: Bring me the cup.", *filter(None, [answer]), f"U: {wrong}", "U: The plate.", "A: Okay."]
    assert goals_of(*turns)[-1] == ("BRING_OBJECT", "plate", "user")


def test_who_is_led_is_led_to_one_place():
    assert goals_of(
        "U: Take Mr. Ferrari to the sunroom.", "A: I'll guide him there.", "U: It's full. Take him to the lounge.",
        "A: To the lounge, then.",
    ) == [("GUIDE", "sunroom", "Mr Ferrari"), "cancel", ("GUIDE", "lounge", "Mr Ferrari")]  # fmt: skip


def test_the_other_one_is_named_next():
    found = goals_of(
        "U: Take the green box to the cellar.", "A: Okay.", "U: The other one, I meant, the brown box.", "A: Sure."
    )
    assert found[1:] == ["cancel", ("BRING_OBJECT", "brown box", "cellar")]


def test_an_offer_needs_no_mark():
    asked = ("U: I'm so cold.", "A: shall i bring you a blanket", "U: yes please", "A: i'll be right back with it")
    assert goals_of(*asked) == [("BRING_OBJECT", "blanket", "user")]


def test_an_offer_runs_on_behind_an_answer():
    found = goals_of("A: yes it is should i switch off the stove", "U: yes quickly", "A: i'm switching it off")
    assert found == [("SWITCH_OFF", "stove")]


def test_what_is_missing_is_looked_for():
    assert goals_of("U: My phone's disappeared again!", "A: Let me look for it.") == [("SEARCH", "phone")]


def test_where_the_receiver_is_moves_no_thing():
    assert last_goal("Give Rosa the pasta from the table. She's at the stove.", "Sure, I will.") == (
        ("BRING_OBJECT", "pasta", "table", "Rosa"),
        0,
    )
