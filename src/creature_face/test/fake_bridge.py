"""A stand-in for the bridge, for the page's tests and pictures only: it speaks docs/face-wire.md and nothing more.

Threading: the websockets server runs on a thread of its own; the public methods may be called from any thread.
Units: seconds.
"""

from __future__ import annotations

import json
import queue
import struct
import threading
import time
from pathlib import Path
from types import TracebackType
from typing import Any

from websockets.datastructures import Headers
from websockets.exceptions import ConnectionClosed
from websockets.http11 import Request, Response
from websockets.sync.server import Server, ServerConnection, serve

WEB = Path(__file__).parents[1] / "creature_face" / "web"
FRAME_SAMPLES = 1920
RATE_HZ = 24000
KINDS = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
}


class FakeBridge:
    """Serves the page and its socket on a free port of the loopback; what the page says lands in queues."""

    def __init__(self) -> None:
        self.texts: queue.Queue[dict[str, Any]] = queue.Queue()
        self.frames: queue.Queue[bytes] = queue.Queue()
        self._pages: list[ServerConnection] = []
        self._lock = threading.Lock()
        self._last: dict[str, Any] = {"emotion": "neutral", "mouth": 0.0, "speaking": False, "state": "idle"}
        self._server: Server | None = None
        self._port = 0
        self._done = threading.Event()
        self._beat = threading.Thread(target=self._keep_telling, daemon=True)

    def __enter__(self) -> FakeBridge:
        self.open()
        self._beat.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._done.set()
        self.close()

    @property
    def address(self) -> str:
        """Where the page is."""
        return f"http://127.0.0.1:{self._port}/"

    def open(self) -> None:
        """Start serving, on the same port as before if there was one."""
        self._server = serve(self._handle, "127.0.0.1", self._port, process_request=self._file, compression=None)
        self._port = self._server.socket.getsockname()[1]
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def close(self) -> None:
        """Stop serving and drop every page, as a bridge that dies would."""
        if self._server is not None:
            self._server.shutdown()
            self._server = None
        self.drop()

    def drop(self) -> None:
        """Cut the pages' connections; they may come back."""
        with self._lock:
            pages, self._pages = self._pages, []
        for page in pages:
            page.close_socket()

    def tell(self, **state: Any) -> None:
        """Send a state message, and repeat it once a second as the bridge does (a gesture is sent once)."""
        gesture = {"gesture": state.pop("gesture")} if "gesture" in state else {}
        self._last = {"mouth": 0.0, "speaking": False, "state": "idle", **state}
        self.send({**self._last, **gesture})

    def send(self, message: dict[str, Any]) -> None:
        """Send one JSON message to every page."""
        self._out(json.dumps(message))

    def speak(self, index: int, samples: bytes) -> None:
        """Send one frame of speech (little-endian 16-bit PCM)."""
        self._out(struct.pack("<I", index) + samples)

    def _out(self, data: str | bytes) -> None:
        with self._lock:
            pages = list(self._pages)
        for page in pages:
            try:
                page.send(data)
            except (ConnectionClosed, OSError):
                continue

    def _keep_telling(self) -> None:
        while not self._done.wait(1.0):
            self.send(self._last)

    def _clock_ms(self) -> float:
        return time.monotonic() * 1000

    def _file(self, connection: ServerConnection, request: Request) -> Response | None:
        path = request.path.partition("?")[0]
        if path == "/ws":
            return None
        file = WEB / ("face.html" if path == "/" else path.lstrip("/"))
        if file.parent != WEB or not file.is_file():
            return connection.respond(404, "no such file\n")
        kind = KINDS[file.suffix]
        body = file.read_bytes()
        headers = Headers({"Content-Type": kind, "Content-Length": str(len(body)), "Connection": "close"})
        return Response(200, "OK", headers, body)

    def _handle(self, page: ServerConnection) -> None:
        hello = {"type": "hello", "sample_rate": RATE_HZ, "frame_samples": FRAME_SAMPLES, "clock": self._clock_ms()}
        page.send(json.dumps(hello))
        page.send(json.dumps(self._last))
        with self._lock:
            self._pages.append(page)
        try:
            for data in page:
                self._hear(page, data)
        except (ConnectionClosed, OSError):
            return
        finally:
            with self._lock:
                if page in self._pages:
                    self._pages.remove(page)

    def _hear(self, page: ServerConnection, data: str | bytes) -> None:
        if isinstance(data, bytes):
            self.frames.put(data)
            return
        message = json.loads(data)
        if message["type"] == "ping":
            page.send(json.dumps({"type": "pong", "t": message["t"], "clock": self._clock_ms()}))
            return
        self.texts.put(message)
        if message["type"] in ("start", "stop"):
            page.send(json.dumps({"type": "audio", "owner": message["type"] == "start", "reason": ""}))
