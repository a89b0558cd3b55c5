"""How the connection to a server stands."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Phase(Enum):
    """What the link is doing."""

    CONNECTING = "connecting"
    AWAY = "away"
    WAITING = "waiting for the handshake"
    BUSY = "busy"
    TALKING = "talking"


@dataclass(frozen=True)
class LinkState:
    """Phase, and what there is to say about it."""

    phase: Phase
    message: str
