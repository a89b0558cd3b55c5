"""A FAKE of Moshi's Rust server, built from the documented bytes (kyutai-labs/moshi: rust/protocol.md and
rust/moshi-backend). There is no model in it: it answers each sound message with the one of two messages before, as the
Rust server leaves its first two frames without an answer.

Threading: one thread for the server, one for each connection; the attributes may be read from any thread.
"""

from __future__ import annotations

import json
import ssl
import threading
from collections.abc import Callable, Sequence

from websockets.exceptions import ConnectionClosed
from websockets.sync.server import ServerConnection, serve

METADATA = b"\x04" + json.dumps({"instance_name": "fake", "lm_model_file": "tiny.gguf"}).encode()
HANDSHAKE = b"\x00" + bytes(8)


class FakeRustMoshi:
    """The fake.

    Attributes:
        url: What a client connects to.
        paths: Path and query of each connection so far.
        heard: Sound messages so far.
    """

    def __init__(
        self,
        *,
        opening: Sequence[bytes | str] = (METADATA, HANDSHAKE),
        answer: Callable[[int], Sequence[bytes | str]] = lambda count: (),
        connections: int | None = None,
        context: ssl.SSLContext | None = None,
    ) -> None:
        """Start it on a free port of the loopback.

        Args:
            opening: Messages sent when a client has connected.
            answer: Messages sent, beside the sound, for the sound message of that number (from 1, in a connection).
            connections: How many get an answer before it hangs up on everybody; None: all.
            context: For TLS.
        """
        self.paths: list[str] = []
        self.heard = 0
        self._opening, self._answer, self._left = opening, answer, connections
        self._open: set[ServerConnection] = set()
        self._server = serve(self._handle, "127.0.0.1", 0, ssl=context, compression=None, ping_interval=None)
        scheme, port = "ws" if context is None else "wss", self._server.socket.getsockname()[1]
        self.url = f"{scheme}://127.0.0.1:{port}/api/chat"
        self._thread = threading.Thread(target=self._server.serve_forever, daemon=True)
        self._thread.start()

    def drop(self) -> None:
        """Hang up on all clients."""
        for connection in list(self._open):
            connection.close()

    def close(self) -> None:
        """End it."""
        self._server.shutdown()
        self.drop()
        self._thread.join()

    def _handle(self, connection: ServerConnection) -> None:
        assert connection.request is not None
        self.paths.append(connection.request.path)
        self._open.add(connection)
        try:
            if self._left is not None and len(self.paths) > self._left:
                return
            for message in self._opening:
                connection.send(message)
            self._talk(connection)
        except ConnectionClosed:
            return
        finally:
            self._open.discard(connection)

    def _talk(self, connection: ServerConnection) -> None:
        sounds: list[bytes] = []
        for message in connection:
            assert isinstance(message, bytes) and message[0] == 1
            self.heard += 1
            sounds.append(message)
            if len(sounds) > 2:
                connection.send(sounds[len(sounds) - 3])
            for other in self._answer(len(sounds)):
                connection.send(other)
