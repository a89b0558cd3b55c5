"""What went wrong with a server, in words that say what to do."""

from __future__ import annotations

import socket
import ssl

from websockets.exceptions import ConnectionClosed, InvalidHandshake, InvalidMessage, InvalidStatus

from creature_voice.engines.moshi_server.address import is_secure, shown

# What OpenSSL says of a certificate that is good, but for another host name, or another address.
_OTHER_HOST = (62, 64)


class LinkError(Exception):
    """The conversation cannot go on; the message says why, for people."""


def no_connection(url: str, error: Exception) -> str:
    """Why there is no connection."""
    where = shown(url)
    if isinstance(error, ssl.SSLCertVerificationError) and getattr(error, "verify_code", 0) in _OTHER_HOST:
        return (
            f"certificate of {where} refused: {error.verify_message}; take a name that is in it for moshi_server.url "
            "(the Rust server's is for localhost: ssh -L 8998:localhost:8998 HOST makes it that), or set "
            "moshi_server.verify_certificate to false"
        )
    if isinstance(error, ssl.SSLCertVerificationError):
        return (
            f"certificate of {where} refused: {error.verify_message}; if it is the server's own, name it in "
            "moshi_server.certificate_file or set moshi_server.verify_certificate to false"
        )
    hung_up = isinstance(error, ConnectionError) and not isinstance(error, ConnectionRefusedError)
    if isinstance(error, ssl.SSLError) or (hung_up and is_secure(url)):
        return f"{where} does not speak TLS ({error}): try ws:// in moshi_server.url"
    if isinstance(error, socket.gaierror):
        return f"there is no host of that name: {where}; correct moshi_server.url"
    if isinstance(error, TimeoutError):
        return f"{where} does not answer: is the host up, and the port open?"
    if isinstance(error, InvalidStatus):
        status = error.response.status_code
        return f"there is no Moshi server at {where} (HTTP {status}): correct moshi_server.url or its query"
    if isinstance(error, InvalidMessage) and not is_secure(url):
        return f"{where} does not answer as a websocket: if the server wants https, use wss:// in moshi_server.url"
    if isinstance(error, InvalidHandshake):
        return f"there is no Moshi server at {where} ({error}): correct moshi_server.url"
    if isinstance(error, OSError):
        advice = "start `python -m moshi.server` there, or correct moshi_server.url"
        return f"no server at {where} ({_reason(error)}): {advice}"
    return f"no connection to {where}: {type(error).__name__}: {error}"


def busy(url: str) -> str:
    """It is connected, and there is no handshake."""
    return (
        f"the server at {shown(url)} is busy: most likely another client is talking to it; this one is next in line, "
        "and begins when the other has left"
    )


def ended_early(url: str, closed: ConnectionClosed) -> str:
    """The connection ended before its handshake."""
    return (
        f"the server at {shown(url)} hung up before its handshake ({_close_words(closed)}): see its log; PersonaPlex's "
        "wants moshi_server.voice_prompt, and the name of one of its voices in it"
    )


def ended(url: str, closed: ConnectionClosed) -> str:
    """The connection ended in the middle of a conversation."""
    return f"the server at {shown(url)} ended the conversation ({_close_words(closed)})"


def _close_words(closed: ConnectionClosed) -> str:
    if closed.rcvd is None:
        return "the connection broke"
    return f"code {closed.rcvd.code} {closed.rcvd.reason}".strip()


def _reason(error: OSError) -> str:
    # asyncio joins the reasons of several addresses into one text without a number.
    return "connection refused" if "Connect call failed" in str(error) else error.strerror or str(error)
