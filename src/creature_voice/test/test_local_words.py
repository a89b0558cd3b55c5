"""What words tell: complete sentences, nods, noise."""

import pytest

from creature_voice.engines.local.words import Ending, ending_of, is_nod, is_noise, is_short_answer, pieces, plain


def test_pieces_joined_are_the_text_with_a_leading_space():
    assert pieces("Hi there.") == [" Hi", " there."]
    assert "".join(pieces("Hi  there.")) == " Hi there."
    assert pieces(" ") == []


def test_plain_words():
    assert plain("No, wait! Mm-hm.") == "no wait mm hm"


@pytest.mark.parametrize(
    "text", ["Pick up the red cup.", "What is it for?", "Yes", "stop", "No.", "Thanks", "Come here!", "Never mind."]
)
def test_complete(text):
    assert ending_of(text) is Ending.COMPLETE


@pytest.mark.parametrize("text", ["Put the cup on the shelf,", "Put the cup on the shelf", "Give me the ball", "No,"])
def test_open(text):
    assert ending_of(text) is Ending.OPEN


@pytest.mark.parametrize("text", ["Hello there!", "Oh, there!", "Hi.", "Good morning.", "Excuse me."])
def test_an_opening_may_be_all_or_the_beginning_of_more(text):
    assert ending_of(text) is Ending.OPEN
    assert ending_of(text + " How are you?") is Ending.COMPLETE


@pytest.mark.parametrize(
    "text", ["Could you bring me the?", "Could you bring me the", "I would like you to.", "And.", "Well...", "", "I'm"]
)
def test_unfinished(text):
    assert ending_of(text) is Ending.UNFINISHED


@pytest.mark.parametrize(
    "text",
    ["Mm-hmm.", "Uh-huh", "Yeah.", "Oh, okay.", "I see.", "Got it.", "Hmm", "Amen.", "Man,", "Him, huh?", "But."],
)
def test_nods(text):
    assert is_nod(text)


@pytest.mark.parametrize(
    "text", ["Stop.", "No", "No, wait.", "Yeah, but stop.", "", "Yeah yeah yeah yeah", "None", "Wait"]
)
def test_no_nods(text):
    assert not is_nod(text)


def test_short_answers():
    assert all(is_short_answer(text) for text in ("Stop!", "No, wait.", "Yes please", "Freeze."))
    assert not any(is_short_answer(text) for text in ("", "Could you?", "Do not stop", "Come here."))


def test_an_answer_to_a_question_is_no_nod_but_a_hum_is():
    assert not is_nod("Yes.", asked=True)
    assert not is_nod("Oh, okay.", asked=True)
    assert is_nod("Mm-hm.", asked=True)


def test_noise():
    assert is_noise("", 3.0)
    assert is_noise(" . ", 3.0)
    assert is_noise("You", 0.2)
    assert not is_noise("You", 0.6)
    assert not is_noise("Stop.", 0.2)
