"""An OpenAI-compatible endpoint: one streamed chat completion at a time over a kept connection.

Design: a Line is an HTTP client with one connection, so that a call can be cut by shutting its socket down, from
    another thread, whatever it waits for. A line whose call ended well is used again; one that was cut is thrown away.
Threading: a call is iterated in one thread; cut() and close() come from any. A timer thread guards the first token.
Units: seconds.
"""

from __future__ import annotations

import contextlib
import json
import socket
import ssl
import threading
from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from urllib.parse import urlsplit

import httpx

from creature_voice.brains.chat_stream import ChatStreamError, EventReader, ends, error_text, piece_of

Message = Mapping[str, str]
_LOOPBACK = ("localhost", "127.0.0.1", "::1")
_ERROR_BYTES = 2000


class EndpointError(Exception):
    """The endpoint did not answer as it should; the message says how, for people."""


class _Line:
    """A client with one connection whose socket is at hand."""

    def __init__(self, context: ssl.SSLContext | bool, trust_env: bool) -> None:
        limits = httpx.Limits(max_connections=1, max_keepalive_connections=1)
        self.client = httpx.Client(verify=context, trust_env=trust_env, limits=limits)
        self._lock = threading.Lock()
        self._socket: socket.socket | None = None
        self.is_cut = False

    def trace(self, event: str, info: Mapping[str, Any]) -> None:
        """Called by the client with what it does; catches the socket when it is connected."""
        if event in ("connection.connect_tcp.complete", "connection.start_tls.complete"):
            with self._lock:
                self._socket = info["return_value"].get_extra_info("socket")
                if self.is_cut:
                    self._shut()

    def cut(self) -> None:
        """End the connection at once; whoever waits for it gets an error."""
        with self._lock:
            self.is_cut = True
            self._shut()

    def _shut(self) -> None:
        if self._socket is not None:
            with contextlib.suppress(OSError):
                socket.socket.shutdown(self._socket, socket.SHUT_RDWR)


class Call:
    """One chat completion; iterate it for pieces of text. The request is sent when the first piece is asked for."""

    def __init__(self, endpoint: Endpoint, body: Mapping[str, Any]) -> None:
        self._endpoint = endpoint
        self._body = body
        self._line: _Line | None = None
        self._lock = threading.Lock()
        self._cut = False
        self._late = False

    def cut(self) -> None:
        """End the call at once, from any thread; its iteration ends without an error."""
        with self._lock:
            self._cut = True
            if self._line is not None:
                self._line.cut()

    def pieces(self) -> Iterator[str]:
        """The text, piece by piece.

        Raises:
            EndpointError: if the endpoint is down, slow, breaks off or reports an error.
        """
        with self._lock:
            if self._cut:
                return
            self._line = line = self._endpoint.take_line()
        timer = self._watch()
        complete = False
        try:
            for piece in self._endpoint.exchange(line, self._body):
                timer.cancel()
                yield piece
            complete = True
        except (httpx.HTTPError, httpx.StreamError, ChatStreamError, EndpointError, OSError, ValueError) as error:
            if not self._cut:
                raise EndpointError(self._words(error)) from error
        finally:
            timer.cancel()
            with self._lock:
                self._line = None
            self._endpoint.give_line(line, complete)

    def _watch(self) -> threading.Timer:
        timer = threading.Timer(self._endpoint.timeout_s, self._too_late)
        timer.daemon = True
        timer.start()
        return timer

    def _too_late(self) -> None:
        with self._lock:
            self._late = True
            if self._line is not None:
                self._line.cut()

    def _words(self, error: Exception) -> str:
        if self._late or isinstance(error, httpx.ConnectTimeout):
            return f"gave no word within {self._endpoint.timeout_s:g} s"
        if isinstance(error, httpx.ConnectError):
            return f"cannot be reached ({error})"
        if isinstance(error, httpx.ReadTimeout):
            return "stopped in the middle of an answer"
        if isinstance(error, httpx.HTTPError):
            return f"broke off ({str(error) or type(error).__name__})"
        return str(error)


