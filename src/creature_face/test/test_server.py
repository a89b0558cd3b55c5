"""The server with real sockets: files, messages, and pages that misbehave."""

from __future__ import annotations

import contextlib
import http.client
import json
import socket
import time
from collections.abc import Callable
from http import HTTPStatus
from typing import Any

import pytest
from websockets.exceptions import ConnectionClosed, InvalidStatus

from creature_face import server, wire
from creature_face.state import FaceState

PCM = bytes(range(256)) * 15
Make = Callable[..., Any]


def get(port: int, path: str, headers: dict[str, str] | None = None) -> tuple[http.client.HTTPResponse, bytes]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request("GET", path, headers=headers or {})
    response = connection.getresponse()
    body = response.read()
    connection.close()
    return response, body


@pytest.mark.parametrize(
    ("path", "content_type"), [("/", "text/html; charset=utf-8"), ("/face.js", "text/javascript; charset=utf-8")]
)
def test_the_page_is_served_with_types(serve: Make, path: str, content_type: str) -> None:
    response, body = get(serve().bridge.port, path)
    assert response.status == HTTPStatus.OK
    assert response.headers["Content-Type"] == content_type
    assert response.headers["Cache-Control"] == "no-cache"
    assert int(response.headers["Content-Length"]) == len(body) > 0


def test_a_large_file_comes_whole(serve: Make) -> None:
    assert len(get(serve().bridge.port, "/large.wasm")[1]) == 3_000_000


def test_an_unchanged_file_is_not_sent_again(serve: Make) -> None:
    port = serve().bridge.port
    tag = get(port, "/face.js")[0].headers["ETag"]
    response, body = get(port, "/face.js", {"If-None-Match": tag})
    assert (response.status, body) == (HTTPStatus.NOT_MODIFIED, b"")


@pytest.mark.parametrize("path", ["/../secret.txt", "/%2e%2e/secret.txt", "/..%2fsecret.txt", "/nothing"])
def test_nothing_outside_the_page_is_served(serve: Make, path: str) -> None:
    response, body = get(serve().bridge.port, path)
    assert response.status == HTTPStatus.NOT_FOUND
    assert b"secret" not in body


def test_a_page_of_another_site_may_not_connect(serve: Make, open_page: Make) -> None:
    served = serve()
    with pytest.raises(InvalidStatus, match="403"):
        open_page(served.bridge.port, origin="http://evil.example.com")
    assert served.bridge.counts.refused == 1
    assert "http://evil.example.com" in served.warnings[0]
    own = open_page(served.bridge.port, origin=f"http://127.0.0.1:{served.bridge.port}")
    assert own.receive()["type"] == "hello"


@pytest.mark.parametrize(
    "request_", [b"POST / HTTP/1.1\r\nContent-Length: 2\r\n\r\nhi", b"\x16\x03\x01 no HTTP\r\n\r\n"]
)
def test_what_is_no_get_is_refused_and_the_face_goes_on(serve: Make, open_page: Make, request_: bytes) -> None:
    port = serve().bridge.port
    with socket.create_connection(("127.0.0.1", port), timeout=10) as connection:
        connection.sendall(request_)
        connection.shutdown(socket.SHUT_WR)
        assert b"200 OK" not in connection.recv(4096)
    open_page(port).expect_type("hello")


def test_a_get_of_the_socket_that_is_no_handshake_is_refused(serve: Make) -> None:
    assert get(serve().bridge.port, "/ws")[0].status == HTTPStatus.UPGRADE_REQUIRED


def test_hello_comes_first_then_the_state(serve: Make, open_page: Make) -> None:
    page = open_page(serve().bridge.port)
    hello = page.receive()
    assert (hello["type"], hello["sample_rate"], hello["frame_samples"]) == ("hello", 24000, 1920)
    assert page.receive()["emotion"] == "neutral"
    page.send({"type": "ping", "t": 1.5})
    pong = page.expect_type("pong")
    assert pong["t"] == 1.5
    assert pong["clock"] >= hello["clock"]


@pytest.mark.parametrize("message", ["{broken", "[1]", '{"type":"dance"}', b"short", '{"type":"ping","t":NaN}'])
def test_nonsense_is_answered_and_the_connection_stays(serve: Make, open_page: Make, message: str | bytes) -> None:
    served = serve()
    page = open_page(served.bridge.port)
    page.send(message)
    assert page.expect_type("error")["message"]
    assert served.bridge.counts.malformed == 1
    page.send({"type": "ping", "t": 1})
    page.expect_type("pong")


@pytest.mark.parametrize(
    "message",
    ["x" * 4097, "é" * 2049, bytes(3845), bytes(4097), bytes(1_000_000)],
    ids=["text", "wide text", "frame", "larger frame", "a megabyte"],
)
def test_an_oversized_message_closes_with_1009(serve: Make, open_page: Make, until: Make, message: str | bytes) -> None:
    served = serve()
    page = open_page(served.bridge.port)
    with contextlib.suppress(ConnectionClosed):
        page.send(message)
    with pytest.raises(ConnectionClosed) as closed:
        page.expect_type("never")
    assert closed.value.rcvd is not None
    assert closed.value.rcvd.code == 1009
    until(lambda: served.bridge.counts.pages == 0)
    assert served.bridge.counts.malformed == 1


