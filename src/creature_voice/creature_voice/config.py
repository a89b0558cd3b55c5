"""Parameters of the voice node; those of the engines are with the engines."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from creature_node.config import ConfigError, param
from creature_voice import engines
from creature_voice.brains.config import BrainConfig
from creature_voice.engines.echo import EchoConfig
from creature_voice.engines.local.config import LocalConfig
from creature_voice.engines.moshi.config import MoshiConfig
from creature_voice.engines.moshi_mlx.config import MoshiMlxConfig
from creature_voice.engines.moshi_server.config import MoshiServerConfig

SOURCES = ("phone", "topic", "wav", "device")
USER_TRANSCRIPTS = ("none", "moonshine")
SINKS = ("phone", "topic", "wav", "device", "none")


@dataclass(frozen=True)
class VoiceConfig:
    """Who speaks, where it hears and where it is heard."""

    voice: str = param("local", "The engine that listens and speaks.", choices=engines.NAMES)
    source: str = param(
        "phone", "Where it hears: the face's page, voice/mic, a recording or a microphone.", choices=SOURCES
    )
    sink: str = param(
        "phone", "Where it is heard: the face's page, voice/speech, a wav file, a speaker or nowhere.", choices=SINKS
    )
    wav_in: str = param("", "The recording that source 'wav' plays once, from the moment the voice is active.")
    wav_lead_in_s: float = param(0.5, "Silence before the recording.", unit="s", low=0.0, high=60.0)
    wav_out: str = param("", "The file that sink 'wav' writes.")
    input_device: str = param("", "Microphone of source 'device': part of its name, or its number; empty: the default.")
    output_device: str = param("", "Speaker of sink 'device': part of its name, or its number; empty: the default.")
    echo_cancellation: bool = param(
        True, "With source and sink 'device': take the creature's own voice out of what it hears."
    )
    user_transcript: str = param(
        "none",
        "What writes down people's words, beside a voice that tells only its own (Moshi); 'local' does so itself.",
        choices=USER_TRANSCRIPTS,
    )
    autostart: bool = param(True, "Configure and activate by itself; false leaves that to a lifecycle manager.")

    def check(self) -> None:
        """Refuse what no single parameter can show.

        Raises:
            ConfigError: a file is needed and not named, or two would write down what people say.
        """
        if self.user_transcript != "none" and self.voice == "local":
            raise ConfigError(
                f"parameter 'user_transcript' is '{self.user_transcript}', but voice 'local' writes down what people "
                "say by itself: leave it at 'none', or choose another voice"
            )
        if self.source == "wav" and not self.wav_in:
            raise ConfigError("parameter 'wav_in' is empty; source 'wav' needs the path of a recording")
        if self.sink == "wav" and not self.wav_out:
            raise ConfigError("parameter 'wav_out' is empty; sink 'wav' needs the path of the file to write")

    @property
    def hears_topic(self) -> bool:
        """Whether what it hears comes from voice/mic."""
        return self.source in ("phone", "topic")


PARAMETER_GROUPS: dict[str, type[Any]] = {
    "": VoiceConfig,
    "local": LocalConfig,
    "brain": BrainConfig,
    "echo": EchoConfig,
    "moshi": MoshiConfig,
    "moshi_server": MoshiServerConfig,
    "moshi_mlx": MoshiMlxConfig,
}
"""Every parameter of the node: prefix -> configuration."""
