"""Words as heard become comparable; words to be spoken are put together."""

from __future__ import annotations

import pytest

from creature_voice.brains.words import an, bare, cased, listed, normalise, number, plural, sentence, singular, turn


@pytest.mark.parametrize(
    ("heard", "normal"),
    [
        ("Um, so, pick up the, uh, red cup, please.", "so, pick up the red cup,."),
        ("I can't, won't and don't.", "i can not, will not and do not."),
        ("What\u2019s up?", "what is up?"),
        ("Let's go, I'm ready, you're not", "let us go, i am ready, you are not"),
        ("All right, OK", "okay, okay"),
        ("What color is it?", "what colour is it?"),
        ("pick a the cup", "pick up the cup"),
        ("the the cup", "the cup"),
        ("Gimme it, wanna?", "give me it, want to?"),
        ("Uh-huh.", "yeah."),
    ],
)
def test_normalise(heard: str, normal: str) -> None:
    assert normalise(heard) == normal


def test_turn() -> None:
    assert turn("my book and your cup") == "your book and my cup"


def test_cased() -> None:
    assert cased("anna", "Give Anna the cup") == "Anna"
    assert cased("bring anna", "Bring it") == "bring anna"


def test_small_helpers() -> None:
    assert bare("Hello, you!") == "hello you"
    assert (an("apple"), an("cup"), an("unicorn")) == ("an apple", "a cup", "a unicorn")
    assert listed(["a"]) == "a"
    assert listed(["a", "b", "c"]) == "a, b and c"
    assert listed(["a", "b"], "or") == "a or b"
    assert listed([]) == ""
    assert [singular(word) for word in ("cups", "boxes", "shelves", "glass", "keys", "berries", "bus")] == [
        "cup", "box", "shelf", "glass", "keys", "berry", "bus",
    ]  # fmt: skip
    assert [plural(word) for word in ("cup", "box", "shelf")] == ["cups", "boxes", "shelves"]
    assert (number(2), number(40)) == ("two", "40")
    assert sentence("hello Anna") == "Hello Anna"