def test_a_text_of_just_the_size_limit_is_read(serve: Make, open_page: Make) -> None:
    page = open_page(serve().bridge.port)
    page.send('{"type":"ping","t":1}'.ljust(4096))
    page.expect_type("pong")


def test_audio_goes_both_ways_bit_for_bit(serve: Make, open_page: Make, until: Make) -> None:
    served = serve()
    page = open_page(served.bridge.port)
    page.own_audio()
    page.send(wire.encode_frame(7, PCM))
    until(lambda: served.heard == [(0, PCM)])
    served.bridge.speak(8, PCM, FaceState(mouth=0.5, frame=8), 0.0)
    assert page.expect_state(frame=8)["mouth"] == 0.5
    assert page.expect_frame() == (8, PCM)


def test_the_last_page_that_asks_takes_over(serve: Make, open_page: Make, until: Make) -> None:
    served = serve()
    first, second = open_page(served.bridge.port), open_page(served.bridge.port)
    first.own_audio()
    second.own_audio()
    lost = first.expect_type("audio")
    assert lost["owner"] is False
    assert "start" in lost["reason"]
    second.send(wire.encode_frame(0, PCM))
    until(lambda: len(served.heard) == 1)
    served.bridge.speak(1, PCM, FaceState(frame=1), 0.0)
    assert second.expect_frame() == (1, PCM)
    first.send({"type": "ping", "t": 1})
    assert not isinstance(first.expect(lambda m: isinstance(m, bytes) or m.get("type") == "pong"), bytes)


def test_a_vanished_phone_leaves_its_place(serve: Make, open_page: Make, until: Make) -> None:
    served = serve()
    phone, other = open_page(served.bridge.port), open_page(served.bridge.port)
    phone.own_audio()
    phone.vanish()
    until(lambda: served.bridge.counts.pages == 1)
    assert not served.bridge.counts.owner
    other.own_audio()


def test_a_slow_page_loses_only_its_own_oldest_frames(serve: Make, open_page: Make) -> None:
    served = serve(queue_frames=10)
    slow = open_page(served.bridge.port, receive_bytes=4096)
    slow.own_audio()
    quick = open_page(served.bridge.port)
    for index in range(400):
        served.bridge.speak(index, PCM, FaceState(frame=index), 0.0)
        quick.expect_state(frame=index)  # none is missing
    assert served.bridge.counts.dropped > 0
    came = []
    while not came or came[-1] < 399:
        came.append(slow.expect_frame()[0])
    assert came == sorted(came)
    assert 10 <= len(came) < 400


def test_a_phone_that_neither_reads_nor_leaves_is_let_go(
    serve: Make, stall: Make, until: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(server, "STALL_S", 0.2)
    served = serve()
    stall(served)
    until(lambda: served.bridge.counts.pages == 1)
    assert not served.bridge.counts.owner


def test_a_flood_is_cut_down_and_others_are_served(serve: Make, open_page: Make, until: Make) -> None:
    served = serve()
    flood, other = open_page(served.bridge.port), open_page(served.bridge.port)
    flood.own_audio()
    for index in range(80):
        flood.send(wire.encode_frame(index, PCM))
    until(lambda: served.bridge.counts.flooded > 0)
    other.send({"type": "ping", "t": 5})
    other.expect_type("pong")
    assert "too many" in flood.expect_type("error")["message"]
    assert len(served.heard) < 80


def test_one_page_too_many_is_turned_away_in_words(serve: Make, open_page: Make) -> None:
    served = serve(max_pages=1)
    open_page(served.bridge.port).expect_type("hello")
    with pytest.raises(ConnectionClosed) as closed:
        open_page(served.bridge.port).receive()
    assert closed.value.rcvd is not None
    assert closed.value.rcvd.code == 1013
    assert "too many" in closed.value.rcvd.reason


def test_latency_and_frames_are_measured(serve: Make, open_page: Make, until: Make) -> None:
    now_s = time.monotonic()
    served = serve()
    page = open_page(served.bridge.port)
    page.own_audio()
    served.bridge.speak(0, PCM, None, now_s)
    page.expect_frame()
    until(lambda: served.bridge.counts.speech_frames == 1)
    median_ms, p99_ms = served.bridge.latency.summary(time.monotonic())
    assert 0.0 < median_ms <= p99_ms


def test_every_message_down_is_one_json_object_or_a_frame(serve: Make, open_page: Make) -> None:
    served = serve()
    page = open_page(served.bridge.port)
    page.own_audio()
    served.bridge.speak(3, PCM, FaceState(), 0.0)
    messages = [page.connection.recv(timeout=5) for _ in range(2)]
    assert isinstance(json.loads(messages[0]), dict)
    assert len(messages[1]) == wire.FRAME_BYTES
