"""Which speakers are in the middle of an utterance, so that whoever cuts one off can close its text."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from creature_voice.engine import Speaker, Step, TextEvent


class OpenTexts:
    """Follows the text of every step."""

    def __init__(self) -> None:
        self._open: set[Speaker] = set()
        self._due: list[TextEvent] = []

    def close(self, speakers: Collection[Speaker] = tuple(Speaker)) -> None:
        """These say no more of what they are saying; the next step brings the final piece."""
        for speaker in sorted(self._open.intersection(speakers)):
            self._due.append(TextEvent(speaker, "", final=True))
            self._open.discard(speaker)

    def follow(self, step: Step) -> Step:
        """The step with the pieces that are due before its own, and without any that close what is closed."""
        if not (step.texts or self._due):
            return step
        texts, self._due = self._due, []
        for text in step.texts:
            if text.piece or not text.final or text.speaker in self._open:
                texts.append(text)
            self._note(text)
        return replace(step, texts=tuple(texts))

    def _note(self, text: TextEvent) -> None:
        if text.final:
            self._open.discard(text.speaker)
        else:
            self._open.add(text.speaker)
