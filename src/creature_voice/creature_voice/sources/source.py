"""What a source of frames is: a recording, a microphone, a phone, a topic.

Design: the loop has no clock of its own; it goes when its source gives it a frame. So a source always gives frames at
12.5 per second on the long run: silence where it has nothing, for the creature lives also when nobody is heard.
Threading: start() and read() are called by the loop's worker; counts() and describe() by any thread.
Units: seconds on time.monotonic.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from creature_voice.frame import Frame


@dataclass(frozen=True)
class Heard:
    """A frame that was heard.

    Attributes:
        frame: float32, shape [1920].
        due_s: When its last sample had been heard (or, made-up silence, would have been).
    """

    frame: Frame
    due_s: float


@dataclass(frozen=True)
class SourceCounts:
    """Frames of a source since its start.

    Attributes:
        heard: Given to the loop, from the source itself.
        silent: Given to the loop as silence, because nothing had come in time.
        lost: Never came (a jump in the publisher's frame index, an overflow of the sound card).
        dropped: Came, and were thrown away because the loop was behind.
        skipped: Quiet frames left out to catch up after late ones.
    """

    heard: int = 0
    silent: int = 0
    lost: int = 0
    dropped: int = 0
    skipped: int = 0


class FrameSource(Protocol):
    """Where the creature's hearing comes from."""

    def start(self) -> None:
        """Begin: time counts from here.

        Raises:
            VoiceError: it cannot begin; the message says what to do.
        """
        ...

    def read(self, timeout_s: float) -> Heard | None:
        """The next frame, or None if none was due within the timeout."""
        ...

    def counts(self) -> SourceCounts:
        """What has come, and what has not."""
        ...

    def describe(self) -> str:
        """Its state in a few words, for people."""
        ...

    def stop(self) -> None:
        """Do not listen any more; start() begins again."""
        ...

    def close(self) -> None:
        """Give back what it holds. May be called twice."""
        ...
