"""The ears: from frames heard to decisions about the turn.

Design: a frame is resampled to 16 kHz and cut into hops; each goes through the speech detector to turn taking. What
turn taking wants recognised is cut from the sound kept since the turn began and given to the recogniser. All but the
recognition is done as the frame is heard (about 2 ms while there is sound), so that a turn that ends in a frame can be
answered in the same frame and not in the next.
Threading: feed() and reset() from the loop's worker, recognised words from the recogniser's thread; one lock between
the two, held for no longer than a frame takes.
Units: 24 kHz in, 16 kHz inside, hops of 32 ms; times in seconds of the clock.
"""

from __future__ import annotations

import collections
import functools
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

# Sound kept from before the onset was sure.
_BEFORE_HOPS = 9


@dataclass(frozen=True)
class _Heard:
    frame: Frame
    at: float
    creature_speaking: bool
    asking: bool


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
        failed: Callable[[str], None] = lambda why: None,
    ) -> None:
        """Start the recogniser's thread.

        Args:
            taker: Turn taking.
            detector: Of speech.
            recognise: Words of a piece of speech at 16 kHz; called in a thread of its own.
            decide: Told each decision, with the lock held; must not block.
            clock: Seconds.
            failed: Told what went wrong in the recogniser's thread, in words.
        """
        # Imported here: only the local voice needs it, and its absence is reported by the factory.
        import soxr

        self._new_resampler: Callable[[], Any] = functools.partial(
            soxr.ResampleStream, SAMPLE_RATE_HZ, HEARING_RATE_HZ, 1, dtype="float32"
        )
        self._resampler: Any = self._new_resampler()
        self._taker = taker
        self._detector = detector
        self._decide = decide
        self._clock = clock
        self._lock = threading.Lock()
        self._rest: Samples = np.zeros(0, np.float32)
        self._before: collections.deque[Samples] = collections.deque(maxlen=_BEFORE_HOPS)
        self._kept: list[Samples] = []
        self._marks: dict[int, int] = {}
        self._heard_at = 0.0
        self._recognition_s = 0.0
        self._partial = 0
        self.dropped = 0
        self.speaking = False
        self.in_turn = False
        self._recogniser = Recogniser(recognise, self._words, clock, failed)

    @property
    def recognitions_waiting(self) -> int:
        """Recognitions not yet begun."""
        return self._recogniser.waiting

    def feed(self, frame: Frame, creature_speaking: bool, asking: bool) -> None:
        """Hear one frame."""
        with self._lock:
            self._hear(_Heard(frame, self._clock(), creature_speaking, asking))
            self._show()

    def reset(self) -> None:
        """Forget what was heard."""
        with self._lock:
            self._taker.reset()
            self._recogniser.void()
            self._detector.reset()
            self._drop_kept(len(self._kept))
            self._before.clear()
            self._rest = np.zeros(0, np.float32)
            self._resampler = self._new_resampler()
            self._show()

    def close(self) -> None:
        """End the recogniser's thread. May be called twice."""
        self._recogniser.close()
        with self._lock:
            # The interpreter may end before it collects this object, and soxr complains of what it finds then.
            self._resampler = None

    def _words(self, ticket: int, text: str, took_s: float) -> None:
        with self._lock:
            if ticket != self._partial:
                self._recognition_s = took_s
            self._act(self._taker.recognised(ticket, text))
            self._show()

    def _show(self) -> None:
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
        if decision.partial:
            self._ask_partial(decision.ticket)
            return
        self._recogniser.skip(self._partial)
        self._marks[decision.ticket] = len(self._kept)
        if not self._recogniser.ask(decision.ticket, np.concatenate(self._kept), decision.cut):
            self.dropped += 1
            self._act(self._taker.recognised(decision.ticket, ""))
        if decision.cut:
            self._drop_kept(len(self._kept))

    def _ask_partial(self, ticket: int) -> None:
        # Nothing that a turn waits for may stand behind a glance at the words so far.
        if not self._recogniser.busy and self._recogniser.ask(ticket, np.concatenate(self._kept), False):
            self._partial = ticket

    def _drop_kept(self, count: int) -> None:
        self._kept = self._kept[count:]
        self._marks.clear()
