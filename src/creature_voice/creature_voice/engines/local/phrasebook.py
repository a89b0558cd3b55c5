"""Openings that the creature often begins with, synthesised before they are needed.

Design: "Okay, I'll pick up the red cup." is spoken as "Okay," from the book, at once, and the rest, synthesised
meanwhile: a voice makes a break after such an opening anyway. The book fills itself once the voice stands, one
opening after the other, so that an answer never waits for more than one of them.
Threading: filled by the speech process's thread, read by the scripts'; entries are added whole.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from creature_voice.engines.local.speech import Receiver, Speech
from creature_voice.frame import Samples

OPENINGS = (
    *("Okay,", "Sure,", "All right,", "Of course,", "Yes,", "No,", "I'm sorry,", "Sorry,", "Oh,", "Well,"),
    *("Yes.", "No.", "Hello!", "Hi!", "No problem.", "Thank you."),
)


class Phrasebook:
    """See the module."""

    def __init__(self, speech: Speech, openings: Sequence[str] = OPENINGS) -> None:
        """Begin to fill it."""
        self._speech = speech
        self._left = list(openings)
        self._entries: dict[str, tuple[list[int], Samples]] = {}
        self._next()

    def split(self, sentence: str) -> list[str]:
        """A sentence as an opening from the book and the rest, or as it is."""
        for opening in self._entries:
            if sentence.startswith(opening + " "):
                return [opening, sentence[len(opening) + 1 :]]
        return [sentence]

    def recite(self, text: str, receiver: Receiver) -> bool:
        """Give the sound of an opening; False if it is not in the book."""
        entry = self._entries.get(text)
        if entry is None:
            return False
        starts, sound = entry
        receiver.began(starts)
        receiver.sound(sound)
        receiver.ended("")
        return True

    def _next(self) -> None:
        if self._left:
            text = self._left.pop(0)
            self._speech.speak(text, _Entry(self, text))

    def _add(self, text: str, starts: list[int], sound: Samples) -> None:
        # A new dictionary each time: split() may be going through the old one.
        if len(sound):
            self._entries = {**self._entries, text: (starts, sound)}
        self._next()


class _Entry:
    """Receives one opening."""

    def __init__(self, book: Phrasebook, text: str) -> None:
        self._book = book
        self._text = text
        self._starts: list[int] = []
        self._parts: list[Samples] = []

    def began(self, starts: list[int]) -> None:
        self._starts = starts

    def sound(self, samples: Samples) -> None:
        self._parts.append(samples)

    def ended(self, error: str) -> None:
        whole = np.concatenate(self._parts) if self._parts and not error else np.zeros(0, np.float32)
        self._book._add(self._text, self._starts, whole)
