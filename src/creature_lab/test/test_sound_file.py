"""Recordings read, replies written, places checked."""

import wave

import numpy as np
import pytest
import soundfile

from creature_lab.errors import BadInputError
from creature_lab.sound_file import check_writable, open_recording, write_reply

TONE = (0.3 * np.sin(np.arange(22_050) * 0.05)).astype(np.float32)


@pytest.mark.parametrize(("suffix", "channels"), [("wav", 1), ("flac", 2), ("ogg", 1)])
def test_kinds_of_files(tmp_path, suffix, channels):
    path = tmp_path / f"a.{suffix}"
    soundfile.write(path, np.stack([TONE] * channels, axis=1), 44_100)
    recording = open_recording(path)
    assert (recording.sample_rate_hz, recording.channels) == (44_100, channels)
    assert recording.duration_s == pytest.approx(0.5, abs=0.01) and not recording.silent


@pytest.mark.parametrize("content", [None, b"", b"text " * 50])
def test_what_is_no_sound_is_refused_by_name(tmp_path, content):
    path = tmp_path / "bad.wav"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(BadInputError, match=r"bad\.wav"):
        open_recording(path)


def test_a_reply_is_a_plain_wav(tmp_path):
    path = tmp_path / "reply.wav"
    write_reply(path, np.full(4800, 0.5, np.float32))
    with wave.open(str(path)) as file:
        assert (file.getframerate(), file.getnchannels(), file.getsampwidth(), file.getnframes()) == (
            24_000,
            1,
            2,
            4800,
        )
    assert [entry.name for entry in tmp_path.iterdir()] == ["reply.wav"]


def test_places_to_write(tmp_path):
    check_writable(None, "--reply")
    check_writable(tmp_path / "new.wav", "--reply")
    with pytest.raises(BadInputError, match=r"--reply .*is a folder"):
        check_writable(tmp_path, "--reply")
    with pytest.raises(BadInputError, match="there is no folder"):
        check_writable(tmp_path / "no" / "new.wav", "--reply")
