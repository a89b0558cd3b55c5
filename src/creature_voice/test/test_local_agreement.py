"""Words that are published before the sentence is over: which, when, and what follows them in the end."""

import pytest

from creature_voice.engines.local.agreement import Agreement


def hear(*hypotheses):
    """Everything given out by these hypotheses, as one text, and the agreement."""
    agreement = Agreement()
    return "".join(piece for text in hypotheses for piece in agreement.hear(text)), agreement


@pytest.mark.parametrize(
    ("hypotheses", "given"),
    [
        (["Could you"], ""),
        (["Could you", "Could you"], " Could"),
        (["Could you.", "Could you pick up."], " Could you"),
        (["could, you", "Could you pick"], " Could you"),
        (["Could you", "Would you pick", "Would you pick up"], " Would you pick"),
        (["Good dog", "Could you pick", "Could you pick up the"], " Could you pick"),
        (["Pick up the", "Pick up the red", "Pick up the red cup"], " Pick up the red"),
        (["", "Could you", ""], ""),
        # A full stop at the end of what was heard so far says nothing...
        (["Could you pick up.", "Could you pick up the"], " Could you pick up"),
        # ...one with words behind it does, once both have it.
        (["Stop.", "Stop. Talking"], ""),
        (["Stop. Talk", "Stop. Talking like"], " Stop."),
        (["Stop. Talk", "Stop talking like that", "Stop talking like that please"], " Stop talking like that"),
    ],
)
def test_what_is_given_out(hypotheses, given):
    assert hear(*hypotheses)[0] == given


def test_what_was_given_out_comes_once_also_if_a_later_hypothesis_differs_in_it():
    given, agreement = hear(
        "Pick up the", "Pick up the red cup", "Big cup the red cup and", "Big cup the red cup and bring"
    )
    assert given == " Pick up the red cup and"
    assert agreement.begun


@pytest.mark.parametrize(
    ("final", "rest"),
    [
        ("Pick up the red cup.", [" red", " cup."]),
        ("Big up the red cup.", [" red", " cup."]),
        ("Please pick up the red cup.", [" red", " cup."]),
        ("Pick the red cup.", [" red", " cup."]),
        ("Pick up a red cup.", [" red", " cup."]),
        ("Pick up the.", ["."]),
        ("Pick up the", []),
        ("Pick up. The red cup.", [" red", " cup."]),
        ("Pick up the? Red cup.", ["? Red", " cup."]),
        ("", []),
    ],
)
def test_the_final_words_follow_what_was_given_out(final, rest):
    given, agreement = hear("Pick up the", "Pick up the red")
    assert given == " Pick up the"
    assert agreement.rest(final) == rest


def test_without_anything_given_out_the_final_words_are_all_there_is():
    agreement = Agreement()
    assert agreement.rest("Come here.") == [" Come", " here."]
    assert not agreement.begun


def test_a_sign_that_is_no_word_is_a_word_to_itself():
    assert hear("Well \u2014 yes", "Well \u2014 yes and")[0] == " Well \u2014 yes"
