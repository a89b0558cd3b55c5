"""A speaker of this machine as a sink.

Design: PortAudio asks for blocks of 20 ms, short so that a frame waits as little as possible; a rate that is not 24 kHz
is made in the loop's worker. What is really played, silence for missing sound included, is told to `played`.
Threading: write() by the loop's worker; the sound card's thread only copies out of the ring.
Units: samples are float32 in [-1, 1]; rates in Hz.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from creature_voice.frame import SAMPLE_RATE_HZ, Frame, Samples
from creature_voice.reblock import Resampler
from creature_voice.sinks.ring import PlayRing
from creature_voice.sinks.sink import SinkCounts
from creature_voice.sound_device import cannot_open, choose_rate, find_device, load_sounddevice, open_stream

_BLOCK_S = 0.02


class DeviceSink:
    """Speaks through a speaker."""

    def __init__(self, name: str = "", sd: Any = None) -> None:
        """Open the speaker; it is silent before start().

        Args:
            name: As creature_voice.sound_device.find_device takes it.
            sd: The module sounddevice, or what stands in for it.

        Raises:
            DeviceError: there is no such speaker, or it cannot be opened.
        """
        self._sd = sd or load_sounddevice()
        self._device = find_device(self._sd, name, "output")
        self._rate_hz = choose_rate(self._sd, self._device, "output")
        self._resampler = Resampler(SAMPLE_RATE_HZ, self._rate_hz)
        self._ring = PlayRing()
        self._card_underruns = 0
        self._played: Callable[[Samples], None] = lambda block: None
        self._stream = open_stream(self._sd, "output", self._device, self._rate_hz, _BLOCK_S, self._on_block)

    @property
    def rate_hz(self) -> int:
        """The rate at which the speaker is given sound."""
        return self._rate_hz

    def tell_played(self, played: Callable[[Samples], None]) -> None:
        """Call `played` with every block the speaker is given, at rate_hz, in the sound card's thread."""
        self._played = played

    def start(self) -> None:
        """Be ready to speak.

        Raises:
            DeviceError: the speaker does not begin.
        """
        try:
            self._stream.start()
        except self._sd.PortAudioError as error:
            raise cannot_open("output", self._device, error) from error

    def write(self, frame: Frame) -> None:
        """Play one frame as soon as those before it are played."""
        self._ring.write(self._resampler.push(frame))

    def counts(self) -> SinkCounts:
        """Underruns, the sound card's own among them."""
        counts = self._ring.counts()
        return SinkCounts(counts.underruns + self._card_underruns, counts.dropped)

    def stop(self) -> None:
        """Fall silent."""
        self._stream.stop()

    def close(self) -> None:
        """Give the speaker back."""
        self._stream.close()

    def _on_block(self, block: Any, frames: int, time: Any, status: Any) -> None:
        if status.output_underflow:
            self._card_underruns += 1
        sound = self._ring.read(frames)
        block[:, 0] = sound
        self._played(sound)
