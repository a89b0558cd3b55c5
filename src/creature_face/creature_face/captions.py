"""What the page may show of the conversation: each speaker's sentence as far as it has been heard or said.

Units: times are seconds of a monotonic clock.
"""

from __future__ import annotations

from creature_face.state import CaptionView, PieceView

# A voice need not say where a sentence ends: after this long without a word the next one begins another.
PAUSE_S = 4.0
# What is longer shows its end: two or three lines on a phone.
MOST_LETTERS = 200


class _Line:
    """The words of one speaker."""

    def __init__(self) -> None:
        self.text = ""
        self.over = False
        self.last_s = float("-inf")

    def add(self, piece: PieceView, now_s: float) -> None:
        if self.over or now_s - self.last_s > PAUSE_S:
            self.text = ""
        self.text += piece.text
        self.over = piece.final
        self.last_s = now_s


class Captions:
    """Joins pieces of text to captions. Not thread-safe."""

    def __init__(self) -> None:
        self._lines: dict[str, _Line] = {}

    def add(self, piece: PieceView, now_s: float) -> CaptionView | None:
        """A piece of what is heard or said; returns what to show, None if there is nothing to be read."""
        line = self._lines.setdefault(piece.speaker, _Line())
        line.add(piece, now_s)
        text = _end_of(" ".join(line.text.split()))
        return CaptionView(piece.speaker, text, piece.final) if text else None


def _end_of(text: str) -> str:
    if len(text) <= MOST_LETTERS:
        return text
    end = text[-MOST_LETTERS:]
    return f"… {end.partition(' ')[2] or end}"
