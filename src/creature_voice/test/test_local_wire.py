"""The speech process's wire: round trips, cut-off and wrong bytes."""

import io
import struct

import numpy as np
import pytest

from creature_voice.engines.local.wire import WireError, read_message, write_message


def written(*messages):
    stream = io.BytesIO()
    for header, sound in messages:
        write_message(stream, header, sound)
    stream.seek(0)
    return stream


class Trickle(io.RawIOBase):
    """A pipe that gives one byte at a time."""

    def __init__(self, data):
        self._data = io.BytesIO(data)

    def read(self, size=-1):
        return self._data.read(min(size, 1))


def test_messages_come_back_in_order_with_their_sound():
    sound = np.linspace(-1, 1, 50, dtype=np.float32)
    stream = written(({"id": 1, "text": "Grüß"}, None), ({"id": 2}, sound))
    assert read_message(stream)[0] == {"id": 1, "text": "Grüß"}
    header, samples = read_message(stream)
    assert header == {"id": 2}
    assert samples.dtype == np.float32
    np.testing.assert_array_equal(samples, sound)
    assert read_message(stream) is None


def test_a_pipe_may_give_single_bytes():
    data = written(({"id": 7}, np.ones(3, np.float32))).getvalue()
    header, samples = read_message(Trickle(data))
    assert (header, list(samples)) == ({"id": 7}, [1, 1, 1])


@pytest.mark.parametrize("kept", [0, 3, 8, 12, -1])
def test_a_message_cut_off_is_the_end(kept):
    data = written(({"id": 7}, np.ones(3, np.float32))).getvalue()
    assert read_message(io.BytesIO(data[:kept])) is None


@pytest.mark.parametrize(
    "data",
    [
        b"Traceback (most recent call last)",
        struct.pack(">II", 4, 0) + b"nope",
        struct.pack(">II", 2, 0) + b"[]",
        struct.pack(">II", 2, 3) + b"{}abc",
    ],
)
def test_other_bytes_are_refused(data):
    with pytest.raises(WireError):
        read_message(io.BytesIO(data))
