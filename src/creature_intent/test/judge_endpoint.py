"""A chat endpoint for tests: a real HTTP server on a free loopback port that says what it is told to.

Threading: one thread for the server, one for each connection; `bodies` and `heads` may be read from any thread.
"""

from __future__ import annotations

import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


class JudgeEndpoint:
    """Says `answers` one after the other, the last one again and again; None hangs until it is closed.

    Attributes:
        after_s: How long it thinks about each.
        url: Its base URL.
        bodies, heads: What was asked so far.
        asked: Set once something was asked.
    """

    def __init__(self, *answers: str | None, status: int = 200, after_s: float = 0.0) -> None:
        self.answers = list(answers)
        self.after_s = after_s
        self.status = status
        self.bodies: list[dict[str, Any]] = []
        self.heads: list[dict[str, str]] = []
        self.asked = threading.Event()
        self.closing = threading.Event()
        self._server = _Server(self)
        self.url = f"http://127.0.0.1:{self._server.server_address[1]}/v1"
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        self._thread.start()

    def next_answer(self) -> str | None:
        """The answer to the request that has just come in."""
        return self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]

    def __enter__(self) -> JudgeEndpoint:
        """The endpoint itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Stop serving."""
        self.closing.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


def said(text: str) -> str:
    """A whole answer in which the model says this."""
    return json.dumps({"choices": [{"message": {"role": "assistant", "content": text}}]})


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False

    def __init__(self, owner: JudgeEndpoint) -> None:
        self.owner = owner
        super().__init__(("127.0.0.1", 0), _Handler)

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that goes away is what a test is about."""


class _Handler(BaseHTTPRequestHandler):
    server: _Server

    def do_POST(self) -> None:
        owner = self.server.owner
        body = self.rfile.read(int(self.headers["Content-Length"]))
        owner.bodies.append({"path": self.path, **json.loads(body)})
        owner.heads.append({name.lower(): value for name, value in self.headers.items()})
        owner.asked.set()
        answer = owner.next_answer()
        if owner.closing.wait(None if answer is None else owner.after_s) or answer is None:
            return
        raw = answer.encode()
        self.send_response(owner.status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(raw)))
        self.end_headers()
        self.wfile.write(raw)

    def log_message(self, format: str, *args: object) -> None:
        """Not into the tests' output."""
