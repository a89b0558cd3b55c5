"""How the voice and its speech process talk over pipes: a header in JSON, then raw sound.

Each message is two big-endian 32-bit lengths, the header (UTF-8 JSON object) and the payload (float32, little-endian,
24 kHz mono; may be empty).

To the process:   {"do": "speak", "id": 3, "text": "Okay."}      {"do": "cancel", "id": 3}
From the process: {"ready": true}                                {"id": 3, "starts": [0, 7200]} when it begins: the
first sample of each word; {"id": 3} with a payload of sound; {"id": 3, "end": true}, with "error" if it failed.
"""

from __future__ import annotations

import json
import struct
from typing import Any, BinaryIO

import numpy as np

from creature_voice.frame import Samples

_LENGTHS = struct.Struct(">II")
_LONGEST_HEADER = 1 << 20
_LONGEST_PAYLOAD = 1 << 26


class WireError(RuntimeError):
    """What was read is no message: the other end is not what it should be."""


def write_message(stream: BinaryIO, header: dict[str, Any], sound: Samples | None = None) -> None:
    """Write one message and flush it.

    Args:
        stream: Where to.
        header: Anything that is JSON.
        sound: float32, shape [n].
    """
    head = json.dumps(header).encode()
    payload = b"" if sound is None else sound.astype("<f4").tobytes()
    stream.write(_LENGTHS.pack(len(head), len(payload)) + head + payload)
    stream.flush()


def read_message(stream: BinaryIO) -> tuple[dict[str, Any], Samples] | None:
    """Read one message; None when the other end has closed, even in the middle of one.

    Raises:
        WireError: the bytes are not a message.
    """
    lengths = _read(stream, _LENGTHS.size)
    if lengths is None:
        return None
    head_bytes, payload_bytes = _LENGTHS.unpack(lengths)
    if head_bytes > _LONGEST_HEADER or payload_bytes > _LONGEST_PAYLOAD or payload_bytes % 4:
        raise WireError(f"lengths {head_bytes} and {payload_bytes} are not those of a message")
    head, payload = _read(stream, head_bytes), _read(stream, payload_bytes)
    if head is None or payload is None:
        return None
    try:
        header = json.loads(head)
    except ValueError as error:
        raise WireError(f"header {head[:80]!r} is not JSON") from error
    if not isinstance(header, dict):
        raise WireError(f"header {head[:80]!r} is not an object")
    return header, np.frombuffer(payload, "<f4").astype(np.float32)


def _read(stream: BinaryIO, count: int) -> bytes | None:
    data = b""
    while len(data) < count:
        more = stream.read(count - len(data))
        if not more:
            return None
        data += more
    return data
