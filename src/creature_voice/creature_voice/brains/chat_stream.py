"""Server-sent events of a chat completion, from bytes to pieces of text. No sockets here."""

from __future__ import annotations

import codecs
import json
import re

DONE = "[DONE]"
_LINE_END = re.compile(r"\r\n|\n|\r(?!$)")


class ChatStreamError(Exception):
    """The server reports an error in the stream; the message is the server's."""


class EventReader:
    """Bytes in whatever chunks they arrive to the payloads of `data:` lines.

    Each `data:` line is a payload of its own, also where a server leaves the blank line between events out.
    """

    def __init__(self) -> None:
        self._decoder = codecs.getincrementaldecoder("utf-8")(errors="replace")
        self._text = ""

    def feed(self, chunk: bytes) -> list[str]:
        """The payloads that this chunk completes."""
        *lines, self._text = _LINE_END.split(self._text + self._decoder.decode(chunk))
        return [line[5:].strip() for line in lines if line.startswith("data:")]


def piece_of(payload: str) -> str:
    """The text in one payload; empty for roles, tool calls and what is no JSON.

    Raises:
        ChatStreamError: if the payload is the server's error report.
    """
    try:
        event = json.loads(payload)
    except ValueError:
        return ""
    if not isinstance(event, dict):
        return ""
    if event.get("error"):
        raise ChatStreamError(error_text(event))
    choices = event.get("choices")
    first = choices[0] if isinstance(choices, list) and choices else None
    delta = first.get("delta") if isinstance(first, dict) else None
    content = delta.get("content") if isinstance(delta, dict) else None
    return content if isinstance(content, str) else ""


def ends(payload: str) -> bool:
    """Whether the payload says that the answer is complete."""
    if payload == DONE:
        return True
    try:
        return bool(json.loads(payload)["choices"][0]["finish_reason"])
    except (ValueError, LookupError, TypeError):
        return False


def error_text(event: object) -> str:
    """The words of an error report, in any of its usual shapes."""
    error = event.get("error") if isinstance(event, dict) else event
    message = error.get("message") if isinstance(error, dict) else error
    return str(message)[:200]


class ThoughtFilter:
    """Leaves out what a reasoning model writes between <think> and </think>."""

    _OPEN, _CLOSE = "<think>", "</think>"

    def __init__(self) -> None:
        self._text = ""
        self._inside = False

    def feed(self, piece: str) -> str:
        """The part of the text so far that is meant to be heard."""
        self._text += piece
        heard = ""
        while True:
            mark = self._CLOSE if self._inside else self._OPEN
            before, found, after = self._text.partition(mark)
            if not found:
                break
            heard += "" if self._inside else before
            self._text, self._inside = after, not self._inside
        keep = _overlap(self._text, mark)
        ready, self._text = self._text[: len(self._text) - keep], self._text[len(self._text) - keep :]
        return heard if self._inside else heard + ready

    def flush(self) -> str:
        """What was held back because it might have begun a mark."""
        rest, self._text = self._text, ""
        return "" if self._inside else rest


def _overlap(text: str, mark: str) -> int:
    """How many characters at the end of the text may be the beginning of the mark."""
    return next((n for n in range(min(len(text), len(mark) - 1), 0, -1) if mark.startswith(text[-n:])), 0)
