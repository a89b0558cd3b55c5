"""One conversation with a server, from its handshake to its end: what the loop and the link hand each other.

Design: a connection is a fresh session of the model, so each gets a Conversation of its own, and nothing of the one
before can come into it.
Threading: hear() and take() by the loop's worker; next_frame(), sound() and text() by the link's thread; the rest by
any. A count is written by one thread only.
Units: frames of 80 ms; seconds on a monotonic clock.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

from creature_voice.engines.moshi_server.config import MoshiServerConfig
from creature_voice.engines.moshi_server.flow import Flow, frames_of
from creature_voice.engines.moshi_server.playback import Playback, Played
from creature_voice.engines.moshi_server.wire import Dialect
from creature_voice.frame import FRAME_S, Frame, Samples
from creature_voice.levels import is_quiet

# Over this share of frames skipped in the last 10 s, the server or the link is said to be too slow.
_TOO_MANY = 0.05
_RECENT_FRAMES = 125


@dataclass
class Counts:
    """Since the engine was made.

    Attributes:
        frames_sent: Frames of the microphone that the server got.
        frames_skipped_out: Those that it did not get, because it or the link was behind.
        frames_skipped_in: Frames of the server that were not played, because they came too late.
        underruns: Frames of silence, because nothing had come.
        reconnects: Connections after the first that came to a conversation.
        garbage: Messages that were no message.
    """

    frames_sent: int = 0
    frames_skipped_out: int = 0
    frames_skipped_in: int = 0
    underruns: int = 0
    reconnects: int = 0
    garbage: int = 0


class Conversation:
    """See the module."""

    def __init__(self, config: MoshiServerConfig, dialect: Dialect, counts: Counts, clock: Callable[[], float]) -> None:
        most = frames_of(config.max_lag_s)
        self.dialect = dialect
        self.flow = Flow(most, dialect.unanswered_frames, clock)
        self._playback = Playback(dialect, config.spare_frames, most)
        self._counts = counts
        self._outbox: deque[Frame] = deque()
        self._skips: deque[bool] = deque(maxlen=_RECENT_FRAMES)

    def hear(self, frame: Frame) -> bool:
        """Hand on what is heard; False if the server is too far behind, and does not get it."""
        sends = self.flow.may_send(is_quiet(frame))
        self._skips.append(not sends)
        if sends:
            self._outbox.append(frame)
            self._counts.frames_sent += 1
        else:
            self._counts.frames_skipped_out += 1
        return sends

    def take(self) -> Played:
        """What is said now."""
        played = self._playback.take()
        self._counts.frames_skipped_in += played.skipped
        self._counts.underruns += played.underrun
        return played

    def next_frame(self) -> Frame | None:
        """The next frame to send, if there is one."""
        return self._outbox.popleft() if self._outbox else None

    def sound(self, samples: Samples) -> None:
        """Sound has come."""
        self.flow.answered(samples.size)
        self._playback.put(samples)

    def text(self, text: str) -> None:
        """Text has come."""
        self._playback.text(text)

    @property
    def fresh(self) -> bool:
        """Nothing has been said to it yet."""
        return self.flow.sent == 0

    @property
    def lag_ms(self) -> float:
        """How far behind it is: answers that are out, and frames that wait to be played."""
        return 1000.0 * FRAME_S * (self.flow.lag_frames + self._playback.waiting)

    @property
    def skipped_share(self) -> float:
        """Share of the frames of the last 10 s that the server did not get."""
        return sum(self._skips) / _RECENT_FRAMES

    @property
    def too_slow(self) -> bool:
        """The server, or the link, does not keep up."""
        return self.skipped_share > _TOO_MANY
