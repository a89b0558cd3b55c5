"""What went wrong, in words."""

import socket
import ssl

import pytest
from websockets.datastructures import Headers
from websockets.exceptions import ConnectionClosedError, InvalidMessage, InvalidStatus
from websockets.frames import Close
from websockets.http11 import Response

from creature_voice.engines.moshi_server import trouble

_OOPS = Close(1011, "oops")
_NO_TLS = ssl.SSLError(1, "[SSL: WRONG_VERSION_NUMBER] wrong version number")
WS, WSS = "ws://gpu:8998/api/chat?email=me", "wss://gpu:8998/api/chat"


@pytest.mark.parametrize(
    ("url", "error", "words"),
    [
        (WS, ConnectionRefusedError(111, "Connection refused"), "at ws://gpu:8998/api/chat (Connection refused)"),
        (WS, OSError("Multiple exceptions: [Errno 111] Connect call failed"), "python -m moshi.server"),
        (WS, socket.gaierror(-2, "Name or service not known"), "no host of that name"),
        (WS, TimeoutError(), "does not answer: is the host up"),
        (WS, InvalidMessage("did not receive a valid HTTP response"), "use wss://"),
        (WS, InvalidStatus(Response(404, "Not Found", Headers())), "HTTP 404"),
        (WSS, _NO_TLS, "try ws://"),
        (WSS, ConnectionResetError(), "try ws://"),
        (WSS, ConnectionRefusedError(111, "Connection refused"), "no server at wss://gpu:8998"),
        (WSS, InvalidMessage("did not receive a valid HTTP response"), "no Moshi server at wss://gpu:8998"),
        (WS, ValueError("odd"), "no connection to ws://gpu:8998/api/chat: ValueError: odd"),
    ],
)  # fmt: skip
def test_why_there_is_no_connection(url, error, words):
    said = trouble.no_connection(url, error)
    assert words in said
    assert "email" not in said


def test_a_refused_certificate_says_how_to_trust_it():
    error = ssl.SSLCertVerificationError(1, "certificate verify failed")
    error.verify_message = "self-signed certificate"
    said = trouble.no_connection(WSS, error)
    assert "refused: self-signed certificate" in said
    assert "moshi_server.verify_certificate" in said and "moshi_server.certificate_file" in said


@pytest.mark.parametrize("code", [62, 64])
def test_a_certificate_for_another_host_says_so(code):
    error = ssl.SSLCertVerificationError(1, "certificate verify failed")
    error.verify_code, error.verify_message = code, "Hostname mismatch, certificate is not valid for 'gpu'."
    said = trouble.no_connection(WSS, error)
    assert "not valid for 'gpu'" in said
    assert "moshi_server.url" in said and "ssh -L" in said and "certificate_file" not in said


def test_a_hang_up_is_told_with_its_reason():
    broke = ConnectionClosedError(None, None)
    assert "(the connection broke)" in trouble.ended(WS, broke)
    assert "(code 1011 oops)" in trouble.ended(WS, ConnectionClosedError(_OOPS, _OOPS, True))
    assert "moshi_server.voice_prompt" in trouble.ended_early(WS, broke)
    assert "another client" in trouble.busy(WS)
