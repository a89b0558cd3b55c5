"""The two clients that bench_moshi_server.py compares, each driven frame by frame, and what is measured of them.

Design: a thread at the pace of a sound card (80 ms a frame) hands over what is heard and takes what is said. Of theirs
everything is moshi.client's own but sounddevice, whose two callbacks that thread calls.
"""

from __future__ import annotations

import argparse
import asyncio
import io
import queue
import resource
import threading
import time
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import numpy as np

FRAME_S = 0.08
# The first frames wait for a server that has just begun.
WARM_FRAMES = 12
# The model's first step gives no sound: the answer of frame n is the server's (n - 1)th.
UNANSWERED = 1


def sound(index: int) -> np.ndarray:
    """A frame of something like speech: noise for 1.2 s, quiet for 0.4."""
    loud = index % 20 < 15
    return (np.random.default_rng(index).standard_normal(1920) * (0.05 if loud else 0.0005)).astype(np.float32)


class Record:
    """What a client's process measures."""

    def __init__(self, seconds: float) -> None:
        self.frames = round(seconds / FRAME_S)
        self.sounds = [sound(index) for index in range(self.frames)]
        self.sent_s: list[float] = []
        self.arrived_s: list[float] = []
        self.lag_frames: list[int] = []

    def arrived(self) -> None:
        self.arrived_s.append(time.monotonic())

    def pace(self, tick: Callable[[int], int]) -> dict[str, Any]:
        """Call tick for every frame when it is due; it gives the frames that wait to be played."""
        began_s, cpu_s = time.monotonic(), _cpu_s()
        for index in range(self.frames):
            waiting = tick(index)
            self.lag_frames.append(max(0, len(self.sent_s) - UNANSWERED - len(self.arrived_s)) + waiting)
            time.sleep(max(0.0, began_s + (index + 1) * FRAME_S - time.monotonic()))
        passed_s, used_s = time.monotonic() - began_s, _cpu_s() - cpu_s
        trips = [1000 * (came - went) for went, came in zip(self.sent_s[UNANSWERED:], self.arrived_s, strict=False)]
        lags_ms = [1000 * FRAME_S * lag for lag in self.lag_frames]
        return {
            "round_trips_ms": trips[WARM_FRAMES:],
            "cpu_percent": 100 * used_s / passed_s,
            "lag_middle_ms": lags_ms[len(lags_ms) // 2],
            "lag_end_ms": lags_ms[-1],
            "lag_most_ms": max(lags_ms),
            "sent": len(self.sent_s),
            "answered_per_s": len(self.arrived_s) / passed_s,
        }


def _cpu_s() -> float:
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


def ours(url: str, record: Record) -> dict[str, Any]:
    """Step our engine."""
    from creature_voice.engines.moshi_server import MoshiServerConfig, make_engine

    engine = make_engine(MoshiServerConfig(url=url, session_s=0.0), lambda message: None)
    while not engine.health().ok:
        time.sleep(0.01)
    conversation = engine._link.conversation
    assert conversation is not None
    put = conversation._playback.put

    def put_and_note(samples: Any) -> None:
        put(samples)
        record.arrived()

    conversation._playback.put = put_and_note  # type: ignore[method-assign]

    def tick(index: int) -> int:
        before, now_s = conversation.flow.sent, time.monotonic()
        engine.step(record.sounds[index])
        record.sent_s.extend([now_s] * (conversation.flow.sent - before))
        return conversation._playback.waiting

    measured = record.pace(tick)
    measured["skipped_out"] = engine.health().values["frames_skipped_out"]
    measured["skipped_in"] = engine.health().values["frames_skipped_in"]
    engine.close()
    return measured


class _Stream:
    """Stands in for a sounddevice stream; calls nothing by itself."""

    callbacks: dict[str, Callable[..., None]] = {}  # noqa: RUF012

    def __init__(self, kind: str, callback: Callable[..., None]) -> None:
        self.callbacks[kind] = callback

    def __enter__(self) -> _Stream:
        if len(self.callbacks) == 2:
            _READY.set()
        return self

    def __exit__(self, *details: object) -> None:
        pass


_READY = threading.Event()


class _NotingQueue(queue.Queue):  # type: ignore[type-arg]
    record: Record

    def put(self, item: Any, block: bool = True, timeout: float | None = None) -> None:
        super().put(item, block, timeout)
        self.record.arrived()


def theirs(url: str, record: Record) -> dict[str, Any]:
    """Run moshi.client with a thread for a sound card."""
    from moshi import client
    from moshi.client_utils import RawPrinter

    client.sd = SimpleNamespace(
        InputStream=lambda callback, **rest: _Stream("in", callback),
        OutputStream=lambda callback, **rest: _Stream("out", callback),
    )
    args = argparse.Namespace(url=url.removesuffix("/api/chat"), https=False, host="", port=0)
    printer = RawPrinter(io.StringIO(), io.StringIO())
    threading.Thread(target=lambda: asyncio.run(client.run(printer, args)), daemon=True).start()
    assert _READY.wait(30), "moshi.client has not connected"
    connection = _Stream.callbacks["in"].__self__  # type: ignore[attr-defined]
    _NotingQueue.record = record
    connection._output_queue = _NotingQueue()
    out = np.zeros((1920, 1), np.float32)

    def tick(index: int) -> int:
        record.sent_s.append(time.monotonic())
        _Stream.callbacks["in"](record.sounds[index][:, None], 1920, None, None)
        _Stream.callbacks["out"](out, 1920, None, None)
        waiting: int = connection._output_queue.qsize()
        return waiting

    return {**record.pace(tick), "skipped_out": 0, "skipped_in": 0}


CLIENTS = {"ours": ours, "theirs": theirs}
