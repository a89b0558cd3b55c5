from __future__ import annotations

import pytest

from creature_intent.deeds.ceasing import is_ceasing
from creature_intent.deeds.own_wording import as_promised


@pytest.mark.parametrize(
    ("said", "plain"),
    [
        ("step back a bit to give you some room", "step back a bit"),
        ("pick the spoon up with my right hand", "pick the spoon up"),
        ("bring the umbrella in case it rains", "bring the umbrella"),
        ("fetch them as we speak right now", "fetch them"),
        ("take you all to the hall", "take you to the hall"),
        ("bring you all the plates", "bring you all the plates"),
        ("turn the lamp on for the baby", "turn the lamp on"),
        ("let the sock drop into the basket", "drop the sock into the basket"),
        ("keep the plates in the cupboard", "put the plates in the cupboard"),
        ("keep the secret in the family", "keep the secret in the family"),
        ("carry the tray over", "bring the tray over"),
        ("be right behind you", "follow you"),
        ("extend my arm for the bottle", "grab the bottle"),
        ("go ahead to the kitchen", "go to the kitchen"),
        ("come and sit by your bed", "go to your bed"),
    ],
)
def test_a_promise_in_the_words_of_the_grammars(said, plain):
    assert " ".join(as_promised(said.split())) == plain


def test_what_is_stopped_is_what_the_creature_does():
    assert is_ceasing(["stop", "dancing", "now"])
    assert is_ceasing(["stop", "circling", "the", "table"])
    assert not is_ceasing(["stop", "worrying"])
    assert not is_ceasing(["stop", "bothering", "you"])
