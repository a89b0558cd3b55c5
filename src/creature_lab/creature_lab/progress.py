"""What the creature does right now, in a few words, on one line that is written over."""

from __future__ import annotations

import sys
from typing import TextIO

from creature_lab.conversation import Conversation

_CLEAR_LINE = "\r\x1b[K"


def doing(talk: Conversation) -> str:
    """In words: "listening...", "speaking..., working: reach 40%"."""
    now = talk.now
    parts = [
        words
        for words, true in (
            ("listening...", now.user_speaking),
            ("thinking...", now.thinking),
            ("speaking...", now.speaking),
        )
        if true
    ]
    for task in talk.tasks.running:
        phase = task.phases[-1] if task.phases else "sent"
        parts.append(f"working: {phase} {round(task.progress * 100)}%")
    return ", ".join(parts) or "waiting..."


class ProgressLine:
    """Shows progress on a terminal as one live line, elsewhere as one line for each change."""

    def __init__(self, shown: bool, stream: TextIO | None = None) -> None:
        self._stream = sys.stderr if stream is None else stream
        self._shown = shown
        self._live = self._stream.isatty()
        self._last = ""

    def show(self, words: str, elapsed_s: float | None = None) -> None:
        """Show these words, and on a terminal the time beside them."""
        if not self._shown:
            return
        if self._live:
            clock = "" if elapsed_s is None else f"{elapsed_s:6.1f} s  "
            self._stream.write(f"{_CLEAR_LINE}{clock}{words}")
        else:
            # Percentages would make a log of every tick.
            words = words.split("%")[0].rstrip("0123456789 ")
            if words == self._last:
                return
            self._stream.write(f"{words}\n")
        self._last = words
        self._stream.flush()

    def clear(self) -> None:
        """Take the live line away."""
        if self._shown and self._live:
            self._stream.write(_CLEAR_LINE)
            self._stream.flush()
