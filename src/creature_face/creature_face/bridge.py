"""The bridge between the creature and its pages, as a thing with a thread of its own.

Design: open() binds the port and returns when pages can connect; show(), caption() and speak() hand over and return at
once; microphone frames come to `on_mic` on the bridge's thread the moment they arrive.
Threading: one thread runs an asyncio loop with the server and the hub. Other threads reach it by
call_soon_threadsafe only: they never wait for it, and it never waits for them.
Units: times are seconds of time.monotonic.
"""

from __future__ import annotations

import asyncio
import contextlib
import errno
import socket
import threading
import time
from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path
from typing import Any

from creature_face.config import AUDIO_NONE, FaceConfig
from creature_face.errors import AddressError
from creature_face.files import PageFiles
from creature_face.hub import Hub
from creature_face.origin import OriginRule
from creature_face.ownership import AudioOwnership
from creature_face.server import CLOSE_S, SEND_BUFFER_BYTES, FaceServer
from creature_face.state import CaptionView, FaceState

PACKAGED_PAGE = Path(__file__).parent / "web"
_NO_AUDIO = "this creature has a microphone and a loudspeaker of its own (parameter 'audio' is 'none')"
_LOOPBACK = ("localhost", "127.0.0.1", "::1")
_ANY = ("", "0.0.0.0", "::")


class Bridge:
    """Serves the page; see the module's docstring.

    Args:
        config: The face's parameters.
        on_mic: Called with (index, pcm) for each microphone frame, on the bridge's thread; must not block.
        warn: Called with what somebody should know, in words, on the bridge's thread; must not block.
        clock: Monotonic seconds.

    Raises:
        FileNotFoundError: there is no page to serve.
    """

    def __init__(
        self,
        config: FaceConfig,
        on_mic: Callable[[int, bytes], None],
        warn: Callable[[str], None],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._config = config
        self._hub = Hub(
            on_mic,
            clock,
            AudioOwnership(_NO_AUDIO if config.audio == AUDIO_NONE else ""),
            config.max_pages,
            config.queue_frames,
        )
        files = PageFiles(Path(config.web_dir) if config.web_dir else PACKAGED_PAGE)
        self._server = FaceServer(self._hub, files, OriginRule(_names(config)), warn, clock)
        self._loop: asyncio.AbstractEventLoop | None = None
        self._stop = asyncio.Event()
        self._thread: threading.Thread | None = None
        self.port = 0
        self.counts = self._hub.counts
        self.latency = self._hub.latency

    @property
    def url(self) -> str:
        """The address to open on this machine."""
        host = self._config.host
        name = "localhost" if host in _LOOPBACK or host in _ANY else f"[{host}]" if ":" in host else host
        return f"http://{name}:{self.port}"

    @property
    def alive(self) -> bool:
        """The bridge's thread runs."""
        return self._thread is not None and self._thread.is_alive()

    def open(self) -> None:
        """Start to serve; returns when pages can connect.

        Raises:
            AddressError: the port is in use, or the address is not one to listen on; says what to do.
        """
        listener = _listen(self._config.host, self._config.port)
        self.port = listener.getsockname()[1]
        self._loop = asyncio.new_event_loop()
        started: Future[None] = Future()
        self._thread = threading.Thread(
            target=self._run, args=(self._loop, listener, started), name="face-bridge", daemon=True
        )
        self._thread.start()
        started.result()

    def show(self, state: FaceState) -> None:
        """Tell every page the state. From any thread; returns at once."""
        self._post(self._hub.show, state)

    def caption(self, caption: CaptionView) -> None:
        """Tell every page what is heard or said. From any thread; returns at once."""
        self._post(self._hub.caption, caption)

    def speak(self, index: int, pcm: bytes, state: FaceState | None, born_s: float) -> None:
        """A frame of speech to the owner, its state to every page. From any thread; returns at once.

        Args:
            index: The frame's.
            pcm: 1920 little-endian signed 16-bit samples.
            state: What to show with it; None if nothing is new.
            born_s: When the frame came, for the latency.
        """
        self._post(self._hub.speak, index, pcm, state, born_s)

    def close(self) -> None:
        """Close every connection and stop the thread; returns within about two seconds. May be called twice."""
        if self._thread is not None:
            self._post(self._stop.set)
            self._thread.join(timeout=CLOSE_S + 1.0)

    def _post(self, call: Callable[..., Any], *args: Any) -> None:
        # Before the beginning and after the end there is nobody to tell.
        if self._loop is not None:
            with contextlib.suppress(RuntimeError):  # The loop has closed, perhaps in this very moment.
                self._loop.call_soon_threadsafe(call, *args)

    def _run(self, loop: asyncio.AbstractEventLoop, listener: socket.socket, started: Future[None]) -> None:
        try:
            loop.run_until_complete(self._server.serve(listener, self._stop, lambda: started.set_result(None)))
            loop.run_until_complete(loop.shutdown_default_executor())
        except Exception as error:
            if started.done():
                raise
            started.set_exception(error)
        finally:
            listener.close()
            loop.close()


def _listen(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        listener = socket.create_server((host, port), family=family, backlog=64)
    except OSError as error:
        raise AddressError(_advice(host, port, error)) from error
    # Connections inherit it.
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, SEND_BUFFER_BYTES)
    return listener


def _advice(host: str, port: int, error: OSError) -> str:
    if error.errno == errno.EADDRINUSE:
        other = port + 1 if port < 65535 else 8080
        return (
            f"port {port} is in use, perhaps by another creature: stop that program, or choose another port with "
            f"face_port:={other} (parameter 'port'; 0 takes any free one)"
        )
    if error.errno == errno.EACCES:
        return f"port {port} needs root: choose one from 1024 on, for example face_port:=8080 (parameter 'port')"
    return f"'{host}' is no address of this machine to listen on ({error}): try 127.0.0.1 (parameter 'host')"


def _names(config: FaceConfig) -> frozenset[str]:
    given = [name.strip().lower() for name in config.host_names.split(",")]
    return frozenset(name for name in [*given, socket.gethostname().lower()] if name)
