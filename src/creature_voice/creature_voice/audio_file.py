"""Sound files: any rate, mono or more channels, wav, flac or ogg, read as 24 kHz mono; speech written as wav."""

from __future__ import annotations

import wave
from pathlib import Path

import numpy as np
import soundfile
import soxr

from creature_voice.errors import AudioFileError
from creature_voice.frame import SAMPLE_RATE_HZ, Samples, to_pcm16

KINDS = "wav, flac or ogg"


def read_sound(path: str | Path) -> Samples:
    """A sound file as float32, shape [n], 24 kHz, mono (the mean of its channels).

    A file that was cut off gives what is there.

    Raises:
        AudioFileError: it is missing, no sound file, or holds no sound.
    """
    sound, rate_hz = _read_channels(Path(path).expanduser())
    mono = np.nan_to_num(sound.mean(axis=1), posinf=1.0, neginf=-1.0).astype(np.float32)
    if rate_hz != SAMPLE_RATE_HZ:
        mono = soxr.resample(mono, rate_hz, SAMPLE_RATE_HZ)
    return np.clip(mono, -1.0, 1.0)


def _read_channels(path: Path) -> tuple[Samples, int]:
    if not path.is_file():
        what = "is a directory" if path.is_dir() else "does not exist"
        raise AudioFileError(f"sound file '{path}' {what}; give the path of a {KINDS} file")
    try:
        sound, rate_hz = soundfile.read(path, dtype="float32", always_2d=True)
    except (soundfile.SoundFileError, OSError) as error:
        size = path.stat().st_size
        why = "the file is empty" if size == 0 else str(getattr(error, "error_string", error)).rstrip(".")
        raise AudioFileError(f"'{path}' cannot be read as sound ({why}); give a {KINDS} file") from error
    if len(sound) == 0:
        raise AudioFileError(f"'{path}' holds no sound; give a recording with something in it")
    return sound, rate_hz


class SpeechWriter:
    """A 16-bit 24 kHz mono wav file, written as it goes; its header is right after every write."""

    def __init__(self, path: str | Path) -> None:
        """Create or overwrite the file.

        Raises:
            AudioFileError: the file cannot be written.
        """
        path = Path(path).expanduser()
        try:
            self._file = path.open("wb")
        except OSError as error:
            raise AudioFileError(f"cannot write '{path}': {error.strerror}; give a path that can be written") from error
        self._wav = wave.Wave_write(self._file)
        self._wav.setnchannels(1)
        self._wav.setsampwidth(2)
        self._wav.setframerate(SAMPLE_RATE_HZ)

    def write(self, samples: Samples) -> None:
        """Append sound."""
        self._wav.writeframes(to_pcm16(samples).tobytes())

    def close(self) -> None:
        """Finish the file. May be called twice."""
        if not self._file.closed:
            self._wav.close()
            self._file.close()
