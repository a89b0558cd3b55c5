"""Moshi's inner monologue: its text tokens, one a frame, as words.

Design: feed() gets the token that is spoken in a frame and gives its piece in that very frame, an event for each token;
the same ids give the same text, so that a recording of ids can be replayed to the letter. A word mark is a space; bytes
make empty pieces until a character is complete, and what is no UTF-8 becomes U+FFFD. Padding makes no text:
UTTERANCE_END_PADS of it in a row end an utterance, as do the marks of a text's beginning and end, and a fresh start.
Units: frames of 80 ms, one token each.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from creature_voice.engine import Speaker, TextEvent
from creature_voice.engines.moshi.model import BOS, EOS, EPAD, PAD, Vocabulary

UTTERANCE_END_PADS = 12
"""Padding that ends an utterance: about a second in which no word is begun."""

WORD_MARK = "\u2581"

_BYTE = re.compile(r"<0x([0-9A-Fa-f]{2})>")
_REPLACEMENT = "\ufffd"


@dataclass
class Counts:
    """Tokens by kind: padding, word about to begin, end or beginning of a text, text."""

    pad: int = 0
    epad: int = 0
    mark: int = 0
    text: int = 0


class Monologue:
    """See the module."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self.counts = Counts()
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")
        self._open = False
        self._pads = 0

    def feed(self, text_id: int | None) -> list[TextEvent]:
        """The text of one frame.

        Args:
            text_id: The token that is spoken in it; None where the model gave none.
        """
        if text_id is None:
            return []
        if text_id == PAD:
            return self._pad()
        if text_id == EPAD:
            self.counts.epad += 1
            return []
        if text_id in (BOS, EOS):
            self.counts.mark += 1
            return self.close()
        self.counts.text += 1
        self._open, self._pads = True, 0
        return [TextEvent(Speaker.AGENT, self._text(self._vocabulary.id_to_piece(text_id)))]

    def close(self) -> list[TextEvent]:
        """End the utterance, if there is one: its last piece."""
        if not self._open:
            return []
        self._open, self._pads = False, 0
        return [TextEvent(Speaker.AGENT, self._rest(), final=True)]

    def _pad(self) -> list[TextEvent]:
        self.counts.pad += 1
        self._pads += 1
        return self.close() if self._pads >= UTTERANCE_END_PADS else []

    def _text(self, piece: str) -> str:
        byte = _BYTE.fullmatch(piece)
        if byte is None:
            return self._rest() + piece.replace(WORD_MARK, " ")
        # A text message ends at a zero byte.
        return self._decoder.decode(bytes([int(byte[1], 16)])).replace("\0", _REPLACEMENT)

    def _rest(self) -> str:
        """What is left of a character whose bytes did not all come."""
        rest = self._decoder.decode(b"", final=True)
        self._decoder.reset()
        return rest
