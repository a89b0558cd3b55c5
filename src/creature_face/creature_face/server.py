"""One port: the page over HTTP and its socket under /ws (library `websockets`, asyncio).

Design: the server moves bytes; what they mean is the Hub's. Each connection has one task that reads and one that
writes, with the Hub's bounded outbox between them and everybody else, so a slow page is alone with its slowness.
Threading: serve() runs on the bridge's thread (creature_face.bridge), and everything here with it.
Units: seconds, bytes.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import socket
import weakref
from collections.abc import Callable

from websockets.asyncio.server import Server, ServerConnection
from websockets.asyncio.server import serve as serve_websockets
from websockets.datastructures import Headers
from websockets.exceptions import ConnectionClosed
from websockets.frames import CloseCode
from websockets.http11 import Request, Response

from creature_face.files import Answer, PageFiles
from creature_face.hub import Hub, OversizedError, Seat
from creature_face.origin import OriginRule
from creature_face.wire import MAX_TEXT_BYTES

SOCKET_PATH = "/ws"
PING_S = 10.0
# A phone that has gone without a word is found by the pings it does not answer, or, where so much waits for it that
# not even a ping gets out, by a send that takes longer than this.
STALL_S = 10.0
CLOSE_S = 2.0
# The library ends an HTTP answer by the close timeout: a slow phone needs longer for the page's largest file.
FILE_CLOSE_S = 90.0
# Small, so that what a slow page has not read waits in its outbox, where the oldest is dropped, not in the system:
# a second of speech. 32 KiB are kept by the library.
SEND_BUFFER_BYTES = 65536
WRITE_LIMIT_BYTES = 16384

# What the library reports below an error (connections opening and closing) is in the diagnostics.
_log = logging.getLogger(__name__)
_log.setLevel(logging.ERROR)


class FaceServer:
    """Serves a page and its socket on a listening socket.

    Args:
        warn: Told, in words, why a page was refused: the page itself cannot show it.
        clock: Monotonic seconds.
    """

    def __init__(
        self,
        hub: Hub,
        files: PageFiles,
        origins: OriginRule,
        warn: Callable[[str], None],
        clock: Callable[[], float],
    ) -> None:
        self._hub = hub
        self._warn = warn
        self._files = files
        self._origins = origins
        self._clock = clock
        self._connections: weakref.WeakSet[ServerConnection] = weakref.WeakSet()
        self._sending: dict[ServerConnection, float] = {}

    async def serve(self, listener: socket.socket, stop: asyncio.Event, ready: Callable[[], None]) -> None:
        """Serve until `stop` is set, then close every connection, those that resist after half of CLOSE_S."""
        server = await serve_websockets(
            self._handle,
            sock=listener,
            process_request=self._process_request,
            compression=None,
            max_size=MAX_TEXT_BYTES,
            ping_interval=PING_S,
            ping_timeout=PING_S,
            close_timeout=CLOSE_S,
            write_limit=WRITE_LIMIT_BYTES,
            logger=_log,
        )
        watchdog = asyncio.create_task(self._watch_stalls())
        ready()
        try:
            await stop.wait()
        finally:
            watchdog.cancel()
            await self._close(server)

    async def _close(self, server: Server) -> None:
        server.close()
        waiting = asyncio.ensure_future(server.wait_closed())
        await asyncio.wait([waiting], timeout=CLOSE_S / 2)
        # Those that do not take their goodbye, or have connected and never asked for anything.
        for connection in list(self._connections):
            connection.transport.abort()
        left = asyncio.all_tasks() - {asyncio.current_task()}
        for task in left:
            task.cancel()
        await asyncio.gather(*left, return_exceptions=True)

    async def _process_request(self, connection: ServerConnection, request: Request) -> Response | None:
        self._connections.add(connection)
        if request.path.partition("?")[0] == SOCKET_PATH:
            refusal = self._origins.refusal(request.headers.get("Origin"), request.headers.get("Host"))
            if not refusal:
                return None
            self._hub.counts.refused += 1
            self._warn(f"a page was refused: {refusal}")
            return connection.respond(403, refusal + "\n")
        connection.close_timeout = FILE_CLOSE_S
        # In a thread: a slow disk must not keep the voice waiting.
        answer = await asyncio.to_thread(self._files.answer, request.path, request.headers.get("If-None-Match"))
        return _response(answer)

    async def _handle(self, connection: ServerConnection) -> None:
        wake = asyncio.Event()
        seat = self._hub.join(wake.set)
        if seat is None:
            await connection.close(CloseCode.TRY_AGAIN_LATER, "too many pages are connected; close one")
            return
        writer = asyncio.create_task(self._write(connection, seat, wake))
        try:
            await self._read(connection, seat)
        finally:
            self._hub.leave(seat)
            writer.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await writer

    async def _read(self, connection: ServerConnection, seat: Seat) -> None:
        try:
            async for message in connection:
                pause_s = self._hub.hear(seat, message)
                if pause_s:
                    await asyncio.sleep(pause_s)
        except OversizedError as error:
            await connection.close(CloseCode.MESSAGE_TOO_BIG, str(error))
        except ConnectionClosed as closed:
            if closed.sent is not None and closed.sent.code == CloseCode.MESSAGE_TOO_BIG:
                self._hub.counts.malformed += 1

    async def _write(self, connection: ServerConnection, seat: Seat, wake: asyncio.Event) -> None:
        with contextlib.suppress(ConnectionClosed):
            while True:
                letter = seat.outbox.take()
                if letter is None:
                    wake.clear()
                    await wake.wait()
                    continue
                self._sending[connection] = self._clock()
                try:
                    await connection.send(letter.data, text=letter.text)
                finally:
                    del self._sending[connection]
                self._hub.sent(letter)

    async def _watch_stalls(self) -> None:
        while True:
            await asyncio.sleep(STALL_S / 4)
            now_s = self._clock()
            for connection, since_s in list(self._sending.items()):
                if now_s - since_s > STALL_S:
                    connection.transport.abort()


def _response(answer: Answer) -> Response:
    headers = Headers(answer.headers)
    headers["Content-Length"] = str(len(answer.body))
    headers["Connection"] = "close"
    return Response(answer.status.value, answer.status.phrase, headers, answer.body)
