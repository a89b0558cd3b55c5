"""What goes over the face's socket (docs/face-wire.md), as values and bytes. No sockets here.

Units: sizes in bytes, times in ms on the bridge's clock.
"""

from __future__ import annotations

import json
import math
import struct
from dataclasses import dataclass
from typing import Any

from creature_face.errors import WireError
from creature_face.state import CaptionView, FaceState, TaskView

# As creature_msgs/AudioFrame states them; a test compares.
SAMPLE_RATE_HZ = 24_000
FRAME_SAMPLES = 1920
FRAME_MS = 1000.0 * FRAME_SAMPLES / SAMPLE_RATE_HZ

PCM_BYTES = 2 * FRAME_SAMPLES
FRAME_BYTES = 4 + PCM_BYTES
MAX_TEXT_BYTES = 4096

_INDEX = struct.Struct("<I")
_INDEX_MASK = 0xFFFF_FFFF
# What a page's numbers can hold exactly.
_MAX_INTEGER = 2**53


@dataclass(frozen=True)
class Start:
    """The page wants to be the ears and the voice."""


@dataclass(frozen=True)
class Stop:
    """The page wants to be so no more."""


@dataclass(frozen=True)
class Ping:
    """The page asks for the time; `t` is sent back to it."""

    t: float


Request = Start | Stop | Ping


def decode_text(text: str) -> Request:
    """What the page asks for.

    Raises:
        WireError: it is no JSON object, of unknown type, or has fields that its type does not have.
    """
    message = _json_object(text)
    kind = message.pop("type", None)
    if kind == "ping":
        t = _number(message.pop("t", None))
    elif kind not in ("start", "stop"):
        raise WireError(f"unknown type {_shown(kind)}; a page may send start, stop or ping")
    if message:
        raise WireError(f"{kind} has no field {_shown(next(iter(message)))}")
    return Ping(t) if kind == "ping" else Start() if kind == "start" else Stop()


def decode_frame(data: bytes) -> tuple[int, bytes]:
    """A frame as (index, pcm): pcm is 1920 little-endian signed 16-bit samples.

    Raises:
        WireError: it has not the size of a frame.
    """
    if len(data) != FRAME_BYTES:
        raise WireError(
            f"a frame of {len(data)} bytes; it must have {FRAME_BYTES}: a 4-byte index and {FRAME_SAMPLES} "
            "16-bit samples"
        )
    return _INDEX.unpack_from(data)[0], data[_INDEX.size :]


def encode_frame(index: int, pcm: bytes) -> bytes:
    """A frame for the page; the index is sent modulo 2**32."""
    return _INDEX.pack(index & _INDEX_MASK) + pcm


def encode_hello(clock_ms: float) -> bytes:
    """The first message to a page."""
    return _encode({"type": "hello", "sample_rate": SAMPLE_RATE_HZ, "frame_samples": FRAME_SAMPLES, "clock": clock_ms})


def encode_audio(owner: bool, reason: str) -> bytes:
    """Whether the page is the ears and the voice, and why."""
    return _encode({"type": "audio", "owner": owner, "reason": reason})


def encode_pong(t: float, clock_ms: float) -> bytes:
    """The answer to a ping."""
    return _encode({"type": "pong", "t": t, "clock": clock_ms})


def encode_error(message: str) -> bytes:
    """What was wrong with the page's last message."""
    return _encode({"type": "error", "message": message})


def encode_caption(caption: CaptionView) -> bytes:
    """What is heard or said."""
    fields = {"speaker": caption.speaker, "text": caption.text, "final": caption.final}
    return _encode({"type": "caption", **fields})


def encode_state(state: FaceState) -> bytes:
    """A state message; `gesture`, `frame` and `at` only where there is one."""
    feeling = state.feeling
    fields: dict[str, Any] = {
        "emotion": feeling.emotion,
        "mouth": state.mouth,
        "speaking": state.speaking,
        "valence": feeling.valence,
        "arousal": feeling.arousal,
        "intensity": feeling.intensity,
        "state": feeling.state,
        "cause": feeling.cause,
        "listening": state.listening,
        "thinking": state.thinking,
        "task": None if state.task is None else _task_fields(state.task),
    }
    if state.gesture:
        fields["gesture"] = state.gesture
    if state.frame is not None:
        fields["frame"] = state.frame
        fields["at"] = state.at
    return _encode(fields)


def _task_fields(task: TaskView) -> dict[str, Any]:
    names = ("intent", "object", "phase", "progress", "outcome", "message")
    return {name: getattr(task, name) for name in names}


def _encode(fields: dict[str, Any]) -> bytes:
    return json.dumps(fields, separators=(",", ":"), allow_nan=False).encode()


def _json_object(text: str) -> dict[str, Any]:
    # RecursionError: "[[[[..." within the size limit is deeper than the parser goes. ValueError: bad JSON, NaN, or an
    # integer of thousands of digits.
    try:
        message = json.loads(text, parse_constant=_refuse_constant)
    except (ValueError, RecursionError) as error:
        raise WireError(f"not JSON: {error}") from error
    if not isinstance(message, dict):
        raise WireError('a message must be one JSON object, like {"type":"ping","t":0}')
    return message


def _refuse_constant(name: str) -> float:
    raise ValueError(f"{name} is not a number")


def _number(value: Any) -> float:
    exact = type(value) is int and abs(value) <= _MAX_INTEGER
    if not exact and not (type(value) is float and math.isfinite(value)):
        raise WireError(f"ping's t is {_shown(value)}; it must be a number")
    return value


def _shown(value: Any) -> str:
    text = repr(value)
    return text if len(text) <= 60 else text[:57] + "..."
