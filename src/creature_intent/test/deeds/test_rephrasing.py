"""Unusual orders of words are put into the plain one."""

import pytest

from creature_intent.deeds.rephrasing import rephrased
from creature_intent.deeds.rewording import plainly
from creature_intent.grammar.rulebook_file import load


@pytest.mark.parametrize(
    ("words", "plain"),
    [
        ("from the chest by the stairs fetch me a blanket", "fetch me a blanket from the chest by the stairs"),
        (
            "please from the fridge take the jam and put it on the table",
            "please take the jam from the fridge and put it on the table",
        ),
        ("can you me the ladder bring", "can you bring me the ladder"),
        ("could you the window please close", "could you close the window"),
        ("if there is any jam , bring me some", "bring me some jam"),
        ("instead of the tea bring me a cocoa", "bring me a cocoa instead"),
        ("on sunday she took the train", "on sunday she took the train"),
        ("from the window you can see the sea", "from the window you can see the sea"),
    ],
)
def test_the_order_that_the_grammars_know(words, plain):
    assert rephrased(tuple(words.split()), words, False, load()) == plain


def test_only_a_question_asks_with_you_first():
    text = "you can bring me the bottle"
    assert rephrased(tuple(text.split()), text, True, load()) == "can you bring me the bottle"
    assert rephrased(tuple(text.split()), text, False, load()) == text


@pytest.mark.parametrize(
    ("words", "plain"),
    [
        ("take from the rack the long coat", "take the long coat from the rack"),
        ("bring from kitchen two spoons", "bring two spoons from kitchen"),
        ("bring to me the paper", "bring the paper to me"),
        ("close well the lid", "close the lid"),
    ],
)
def test_the_thing_stands_first(words, plain):
    assert " ".join(plainly(words.split())) == plain
