"""What came from the server and waits to be played, with the text that belongs to it.

Design: one frame is played in each frame of the voice. If none has come, silence is played (an underrun), and what
comes later waits a little longer than before; so an uneven link makes itself the room that it needs. What waits longer
than it must is skipped, and counted:
  - at once, down to the spare frames, if more than the most frames wait (a burst after a stall);
  - a quiet frame, if more than SLACK frames wait beyond the spare ones;
  - one quiet frame, if for PATIENCE frames there were always more than the spare ones left (the link is even again).
Text is never skipped: it comes with the next frame that is played.
Threading: put() and text() by the link's thread, take() by the loop's worker.
Units: frames of 80 ms.
"""

from __future__ import annotations

import threading
from collections import deque
from dataclasses import dataclass

import numpy as np

from creature_voice.engines.moshi_server.pieces import Pieces
from creature_voice.engines.moshi_server.wire import Dialect
from creature_voice.frame import FRAME_SAMPLES, Frame, Samples
from creature_voice.levels import is_quiet

SLACK_FRAMES = 2
PATIENCE_FRAMES = 125
_MOST_PIECES = 1000
_NOTHING = np.zeros(0, np.float32)


@dataclass(frozen=True)
class Played:
    """What is played in one frame.

    Attributes:
        frame: float32, shape [1920]; None: nothing had come.
        pieces: The text that belongs to it.
        skipped: Frames that were skipped before it.
        underrun: Nothing had come, in the middle of the conversation.
    """

    frame: Frame | None
    pieces: tuple[str, ...] = ()
    skipped: int = 0
    underrun: bool = False


class Playback:
    """The sound and the text of one conversation."""

    def __init__(self, dialect: Dialect, spare_frames: int, most_frames: int) -> None:
        """Make it.

        Args:
            dialect: How the server times text.
            spare_frames: Frames that are to wait before the first is played.
            most_frames: Frames that may wait.
        """
        self._lead = dialect.text_lead_frames
        self._text = Pieces(dialect)
        self._spare = spare_frames
        self._most = max(most_frames, spare_frames + 1)
        self._lock = threading.Lock()
        self._rest: Samples = _NOTHING
        self._waiting: deque[Frame] = deque()
        self._pieces: deque[tuple[int, str]] = deque(maxlen=_MOST_PIECES)
        self._came = 0
        self._begun = False
        self._overflowed = 0
        self._least = most_frames
        self._patience = PATIENCE_FRAMES
        self._may_drop = False

    def put(self, samples: Samples) -> None:
        """Sound has come."""
        with self._lock:
            self._rest = np.concatenate([self._rest, samples]) if self._rest.size else samples
            while self._rest.size >= FRAME_SAMPLES:
                self._waiting.append(self._rest[:FRAME_SAMPLES])
                self._rest = self._rest[FRAME_SAMPLES:]
                self._came += 1
                if len(self._waiting) > 2 * self._most:
                    # Nobody takes: a server that sends without being asked must not fill the memory.
                    self._waiting.popleft()
                    self._overflowed += 1

    def text(self, text: str) -> None:
        """Text has come; it belongs to the sound that came before it, or as much later as the server's text leads."""
        with self._lock:
            frame = max(0, self._came - 1 + self._lead)
            piece = self._text.push(text, frame)
            if piece:
                self._pieces.append((frame, piece))

    def take(self) -> Played:
        """The next frame to play."""
        with self._lock:
            if len(self._waiting) <= (0 if self._begun else self._spare):
                return Played(None, self._due(), underrun=self._begun)
            self._begun = True
            skipped = self._skip()
            frame = self._waiting.popleft()
            self._watch()
            return Played(frame, self._due(), skipped)

    @property
    def waiting(self) -> int:
        """Frames that wait."""
        return len(self._waiting)

    def _due(self) -> tuple[str, ...]:
        played = self._came - len(self._waiting)
        due = []
        while self._pieces and self._pieces[0][0] < played:
            due.append(self._pieces.popleft()[1])
        return tuple(due)

    def _skip(self) -> int:
        before = len(self._waiting)
        if before > self._most:
            while len(self._waiting) > self._spare + 1:
                self._waiting.popleft()
        elif before > 1 and is_quiet(self._waiting[0]) and (self._may_drop or before > self._spare + 1 + SLACK_FRAMES):
            self._waiting.popleft()
            self._may_drop = False
        overflowed, self._overflowed = self._overflowed, 0
        return overflowed + before - len(self._waiting)

    def _watch(self) -> None:
        self._least = min(self._least, len(self._waiting))
        self._patience -= 1
        if self._patience == 0:
            self._may_drop = self._least > self._spare
            self._least, self._patience = self._most, PATIENCE_FRAMES
