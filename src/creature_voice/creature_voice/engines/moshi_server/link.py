"""The connection to a Moshi server: made, kept, and made again.

Design: a thread of its own runs an asyncio loop that connects, waits for the handshake, then encodes and sends what is
heard, receives and decodes what is said. When the connection ends, for whatever reason, it waits (longer each time, a
little by chance) and begins anew. Pings are not sent: a server that computes, or that lets this client wait its turn,
does not answer them; the kernel's keepalive and the wait for answers find a dead one.
Threading: one thread; what it shows may be read by any, and hand_on(), restart() and close() be called by any.
Units: seconds.
"""

from __future__ import annotations

import asyncio
import contextlib
import random
import socket
import ssl
import threading
import time
from collections.abc import Callable
from typing import Any

from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed

from creature_voice.engines.moshi_server import trouble, wire
from creature_voice.engines.moshi_server.address import is_here, is_secure, shown
from creature_voice.engines.moshi_server.config import MoshiServerConfig
from creature_voice.engines.moshi_server.conversation import Conversation, Counts
from creature_voice.engines.moshi_server.link_state import LinkState, Phase
from creature_voice.engines.moshi_server.opus import Codec
from creature_voice.engines.moshi_server.trouble import LinkError

_OPEN_TIMEOUT_S = 10.0
_CLOSE_TIMEOUT_S = 1.0
_STOP_TIMEOUT_S = 5.0
_LOOK_S = 0.5
_MAX_MESSAGE_BYTES = 1 << 20
_SPREAD = 0.25
# Seconds of silence before the kernel asks whether the other host still lives, and from one question to the next.
_KEEPALIVE = (("TCP_KEEPIDLE", 10), ("TCP_KEEPINTVL", 5), ("TCP_KEEPCNT", 3))


