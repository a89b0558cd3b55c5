"""Something the creature says: its sentences, their sound as it comes in, their words as they are spoken.

Design: filled by others while it is played. Threading: the speech process's thread appends sound, the script's thread
appends sentences, the loop's worker takes; each list has one writer and one reader, and a flag set after the last
append says that it is whole, so no lock is needed.
Units: 24 kHz sound.
"""

from __future__ import annotations

import collections
import re
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

import numpy as np

from creature_voice.engines.local.words import pieces
from creature_voice.frame import Samples

_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=\S)")


def sentences_of(text: str) -> list[str]:
    """A text cut into what is synthesised at once."""
    return [part for part in _SENTENCE_END.split(" ".join(text.split())) if part]


class Kind(Enum):
    """Where an utterance comes from."""

    ANSWER = "answer"
    GIVEN = "given"


class Sentence:
    """One sentence: receives its sound (see speech.Receiver), gives it to the mouth."""

    def __init__(self, text: str, clock: Callable[[], float] = time.monotonic) -> None:
        self.text = text
        self.error = ""
        self.sound_at: float | None = None
        self._clock = clock
        self._pieces = pieces(text)
        self._starts: collections.deque[int] = collections.deque()
        self._chunks: collections.deque[Samples] = collections.deque()
        self._whole = False
        self._played = 0
        self._next_piece = 0

    @property
    def over(self) -> bool:
        """All of it was taken."""
        return self._whole and not self._chunks

    @property
    def last_word_spoken(self) -> bool:
        """Its last word has begun."""
        return self._next_piece >= len(self._pieces)

    def began(self, starts: list[int]) -> None:
        """Its sound begins; starts: the first sample of each word."""
        self._starts.extend(starts)

    def sound(self, samples: Samples) -> None:
        """More sound."""
        if self.sound_at is None:
            self.sound_at = self._clock()
        self._chunks.append(samples)

    def ended(self, error: str) -> None:
        """No more will come."""
        self.error = error
        self._whole = True

    def take(self, count: int) -> tuple[Samples, list[str]]:
        """Up to so many samples, fewer if they are not there, and the words that begin in them."""
        parts: list[Samples] = []
        while count > 0 and self._chunks:
            chunk = self._chunks.popleft()
            if len(chunk) > count:
                self._chunks.appendleft(chunk[count:])
                chunk = chunk[:count]
            parts.append(chunk)
            count -= len(chunk)
        sound = np.concatenate(parts) if parts else np.zeros(0, np.float32)
        self._played += len(sound)
        return sound, self._spoken_words(len(sound) > 0)

    def _spoken_words(self, playing: bool) -> list[str]:
        first = self._next_piece
        while playing and self._starts and self._starts[0] < self._played:
            self._starts.popleft()
            self._next_piece += 1
        return self._pieces[first : self._next_piece]


@dataclass(frozen=True)
class Taken:
    """What an utterance gave for a stretch of time: sound, and the words that begin in it (last: it has no more)."""

    sound: Samples
    words: list[str]
    last: bool


class Utterance:
    """Sentences that belong together, from one answer or one text that was given."""

    def __init__(self, kind: Kind) -> None:
        self.kind = kind
        self.begun = False
        self.canceled = False
        self.spoken = ""
        self.closed_text = False
        self.progress = threading.Event()
        self._sentences: list[Sentence] = []
        self._complete = False
        self._current = 0

    def add(self, sentence: Sentence) -> None:
        """One sentence more."""
        self._sentences.append(sentence)

    def complete(self) -> None:
        """There will be no more sentences."""
        self._complete = True

    @property
    def over(self) -> bool:
        """Everything was taken."""
        return self._complete and self._current >= len(self._sentences)

    @property
    def ahead(self) -> int:
        """Sentences after the one being played; all of them before the first sound."""
        begun = self._current + (1 if self.begun and self._current < len(self._sentences) else 0)
        return len(self._sentences) - begun

    @property
    def error(self) -> str:
        """Why not all of it could be synthesised; empty if it could."""
        return next((sentence.error for sentence in self._sentences if sentence.error), "")

    @property
    def asks(self) -> bool:
        """The last sentence known is a question."""
        return bool(self._sentences) and self._sentences[-1].text.endswith("?")

    def take(self, count: int) -> Taken:
        """Up to so many samples; fewer when the sound is late or the utterance is over."""
        self._skip_over()
        if self._current >= len(self._sentences):
            return Taken(np.zeros(0, np.float32), [], False)
        sentence = self._sentences[self._current]
        sound, words = sentence.take(count)
        if len(sound) and not self.begun:
            self.begun = True
            self.progress.set()
        self.spoken += "".join(words)
        final = self._complete and self._current == len(self._sentences) - 1 and sentence.last_word_spoken
        last = bool(words) and final
        self.closed_text = self.closed_text or last
        self._skip_over()
        return Taken(sound, words, last)

    def fade(self, count: int) -> Samples:
        """The next samples of the sentence being played, to be faded out; their words are not counted as spoken."""
        if self._current >= len(self._sentences):
            return np.zeros(0, np.float32)
        return self._sentences[self._current].take(count)[0]

    def _skip_over(self) -> None:
        while self._current < len(self._sentences) and self._sentences[self._current].over:
            self._current += 1
            self.progress.set()
