"""A microphone of this machine as a source.

Design: PortAudio is asked for blocks of 80 ms; a rate that is not 24 kHz is resampled, and the creature's own voice is
taken out, both in the loop's worker.
Threading: the sound card's thread only copies a block into the queue; read() does the rest in the loop's worker.
Units: samples are float32 in [-1, 1]; rates in Hz.
"""

from __future__ import annotations

from typing import Any

from creature_voice.echo_canceller import EchoCanceller
from creature_voice.frame import FRAME_S, silence
from creature_voice.reblock import Reblocker
from creature_voice.sound_device import cannot_open, choose_rate, find_device, load_sounddevice, open_stream
from creature_voice.sources.queued import QueuedSource
from creature_voice.sources.source import Heard, SourceCounts


class DeviceSource:
    """Listens to a microphone."""

    def __init__(self, name: str = "", canceller: EchoCanceller | None = None, sd: Any = None) -> None:
        """Open the microphone; it is not listened to before start().

        Args:
            name: As creature_voice.sound_device.find_device takes it.
            canceller: Takes the creature's own voice out; None leaves it in.
            sd: The module sounddevice, or what stands in for it.

        Raises:
            DeviceError: there is no such microphone, or it cannot be opened.
        """
        self._sd = sd or load_sounddevice()
        self._device = find_device(self._sd, name, "input")
        self._rate_hz = choose_rate(self._sd, self._device, "input")
        self._canceller = canceller
        self._queue = QueuedSource("microphone")
        self._reblocker = Reblocker(self._rate_hz)
        self._stream = open_stream(self._sd, "input", self._device, self._rate_hz, FRAME_S, self._on_block)

    def start(self) -> None:
        """Listen.

        Raises:
            DeviceError: the microphone does not begin.
        """
        self._reblocker = Reblocker(self._rate_hz)
        self._queue.start()
        try:
            self._stream.start()
        except self._sd.PortAudioError as error:
            raise cannot_open("input", self._device, error) from error

    def read(self, timeout_s: float) -> Heard | None:
        """The next frame, or None if none was due within the timeout."""
        arrival = self._queue.take(timeout_s)
        if arrival is None:
            return None
        if arrival.samples is None:
            return Heard(silence(), arrival.due_s)
        frame = self._reblocker.push(arrival.samples)
        if frame is None:
            return None
        return Heard(frame if self._canceller is None else self._canceller.clean(frame), arrival.due_s)

    def counts(self) -> SourceCounts:
        """What has come, and what has not."""
        return self._queue.counts()

    def describe(self) -> str:
        """Its state in a few words, for people."""
        cleaned = "" if self._canceller is None else ", echo cancelled"
        return f"{self._queue.describe()} ({self._rate_hz} Hz{cleaned})"

    def stop(self) -> None:
        """Do not listen any more."""
        self._stream.stop()

    def close(self) -> None:
        """Give the microphone back."""
        self._stream.close()

    def _on_block(self, block: Any, frames: int, time: Any, status: Any) -> None:
        if status.input_overflow:
            self._queue.lose(1)
        self._queue.feed(block[:, 0].copy())
