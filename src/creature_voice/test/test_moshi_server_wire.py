"""The bytes of Moshi's servers."""

import pytest

from creature_voice.engines.moshi_server import wire


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"\x00", wire.Handshake(wire.PYTHON)),
        (b"\x00\x00\x00\x00\x00\x07\x00\x00\x00", wire.Handshake(wire.RUST)),
        (b"\x01OggS...", wire.Audio(b"OggS...")),
        (b"\x02 caf\xc3\xa9", wire.Text(" café")),
        (b"\x02", wire.Text("")),
        (b"\x03\x01", wire.Idle(wire.Kind.CONTROL)),
        (b'\x04{"instance_name": "a"}', wire.Metadata({"instance_name": "a"})),
        (b"\x05out of memory \xff", wire.Failure("out of memory �")),
        (b"\x06", wire.Idle(wire.Kind.PING)),
    ],
)
def test_every_kind_of_message(data, message):
    assert wire.parse(data) == message


@pytest.mark.parametrize(
    ("data", "why"),
    [
        ("hello", "all messages are binary"),
        (b"", "an empty message"),
        (b"\x07", "unknown type 7"),
        (b"\xff\x00", "unknown type 255"),
        (b"\x00\x00", "a handshake of 1 bytes"),
        (b"\x00\x01\x00\x00\x00\x00\x00\x00\x00", "version 1 of the protocol"),
        (b"\x02\xc3", "no UTF-8"),
        (b"\x04{", "no JSON"),
        (b"\x04[1]", "no JSON object"),
        (b"\x04" + b"[" * 100_000, "no JSON"),
        (b"\x04\xff", "no UTF-8"),
    ],
)
def test_what_is_no_message_is_a_wire_error_that_says_why(data, why):
    with pytest.raises(wire.WireError, match=why):
        wire.parse(data)


def test_sound_goes_out_as_type_1():
    assert wire.audio(b"OggS") == b"\x01OggS"
    assert wire.parse(wire.audio(b"OggS")) == wire.Audio(b"OggS")
