"""A piece of the conversation's text, as it comes from the voice (see creature_msgs/TextToken)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum


class Speaker(IntEnum):
    """Who said it. The values are those of creature_msgs/TextToken."""

    AGENT = 0
    USER = 1


@dataclass(frozen=True)
class Token:
    """One piece of text.

    Attributes:
        seq: Counts by one over both speakers; a jump is a lost token.
        frame: Frame of the voice (80 ms) in which it was heard or spoken.
        speaker: Who said it.
        piece: Text with its own leading space; may be empty.
        final: True on the last piece of an utterance.
    """

    seq: int
    frame: int
    speaker: Speaker
    piece: str
    final: bool = False
