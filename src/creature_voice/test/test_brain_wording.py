"""Phrases vary, and none comes again while another is fresh."""

from __future__ import annotations

import random

from creature_voice.brains.wording import Wording


def test_a_phrase_used_lately_is_avoided() -> None:
    for seed in range(10):
        assert Wording(random.Random(seed), ("a", "b")).pick(("a", "b", "c")) == "c"


def test_the_oldest_comes_again_when_all_are_used() -> None:
    assert Wording(random.Random(0), ("a", "b", "c", "a")).pick(("a", "b", "c")) == "b"


def test_fields_are_filled_and_a_sentence_begins_with_a_capital() -> None:
    wording = Wording(random.Random(0), ())
    assert wording.pick(("{place} there's {thing}.",), place="on it", thing="a cup") == "On it there's a cup."
    assert wording.pick(("Yes: {thing_big}",), thing="a cup") == "Yes: A cup"
    assert wording.picked == ("{place} there's {thing}.", "Yes: {thing_big}")
