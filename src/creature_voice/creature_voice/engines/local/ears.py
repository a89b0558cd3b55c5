"""The ears: from frames heard to decisions about the turn.

Design: a frame is resampled to 16 kHz and cut into hops; each goes through the speech detector to turn taking. What
turn taking wants recognised is cut from the sound kept since the turn began and given to the recogniser, whose words
come back through the same inbox.
Threading: feed() from the loop's worker, words() from the recogniser, everything else in the ears' own thread. A full
inbox drops frames and counts them.
Units: 24 kHz in, 16 kHz inside, hops of 32 ms; times in seconds of the clock.
"""

from __future__ import annotations

import collections
import contextlib
import functools
import queue
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np

from creature_voice.engines.local.decisions import Decision, Heard, Ignored, Recognise, Resumed, TurnEnd
from creature_voice.engines.local.detector import HOP_SAMPLES, Detector
from creature_voice.engines.local.recognition import HEARING_RATE_HZ, Recogniser
from creature_voice.engines.local.turn import TurnTaker
from creature_voice.frame import SAMPLE_RATE_HZ, Frame, Samples

# Two seconds: longer than any stall from which it is worth catching up.
_INBOX_FRAMES = 25
# Sound kept from before the onset was sure.
_BEFORE_HOPS = 9
_JOIN_S = 5.0


@dataclass(frozen=True)
class _Heard:
    frame: Frame
    at: float
    creature_speaking: bool
    asking: bool


@dataclass(frozen=True)
class _Words:
    ticket: int
    text: str
    took_s: float


class _Reset:
    pass


@dataclass(frozen=True)
class Moment:
    """When a decision was made.

    Attributes:
        heard_at: When the last sound that was looked at was heard, by the clock.
        recognition_s: How long the last recognition took.
    """

    heard_at: float
    recognition_s: float


class Ears:
    """See the module."""

    def __init__(
        self,
        taker: TurnTaker,
        detector: Detector,
        recognise: Callable[[Samples], str],
        decide: Callable[[Decision, Moment], None],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """Start the threads.

        Args:
            taker: Turn taking.
            detector: Of speech.
            recognise: Words of a piece of speech at 16 kHz; called in a thread of its own.
            decide: Told each decision; called in the ears' thread.
            clock: Seconds.
        """
        # Imported here: only the local voice needs it, and its absence is reported by the factory.
        import soxr

        self._new_resampler: Callable[[], Any] = functools.partial(
            soxr.ResampleStream, SAMPLE_RATE_HZ, HEARING_RATE_HZ, 1, dtype="float32"
        )
        self._resampler = self._new_resampler()
        self._taker = taker
        self._detector = detector
        self._decide = decide
        self._clock = clock
        self._inbox: queue.Queue[_Heard | _Words | _Reset | None] = queue.Queue(_INBOX_FRAMES)
        self._rest: Samples = np.zeros(0, np.float32)
        self._before: collections.deque[Samples] = collections.deque(maxlen=_BEFORE_HOPS)
        self._kept: list[Samples] = []
        self._marks: dict[int, int] = {}
        self._heard_at = 0.0
        self._recognition_s = 0.0
        self.dropped = 0
        self.speaking = False
        self.in_turn = False
        self._recogniser = Recogniser(recognise, self._words, clock)
        self._thread = threading.Thread(target=self._run, name="ears", daemon=True)
        self._thread.start()

    @property
    def running(self) -> bool:
        """They hear; False after close() or an error."""
        return self._thread.is_alive()

    @property
    def waiting(self) -> int:
        """Frames in the inbox."""
        return self._inbox.qsize()

    @property
    def recognitions_waiting(self) -> int:
        """Recognitions not yet begun."""
        return self._recogniser.waiting

    def feed(self, frame: Frame, creature_speaking: bool, asking: bool) -> None:
        """Hear one frame; never blocks."""
        try:
            self._inbox.put_nowait(_Heard(frame.copy(), self._clock(), creature_speaking, asking))
        except queue.Full:
            self.dropped += 1

    def reset(self) -> None:
        """Forget what was heard; never blocks."""
        while True:
            try:
                self._inbox.put_nowait(_Reset())
                return
            except queue.Full:
                self._make_room()

    def close(self) -> None:
        """End the threads. May be called twice."""
        # First the ears, as the recogniser may be waiting to hand them words.
        while self._thread.is_alive():
            try:
                self._inbox.put_nowait(None)
                break
            except queue.Full:
                self._make_room()
        self._thread.join(_JOIN_S)
        self._recogniser.close()

    def _make_room(self) -> None:
        with contextlib.suppress(queue.Empty):
            self._inbox.get_nowait()

    def _words(self, ticket: int, text: str, took_s: float) -> None:
        while self._thread.is_alive():
            try:
                self._inbox.put(_Words(ticket, text, took_s), timeout=0.5)
                return
            except queue.Full:
                continue

    def _run(self) -> None:
        while (item := self._inbox.get()) is not None:
            if isinstance(item, _Heard):
                self._hear(item)
            elif isinstance(item, _Words):
                self._recognition_s = item.took_s
                self._act(self._taker.recognised(item.ticket, item.text))
            else:
                self._forget()
            self.speaking, self.in_turn = self._taker.speaking, self._taker.in_turn

    def _hear(self, heard: _Heard) -> None:
        sound = np.concatenate([self._rest, self._resampler.resample_chunk(heard.frame)])
        while len(sound) >= HOP_SAMPLES:
            hop, sound = sound[:HOP_SAMPLES], sound[HOP_SAMPLES:]
            self._heard_at = heard.at - len(sound) / HEARING_RATE_HZ
            self._hop(hop, heard)
        self._rest = sound

    def _hop(self, hop: Samples, heard: _Heard) -> None:
        was_in_turn = self._taker.in_turn
        probability = self._detector.probability(hop, was_in_turn)
        (self._kept if was_in_turn else self._before).append(hop)
        decisions = self._taker.hop(probability, heard.creature_speaking, heard.asking)
        if self._taker.in_turn and not was_in_turn:
            self._kept = list(self._before)
            self._before.clear()
        self._act(decisions)

    def _act(self, decisions: list[Decision]) -> None:
        moment = Moment(self._heard_at, self._recognition_s)
        for decision in decisions:
            if isinstance(decision, Recognise):
                self._ask(decision)
                continue
            if isinstance(decision, Resumed | TurnEnd | Ignored):
                self._recogniser.void()
            if isinstance(decision, Heard):
                self._drop_kept(self._marks.get(decision.ticket, 0))
            elif isinstance(decision, TurnEnd | Ignored):
                self._drop_kept(len(self._kept))
            self._decide(decision, moment)

    def _ask(self, decision: Recognise) -> None:
        self._marks[decision.ticket] = len(self._kept)
        if not self._recogniser.ask(decision.ticket, np.concatenate(self._kept), decision.cut):
            self.dropped += 1
            self._act(self._taker.recognised(decision.ticket, ""))
        if decision.cut:
            self._drop_kept(len(self._kept))

    def _drop_kept(self, count: int) -> None:
        self._kept = self._kept[count:]
        self._marks.clear()

    def _forget(self) -> None:
        self._taker.reset()
        self._drop_kept(len(self._kept))
        self._before.clear()
        self._rest = np.zeros(0, np.float32)
        self._resampler = self._new_resampler()
