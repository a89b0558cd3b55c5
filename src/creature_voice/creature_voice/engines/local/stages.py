"""What the last turn cost: the time of each stage from the closed mouth to the creature's voice.

Threading: written by the ears' thread and the loop's worker, read by any; each figure is replaced whole.
Units: milliseconds in the figures, seconds in the calls.
"""

from __future__ import annotations

from creature_voice.engines.local.script import Script


def _ms(seconds: float | None) -> float:
    return round((seconds or 0.0) * 1000.0, 1)


class Stages:
    """Figures of the last turn."""

    def __init__(self) -> None:
        self._figures: dict[str, float] = {}

    @property
    def figures(self) -> dict[str, float]:
        """By name; empty before the first turn. Stages overlap, so they do not add up to mouth_to_voice_ms."""
        return dict(self._figures)

    def turn_ended(self, turn_end_s: float, recognition_s: float) -> None:
        """A turn was found to be over, so long after the mouth closed; its words took so long to recognise."""
        self._figures = {"stage_turn_end_ms": _ms(turn_end_s), "stage_recognition_ms": _ms(recognition_s)}

    def spoken(self, mouth_to_voice_s: float, script: Script) -> None:
        """The answer to that turn begins to be heard."""
        self._figures = {
            **self._figures,
            "stage_answer_ms": _ms(script.answer_s),
            "stage_synthesis_ms": _ms(script.synthesis_s),
            "mouth_to_voice_ms": _ms(mouth_to_voice_s),
        }

    def clear(self) -> None:
        """As before the first turn."""
        self._figures = {}
