"""What is said while a task is being done and leaves it as it is."""

import pytest
from dialogue_goals import goals_of

BOOK = ("U: Bring me the book.", "A: I'll bring you the book.")
TEA = ("U: Bring me the tea.", "A: I'll bring you the tea.")


@pytest.mark.parametrize(
    "remark",
    [
        "He's bringing it now.", "You've got the book!", "Nobody has found the book.", "Tom has already got a book.",
        "The blue book can stay there.", "We'll have pizza instead.", "She will manage it tomorrow.",
        "I can reach it from here if you put it on the table.", "I'm just talking to Anna here.", "That was for mom.",
        "Not you, Anna.", "The doorbell, I told you.", "Oh wait, the doorbell.",
    ],
)  # fmt: skip
def test_the_book_is_still_brought(remark):
    assert goals_of(*BOOK, f"U: {remark}") == [("BRING_OBJECT", "book", "user")]


@pytest.mark.parametrize("remark", ["Tea no milk.", "Say two minutes.", "I take it back to work tomorrow."])
def test_it_is_still_tea(remark):
    assert goals_of(*TEA, f"U: {remark}") == [("BRING_OBJECT", "tea", "user")]


def test_another_lamp_is_on():
    goals = goals_of("U: Turn on the light.", "A: I'll turn on the light.", "U: The hall light is already on.")
    assert goals == [("SWITCH_ON", "light")]


def test_only_what_is_here_is_pointed_at():
    assert goals_of("U: The vase is falling!", "A: I'll catch it!") == [("GRAB_OBJECT", "vase")]
    assert goals_of("U: We have a new door.", "A: I'll open it.") == []
