"""The inner monologue: text tokens as words, in their frames."""

import pytest
from fake_moshi import FakeVocabulary

from creature_voice.engine import Speaker
from creature_voice.engines.moshi.model import BOS, EOS, EPAD, PAD
from creature_voice.engines.moshi.monologue import UTTERANCE_END_PADS, Monologue

BYTE = 4


@pytest.fixture
def vocabulary():
    return FakeVocabulary()


def told(monologue, ids):
    """(frame, piece, final) of everything that is told."""
    return [(frame, event.piece, event.final) for frame, one in enumerate(ids) for event in monologue.feed(one)]


def raw(text):
    return [BYTE + byte for byte in text]


def test_each_piece_is_told_in_its_frame_with_spaces_for_word_marks(vocabulary):
    ids = [None, PAD, EPAD, *vocabulary.encode("hello you"), PAD]
    monologue = Monologue(vocabulary)
    assert told(monologue, ids) == [(3, " he", False), (4, "llo", False), (5, " yo", False), (6, "u", False)]
    assert monologue.feed(vocabulary.id_of("x"))[0].speaker is Speaker.AGENT


def test_padding_makes_no_piece_and_is_counted(vocabulary):
    monologue = Monologue(vocabulary)
    assert told(monologue, [PAD, EPAD, PAD, None, EPAD, *vocabulary.encode("a"), BOS, EOS]) == [
        (5, " a", False),
        (6, "", True),
    ]
    counts = monologue.counts
    assert (counts.pad, counts.epad, counts.text, counts.mark) == (2, 2, 1, 2)


def test_an_utterance_ends_after_a_run_of_padding_and_only_once(vocabulary):
    word = vocabulary.encode("a")
    almost = [*word, *[PAD] * (UTTERANCE_END_PADS - 1)]
    events = told(Monologue(vocabulary), [*almost, *almost, PAD, PAD, PAD])
    assert events == [(0, " a", False), (len(almost), " a", False), (2 * len(almost), "", True)]


def test_a_word_that_is_about_to_begin_does_not_end_the_run(vocabulary):
    ids = [*vocabulary.encode("a"), *[PAD] * (UTTERANCE_END_PADS - 1), EPAD, PAD]
    assert told(Monologue(vocabulary), ids)[-1] == (UTTERANCE_END_PADS + 1, "", True)


def test_bytes_are_told_when_their_character_is_complete(vocabulary):
    ids = [
        vocabulary.id_of("\u2581caf"),
        *raw("é".encode()),
        PAD,
        *raw("🤖".encode()[:2]),
        PAD,
        *raw("🤖".encode()[2:]),
    ]
    assert told(Monologue(vocabulary), ids) == [
        (0, " caf", False),
        (1, "", False),
        (2, "é", False),
        *((frame, "", False) for frame in (4, 5, 7)),
        (8, "🤖", False),
    ]


@pytest.mark.parametrize(
    ("broken", "text"),
    [
        ([0xC3], "\ufffd"),
        ([0xF0, 0x9F], "\ufffd"),
        ([0xFF, 0xFE], "\ufffd\ufffd"),
        ([0xC3, 0x41], "\ufffdA"),
        ([0x80], "\ufffd"),
        ([0x00], "\ufffd"),
    ],
)
def test_what_is_no_utf8_is_replaced(vocabulary, broken, text):
    ids = [*raw(broken), vocabulary.id_of("b")]
    assert "".join(piece for _, piece, _ in told(Monologue(vocabulary), ids)) == text + "b"


def test_half_a_character_ends_with_its_utterance(vocabulary):
    monologue = Monologue(vocabulary)
    assert told(monologue, raw([0xC3])) == [(0, "", False)]
    (last,) = monologue.close()
    assert (last.piece, last.final) == ("\ufffd", True)
    assert monologue.close() == []
    assert told(monologue, raw([0xA9])) == [(0, "\ufffd", False)]


def test_a_recording_of_ids_is_replayed_to_the_letter(vocabulary):
    words = vocabulary.encode("good morning to you")
    ids = [None, PAD, EPAD, *words[:3], PAD, *words[3:], *raw("ï".encode()), *[PAD] * 14, EPAD, *words, *raw([0xE2])]
    first, second = told(Monologue(vocabulary), ids), told(Monologue(vocabulary), ids)
    assert first == second
    assert "".join(piece for _, piece, _ in first) == " good morning to youï good morning to you"
