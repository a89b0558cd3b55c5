"""Running text is cut where a sentence ends, and only there."""

from __future__ import annotations

import pytest

from creature_voice.brains.sentences import SentenceSplitter, spoken


def cut(text: str, size: int = 1) -> list[str]:
    """The sentences of a text that arrives in pieces of so many characters."""
    splitter = SentenceSplitter()
    found = [words for i in range(0, len(text), size) for words in splitter.feed(text[i : i + size])]
    return found + splitter.flush()


@pytest.mark.parametrize("size", [1, 3, 1000])
@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Hello there. How are you?", ["Hello there.", "How are you?"]),
        ("Okay! I'll stop.", ["Okay!", "I'll stop."]),
        ("Dr. Smith has 3.5 apples, e.g. red ones. Good.", ["Dr. Smith has 3.5 apples, e.g. red ones.", "Good."]),
        ("It is 5 p.m. now. Yes.", ["It is 5 p.m. now.", "Yes."]),
        ("It is 5 p.m. We should go.", ["It is 5 p.m.", "We should go."]),
        ("Well... maybe. No.", ["Well... maybe.", "No."]),
        ("Well\u2026 That is it.", ["Well\u2026", "That is it."]),
        ('He said "Stop!" and left. Then "Go." Fine.', ['He said "Stop!" and left.', 'Then "Go."', "Fine."]),
        ("J. R. came by. So did I. Really?!  Yes.", ["J. R. came by.", "So did I.", "Really?!", "Yes."]),
        ("One line\nand another.\n\nThird", ["One line", "and another.", "Third"]),
        ("no end at all", ["no end at all"]),
        ("Room no. 5 is free. No. Not that.", ["Room no. 5 is free.", "No.", "Not that."]),
        ("1. First thing. 2. Second.", ["1. First thing.", "2. Second."]),
        ("", []),
        ("   \n ", []),
    ],
)
def test_cut(text: str, sentences: list[str], size: int) -> None:
    assert cut(text, size) == sentences


def test_a_sentence_comes_as_soon_as_the_next_word_begins() -> None:
    splitter = SentenceSplitter()
    assert splitter.feed("Hello there.") == []
    assert splitter.feed(" H") == ["Hello there."]


def test_endless_text_is_cut_at_a_comma() -> None:
    parts = cut("and so on, " * 60)
    assert len(parts) > 2
    assert all(len(part) <= 245 for part in parts)


def test_markup_is_not_spoken() -> None:
    assert spoken("**Sure**, `I` \U0001f600 see _it_") == "Sure, I see it"
