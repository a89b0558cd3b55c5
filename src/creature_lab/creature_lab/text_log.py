"""What was said, as text: pieces joined to utterances, and the gaps in their numbering."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from creature_lab.events import CREATURE, USER, Piece
from creature_lab.loudness import Span


@dataclass(frozen=True)
class Utterance:
    """What one speaker said in one go; times in seconds."""

    speaker: str
    text: str
    start_s: float
    end_s: float


class TextLog:
    """Collects the pieces of voice/text."""

    def __init__(self) -> None:
        self.count = 0
        self.gaps = 0
        self._last_seq: int | None = None
        self._open: dict[str, Utterance] = {}
        self._closed: list[Utterance] = []

    def add(self, piece: Piece, happened_s: float) -> None:
        """Take a piece whose frame happened at happened_s."""
        self.count += 1
        if self._last_seq is not None and piece.seq > self._last_seq + 1:
            self.gaps += piece.seq - self._last_seq - 1
        self._last_seq = piece.seq
        before = self._open.pop(piece.speaker, None) or Utterance(piece.speaker, "", happened_s, happened_s)
        utterance = replace(before, text=before.text + piece.text, end_s=max(before.end_s, happened_s))
        if piece.final:
            self._closed.append(utterance)
        else:
            self._open[piece.speaker] = utterance

    def utterances(self, user: Sequence[Span] = (), creature: Sequence[Span] = ()) -> list[Utterance]:
        """All of them by start, an unfinished one included, those without words left out.

        A piece says when it became text. Given the spans in which each was heard, an utterance of the user is laid
        on the speech before it, and one of the creature lasts until its sound ends.
        """
        said = [replace(one, text=one.text.strip()) for one in [*self._closed, *self._open.values()]]
        said = [one for one in said if one.text]
        users = _laid_on_speech([one for one in said if one.speaker == USER], user)
        creatures = _until_silent([one for one in said if one.speaker == CREATURE], creature)
        return sorted([*users, *creatures], key=lambda one: one.start_s)


def _laid_on_speech(said: list[Utterance], spans: Sequence[Span]) -> list[Utterance]:
    laid: list[Utterance] = []
    before_s = float("-inf")
    for one in sorted(said, key=lambda one: one.start_s):
        own = [span for span in spans if span.start_s >= before_s and span.start_s <= one.end_s]
        laid.append(replace(one, start_s=min(one.start_s, own[0].start_s), end_s=own[-1].end_s) if own else one)
        before_s = laid[-1].end_s
    return laid


def _until_silent(said: list[Utterance], spans: Sequence[Span]) -> list[Utterance]:
    lasting: list[Utterance] = []
    ordered = sorted(said, key=lambda one: one.start_s)
    for index, one in enumerate(ordered):
        next_s = ordered[index + 1].start_s if index + 1 < len(ordered) else float("inf")
        ends = [span.end_s for span in spans if span.start_s <= one.end_s <= span.end_s]
        lasting.append(replace(one, end_s=min(max([one.end_s, *ends]), max(next_s, one.end_s))))
    return lasting
