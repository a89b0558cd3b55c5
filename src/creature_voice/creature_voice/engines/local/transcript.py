"""What a person says, as text: from the ears' decisions to pieces that are never taken back. Pure."""

from __future__ import annotations

from creature_voice.engine import Speaker, TextEvent
from creature_voice.engines.local.agreement import Agreement
from creature_voice.engines.local.decisions import Decision, Draft, Heard, Ignored, TurnEnd


class Transcript:
    """The turns of a conversation, one after the other."""

    def __init__(self) -> None:
        self._agreement = Agreement()
        self._open = False

    def take(self, decision: Decision) -> list[TextEvent]:
        """The text that this decision adds; none for most."""
        if isinstance(decision, Draft):
            return self._write(self._agreement.hear(decision.text), final=False)
        if isinstance(decision, Heard):
            return self._write(self._rest(decision.text), final=False)
        if isinstance(decision, TurnEnd):
            return self._write(self._rest(decision.text), final=True)
        if isinstance(decision, Ignored):
            # It was no turn; what was written of it is closed.
            self._agreement = Agreement()
            return self._write([], final=self._open)
        return []

    def _rest(self, text: str) -> list[str]:
        agreement, self._agreement = self._agreement, Agreement()
        return agreement.rest(text)

    def _write(self, pieces: list[str], final: bool) -> list[TextEvent]:
        if final and not pieces:
            pieces = [""] if self._open else []
        if pieces:
            self._open = not final
        last = len(pieces) - 1
        return [TextEvent(Speaker.USER, piece, final and index == last) for index, piece in enumerate(pieces)]
