"""Bytes of a streamed chat completion become text, whatever their shape."""

from __future__ import annotations

import pytest
from fake_endpoint import END, event

from creature_voice.brains.chat_stream import ChatStreamError, EventReader, ThoughtFilter, ends, error_text, piece_of

STREAM = event("Grüße, ") + b": comment\r\n\r\n" + event("ça va? 你好") + END


def texts(stream: bytes, size: int) -> str:
    reader = EventReader()
    payloads = [payload for i in range(0, len(stream), size) for payload in reader.feed(stream[i : i + size])]
    return "".join(piece_of(payload) for payload in payloads)


@pytest.mark.parametrize("size", [1, 2, 3, 7, 4096])
def test_any_chunking_gives_the_same_text(size: int) -> None:
    assert texts(STREAM, size) == "Grüße, ça va? 你好"


@pytest.mark.parametrize("ending", [b"\n", b"\r\n", b"\r"])
def test_any_line_ending(ending: bytes) -> None:
    stream = STREAM.replace(b"\r\n", b"\n").replace(b"\n", ending)
    for size in (1, 5, 4096):
        assert texts(stream, size) == "Grüße, ça va? 你好"


def test_events_without_blank_lines_between() -> None:
    assert texts(STREAM.replace(b"\n\n", b"\n"), 4096) == "Grüße, ça va? 你好"


@pytest.mark.parametrize(
    "payload",
    ["", "not json", "[]", "3", "{}", '{"choices": []}', '{"choices": [{}]}', '{"choices": [{"delta": null}]}',
     '{"choices": [{"delta": {"role": "assistant"}}]}', '{"choices": [{"delta": {"content": null}}]}',
     '{"choices": "x"}', '{"choices": [{"delta": {"content": 3}}]}', '{"choices": ["x"]}', "[DONE]"],
)  # fmt: skip
def test_what_holds_no_text_gives_none(payload: str) -> None:
    assert piece_of(payload) == ""


def test_an_error_in_the_stream_is_raised() -> None:
    with pytest.raises(ChatStreamError, match="out of memory"):
        piece_of('{"error": {"message": "out of memory"}}')


def test_ends() -> None:
    assert ends("[DONE]")
    assert ends('{"choices":[{"delta":{},"finish_reason":"length"}]}')
    assert not ends('{"choices":[{"delta":{"content":"x"},"finish_reason":null}]}')
    assert not ends("garbage")
    assert not ends('{"choices": 3}')


def test_error_texts() -> None:
    assert error_text({"error": {"message": "no model"}}) == "no model"
    assert error_text({"error": "no model"}) == "no model"
    assert error_text("plain") == "plain"


@pytest.mark.parametrize("size", [1, 2, 5, 100])
def test_thoughts_are_left_out(size: int) -> None:
    text = "<think>Let me see... a < b</think>Hello <b> you.<think>x</think> Bye <th"
    thoughts = ThoughtFilter()
    heard = "".join(thoughts.feed(text[i : i + size]) for i in range(0, len(text), size)) + thoughts.flush()
    assert heard == "Hello <b> you. Bye <th"


def test_an_unfinished_thought_stays_unheard() -> None:
    thoughts = ThoughtFilter()
    assert thoughts.feed("<think>hmm") + thoughts.flush() == ""
