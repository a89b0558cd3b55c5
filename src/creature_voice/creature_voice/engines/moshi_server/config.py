"""Parameters of the moshi_server voice."""

from __future__ import annotations

from dataclasses import dataclass

from creature_node.config import param


@dataclass(frozen=True)
class MoshiServerConfig:
    """Where the Moshi server is, what it is asked for, and how much lag is borne."""

    url: str = param(
        "ws://localhost:8998/api/chat",
        "Address of the server: ws:// or http:// in the clear, wss:// or https:// with TLS; without a path, /api/chat.",
    )
    verify_certificate: bool = param(
        True, "With wss: refuse a server whose certificate cannot be verified. The Rust server makes its own: false."
    )
    certificate_file: str = param(
        "", "With wss: a PEM file of certificates to trust instead of the system's, e.g. the server's own cert.pem."
    )
    text_temperature: float = param(-1.0, "Rust server: temperature of the text; -1: its own.", low=-1.0, high=5.0)
    text_top_k: int = param(0, "Rust server: top-k of the text; 0: its own.", low=0, high=32000)
    audio_temperature: float = param(-1.0, "Rust server: temperature of the sound; -1: its own.", low=-1.0, high=5.0)
    audio_top_k: int = param(0, "Rust server: top-k of the sound; 0: its own.", low=0, high=2048)
    text_seed: int = param(-1, "Rust server: seed of the text; -1: chance.", low=-1, high=2**31 - 1)
    audio_seed: int = param(-1, "Rust server: seed of the sound; -1: chance.", low=-1, high=2**31 - 1)
    pad_mult: float = param(
        0.0, "Rust server: more of it, more pauses (added to the logit of padding); 0: none.", low=-10.0, high=10.0
    )
    voice_prompt: str = param("", "PersonaPlex: file name of the voice, e.g. NATF0.pt; its server refuses without one.")
    text_prompt: str = param("", "PersonaPlex: who the creature is, in words.")
    query: str = param("", "More query parameters, as in an address: name=value&name=value.")
    retry_s: float = param(
        1.0,
        "Wait before the server is tried again; doubles each time, up to retry_most_s.",
        unit="s",
        low=0.05,
        high=60.0,
    )
    retry_most_s: float = param(30.0, "Longest wait before the server is tried again.", unit="s", low=0.05, high=600.0)
    handshake_timeout_s: float = param(
        10.0,
        "A connected server that has not begun after this is said to be busy; it is waited for all the same.",
        unit="s",
        low=0.1,
        high=600.0,
    )
    silence_timeout_s: float = param(
        10.0, "A server that owes answers and gives none for this long is left, and connected anew.",
        unit="s", low=0.5, high=600.0,
    )  # fmt: skip
    max_lag_s: float = param(
        0.64,
        "Lag that is borne each way; what would make it longer is skipped. More than twice the round trip.",
        unit="s",
        low=0.16,
        high=5.0,
    )
    spare_frames: int = param(
        0,
        "Frames kept in hand before what was spoken is played, against an uneven link.",
        unit="frames",
        low=0,
        high=25,
    )
    session_s: float = param(
        240.0,
        "Longest conversation without a fresh start, which forgets what was said: Moshi's context is 240 s, and the "
        "Rust server ends after 360 s; 0: as long as the server likes.",
        unit="s",
        low=0.0,
        high=86400.0,
    )
    fresh_after_silence_s: float = param(
        60.0,
        "Silence of both after which it starts afresh, if anything was said before; 0: never for that reason.",
        unit="s",
        low=0.0,
        high=3600.0,
    )
    user_level: float = param(
        0.3, "Loudness from which what is heard counts as a person speaking, as in voice/state.", low=0.05, high=1.0
    )
