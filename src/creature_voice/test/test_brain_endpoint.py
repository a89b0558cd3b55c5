"""The HTTP side against a real server on a loopback port."""

from __future__ import annotations

import os
import socket
import threading
from collections.abc import Iterator

import pytest
from fake_endpoint import END, FakeAnswer, FakeChatServer, Then, event, streamed

from creature_voice.brains.endpoint import Endpoint, EndpointError, chat_body

FACTOR = float(os.environ.get("CREATURE_TEST_TIMEOUT_FACTOR", "1"))
PATIENT_S = 20.0 * FACTOR
BODY = chat_body("tiny", [{"role": "user", "content": "hi"}], 0.5, 50)


@pytest.fixture
def server() -> Iterator[FakeChatServer]:
    with FakeChatServer(streamed("Hello ", "you.")) as fake:
        yield fake


def endpoint(url: str, timeout_s: float = PATIENT_S, stall_s: float = PATIENT_S, key: str = "") -> Endpoint:
    return Endpoint(url, key, timeout_s, stall_s)


def test_streams_and_sends_what_it_should(server: FakeChatServer) -> None:
    target = endpoint(server.url + "/", key="secret")
    assert list(target.call(BODY).pieces()) == ["Hello ", "you."]
    (body,) = server.bodies
    assert body["path"] == "/v1/chat/completions"
    assert (body["stream"], body["model"], body["max_tokens"]) == (True, "tiny", 50)
    assert server.headers[0]["authorization"] == "Bearer secret"
    target.close()


def test_no_model_and_no_key_are_left_out(server: FakeChatServer) -> None:
    target = endpoint(server.url)
    list(target.call(chat_body("", [], 0.5, 50)).pieces())
    assert "model" not in server.bodies[0]
    assert "authorization" not in server.headers[0]
    target.close()


def test_a_connection_is_used_again(server: FakeChatServer) -> None:
    target = endpoint(server.url)
    for _ in range(3):
        list(target.call(BODY).pieces())
    assert server.connections == 1
    target.close()


def test_nothing_is_sent_before_it_is_iterated(server: FakeChatServer) -> None:
    target = endpoint(server.url)
    target.call(BODY).pieces()
    assert server.bodies == []
    target.close()


def test_chunks_may_break_characters_and_lines(server: FakeChatServer) -> None:
    stream = event("Grüße 你好") + END
    server.answer_now(FakeAnswer([stream[i : i + 1] for i in range(len(stream))]))
    target = endpoint(server.url)
    assert "".join(target.call(BODY).pieces()) == "Grüße 你好"
    target.close()


@pytest.mark.parametrize(
    ("answer", "message"),
    [
        (FakeAnswer([b'{"error": {"message": "model not found"}}'], 404), "answered 404: model not found"),
        (FakeAnswer([b"<h1>Internal error</h1>"], 500), "answered 500: <h1>Internal error</h1>"),
        (FakeAnswer([], 503), "answered 503"),
        (FakeAnswer([event("Half")]), "broke off"),
        (FakeAnswer([event("Half"), Then.BREAK]), "broke off"),
        (FakeAnswer([Then.BREAK], send_head=False), "broke off"),
        (FakeAnswer([b'data: {"error": "overloaded"}\n\n']), "overloaded"),
    ],
)
def test_failures(server: FakeChatServer, answer: FakeAnswer, message: str) -> None:
    server.answer_now(answer)
    target = endpoint(server.url)
    with pytest.raises(EndpointError, match=message):
        list(target.call(BODY).pieces())
    target.close()


def test_nobody_there() -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{probe.getsockname()[1]}/v1"
    target = endpoint(url)
    with pytest.raises(EndpointError, match="cannot be reached"):
        list(target.call(BODY).pieces())
    target.close()


@pytest.mark.parametrize("head", [True, False])
def test_no_first_word_in_time(server: FakeChatServer, head: bool) -> None:
    server.answer_now(FakeAnswer([Then.HANG], send_head=head))
    target = endpoint(server.url, timeout_s=0.1)
    with pytest.raises(EndpointError, match=r"no word within 0\.1 s"):
        list(target.call(BODY).pieces())
    assert server.client_left.wait(PATIENT_S)
    target.close()


def test_keep_alive_comments_do_not_count_as_words(server: FakeChatServer) -> None:
    server.answer_now(FakeAnswer([b": processing\n\n", Then.HANG]))
    target = endpoint(server.url, timeout_s=0.1)
    with pytest.raises(EndpointError, match="no word within"):
        list(target.call(BODY).pieces())
    target.close()


def test_a_stall_within_the_answer(server: FakeChatServer) -> None:
    server.answer_now(FakeAnswer([event("Half"), Then.HANG]))
    target = endpoint(server.url, timeout_s=0.3, stall_s=0.3)
    pieces = target.call(BODY).pieces()
    assert next(pieces) == "Half"
    with pytest.raises(EndpointError, match="in the middle"):
        next(pieces)
    target.close()


def test_a_cut_from_another_thread_ends_the_wait_without_an_error(server: FakeChatServer) -> None:
    for answer in (FakeAnswer([Then.HANG], send_head=False), FakeAnswer([event("Half"), Then.HANG])):
        server.client_left.clear()
        server.answer_now(answer)
        target = endpoint(server.url)
        call = target.call(BODY)
        heard: list[str] = []
        reader = threading.Thread(target=lambda call=call, heard=heard: heard.extend(call.pieces()))
        sent = len(server.bodies)
        reader.start()
        while len(server.bodies) == sent:
            reader.join(0.005)
        call.cut()
        reader.join(PATIENT_S)
        assert not reader.is_alive()
        assert server.client_left.wait(PATIENT_S)
        target.close()


def test_a_call_cut_beforehand_sends_nothing(server: FakeChatServer) -> None:
    target = endpoint(server.url)
    call = target.call(BODY)
    call.cut()
    assert list(call.pieces()) == []
    assert server.bodies == []
    target.close()


def test_closing_the_generator_closes_the_connection(server: FakeChatServer) -> None:
    server.answer_now(FakeAnswer([event("Half"), Then.HANG]))
    target = endpoint(server.url)
    pieces = target.call(BODY).pieces()
    next(pieces)
    pieces.close()
    assert server.client_left.wait(PATIENT_S)
    target.close()


def test_closing_the_endpoint_ends_its_calls(server: FakeChatServer) -> None:
    server.answer_now(FakeAnswer([event("Half"), Then.HANG]))
    target = endpoint(server.url)
    pieces = target.call(BODY).pieces()
    next(pieces)
    target.close()
    with pytest.raises(EndpointError):
        next(pieces)
    with pytest.raises(EndpointError, match="closed"):
        list(target.call(BODY).pieces())
