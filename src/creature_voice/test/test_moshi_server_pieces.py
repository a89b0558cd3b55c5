"""A server's text messages to pieces."""

from creature_voice.engines.moshi_server.pieces import Pieces
from creature_voice.engines.moshi_server.wire import PYTHON, RUST


def said(dialect, *messages):
    pieces = Pieces(dialect)
    return [pieces.push(text, frame) for frame, text in messages]


def test_pieces_are_handed_on_as_they_come():
    assert said(PYTHON, (0, " Hel"), (1, "lo"), (5, " there")) == [" Hel", "lo", " there"]


def test_a_character_that_comes_in_bytes_is_put_together():
    assert said(PYTHON, (0, " caf"), (1, "<0xC3>"), (2, "<0xa9>"), (3, ".")) == [" caf", "", "é", "."]


def test_bytes_that_are_broken_off_lose_nothing_else():
    assert said(PYTHON, (0, "<0xE2>"), (1, "<0x82>"), (2, " ok"), (3, "<0xFF>")) == ["", "", "� ok", "�"]


def test_marks_of_the_vocabulary_are_not_said():
    assert said(PYTHON, (0, "<s>"), (1, " hi"), (2, "</s>"), (3, "<unk>")) == ["", " hi", "", ""]


def test_the_rust_servers_lost_spaces_come_back_after_a_pause():
    messages = [(0, "Hello"), (4, "there"), (5, "fore"), (6, " I"), (10, "."), (14, " am")]
    assert said(RUST, *messages) == [" Hello", " there", "fore", " I", ".", " am"]
    assert said(PYTHON, (0, "a"), (4, "b")) == ["a", "b"]
