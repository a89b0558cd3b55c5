"""Rolls the tokens of both speakers into phrases: sentences, complete as soon as their last character is there.

A phrase ends at a sentence's mark, at the utterance's last token, or when its speaker has been quiet for long. The cut
is decided character by character, so that any split of a text into tokens gives the same phrases. A jump in the tokens'
numbers is a gap: what was open then, and what follows it up to the next sound beginning, is marked as not whole.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from creature_intent.tokens import Speaker, Token

FRAME_S = 0.08
SETTLED_FRAMES = 25
"""Speech this long (2 s) after a gap cannot belong to a sentence whose beginning was lost in it."""
QUIET_FRAMES = 50
"""A speaker who was quiet for so long (4 s) in mid-sentence begins anew."""

_END_MARKS = (".", "?", "!")
_LETTER = re.compile(r"[^\W_]")
_RUNS = re.compile("[.?!]|[^.?!]+")
"""Each mark alone, and what stands between marks."""
_CLOSING = "\"')\u201d\u2019"
_ABBREVIATIONS = {"mr", "mrs", "ms", "dr", "st", "prof", "vs"}


class Phrase(NamedTuple):
    """A sentence, or what there is of one.

    Attributes:
        speaker: Who said it.
        text: The words, without surrounding space.
        first_seq, last_seq: Its first and last token.
        ended: It ends with a sentence's mark, not in the air.
        opens: It is the first phrase of its utterance.
        closes: Nothing of the utterance follows it.
        whole: Nothing of it is missing; if False, `flaw` says what happened, and only stopping may be read from it.
        flaw: Why it is not whole, in words.
    """

    speaker: Speaker
    text: str
    first_seq: int
    last_seq: int
    ended: bool = True
    opens: bool = True
    closes: bool = True
    whole: bool = True
    flaw: str = ""


@dataclass(frozen=True)
class Gap:
    """Tokens that never came: first lost number, and how many."""

    first_seq: int
    count: int


@dataclass(slots=True)
class _Buffer:
    """What one speaker has said of a sentence.

    Attributes:
        pieces: The text, in the pieces in which it came.
        blank: There is nothing in it yet but space.
        stopped: Its last character is a full stop.
        first_seq, last_seq: Its first token (space apart), and its last.
        frame: When the speaker was last heard.
    """

    speaker: Speaker
    pieces: list[str] = field(default_factory=list)
    blank: bool = True
    stopped: bool = False
    first_seq: int = 0
    last_seq: int = 0
    frame: int = 0
    opens: bool = True
    flaw: str = ""
    torn_at: int | None = None

    @property
    def text(self) -> str:
        return "".join(self.pieces)

    def clear(self) -> None:
        self.pieces.clear()
        self.blank, self.stopped = True, False

    def restart(self, opens: bool) -> None:
        self.clear()
        self.opens, self.flaw, self.torn_at = opens, "", None

    def take(self, piece: str, seq: int) -> None:
        """Some text more: a mark alone, or none in it."""
        if self.blank:
            self.first_seq, self.blank = seq, piece.isspace()
        self.pieces.append(piece)
        self.last_seq = seq

    def phrase(self, closes: bool) -> Phrase:
        text = self.text.strip()
        ended = text.rstrip(_CLOSING).endswith(_END_MARKS)
        return Phrase(
            self.speaker, text, self.first_seq, self.last_seq, ended, self.opens, closes, not self.flaw, self.flaw
        )


@dataclass
class Phrases:
    """Takes tokens, gives the phrases and the gap that each completes.

    Attributes:
        tokens: Tokens taken.
        gaps: Jumps in their numbers.
        lost: Tokens that never came.
    """

    tokens: int = 0
    gaps: int = 0
    lost: int = 0
    _next: int | None = None
    _buffers: dict[Speaker, _Buffer] = field(default_factory=lambda: {who: _Buffer(who) for who in Speaker})

    def feed(self, token: Token) -> tuple[Gap | None, list[Phrase]]:
        """Take the next token; returns the gap before it, if there is one, and the phrases that are complete now."""
        seq, frame, piece = token.seq, token.frame, token.piece
        gap, phrases = (None, []) if seq == self._next else self._jump(token)
        self._next = seq + 1
        self.tokens += 1
        buffer = self._buffers[token.speaker]
        if buffer.torn_at is not None and not buffer.pieces and frame > buffer.torn_at + SETTLED_FRAMES:
            buffer.restart(opens=True)
        if frame > buffer.frame + QUIET_FRAMES and not buffer.blank:
            phrases += self._abandon(buffer, "its speaker fell silent in mid-sentence")
        buffer.frame = frame
        # Most tokens hold no mark: they are taken whole.
        if buffer.stopped or "." in piece or "?" in piece or "!" in piece:
            for run in _RUNS.findall(piece):
                phrases += _take_run(buffer, run, seq)
        elif piece:
            buffer.take(piece, seq)
        if token.final:
            phrases += _cut(buffer, opens=True, closes=True)
        return gap, phrases

    def _jump(self, token: Token) -> tuple[Gap | None, list[Phrase]]:
        """The token is not the one that was expected."""
        expected = self._next
        if expected is None:
            self._join(token)
            return None, []
        if token.seq == 0:  # The voice began anew: nothing is lost, nothing of before belongs to it.
            return None, self._abandon_all("the voice began anew")
        lost = token.seq - expected
        gap = Gap(expected, lost) if lost > 0 else Gap(token.seq, 0)
        self.gaps += 1
        self.lost += gap.count
        phrases = self._abandon_all(_gap_words(gap))
        for buffer in self._buffers.values():
            buffer.flaw, buffer.torn_at = _gap_words(gap), token.frame
        return gap, phrases

    def _join(self, token: Token) -> None:
        """The first token ever seen may stand in mid-sentence: the conversation may be older than the watcher."""
        if token.seq > 0 and token.piece.strip()[:1].islower():
            buffer = self._buffers[token.speaker]
            buffer.flaw, buffer.torn_at = "its beginning was not heard", token.frame

    def _abandon_all(self, flaw: str) -> list[Phrase]:
        return [phrase for buffer in self._buffers.values() for phrase in self._abandon(buffer, flaw)]

    def _abandon(self, buffer: _Buffer, flaw: str) -> list[Phrase]:
        buffer.flaw = flaw
        phrases = [] if buffer.blank else [buffer.phrase(closes=True)]
        buffer.restart(opens=True)
        return phrases


def _gap_words(gap: Gap) -> str:
    return f"{gap.count} tokens lost from number {gap.first_seq}" if gap.count else "token numbers ran backwards"


def _take_run(buffer: _Buffer, run: str, seq: int) -> list[Phrase]:
    """One mark, or characters without any: only the first of them can show what a full stop before it was."""
    phrases = []
    if buffer.stopped and run[0].isspace() and _is_held(text := buffer.text) and not _is_abbreviated(text):
        phrases += _cut(buffer, opens=False, closes=False)
    buffer.take(run, seq)
    buffer.stopped = run == "."
    if run in _END_MARKS and not (buffer.stopped and _is_held(buffer.text)):
        phrases += _cut(buffer, opens=False, closes=False)
    return phrases


def _is_held(text: str) -> bool:
    """A full stop that may belong to a number, an initial or an abbreviation waits for the next character."""
    last = _last_word(text)
    is_initial = len(last) == 1 and last.isalpha() and last != "i"
    return last[-1:].isdigit() or is_initial or "." in last or last in _ABBREVIATIONS


def _is_abbreviated(text: str) -> bool:
    return _last_word(text) in _ABBREVIATIONS


def _last_word(text: str) -> str:
    """The word before the full stop, in lower case."""
    words = text.removesuffix(".").rsplit(maxsplit=1)
    return words[-1].lower() if words else ""


def _cut(buffer: _Buffer, opens: bool, closes: bool) -> list[Phrase]:
    has_words = not buffer.blank and _LETTER.search(buffer.text) is not None
    phrases = [buffer.phrase(closes)] if has_words else []
    # Marks without words ("...", a closing quote) neither end a torn phrase nor begin a new utterance.
    if has_words or opens:
        buffer.restart(opens)
    else:
        buffer.clear()
    return phrases
