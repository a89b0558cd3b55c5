"""Sound to and from Ogg/Opus."""

import numpy as np
import pytest
from moshi_server_driver import tone

from creature_voice.engines.moshi_server.opus import OpusCodec
from creature_voice.engines.moshi_server.wire import WireError
from creature_voice.frame import FRAME_SAMPLES

pytest.importorskip("sphn", reason="sphn is not installed: ./creature up voice:=moshi_server does")


def test_what_goes_in_comes_out_frame_by_frame():
    sender, receiver = OpusCodec(), OpusCodec()
    out = [receiver.decode(sender.encode(tone(index))) for index in range(10)]
    assert [one.size for one in out] == [FRAME_SAMPLES] * 10
    assert out[0].dtype == np.float32
    # After its start the codec keeps the loudness of a tone (RMS 0.2 / sqrt(2)).
    rms = float(np.sqrt(np.mean(np.square(np.concatenate(out[2:])))))
    assert abs(rms - 0.1414) < 0.02


def test_a_part_of_a_message_makes_a_part_of_the_sound():
    sender, receiver = OpusCodec(), OpusCodec()
    ogg = b"".join(sender.encode(tone(index)) for index in range(3))
    size = sum(receiver.decode(ogg[begin : begin + 100]).size for begin in range(0, len(ogg), 100))
    assert size == 3 * FRAME_SAMPLES


def test_what_is_no_ogg_is_a_wire_error():
    codec = OpusCodec()
    # Too little to tell.
    assert codec.decode(b"garbage").size == 0
    with pytest.raises(WireError, match="no Ogg/Opus"):
        codec.decode(bytes(1000))
