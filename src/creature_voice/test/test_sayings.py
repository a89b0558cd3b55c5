"""Given words followed from frame to frame."""

import pytest

from creature_voice.engine import SayOutcome
from creature_voice.sayings import RefusedSaying, Sayings


class FakeSaying:
    def __init__(self) -> None:
        self.spoken = ""
        self.outcome: SayOutcome | None = None
        self.message = ""

    def cancel(self) -> None:
        self.outcome = SayOutcome.CANCELED


@pytest.fixture
def told() -> list:
    return []


@pytest.fixture
def sayings(told) -> Sayings:
    return Sayings(lambda goal, words: told.append((goal, words)), lambda goal, saying: told.append((goal, saying)))


def test_words_are_told_when_they_grow_and_the_end_once(sayings, told):
    saying = FakeSaying()
    sayings.add("goal", saying)
    sayings.poll()
    assert told == []
    saying.spoken = "one"
    sayings.poll()
    sayings.poll()
    assert told == [("goal", "one")]
    saying.spoken, saying.outcome = "one two", SayOutcome.SPOKEN
    sayings.poll()
    sayings.poll()
    assert told[1:] == [("goal", "one two"), ("goal", saying)]


def test_many_at_once(sayings, told):
    first, second = FakeSaying(), FakeSaying()
    sayings.add("first", first)
    sayings.add("second", second)
    second.outcome = SayOutcome.SPOKEN
    sayings.poll()
    assert told == [("second", second)]
    assert sayings.find(lambda goal: goal == "first") is first
    assert sayings.find(lambda goal: goal == "second") is None


def test_cancel_all_ends_every_one(sayings, told):
    saying = FakeSaying()
    sayings.add("goal", saying)
    sayings.cancel_all()
    sayings.poll()
    assert told == [("goal", saying)]
    assert saying.outcome is SayOutcome.CANCELED


def test_what_is_dropped_is_canceled_and_nobody_is_told(sayings, told):
    saying = FakeSaying()
    sayings.add("goal", saying)
    sayings.drop_all()
    sayings.poll()
    assert told == []
    assert saying.outcome is SayOutcome.CANCELED


def test_words_that_were_refused(sayings, told):
    saying = RefusedSaying("it has no mouth")
    sayings.add("goal", saying)
    saying.cancel()
    sayings.poll()
    assert told == [("goal", saying)]
    assert saying.outcome is SayOutcome.REFUSED
