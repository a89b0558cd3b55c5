"""What waits to be sent to one page: bounded, the oldest goes first when it is full."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Letter:
    """One message to a page.

    Attributes:
        data: UTF-8 text or a frame of speech.
        text: It is text.
        stream: It is one of many (state, speech), to be dropped before an answer is.
        born_s: When what it tells happened, where its latency is measured; monotonic.
    """

    data: bytes
    text: bool = True
    stream: bool = False
    born_s: float | None = None


class Outbox:
    """A queue of at most `capacity` letters. Not thread-safe."""

    def __init__(self, capacity: int) -> None:
        self._capacity = capacity
        self._letters: deque[Letter] = deque()

    def __len__(self) -> int:
        return len(self._letters)

    def put(self, letter: Letter) -> int:
        """Queue a letter; returns how many (0 or 1) were dropped for it."""
        dropped = 0
        if len(self._letters) >= self._capacity:
            self._drop_one()
            dropped = 1
        self._letters.append(letter)
        return dropped

    def take(self) -> Letter | None:
        """The oldest letter, or None if there is none."""
        return self._letters.popleft() if self._letters else None

    def forget_speech(self) -> None:
        """The page is no longer the voice: what waits to be heard there is not to be heard."""
        self._letters = deque(letter for letter in self._letters if letter.text)

    def _drop_one(self) -> None:
        oldest = next((i for i, letter in enumerate(self._letters) if letter.stream), 0)
        del self._letters[oldest]
