"""Which of the things that the body has named is meant."""

from __future__ import annotations

import pytest

from creature_intent.config import IntentConfig
from creature_intent.deeds.choices import chosen, options
from creature_intent.dialogue.watcher import Watcher
from creature_intent.tasks import goals
from creature_intent.tokens import Speaker, Token

CUPS = ("red cup", "blue cup")
MESSAGE = "there are several: red cup, blue cup"


@pytest.mark.parametrize(
    ("message", "named"),
    [
        (MESSAGE, CUPS),
        ("there are several: shelf, cupboard, box.", ("shelf", "cupboard", "box")),
        ("Which one?", ()),
        ("there are several", ()),
        ("there is: one", ()),
        ("", ()),
    ],
)
def test_the_things_are_in_the_message(message, named):
    assert options(message) == named


@pytest.mark.parametrize(
    ("words", "thing"),
    [
        ("Red.", "red cup"),
        ("The blue one, please.", "blue cup"),
        ("I'd like the blue one.", "blue cup"),
        ("Take the red one.", "red cup"),
        ("I meant the red cup.", "red cup"),
        ("The first one.", "red cup"),
        ("The last.", "blue cup"),
        ("The second one, please.", "blue cup"),
        ("Either.", "red cup"),
        ("I don't care.", "red cup"),
        ("It doesn't matter", "red cup"),
        ("The third one.", ""),
        ("The cup.", ""),
        ("The green one.", ""),
        ("What did you say?", ""),
        ("The red one and the blue one.", ""),
        ("Not the red one.", ""),
        ("Please.", ""),
        ("", ""),
    ],
)
def test_a_thing_is_chosen_by_what_sets_it_apart_or_by_its_place(words, thing):
    assert chosen(words, CUPS) == thing


def test_where_nothing_was_asked_nothing_is_chosen():
    assert chosen("The first one.", ()) == ""


@pytest.mark.parametrize(("answer", "thing"), [("Blue.", "blue cup"), ("The first one.", "red cup"), ("The bus.", "")])
def test_the_answer_to_the_bodys_question_starts_what_was_promised(answer, thing):
    watcher = Watcher(IntentConfig())
    turns = ((Speaker.USER, "Bring me the cup."), (Speaker.AGENT, "Sure, I'll bring you the cup."))
    for seq, (speaker, words) in enumerate(turns):
        heard = watcher.feed(Token(seq, seq, speaker, words, True), float(seq))
    watcher.ended(heard.decisions[0].goal, goals.AMBIGUOUS, 2.0, MESSAGE)
    decisions = watcher.feed(Token(2, 40, Speaker.USER, answer, True), 5.0).decisions
    assert [one.goal.slots.object for one in decisions if one.goal] == ([thing] if thing else [])
