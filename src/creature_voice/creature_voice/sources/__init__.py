"""Where frames come from, by name."""

from __future__ import annotations

from creature_voice.config import VoiceConfig
from creature_voice.echo_canceller import EchoCanceller
from creature_voice.sources.queued import QueuedSource
from creature_voice.sources.source import FrameSource


def make_source(config: VoiceConfig, canceller: EchoCanceller | None = None) -> FrameSource:
    """The source that the parameters ask for; `canceller` is used by a microphone.

    Raises:
        VoiceError: the recording or the microphone is not to be had; the message says what to do.
    """
    if config.source == "wav":
        from creature_voice.audio_file import read_sound
        from creature_voice.sources.wav import WavSource

        return WavSource(read_sound(config.wav_in), lead_in_s=config.wav_lead_in_s)
    if config.source == "device":
        from creature_voice.sources.device import DeviceSource

        return DeviceSource(config.input_device, canceller)
    return QueuedSource(config.source)
