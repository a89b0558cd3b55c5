"""Drives a moshi_server engine in tests: frames, until something is so."""

from __future__ import annotations

import os
import time
from collections.abc import Callable

import numpy as np

from creature_voice.engine import DuplexEngine, Step
from creature_voice.frame import FRAME_S, Frame, Samples, from_pcm16, to_pcm16

TIMEOUT_S = 20.0 * float(os.environ.get("CREATURE_TEST_TIMEOUT_FACTOR", "1"))


class PlainCodec:
    """Sound as it is, where the server is a fake that hands back what it gets."""

    def encode(self, frame: Frame) -> bytes:
        return to_pcm16(frame).tobytes()

    def decode(self, ogg: bytes) -> Samples:
        return from_pcm16(np.frombuffer(ogg, np.int16))


def wait(what: Callable[[], bool]) -> None:
    """Wait until something is so.

    Raises:
        AssertionError: it did not become so.
    """
    until_s = time.monotonic() + TIMEOUT_S
    while not what():
        assert time.monotonic() < until_s, "it took too long"
        time.sleep(0.005)


def drive(
    engine: DuplexEngine, frame: Callable[[int], Frame], until: Callable[[list[Step]], bool], frame_s: float = FRAME_S
) -> list[Step]:
    """Step the engine at the pace of the frames until something is so of the steps.

    Raises:
        AssertionError: it did not become so.
    """
    steps: list[Step] = []
    began_s = time.monotonic()
    while not until(steps):
        assert time.monotonic() < began_s + TIMEOUT_S, "it took too long"
        steps.append(engine.step(frame(len(steps))))
        time.sleep(max(0.0, began_s + len(steps) * frame_s - time.monotonic()))
    return steps


def tone(index: int) -> Frame:
    """A frame that is loud."""
    return (0.2 * np.sin(2 * np.pi * 300.0 * (np.arange(1920) / 24_000 + index * FRAME_S))).astype(np.float32)
