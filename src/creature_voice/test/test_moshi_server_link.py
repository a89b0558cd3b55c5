"""The connection, with a FAKE of the Rust server (fake_rust_moshi.py)."""

import re
import socket
import ssl
import subprocess

import numpy as np
import pytest
from fake_rust_moshi import HANDSHAKE, METADATA, FakeRustMoshi
from moshi_server_driver import PlainCodec, wait
from websockets.utils import accept_key

from creature_voice.engines.moshi_server import make_engine
from creature_voice.engines.moshi_server.config import MoshiServerConfig
from creature_voice.engines.moshi_server.link import Link
from creature_voice.engines.moshi_server.link_state import Phase
from creature_voice.engines.moshi_server.wire import RUST
from creature_voice.frame import FRAME_SAMPLES

LOUD = np.full(FRAME_SAMPLES, 0.25, np.float32)


@pytest.fixture
def started():
    """Makes fakes and links, and ends them."""
    made = []

    def start(thing):
        made.append(thing)
        return thing

    yield start
    for thing in reversed(made):
        thing.close()


def connect(started, server, **values):
    values = {"retry_s": 0.05, "retry_most_s": 0.1, "handshake_timeout_s": 30.0, **values}
    config = MoshiServerConfig(url=server.url, **values)
    return started(Link(server.url, config, PlainCodec, chance=lambda: 0.0))


def talking(link):
    return lambda: link.conversation is not None


def hear(link, frames):
    for _ in range(frames):
        link.conversation.hear(LOUD)
        link.hand_on()


def test_the_rust_servers_handshake_metadata_sound_and_text(started):
    server = started(FakeRustMoshi(answer=lambda count: [f"\x02w{count}".encode()]))
    link = connect(started, server)
    wait(talking(link))
    conversation = link.conversation
    assert conversation.dialect is RUST
    assert link.metadata["instance_name"] == "fake"
    assert link.state.phase is Phase.TALKING
    hear(link, 6)
    played = []

    def all_played():
        one = conversation.take()
        played.extend([one] if one.frame is not None else [])
        return len(played) == 4

    wait(all_played)
    assert all(abs(float(one.frame.mean()) - 0.25) < 1e-3 for one in played)
    # Its text leads by two frames, and two frames of it came before the first sound.
    assert [one.pieces for one in played] == [(), (" w1", "w2"), ("w3",), ("w4",)]
    assert conversation.flow.lag_frames == 0


def test_what_is_no_message_is_counted_and_the_conversation_goes_on(started):
    garbage = ["text", b"", b"\x09?", b"\x02\xff", b"\x04{", b"\x00\x01", b"\x06", b"\x03\x01", b"\x05out of memory"]
    server = started(FakeRustMoshi(opening=(b"\x63", *garbage, METADATA, HANDSHAKE, *garbage)))
    link = connect(started, server)
    wait(lambda: link.complaint == "the server says: out of memory" and link.counts.garbage == 13)
    hear(link, 5)
    wait(lambda: link.conversation is not None and link.conversation.take().frame is not None)
    assert len(server.paths) == 1


def test_a_flood_of_noise_as_sound_does_no_harm(started):
    noise = [b"\x01" + bytes(3840)] * 200
    server = started(FakeRustMoshi(answer=lambda count: noise))
    link = connect(started, server)
    wait(talking(link))
    conversation = link.conversation
    hear(link, 1)
    wait(lambda: conversation.take().frame is not None and conversation.lag_ms < 2000.0)
    wait(lambda: conversation.take().frame is None)
    assert link.counts.frames_skipped_in > 0


def test_a_server_that_does_not_begin_is_busy_and_is_waited_for(started):
    server = started(FakeRustMoshi(opening=(METADATA,)))
    link = connect(started, server, handshake_timeout_s=0.1)
    wait(lambda: link.state.phase is Phase.BUSY)
    assert "another client is talking to it" in link.state.message
    assert link.conversation is None
    assert len(server.paths) == 1


def test_a_connection_that_breaks_is_made_anew(started):
    server = started(FakeRustMoshi())
    link = connect(started, server)
    wait(talking(link))
    first = link.conversation
    server.drop()
    wait(lambda: link.conversation is not None and link.conversation is not first)
    assert link.counts.reconnects == 1
    assert len(server.paths) == 2


def test_a_close_that_is_cut_short_leaves_no_socket_open(started):
    with socket.create_server(("127.0.0.1", 0)) as listening:
        listening.settimeout(30.0)
        link = started(Link(f"ws://127.0.0.1:{listening.getsockname()[1]}/api/chat", MoshiServerConfig(), PlainCodec))
        client, _ = listening.accept()
        with client:
            client.settimeout(30.0)
            client.sendall(upgraded(client.recv(4096)) + bytes((0x82, len(HANDSHAKE))) + HANDSHAKE)
            wait(talking(link))
            # The server never answers that it is left; while the link waits for that, it is closed.
            link.restart()
            wait(lambda: b"\x88" in client.recv(4096))
            link.close()
            assert client.recv(4096) == b""


def upgraded(request: bytes) -> bytes:
    """A server's answer to a websocket's first request."""
    (key,) = re.findall(rb"(?i)sec-websocket-key: (\S+)", request)
    head = b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
    return head + b"Sec-WebSocket-Accept: " + accept_key(key.decode()).encode() + b"\r\n\r\n"


