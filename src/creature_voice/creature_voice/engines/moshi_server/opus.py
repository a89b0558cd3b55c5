"""Sound to and from Ogg/Opus. The only file that imports sphn."""

from __future__ import annotations

from typing import Any, Protocol

import numpy as np

from creature_voice.engines.moshi_server.wire import WireError
from creature_voice.frame import SAMPLE_RATE_HZ, Frame, Samples


class Codec(Protocol):
    """The two streams of one connection."""

    def encode(self, frame: Frame) -> bytes:
        """The next bytes of the stream that is sent; maybe none."""
        ...

    def decode(self, ogg: bytes) -> Samples:
        """What the next bytes of the stream that is received hold; maybe nothing.

        Raises:
            WireError: the stream cannot be read, nor anything that follows in it.
        """
        ...


class OpusCodec:
    """A Codec by sphn."""

    def __init__(self) -> None:
        import sphn

        self._writer: Any = sphn.OpusStreamWriter(SAMPLE_RATE_HZ)
        self._reader: Any = sphn.OpusStreamReader(SAMPLE_RATE_HZ)

    def encode(self, frame: Frame) -> bytes:
        """See Codec."""
        return bytes(self._writer.append_pcm(np.ascontiguousarray(frame, np.float32)))

    def decode(self, ogg: bytes) -> Samples:
        """See Codec."""
        try:
            samples: Samples = np.asarray(self._reader.append_bytes(ogg), np.float32)
        except (ValueError, RuntimeError, OSError) as error:
            raise WireError(f"the server's sound is no Ogg/Opus: {error}") from error
        return samples
