"""Words forced into Moshi's inner monologue, at the pace of the model's own pauses.

Design: the rules are those by which Kyutai's text-to-speech models are fed (moshi.models.tts.StateMachine, of the
package moshi): whenever the model would begin a word (it samples EPAD), EPAD stands and the pieces of the next given
word follow, one a frame; where it would pad, it pads, but never longer than `longest_pause` after the last word was
opened. The text ids are all that is changed, so it serves whatever computes the model.
Units: frames of 80 ms, one token each. An id that is chosen in one step is spoken in the next.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass

from creature_voice.engines.moshi.model import BOS, EOS, EPAD, PAD, Vocabulary
from creature_voice.engines.moshi.monologue import WORD_MARK

# Keeps the first word from being cut.
_FIRST_PADS = 2
_SPECIAL = (EPAD, BOS, EOS, PAD)
_UNSPEAKABLE = str.maketrans({"\u2019": "'", ":": " ", "(": " ", ")": " "})


@dataclass(frozen=True)
class Word:
    """One word: as it was given, and its tokens."""

    text: str
    ids: tuple[int, ...]


def split_words(words: str, vocabulary: Vocabulary) -> tuple[Word, ...]:
    """A text, word by word; what the vocabulary has no token for is left out."""
    split = (Word(word, _ids(word, vocabulary)) for word in words.translate(_UNSPEAKABLE).split())
    return tuple(word for word in split if word.ids)


def opens_word(sampled: int, vocabulary: Vocabulary) -> bool:
    """Whether the word before it is complete when the model samples this id."""
    return sampled in _SPECIAL or vocabulary.id_to_piece(sampled).startswith(WORD_MARK)


class Forcing:
    """Given words on their way into the monologue."""

    def __init__(self, words: Sequence[Word], longest_pause: int) -> None:
        """Make it.

        Args:
            words: What is to be said.
            longest_pause: Frames from the opening of a word to that of the next, if it has no more tokens than that.
        """
        self._words = tuple(words)
        self._longest_pause = longest_pause
        self._opened = 0
        self._chosen = 0
        self._spoken = 0
        self._queue: deque[int] = deque()
        self._pads_left = self._first_pads = _FIRST_PADS
        self._stopping = False
        self.over = False

    @property
    def spoken(self) -> tuple[str, ...]:
        """The words spoken so far."""
        return tuple(word.text for word in self._words[: self._spoken])

    @property
    def complete(self) -> bool:
        """All of it was spoken."""
        return self._spoken == len(self._words)

    def choose(self, sampled: int) -> int:
        """The id to go on with in this step, in place of the sampled one."""
        # What was chosen in the steps before is spoken in this one.
        self._spoken = self._chosen
        if self._queue:
            return self._next_piece()
        if self._stopping:
            self.over = True
            return sampled
        if self._first_pads:
            self._first_pads -= 1
            return self._pad()
        if sampled == EPAD or self._pads_left <= 0:
            return self._open(sampled)
        return self._pad()

    def stop(self) -> None:
        """Let the word that is begun be the last."""
        self._stopping = True

    def rewind(self) -> None:
        """The model has started afresh: what it has not spoken yet is to be chosen again."""
        self._opened = self._chosen = self._spoken
        self._queue.clear()
        self._pads_left = self._first_pads = _FIRST_PADS

    def _open(self, sampled: int) -> int:
        if self._opened == len(self._words):
            self.over = True
            return sampled
        self._queue.extend(self._words[self._opened].ids)
        self._opened += 1
        self._pads_left = self._longest_pause
        return EPAD

    def _next_piece(self) -> int:
        piece = self._queue.popleft()
        self._pads_left -= 1
        if not self._queue:
            self._chosen = self._opened
        return piece

    def _pad(self) -> int:
        self._pads_left -= 1
        return PAD


def _ids(word: str, vocabulary: Vocabulary) -> tuple[int, ...]:
    return tuple(text_id for text_id in vocabulary.encode(word) if text_id not in _SPECIAL)