class Link:
    """See the module."""

    def __init__(
        self,
        url: str,
        config: MoshiServerConfig,
        make_codec: Callable[[], Codec],
        *,
        context: ssl.SSLContext | None = None,
        chance: Callable[[], float] = random.random,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """Start to connect.

        Args:
            url: Complete address.
            config: Times.
            make_codec: Makes the two streams of a connection.
            context: How a secure server is verified.
            chance: A number from 0 to 1, to spread the attempts of several clients.
            clock: Monotonic time, seconds.
        """
        self.counts = Counts()
        self.conversation: Conversation | None = None
        self.metadata: dict[str, object] = {}
        self.complaint = ""
        self._url, self._config, self._context = url, config, context
        self._make_codec, self._chance, self._clock = make_codec, chance, clock
        self._state = LinkState(Phase.CONNECTING, f"connecting to {shown(url)}")
        self._conversations = 0
        self._answered = False
        self._loop = asyncio.new_event_loop()
        self._wake, self._restart = asyncio.Event(), asyncio.Event()
        self._main = self._loop.create_task(self._live())
        self._thread = threading.Thread(target=self._run, name="moshi-link", daemon=True)
        self._thread.start()

    @property
    def state(self) -> LinkState:
        """What it is doing."""
        return self._state

    def hand_on(self) -> None:
        """The conversation has a frame to send."""
        self._tell(self._wake.set)

    def restart(self) -> None:
        """End the conversation, if there is one, and begin another at once."""
        if self.conversation is not None:
            self.conversation = None
            self._state = LinkState(Phase.CONNECTING, "beginning anew")
            self._tell(self._restart.set)

    def close(self) -> None:
        """Leave the server; returns when the thread has ended. May be called twice."""
        self._tell(self._main.cancel)
        self._thread.join(_STOP_TIMEOUT_S)

    def _tell(self, what: Callable[[], object]) -> None:
        # Once it is closed there is nobody to tell.
        with contextlib.suppress(RuntimeError):
            self._loop.call_soon_threadsafe(what)

    def _run(self) -> None:
        asyncio.set_event_loop(self._loop)
        with contextlib.suppress(asyncio.CancelledError):
            self._loop.run_until_complete(self._main)
        self.conversation = None
        self._state = LinkState(Phase.AWAY, "closed")
        self._loop.run_until_complete(self._loop.shutdown_asyncgens())
        self._loop.close()

    async def _live(self) -> None:
        wait_s = self._config.retry_s
        while True:
            self._answered = False
            try:
                await self._connect()
                # Told to begin anew: nothing is wrong.
                continue
            except LinkError as error:
                message = str(error)
            except Exception as error:
                # A library may raise what it likes; the creature outlives it.
                message = trouble.no_connection(self._url, error)
            self.conversation = None
            self._state = LinkState(Phase.AWAY, message)
            wait_s = self._config.retry_s if self._answered else wait_s
            await asyncio.sleep(wait_s * (1.0 + _SPREAD * self._chance()))
            wait_s = min(2.0 * wait_s, self._config.retry_most_s)

    async def _connect(self) -> None:
        """One connection, from its beginning to its end."""
        secure: dict[str, Any] = {"ssl": self._context} if self._context is not None and is_secure(self._url) else {}
        async with contextlib.AsyncExitStack() as stack:
            socket_ = await connect(
                self._url,
                compression=None,
                proxy=None if is_here(self._url) else True,
                open_timeout=_OPEN_TIMEOUT_S,
                close_timeout=_CLOSE_TIMEOUT_S,
                ping_interval=None,
                max_size=_MAX_MESSAGE_BYTES,
                **secure,
            )
            # Whoever cancels a close that waits for the server's leaves the socket open, if it is not cut off after.
            stack.callback(socket_.transport.abort)
            stack.push_async_callback(socket_.close)
            _keep_alive(socket_)
            self._state = LinkState(Phase.WAITING, f"waiting for the server at {shown(self._url)} to begin")
            try:
                dialect = await self._handshake(socket_)
            except ConnectionClosed as closed:
                raise LinkError(trouble.ended_early(self._url, closed)) from closed
            try:
                await self._talk(socket_, dialect)
            except ConnectionClosed as closed:
                raise LinkError(trouble.ended(self._url, closed)) from closed

    async def _handshake(self, socket_: ClientConnection) -> wire.Dialect:
        busy = LinkState(Phase.BUSY, trouble.busy(self._url))
        timer = self._loop.call_later(self._config.handshake_timeout_s, setattr, self, "_state", busy)
        try:
            while True:
                message = self._parse(await socket_.recv())
                if isinstance(message, wire.Handshake):
                    return message.dialect
                self._note(message)
        finally:
            timer.cancel()

    async def _talk(self, socket_: ClientConnection, dialect: wire.Dialect) -> None:
        codec = self._make_codec()
        conversation = Conversation(self._config, dialect, self.counts, self._clock)
        self.counts.reconnects += self._conversations > 0
        self._conversations += 1
        self.complaint = ""
        self._state = LinkState(Phase.TALKING, f"talking to the {dialect.name} server at {shown(self._url)}")
        # What was asked of the conversation before is not asked of this one.
        self._restart.clear()
        self.conversation = conversation
        tasks = [
            self._loop.create_task(self._send(socket_, conversation, codec)),
            self._loop.create_task(self._receive(socket_, conversation, codec)),
            self._loop.create_task(self._watch(conversation)),
            self._loop.create_task(self._restart.wait()),
        ]
        try:
            done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
            for task in done:
                task.result()
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)

    async def _send(self, socket_: ClientConnection, conversation: Conversation, codec: Codec) -> None:
        while True:
            await self._wake.wait()
            self._wake.clear()
            while (frame := conversation.next_frame()) is not None:
                ogg = codec.encode(frame)
                if ogg:
                    await socket_.send(wire.audio(ogg))

    async def _receive(self, socket_: ClientConnection, conversation: Conversation, codec: Codec) -> None:
        while True:
            message = self._parse(await socket_.recv())
            if isinstance(message, wire.Audio):
                try:
                    conversation.sound(codec.decode(message.ogg))
                except wire.WireError as error:
                    self.counts.garbage += 1
                    raise LinkError(f"{error}; connecting anew") from error
                self._answered = True
            elif isinstance(message, wire.Text):
                conversation.text(message.piece)
            else:
                self._note(message)

    async def _watch(self, conversation: Conversation) -> None:
        """End a conversation in which answers are out and none comes."""
        limit_s = self._config.silence_timeout_s
        while (waiting_s := conversation.flow.waiting_s) < limit_s:
            await asyncio.sleep(max(_LOOK_S, limit_s - waiting_s))
        raise LinkError(f"the server at {shown(self._url)} has not answered for {limit_s:g} s; connecting anew")

    def _parse(self, data: bytes | str) -> wire.Message | None:
        try:
            return wire.parse(data)
        except wire.WireError as error:
            self.counts.garbage += 1
            self.complaint = str(error)
            return None

    def _note(self, message: wire.Message | None) -> None:
        if isinstance(message, wire.Metadata):
            self.metadata = dict(message.values)
        elif isinstance(message, wire.Failure):
            self.complaint = f"the server says: {message.message}"


def _keep_alive(socket_: ClientConnection) -> None:
    raw: socket.socket | None = socket_.transport.get_extra_info("socket")
    if raw is None:
        return
    raw.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
    for name, value in _KEEPALIVE:
        # macOS names them otherwise.
        if hasattr(socket, name):
            raw.setsockopt(socket.IPPROTO_TCP, getattr(socket, name), value)
