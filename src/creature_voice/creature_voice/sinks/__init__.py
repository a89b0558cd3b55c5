"""Where frames go, by name."""

from __future__ import annotations

from creature_voice.config import VoiceConfig
from creature_voice.sinks.sink import FrameSink, NullSink


def make_sink(config: VoiceConfig) -> FrameSink:
    """The sink that the parameters ask for.

    Raises:
        VoiceError: the file or the speaker is not to be had; the message says what to do.
    """
    if config.sink == "wav":
        from creature_voice.sinks.wav import WavSink

        return WavSink(config.wav_out)
    if config.sink == "device":
        from creature_voice.sinks.device import DeviceSink

        return DeviceSink(config.output_device)
    return NullSink()
