"""Reading and writing sound files."""

import wave

import numpy as np
import pytest
import soundfile

from creature_voice.audio_file import SpeechWriter, read_sound
from creature_voice.errors import AudioFileError

TONE_HZ = 440.0


def tone(rate_hz: int, seconds: float = 1.0) -> np.ndarray:
    return 0.5 * np.sin(2 * np.pi * TONE_HZ * np.arange(round(rate_hz * seconds)) / rate_hz)


def main_frequency_hz(sound: np.ndarray) -> float:
    return float(np.argmax(np.abs(np.fft.rfft(sound)))) * 24000 / len(sound)


@pytest.mark.parametrize("rate_hz", [8000, 16000, 22050, 24000, 44100, 48000])
@pytest.mark.parametrize("channels", [1, 2])
@pytest.mark.parametrize("kind", ["wav", "flac", "ogg"])
def test_any_rate_channels_and_kind(tmp_path, rate_hz, channels, kind):
    path = tmp_path / f"tone.{kind}"
    soundfile.write(path, np.stack([tone(rate_hz)] * channels, axis=1), rate_hz)
    sound = read_sound(path)
    assert sound.dtype == np.float32
    assert len(sound) == pytest.approx(24000, abs=50)
    assert main_frequency_hz(sound) == pytest.approx(TONE_HZ, abs=2.0)
    assert np.sqrt(np.mean(sound**2)) == pytest.approx(0.354, abs=0.02)


def test_channels_are_averaged(tmp_path):
    path = tmp_path / "sides.wav"
    soundfile.write(path, np.stack([tone(24000), -tone(24000)], axis=1), 24000)
    assert np.abs(read_sound(path)).max() < 1e-3


def test_a_float_file_is_clipped_and_cleaned(tmp_path):
    path = tmp_path / "hot.wav"
    soundfile.write(path, np.array([0.0, 3.0, -3.0, np.nan, np.inf], np.float32), 24000, subtype="FLOAT")
    assert read_sound(path).tolist() == [0.0, 1.0, -1.0, 0.0, 1.0]


def test_a_file_that_was_cut_off_gives_what_is_there(tmp_path):
    whole, cut = tmp_path / "whole.wav", tmp_path / "cut.wav"
    soundfile.write(whole, tone(24000), 24000)
    cut.write_bytes(whole.read_bytes()[: 44 + 24000])
    assert len(read_sound(cut)) == 12000


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("letter.wav", b"Dear reader, this is no sound.\n" * 40, "cannot be read as sound"),
        ("empty.wav", b"", "the file is empty"),
        ("header.wav", b"RIFF\x24\x00\x00\x00WAVE", "cannot be read as sound"),
    ],
)
def test_what_is_no_sound_is_refused_with_its_name(tmp_path, name, content, words):
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(AudioFileError, match=words) as caught:
        read_sound(path)
    assert str(path) in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_sound_file_without_sound_is_refused(tmp_path):
    path = tmp_path / "nothing.wav"
    soundfile.write(path, np.zeros(0), 24000)
    with pytest.raises(AudioFileError, match="holds no sound"):
        read_sound(path)


def test_a_missing_file_and_a_directory_are_refused(tmp_path):
    with pytest.raises(AudioFileError, match="does not exist"):
        read_sound(tmp_path / "none.wav")
    with pytest.raises(AudioFileError, match="is a directory"):
        read_sound(tmp_path)


def test_what_is_written_is_valid_at_any_moment_and_reads_back(tmp_path):
    path = tmp_path / "out.wav"
    writer, sound = SpeechWriter(path), tone(24000).astype(np.float32)
    writer.write(sound[:1920])
    writer.write(sound[1920:])
    assert np.allclose(read_sound(path), sound, atol=1e-4)
    writer.close()
    writer.close()
    with wave.open(str(path)) as file:
        assert file.getparams()[:4] == (1, 2, 24000, 24000)


def test_nothing_written_is_still_a_wav_file(tmp_path):
    path = tmp_path / "out.wav"
    SpeechWriter(path).close()
    with wave.open(str(path)) as file:
        assert file.getnframes() == 0


def test_a_path_that_cannot_be_written_is_refused(tmp_path):
    with pytest.raises(AudioFileError, match="cannot write"):
        SpeechWriter(tmp_path / "no" / "out.wav")
