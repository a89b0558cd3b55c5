"""What a sink of frames is: a speaker, a file, nothing.

Design: a phone or another node needs no sink; it listens to voice/speech, which carries whatever is audible.
Threading: write() is called by the loop's worker and must not block; counts() by any thread.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from creature_voice.frame import Frame


@dataclass(frozen=True)
class SinkCounts:
    """Since the start.

    Attributes:
        underruns: Times that silence was played because no sound was there in time.
        dropped: Frames thrown away because too many were waiting to be played.
    """

    underruns: int = 0
    dropped: int = 0


class FrameSink(Protocol):
    """Where the creature's voice goes."""

    def start(self) -> None:
        """Begin.

        Raises:
            VoiceError: it cannot begin; the message says what to do.
        """
        ...

    def write(self, frame: Frame) -> None:
        """Play or keep one frame; must not block."""
        ...

    def counts(self) -> SinkCounts:
        """How it went."""
        ...

    def stop(self) -> None:
        """Do not play any more; start() goes on."""
        ...

    def close(self) -> None:
        """Finish, and give back what it holds. May be called twice."""
        ...


class NullSink:
    """Lets every frame go: for `phone` and `topic`, whose listeners have voice/speech, and for `none`."""

    def start(self) -> None:
        """Nothing to begin."""

    def write(self, frame: Frame) -> None:
        """Let it go."""

    def counts(self) -> SinkCounts:
        """Nothing is counted."""
        return SinkCounts()

    def stop(self) -> None:
        """Nothing to end."""

    def close(self) -> None:
        """Nothing is held."""
