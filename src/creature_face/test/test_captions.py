"""Pieces of text joined to captions."""

from __future__ import annotations

from creature_face.captions import MOST_LETTERS, PAUSE_S, Captions
from creature_face.state import SPEAKER_CREATURE, SPEAKER_USER, CaptionView, PieceView


def user(text: str, final: bool = False) -> PieceView:
    return PieceView(SPEAKER_USER, text, final)


def creature(text: str, final: bool = False) -> PieceView:
    return PieceView(SPEAKER_CREATURE, text, final)


def text_of(caption: CaptionView | None) -> str:
    assert caption is not None
    return caption.text


def test_a_caption_grows_with_its_pieces_and_says_when_it_is_complete() -> None:
    captions = Captions()
    assert captions.add(user(" Pick up"), 0.0) == CaptionView("user", "Pick up", False)
    assert captions.add(user(" the cup.", True), 0.1) == CaptionView("user", "Pick up the cup.", True)
    assert text_of(captions.add(user("Thank you."), 0.2)) == "Thank you."


def test_an_empty_last_piece_completes_what_was_said() -> None:
    captions = Captions()
    captions.add(creature("Okay."), 0.0)
    assert captions.add(creature("", True), 0.1) == CaptionView("creature", "Okay.", True)
    assert captions.add(creature("", True), 0.2) is None


def test_speakers_that_talk_at_once_are_kept_apart() -> None:
    captions = Captions()
    captions.add(user("I would"), 0.0)
    assert text_of(captions.add(creature("mm-hm", True), 0.1)) == "mm-hm"
    assert text_of(captions.add(user(" like"), 0.2)) == "I would like"


def test_after_a_pause_a_sentence_begins_anew() -> None:
    captions = Captions()
    captions.add(creature("I was"), 0.0)
    assert text_of(captions.add(creature(" there"), PAUSE_S)) == "I was there"
    assert text_of(captions.add(creature(" Hello"), 2 * PAUSE_S + 0.1)) == "Hello"


def test_of_a_long_sentence_the_end_is_shown() -> None:
    captions = Captions()
    for count in range(200):
        text = text_of(captions.add(creature(f" word{count}"), count * 0.1))
        assert len(text) <= MOST_LETTERS + 2
    assert text.startswith("… word") and text.endswith(" word199")
    assert len(text_of(captions.add(user("x" * 1000), 0.0))) <= MOST_LETTERS + 2