def test_a_server_that_hangs_up_at_once_is_tried_less_and_less(started):
    server = started(FakeRustMoshi(connections=0))
    link = connect(started, server, retry_s=0.05, retry_most_s=10.0)
    wait(lambda: link.state.phase is Phase.AWAY)
    assert "hung up before its handshake" in link.state.message
    wait(lambda: len(server.paths) >= 3)
    assert link.conversation is None


def test_a_server_that_stops_answering_is_left(started):
    # Two frames have no answer in this dialect; every sound after the first three is met with silence.
    server = started(FakeRustMoshi())
    link = connect(started, server, silence_timeout_s=0.5)
    wait(talking(link))
    first = link.conversation
    first.flow.answered = lambda samples: None
    hear(link, 4)
    wait(lambda: link.conversation is not None and link.conversation is not first)
    assert len(server.paths) == 2


def test_restart_begins_a_fresh_conversation_at_once(started):
    server = started(FakeRustMoshi())
    link = connect(started, server, retry_s=60.0, retry_most_s=60.0)
    wait(talking(link))
    first = link.conversation
    link.restart()
    assert link.conversation is None
    wait(talking(link))
    assert link.conversation is not first


def test_what_was_asked_of_the_conversation_before_does_not_end_the_next(started):
    server = started(FakeRustMoshi(opening=()))
    link = connect(started, server)
    wait(lambda: link.state.phase is Phase.WAITING and server._open)
    link._tell(link._restart.set)
    wait(link._restart.is_set)
    for connection in list(server._open):
        connection.send(HANDSHAKE)
    wait(talking(link))
    first = link.conversation
    hear(link, 3)
    wait(lambda: server.heard >= 3)
    assert link.conversation is first
    assert len(server.paths) == 1


def test_sound_that_cannot_be_read_ends_the_connection(started):
    server = started(FakeRustMoshi(answer=lambda count: [b"\x01odd"]))
    link = connect(started, server)
    link._make_codec = _Unreadable
    wait(talking(link))
    hear(link, 1)
    wait(lambda: len(server.paths) >= 2)
    assert link.counts.garbage >= 1


class _Unreadable(PlainCodec):
    def decode(self, ogg):
        from creature_voice.engines.moshi_server.wire import WireError

        raise WireError("no Ogg")


def test_nobody_there_is_said_and_tried_again(started):
    server = FakeRustMoshi()
    server.close()
    link = connect(started, server)
    wait(lambda: link.state.phase is Phase.AWAY)
    assert "no server at" in link.state.message and "python -m moshi.server" in link.state.message


def test_tls_where_there_is_none_and_none_where_there_is_tls(started, certificate):
    plain = started(FakeRustMoshi())
    link = started(_link(plain.url.replace("ws:", "wss:"), ssl.create_default_context()))
    wait(lambda: link.state.phase is Phase.AWAY)
    assert "try ws://" in link.state.message
    secure = started(FakeRustMoshi(context=_server_context(certificate)))
    link = started(_link(secure.url.replace("wss:", "ws:"), None))
    wait(lambda: link.state.phase is Phase.AWAY)
    assert "use wss://" in link.state.message


def _link(url, context):
    return Link(url, MoshiServerConfig(retry_s=60.0), PlainCodec, context=context)


def _server_context(certificate):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(*certificate)
    return context


def test_it_ends_while_it_waits(started):
    server = FakeRustMoshi()
    server.close()
    link = connect(started, server, retry_s=60.0, retry_most_s=60.0)
    wait(lambda: link.state.phase is Phase.AWAY)
    link.close()
    link.close()
    link.hand_on()
    assert not link._thread.is_alive()


def test_the_query_reaches_the_server(started):
    server = started(FakeRustMoshi())
    config = MoshiServerConfig(url=server.url, text_seed=7, voice_prompt="NATF0.pt", text_prompt="You are Bo.")
    pytest.importorskip("sphn")
    engine = started(make_engine(config, print))
    wait(lambda: engine.health().ok)
    assert server.paths == ["/api/chat?text_seed=7&voice_prompt=NATF0.pt&text_prompt=You+are+Bo."]


@pytest.fixture(scope="module")
def certificate(tmp_path_factory):
    """A self-signed certificate for 127.0.0.1 and its key."""
    folder = tmp_path_factory.mktemp("tls")
    cert, key = folder / "cert.pem", folder / "key.pem"
    curve = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2"]
    names = ["-subj", "/CN=moshi", "-addext", "subjectAltName=IP:127.0.0.1"]
    subprocess.run(
        ["openssl", "req", "-x509", *curve, *names, "-keyout", str(key), "-out", str(cert)],
        check=True, capture_output=True,
    )  # fmt: skip
    return cert, key


@pytest.mark.parametrize("how", ["refused", "unverified", "trusted"])
def test_a_self_signed_certificate(started, certificate, how):
    pytest.importorskip("sphn")
    server = started(FakeRustMoshi(context=_server_context(certificate)))
    verify, trusted = how != "unverified", str(certificate[0]) if how == "trusted" else ""
    url = server.url.replace("wss:", "https:")
    config = MoshiServerConfig(url=url, verify_certificate=verify, certificate_file=trusted, retry_s=0.05)
    engine = started(make_engine(config, print))
    if how == "refused":
        wait(lambda: "refused" in engine.health().message)
        assert "moshi_server.verify_certificate" in engine.health().message
        assert not engine.health().ok
    else:
        wait(lambda: engine.health().ok)
