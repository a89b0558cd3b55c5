"""Bridges on free ports and pages that connect to them, as the tests of server, bridge and node need them."""

from __future__ import annotations

import json
import os
import socket
import struct
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from websockets.sync.client import connect

from creature_face.bridge import Bridge
from creature_face.config import FaceConfig
from creature_face.state import FaceState

TIMEOUT_S = 10.0 * float(os.environ.get("CREATURE_TEST_TIMEOUT_FACTOR", "1"))


class Page:
    """A page's socket: what a browser's script would do."""

    def __init__(self, port: int, origin: str | None = None, receive_bytes: int | None = None) -> None:
        self._socket = socket.socket()
        if receive_bytes is not None:
            self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, receive_bytes)
        self._socket.connect(("127.0.0.1", port))
        self._open = connect(
            f"ws://127.0.0.1:{port}/ws",
            sock=self._socket,
            additional_headers={} if origin is None else {"Origin": origin},
            compression=None,
            max_queue=2,
            ping_interval=None,
            open_timeout=TIMEOUT_S,
            close_timeout=1.0,
        )
        self.connection = self._open.__enter__()

    def send(self, message: dict[str, Any] | str | bytes) -> None:
        """An object as JSON, text, or a frame."""
        self.connection.send(json.dumps(message) if isinstance(message, dict) else message)

    def receive(self) -> Any:
        """The next message: decoded text, or bytes."""
        message = self.connection.recv(timeout=TIMEOUT_S)
        return json.loads(message) if isinstance(message, str) else message

    def expect(self, fits: Callable[[Any], bool]) -> Any:
        """The next message that fits; others are read over."""
        deadline_s = time.monotonic() + TIMEOUT_S
        while time.monotonic() < deadline_s:
            message = self.receive()
            if fits(message):
                return message
        raise AssertionError("no such message came")

    def expect_type(self, kind: str) -> Any:
        """The next message of a type."""
        return self.expect(lambda message: isinstance(message, dict) and message.get("type") == kind)

    def expect_state(self, **fields: object) -> Any:
        """The next state message with these fields."""
        wanted = fields.items()
        return self.expect(
            lambda message: isinstance(message, dict) and "mouth" in message and wanted <= message.items()
        )

    def expect_frame(self) -> tuple[int, bytes]:
        """The next frame of speech: index and samples."""
        data = self.expect(lambda message: isinstance(message, bytes))
        return struct.unpack_from("<I", data)[0], data[4:]

    def own_audio(self) -> None:
        """Become the ears and the voice."""
        self.send({"type": "start"})
        assert self.expect_type("audio")["owner"] is True

    def vanish(self) -> None:
        """The phone is gone without a word: its socket is reset."""
        self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        # The library's thread waits in recv: until it wakes, the system keeps the connection.
        self._socket.shutdown(socket.SHUT_RD)
        self._socket.close()

    def close(self) -> None:
        """Leave as a closed tab does."""
        self._open.__exit__(None, None, None)


def _flat(message: dict[str, Any]) -> dict[str, Any]:
    """Without objects, which cannot be compared as sets of items."""
    return {name: value for name, value in message.items() if not isinstance(value, dict)}


def _until(holds: Callable[[], bool]) -> None:
    """Wait for what another thread brings about."""
    deadline_s = time.monotonic() + TIMEOUT_S
    while not holds():
        assert time.monotonic() < deadline_s, "it did not come about"
        time.sleep(0.005)


@pytest.fixture
def until() -> Callable[[Callable[[], bool]], None]:
    """until(condition) waits for it."""
    return _until


@pytest.fixture
def web(tmp_path: Path) -> Path:
    """A folder with a small page, and beside it what is nobody's business."""
    folder = tmp_path / "web"
    folder.mkdir()
    (folder / "face.html").write_text("<!doctype html><script type=module src=face.js></script>")
    (folder / "face.js").write_text("export {}")
    (folder / "large.wasm").write_bytes(bytes(3_000_000))
    (tmp_path / "secret.txt").write_text("secret")
    return folder


@pytest.fixture
def open_page() -> Iterator[Callable[..., Page]]:
    """open_page(port) -> Page; all are closed at the end."""
    pages: list[Page] = []

    def make(port: int, **options: Any) -> Page:
        pages.append(Page(port, **options))
        return pages[-1]

    yield make
    for page in pages:
        page.close()


class Served:
    """An open bridge, the microphone frames and the warnings it has handed over."""

    def __init__(self, config: FaceConfig) -> None:
        self.heard: list[tuple[int, bytes]] = []
        self.warnings: list[str] = []
        self.bridge = Bridge(config, lambda index, pcm: self.heard.append((index, pcm)), self.warnings.append)
        self.bridge.open()


@pytest.fixture
def serve(web: Path) -> Iterator[Callable[..., Served]]:
    """serve(name=value, ...) -> Served, with these parameters; all are closed at the end."""
    opened: list[Served] = []

    def make(**parameters: Any) -> Served:
        opened.append(Served(FaceConfig(**{"port": 0, "web_dir": str(web), **parameters})))
        return opened[-1]

    yield make
    for served in opened:
        served.bridge.close()


@pytest.fixture
def stall(open_page: Callable[..., Page]) -> Callable[[Served], Page]:
    """stall(served) -> a page that owns the audio, reads nothing, and has all buffers full."""

    def make(served: Served) -> Page:
        stalled = open_page(served.bridge.port, receive_bytes=4096)
        stalled.own_audio()
        quick = open_page(served.bridge.port)
        frame = 0
        while not served.bridge.counts.dropped:
            served.bridge.speak(frame, bytes(3840), FaceState(frame=frame), 0.0)
            quick.expect_state(frame=frame)  # its pace is that of a page that reads
            frame += 1
        return stalled

    return make
