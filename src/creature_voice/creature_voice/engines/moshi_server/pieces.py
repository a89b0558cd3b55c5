"""A server's text messages to the pieces of an utterance.

Design: a character that the vocabulary does not know comes as one message for each of its bytes, spelled <0xC3>; they
are put together. Marks of the vocabulary that nobody says (</s>) make no piece.
Units: frames of 80 ms.
"""

from __future__ import annotations

import codecs
import re

from creature_voice.engines.moshi_server.wire import Dialect

_BYTE = re.compile(r"<0x([0-9A-Fa-f]{2})>")
_MARK = re.compile(r"<(?:s|/s|unk|pad)>")


class Pieces:
    """The text of one conversation."""

    def __init__(self, dialect: Dialect) -> None:
        self._dialect = dialect
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")
        self._last_frame: int | None = None

    def push(self, text: str, frame: int) -> str:
        """What is said with a message; empty if that is nothing yet.

        Args:
            text: The message's text.
            frame: The frame to which it belongs.
        """
        byte = _BYTE.fullmatch(text)
        if byte:
            said = self._decoder.decode(bytes([int(byte[1], 16)]))
        else:
            said = self._decoder.decode(b"", final=True) + ("" if _MARK.fullmatch(text) else text)
        return self._spaced(said, frame) if said else ""

    def _spaced(self, said: str, frame: int) -> str:
        paused = self._last_frame is None or frame > self._last_frame + 1
        self._last_frame = frame
        begins = self._dialect.drops_spaces and paused and said[0].isalnum()
        return f" {said}" if begins else said
