"""The wire, byte by byte (docs/face-wire.md)."""

from __future__ import annotations

import json
import struct

import pytest

from creature_face import wire
from creature_face.errors import WireError
from creature_face.state import CaptionView, FaceState, FeelingView, TaskView


@pytest.mark.parametrize(
    ("text", "request_"),
    [
        ('{"type":"start"}', wire.Start()),
        ('{"type":"stop"}', wire.Stop()),
        ('{"type":"ping","t":12.5}', wire.Ping(12.5)),
        (' {"t": -3, "type": "ping"} ', wire.Ping(-3)),
    ],
)
def test_requests_are_understood(text: str, request_: wire.Request) -> None:
    assert wire.decode_text(text) == request_


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "not JSON"),
        ("start", "not JSON"),
        ('{"type":"start"', "not JSON"),
        ("[" * 4000, "not JSON"),
        ('{"type":"ping","t":NaN}', "not JSON: NaN"),
        ("[]", "one JSON object"),
        ('"start"', "one JSON object"),
        ("null", "one JSON object"),
        ("{}", "unknown type None"),
        ('{"type":"dance"}', "unknown type 'dance'"),
        ('{"type":["start"]}', "unknown type"),
        ('{"type":"ping"}', "ping's t is None"),
        ('{"type":"ping","t":"1"}', "ping's t is '1'"),
        ('{"type":"ping","t":true}', "ping's t is True"),
        ('{"type":"ping","t":1e999}', "ping's t is inf"),
        ('{"type":"ping","t":' + "9" * 4000 + "}", "ping's t is 999"),
        ('{"type":"start","volume":2}', "start has no field 'volume'"),
    ],
)
def test_anything_else_is_refused_in_words(text: str, message: str) -> None:
    with pytest.raises(WireError, match=message) as error:
        wire.decode_text(text)
    assert len(str(error.value)) < 200


def test_a_frame_comes_back_as_it_went() -> None:
    pcm = bytes(range(256)) * 15
    data = wire.encode_frame(70000, pcm)
    assert len(data) == 3844
    assert struct.unpack_from("<I", data) == (70000,)
    assert wire.decode_frame(data) == (70000, pcm)


def test_a_frame_index_beyond_32_bits_wraps() -> None:
    assert wire.decode_frame(wire.encode_frame(2**32 + 5, bytes(3840)))[0] == 5


@pytest.mark.parametrize("size", [0, 3, 4, 3840, 3843, 3845])
def test_a_frame_of_another_size_is_refused(size: int) -> None:
    with pytest.raises(WireError, match=f"a frame of {size} bytes; it must have 3844"):
        wire.decode_frame(bytes(size))


def test_a_state_has_every_field_of_the_contract() -> None:
    task = TaskView("id", "GRAB_OBJECT", "red cup", "reach", 0.5, "", "reaching")
    feeling = FeelingView("working", "happy", 0.5, 0.25, 0.75, "asked to grab the red cup")
    state = FaceState(feeling, 0.5, True, False, False, "nod", 12, 960.0, task)
    assert json.loads(wire.encode_state(state)) == {
        "emotion": "happy",
        "mouth": 0.5,
        "speaking": True,
        "valence": 0.5,
        "arousal": 0.25,
        "intensity": 0.75,
        "state": "working",
        "cause": "asked to grab the red cup",
        "listening": False,
        "thinking": False,
        "gesture": "nod",
        "frame": 12,
        "at": 960.0,
        "task": {
            "intent": "GRAB_OBJECT",
            "object": "red cup",
            "phase": "reach",
            "progress": 0.5,
            "outcome": "",
            "message": "reaching",
        },
    }


def test_a_state_without_speech_or_gesture_leaves_their_fields_out() -> None:
    fields = json.loads(wire.encode_state(FaceState()))
    assert {"emotion", "mouth", "speaking"} <= fields.keys()
    assert fields.keys().isdisjoint({"gesture", "frame", "at", "type"})
    assert fields["task"] is None


def test_the_other_messages_are_as_the_contract_says() -> None:
    assert json.loads(wire.encode_hello(5.0)) == {
        "type": "hello",
        "sample_rate": 24000,
        "frame_samples": 1920,
        "clock": 5.0,
    }
    assert json.loads(wire.encode_audio(True, "why")) == {"type": "audio", "owner": True, "reason": "why"}
    assert json.loads(wire.encode_pong(1.5, 7.0)) == {"type": "pong", "t": 1.5, "clock": 7.0}
    caption = wire.encode_caption(CaptionView("user", "Pick up", False))
    assert json.loads(caption) == {"type": "caption", "speaker": "user", "text": "Pick up", "final": False}
    assert json.loads(wire.encode_error("bad")) == {"type": "error", "message": "bad"}
