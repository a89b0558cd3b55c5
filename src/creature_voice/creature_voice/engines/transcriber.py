"""Writes down what people say, beside an engine that does not.

Design: the local voice's ears without its brain. A frame is only put in a queue; speech detection, turn taking and
recognition happen behind it. When they do not keep up, frames are dropped and counted.
Threading: hear(), texts() and forget() from the loop's worker, which is never kept waiting; a thread of its own feeds
the ears, whose recogniser has another. close() and health figures from any thread.
Units: frames of 80 ms; seconds of the clock.
"""

from __future__ import annotations

import collections
import threading
import time
from collections.abc import Callable
from queue import SimpleQueue
from typing import Protocol

from creature_voice.engine import TextEvent
from creature_voice.engines.local.decisions import Decision, TurnEnd
from creature_voice.engines.local.ears import Moment
from creature_voice.engines.local.transcript import Transcript
from creature_voice.frame import Frame

_LONGEST_QUEUE = 25
_JOIN_S = 5.0
# What failed once is reported for so long.
_TROUBLE_S = 30.0


class Hearing(Protocol):
    """What creature_voice.engines.local.ears.Ears does here."""

    @property
    def speaking(self) -> bool:
        """Somebody is speaking."""

    @property
    def dropped(self) -> int:
        """Pieces of speech that were not recognised, as too many waited."""

    @property
    def recognitions_waiting(self) -> int:
        """Pieces of speech that wait to be recognised."""

    def feed(self, frame: Frame, creature_speaking: bool, asking: bool) -> None:
        """Hear one frame."""

    def reset(self) -> None:
        """Forget what was heard."""

    def close(self) -> None:
        """End its thread."""


MakeHearing = Callable[[Callable[[Decision, Moment], None], Callable[[str], None]], Hearing]
"""Makes the ears; given what is told their decisions, and what is told, in words, that recognition failed."""


class Transcriber:
    """See the module."""

    def __init__(
        self,
        make_hearing: MakeHearing,
        release: Callable[[], None] = lambda: None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """Start.

        Args:
            make_hearing: Makes the ears; the transcriber closes them.
            release: Frees the models, after that.
            clock: Seconds.
        """
        self._release = release
        self._clock = clock
        self._frames: SimpleQueue[tuple[int, Frame] | None] = SimpleQueue()
        self._texts: collections.deque[tuple[int, TextEvent]] = collections.deque()
        self._transcript = Transcript()
        # What was heard before forget() is of an older conversation, wherever it is on its way.
        self._conversation = self._heard_conversation = 0
        self._dropped = self._turns = 0
        self._trouble, self._trouble_at = "", 0.0
        self._closed = False
        self._ears = make_hearing(self._decide, self._failed)
        self._thread = threading.Thread(target=self._run, name="transcriber", daemon=True)
        self._thread.start()

    @property
    def speaking(self) -> bool:
        """A person is heard speaking."""
        return self._ears.speaking and self._heard_conversation == self._conversation

    @property
    def trouble(self) -> str:
        """What failed of late, in words; empty if nothing did."""
        return self._trouble if self._clock() - self._trouble_at < _TROUBLE_S else ""

    @property
    def figures(self) -> dict[str, object]:
        """Counters and queues, by name."""
        return {
            "turns": self._turns,
            "frames_waiting": self._frames.qsize(),
            "frames_dropped": self._dropped,
            "recognitions_waiting": self._ears.recognitions_waiting,
            "recognitions_dropped": self._ears.dropped,
        }

    def hear(self, frame: Frame) -> None:
        """Take a frame, or count it as dropped."""
        # Only this thread puts frames in: the queue cannot have grown since it was looked at.
        if self._frames.qsize() < _LONGEST_QUEUE:
            self._frames.put((self._conversation, frame))
        else:
            self._dropped += 1

    def texts(self) -> tuple[TextEvent, ...]:
        """What became known since the last call."""
        texts = []
        while self._texts:
            conversation, text = self._texts.popleft()
            if conversation == self._conversation:
                texts.append(text)
        return tuple(texts)

    def forget(self) -> None:
        """A new conversation begins."""
        self._conversation += 1

    def close(self) -> None:
        """End the threads and free the models. May be called twice."""
        if self._closed:
            return
        self._closed = True
        self._frames.put(None)
        self._thread.join(_JOIN_S)
        # What still waits to be recognised nobody waits for.
        self._ears.reset()
        self._ears.close()
        self._release()

    def _run(self) -> None:
        while (item := self._frames.get()) is not None:
            conversation, frame = item
            if conversation != self._conversation or self._closed:
                continue
            try:
                self._hear(conversation, frame)
            except Exception as error:
                # Whatever a model raises, what is heard next may be understood again.
                self._failed(f"{type(error).__name__}: {error}")

    def _hear(self, conversation: int, frame: Frame) -> None:
        if conversation != self._heard_conversation:
            # The ears first: what they still decide belongs to the old one.
            self._ears.reset()
            self._transcript = Transcript()
            self._heard_conversation = conversation
        self._ears.feed(frame, creature_speaking=False, asking=False)

    def _decide(self, decision: Decision, moment: Moment) -> None:
        self._turns += isinstance(decision, TurnEnd)
        self._texts.extend((self._heard_conversation, text) for text in self._transcript.take(decision))

    def _failed(self, why: str) -> None:
        self._trouble_at = self._clock()
        self._trouble = why
