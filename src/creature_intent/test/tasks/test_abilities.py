"""What a body can do."""

from __future__ import annotations

import pytest

from creature_intent import acts
from creature_intent.tasks.abilities import Abilities, cannot_words


def test_a_body_that_declares_nothing_is_assumed_to_do_everything():
    assert Abilities().can(acts.OPEN)


def test_a_body_does_what_it_declares_and_can_always_be_stopped():
    body = Abilities(frozenset({acts.GRAB_OBJECT}))
    assert body.can(acts.GRAB_OBJECT) and body.can(acts.STOP_ACTIVITY) and not body.can(acts.OPEN)


@pytest.mark.parametrize(
    ("intent", "words"),
    [
        (acts.OPEN, "I'm sorry, I can't open things."),
        (acts.FOLLOW, "I'm sorry, I can't follow people."),
        ("JUGGLE", "I'm sorry, I can't do that."),
    ],
)
def test_what_it_cannot_is_put_into_words(intent, words):
    assert cannot_words(intent) == words
