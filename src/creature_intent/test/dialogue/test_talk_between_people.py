"""What people say to each other over a counter, at a table, on their way: no task comes of it."""

from __future__ import annotations

import pytest

from creature_intent.config import IntentConfig
from creature_intent.dialogue.watcher import Watcher
from creature_intent.tokens import Speaker, Token


def goals(*turns):
    """The tasks that turns ("U: ..." or "A: ...") start, two seconds each."""
    watcher = Watcher(IntentConfig())
    speakers = {"U": Speaker.USER, "A": Speaker.AGENT}
    tokens = [Token(number, number, speakers[turn[0]], turn[3:], True) for number, turn in enumerate(turns)]
    found = [decision for token in tokens for decision in watcher.feed(token, token.seq * 2.0).decisions]
    return [decision.goal.intent for decision in found if decision.goal]


@pytest.mark.parametrize(
    "turns",
    [
        ("U: Follow me, please.", "A: The Nikon. It's fine, but I want something smaller."),
        ("U: Could you show me to my table?", "A: This is your table. It's number ten."),
        ("U: Come over here.", "A: I'll take it."),
        ("U: I need some lipstick.", "A: Here is our lipstick. We also have mascara."),
        ("U: I need to go to the dentist.", "A: And I must go to the baker's."),
        ("U: What day is it?", "A: I should probably dance."),
        ("A: May I take Friday off?", "U: Sure."),
        ("A: We can remove the carpet ourselves.", "U: Great."),
    ],
)
def test_people_talk(turns):
    assert goals(*turns) == []


@pytest.mark.parametrize(
    ("turns", "intent"),
    [
        (("U: Could you show me to my table?", "A: Sure, this way."), "GUIDE"),
        (("U: Follow the man in black.", "A: The man in black, okay."), "FOLLOW"),
        (("U: Go to the kitchen.", "A: The kitchen, okay."), "MOVE_TO"),
        (("U: Go to the bathroom.", "A: I'm going to the bathroom."), "MOVE_TO"),
        (("U: Look for my glasses.", "A: I'm looking for your glasses."), "SEARCH"),
        (("U: Bring me the key.", "A: I'll take it to you."), "BRING_OBJECT"),
    ],
)
def test_a_task_is_taken_up(turns, intent):
    assert goals(*turns) == [intent]
