"""A physical task that was asked for, as a value."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from creature_voice.brains.noun import Noun, Spot
from creature_voice.brains.request_forms import Action

Known = Callable[[str], bool]
"""Whether the world has such a kind of thing or such a place."""

YOU = "you"


@dataclass(frozen=True)
class Request:
    """A physical task that was asked for.

    Attributes:
        action: What is to be done.
        thing: What with; None where none was named (or the action needs none).
        source: Where it lies, as it was said.
        spot: Where it is to go, or where the creature is to go.
        recipient: Who gets it: YOU for the speaker, else a name or "him".
        refused: True for "don't ...": the speaker does not want it.
        deed: A movement or a project, as it is promised ("wave to you", "clear the table").
        motion: The movement's name ("wave").
    """

    action: Action
    thing: Noun | None = None
    source: Spot | None = None
    spot: Spot | None = None
    recipient: str = ""
    refused: bool = False
    deed: str = ""
    motion: str = ""
