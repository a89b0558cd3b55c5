"""The messages of Moshi's servers, as bytes. No socket here.

Design: each websocket message is one byte of type and a payload (kyutai-labs/moshi, rust/protocol.md). Two dialects of
it are spoken, and the handshake tells which: the Python server's (and PersonaPlex's) is empty, the Rust server's
carries two versions.
Units: frames of 80 ms.
"""

from __future__ import annotations

import json
import struct
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import IntEnum
from typing import Any


class Kind(IntEnum):
    """The first byte of a message."""

    HANDSHAKE = 0
    AUDIO = 1
    TEXT = 2
    CONTROL = 3
    METADATA = 4
    ERROR = 5
    PING = 6


class WireError(ValueError):
    """What was received is not of the protocol; the message says what is wrong with it."""


@dataclass(frozen=True)
class Dialect:
    """How a kind of server times what it sends.

    Attributes:
        name: The kind of server, for people.
        unanswered_frames: Frames at the beginning for which it sends no sound.
        text_lead_frames: Frames by which its text comes before the sound that it belongs to.
        drops_spaces: It loses the space before a word that follows a pause.
    """

    name: str
    unanswered_frames: int
    text_lead_frames: int
    drops_spaces: bool


# The model's first step gives nothing, then text and sound come aligned (moshi/server.py, LMGen.step).
PYTHON = Dialect("Python", unanswered_frames=1, text_lead_frames=0, drops_spaces=False)
# Text is sent when it is sampled, its sound two steps later, when its last codebooks are known; a piece is decoded with
# the token before it, and the decoder strips a space at the very beginning, which it is after padding
# (moshi-backend/src/stream_both.rs, moshi-core/src/lm_generate_multistream.rs).
RUST = Dialect("Rust", unanswered_frames=2, text_lead_frames=2, drops_spaces=True)


@dataclass(frozen=True)
class Handshake:
    """The server is ready: from now on it takes sound."""

    dialect: Dialect


@dataclass(frozen=True)
class Audio:
    """A part of an Ogg stream of Opus packets, 24 kHz, mono."""

    ogg: bytes


@dataclass(frozen=True)
class Text:
    """A piece of what the model says."""

    piece: str


@dataclass(frozen=True)
class Metadata:
    """What the server tells of itself."""

    values: Mapping[str, Any]


@dataclass(frozen=True)
class Failure:
    """The server says that something is wrong."""

    message: str


@dataclass(frozen=True)
class Idle:
    """Control and ping: nothing that a client in full streaming has to act on."""

    kind: Kind


Message = Handshake | Audio | Text | Metadata | Failure | Idle

_VERSIONS = struct.Struct("<II")
_VERSION = 0


def audio(ogg: bytes) -> bytes:
    """The message that carries a part of an Ogg stream."""
    return bytes([Kind.AUDIO]) + ogg


def parse(data: bytes | str) -> Message:
    """A message that was received.

    Raises:
        WireError: it is none.
    """
    if isinstance(data, str):
        raise WireError("a text message came; all messages are binary")
    if not data:
        raise WireError("an empty message came")
    try:
        kind = Kind(data[0])
    except ValueError as error:
        raise WireError(f"a message of unknown type {data[0]} came") from error
    return _READERS[kind](data[1:])


def _handshake(payload: bytes) -> Handshake:
    if not payload:
        return Handshake(PYTHON)
    if len(payload) != _VERSIONS.size:
        raise WireError(f"a handshake of {len(payload)} bytes came; it has 0 or {_VERSIONS.size}")
    version, _ = _VERSIONS.unpack(payload)
    if version != _VERSION:
        raise WireError(f"the server speaks version {version} of the protocol; {_VERSION} is known here")
    return Handshake(RUST)


def _text(payload: bytes) -> Text:
    return Text(_utf8(payload))


def _metadata(payload: bytes) -> Metadata:
    try:
        values = json.loads(_utf8(payload))
    except (json.JSONDecodeError, RecursionError) as error:
        raise WireError("metadata came that is no JSON") from error
    if not isinstance(values, dict):
        raise WireError("metadata came that is no JSON object")
    return Metadata(values)


def _utf8(payload: bytes) -> str:
    try:
        return payload.decode("utf-8")
    except UnicodeDecodeError as error:
        raise WireError("text came that is no UTF-8") from error


_READERS: Mapping[Kind, Callable[[bytes], Message]] = {
    Kind.HANDSHAKE: _handshake,
    Kind.AUDIO: Audio,
    Kind.TEXT: _text,
    Kind.CONTROL: lambda payload: Idle(Kind.CONTROL),
    Kind.METADATA: _metadata,
    Kind.ERROR: lambda payload: Failure(payload.decode("utf-8", "replace")),
    Kind.PING: lambda payload: Idle(Kind.PING),
}