class Endpoint:
    """POST {url}/chat/completions, streamed.

    Args:
        url: Base URL, such as http://localhost:11434/v1.
        key: Bearer token, or empty.
        timeout_s: An answer must have begun by then.
        stall_s: Longest pause within an answer.
    """

    def __init__(self, url: str, key: str, timeout_s: float, stall_s: float) -> None:
        self.url = url.rstrip("/")
        self.timeout_s = timeout_s
        self._stall_s = stall_s
        self._headers = {"Accept": "text/event-stream"} | ({"Authorization": f"Bearer {key}"} if key else {})
        parts = urlsplit(self.url)
        self._trust_env = parts.hostname not in _LOOPBACK
        self._context = httpx.create_ssl_context() if parts.scheme == "https" else False
        self._lock = threading.Lock()
        # The first client is made here: it takes tens of milliseconds, which the first answer should not wait for.
        self._idle: list[_Line] = [_Line(self._context, self._trust_env)]
        self._busy: set[_Line] = set()
        self._closed = False

    def call(self, body: Mapping[str, Any]) -> Call:
        """A call that has not been sent yet."""
        return Call(self, body)

    def exchange(self, line: _Line, body: Mapping[str, Any]) -> Iterator[str]:
        """Send a request on a line and read the text of its answer."""
        longest_s = max(self.timeout_s, self._stall_s)
        timeout = httpx.Timeout(self.timeout_s, read=longest_s)
        request = line.client.build_request(
            "POST",
            f"{self.url}/chat/completions",
            content=json.dumps(body).encode(),
            headers=self._headers | {"Content-Type": "application/json"},
            timeout=timeout,
            extensions={"trace": line.trace},
        )
        response = line.client.send(request, stream=True)
        try:
            if response.status_code != httpx.codes.OK:
                raise EndpointError(_refusal(response))
            yield from _texts(response)
        finally:
            response.close()

    def take_line(self) -> _Line:
        """An idle line, or a new one."""
        with self._lock:
            if self._closed:
                raise EndpointError("is closed")
            line = self._idle.pop() if self._idle else _Line(self._context, self._trust_env)
            self._busy.add(line)
            return line

    def give_line(self, line: _Line, reusable: bool) -> None:
        """Give a line back after its call."""
        with self._lock:
            self._busy.discard(line)
            if reusable and not line.is_cut and not self._closed and not self._idle:
                self._idle.append(line)
                return
        line.client.close()

    def close(self) -> None:
        """Cut every call and let go of the connections."""
        with self._lock:
            self._closed = True
            idle, self._idle = self._idle, []
            busy = list(self._busy)
        for line in busy:
            line.cut()
        for line in idle:
            line.client.close()


def _texts(response: httpx.Response) -> Iterator[str]:
    reader = EventReader()
    complete = False
    for chunk in response.iter_bytes():
        for payload in reader.feed(chunk):
            if piece := piece_of(payload):
                yield piece
            complete = complete or ends(payload)
    if not complete:
        raise EndpointError("broke off in the middle of an answer")


def _refusal(response: httpx.Response) -> str:
    text = b"".join(_first_bytes(response.iter_bytes())).decode(errors="replace")
    try:
        text = error_text(json.loads(text))
    except ValueError:
        text = " ".join(text.split())[:200]
    return f"answered {response.status_code}: {text}" if text else f"answered {response.status_code}"


def _first_bytes(chunks: Iterator[bytes]) -> Iterator[bytes]:
    size = 0
    for chunk in chunks:
        yield chunk
        size += len(chunk)
        if size > _ERROR_BYTES:
            return


def chat_body(model: str, messages: Sequence[Message], temperature: float, max_tokens: int) -> dict[str, Any]:
    """The request of a streamed chat completion."""
    body: dict[str, Any] = {
        "messages": list(messages),
        "stream": True,
        "temperature": temperature,
        "max_tokens": max_tokens,
    }
    return {"model": model, **body} if model else body
