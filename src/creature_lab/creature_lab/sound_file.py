"""Recordings and replies as files."""

from __future__ import annotations

import io
import os
import wave
from pathlib import Path

import soundfile

from creature_lab.errors import BadInputError
from creature_lab.recording import Recording
from creature_lab.report import write_atomically
from creature_voice.audio_file import read_sound
from creature_voice.errors import AudioFileError
from creature_voice.frame import SAMPLE_RATE_HZ, Samples, to_pcm16


def open_recording(path: Path) -> Recording:
    """Read a wav, flac or ogg file of any sample rate, mono or stereo.

    Raises:
        BadInputError: it is missing, empty, or not a sound file.
    """
    try:
        samples = read_sound(path)
        info = soundfile.info(str(path))
    except (AudioFileError, soundfile.SoundFileError) as error:
        raise BadInputError(str(error)) from error
    return Recording(path, samples, int(info.samplerate), int(info.channels))


def write_reply(path: Path, samples: Samples) -> None:
    """Write 24 kHz mono 16-bit wav; a reader sees the old file or the whole new one."""
    buffer = io.BytesIO()
    with wave.open(buffer, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(SAMPLE_RATE_HZ)
        file.writeframes(to_pcm16(samples).tobytes())
    write_atomically(path, buffer.getvalue())


def check_writable(path: Path | None, option: str) -> None:
    """Refuse a place that cannot be written, before anything is played.

    Raises:
        BadInputError: with the option that names it.
    """
    if path is None:
        return
    if path.is_dir():
        raise BadInputError(f"{option} {path}: that is a folder; give a file name")
    folder = path.parent
    if not folder.is_dir():
        raise BadInputError(f"{option} {path}: there is no folder {folder}; make it first")
    if not os.access(folder, os.W_OK):
        raise BadInputError(f"{option} {path}: you may not write in {folder}")
