"""A chat endpoint for tests: a real HTTP server on a free loopback port that answers as it is told to.

Threading: one thread for the server, one for each connection; the attributes may be read from any thread.
"""

from __future__ import annotations

import json
import socket
import struct
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

_LINGER_NONE = struct.pack("ii", 1, 0)


class Then(Enum):
    """What happens in the middle of an answer."""

    HANG = "say nothing more until the client goes away"
    BREAK = "reset the connection"


@dataclass(frozen=True)
class FakeAnswer:
    """One answer: a status and what follows, bytes as they are (each flushed), or a Then."""

    steps: Sequence[bytes | Then]
    status: int = 200
    send_head: bool = True


def event(text: str) -> bytes:
    """One event of a streamed chat completion."""
    return b"data: " + json.dumps({"choices": [{"delta": {"content": text}}]}, ensure_ascii=False).encode() + b"\n\n"


END = b'data: {"choices":[{"delta":{},"finish_reason":"stop"}]}\n\ndata: [DONE]\n\n'


def streamed(*texts: str) -> FakeAnswer:
    """A complete answer in these pieces."""
    return FakeAnswer([*(event(text) for text in texts), END])


class FakeChatServer:
    """Answers POST requests one after the other from a list; the last one again and again.

    Attributes:
        url: Its base URL.
        bodies: The JSON bodies of the requests so far.
        client_left: Set when a client has gone away while the server was hanging.
        connections: How many connections were made.
    """

    def __init__(self, *answers: FakeAnswer) -> None:
        self._answers = list(answers)
        self.bodies: list[dict[str, Any]] = []
        self.headers: list[dict[str, str]] = []
        self.client_left = threading.Event()
        self.connections = 0
        self._server = _Server(self)
        self.url = f"http://127.0.0.1:{self._server.server_address[1]}/v1"
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        self._thread.start()

    def answer_now(self, *answers: FakeAnswer) -> None:
        """Answer like this from now on."""
        self._answers = list(answers)

    def next_answer(self) -> FakeAnswer:
        """The answer to the request that has just come in."""
        return self._answers.pop(0) if len(self._answers) > 1 else self._answers[0]

    def close(self) -> None:
        """Stop serving."""
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def __enter__(self) -> FakeChatServer:
        """The server itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Stop serving."""
        self.close()


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False

    def __init__(self, fake: FakeChatServer) -> None:
        self.fake = fake
        super().__init__(("127.0.0.1", 0), _Handler)

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that goes away is what many tests are about."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    server: _Server

    def setup(self) -> None:
        super().setup()
        self.server.fake.connections += 1

    def do_POST(self) -> None:
        fake = self.server.fake
        body = self.rfile.read(int(self.headers["Content-Length"]))
        fake.bodies.append({"path": self.path, **json.loads(body)})
        fake.headers.append({name.lower(): value for name, value in self.headers.items()})
        answer = fake.next_answer()
        if answer.send_head:
            self.send_response(answer.status)
            self.send_header("Content-Type", "text/event-stream")
            self.send_header("Transfer-Encoding", "chunked")
            self.end_headers()
            self.wfile.flush()
        self._play(answer.steps)

    def _play(self, steps: Sequence[bytes | Then]) -> None:
        for step in steps:
            if step is Then.HANG:
                self._hang()
                return
            if step is Then.BREAK:
                self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _LINGER_NONE)
                self.close_connection = True
                self.connection.close()
                return
            if isinstance(step, bytes):
                self.wfile.write(b"%x\r\n%s\r\n" % (len(step), step))
                self.wfile.flush()
        self.wfile.write(b"0\r\n\r\n")

    def _hang(self) -> None:
        self.close_connection = True
        try:
            gone = not self.connection.recv(1)
        except OSError:
            gone = True
        if gone:
            self.server.fake.client_left.set()

    def log_message(self, format: str, *args: object) -> None:
        """Tests need no access log."""
