"""A fake of a loaded Moshi: it samples what a test says, and its sound is a tone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import numpy as np

from creature_voice.engines.moshi.model import PAD, Choose, ModelStep
from creature_voice.frame import FRAME_SAMPLES, SAMPLE_RATE_HZ, Frame, silence

_LETTERS = 3


class FakeVocabulary:
    """Three letters are a piece; bytes are the ids 4 to 259, as with the real one."""

    def __init__(self) -> None:
        self._pieces = ["<unk>", "<s>", "</s>", "<pad>", *(f"<0x{byte:02X}>" for byte in range(256))]

    def id_to_piece(self, text_id: int) -> str:
        return self._pieces[text_id]

    def encode(self, words: str) -> list[int]:
        marked = "\u2581" + words.replace(" ", "\u2581")
        return [self.id_of(marked[at : at + _LETTERS]) for at in range(0, len(marked), _LETTERS)]

    def id_of(self, piece: str) -> int:
        if piece not in self._pieces:
            self._pieces.append(piece)
        return self._pieces.index(piece)


class FakeModel:
    """Speaks in each step what was chosen in the step before."""

    def __init__(self, samples: Iterable[int] = (), max_steps: int = 3000, amplitude: float = 0.5) -> None:
        self.vocabulary = FakeVocabulary()
        self.max_steps = max_steps
        self.spoken: list[int | None] = []
        self.sampled: list[int] = []
        self.resets = 0
        self.closed = 0
        self.error: Exception | None = None
        self._samples: Iterator[int] = iter(samples)
        self._amplitude = amplitude
        self._next: int | None = None
        self._at = 0

    def step(self, heard: Frame, choose: Choose) -> ModelStep:
        if self.error is not None:
            raise self.error
        self.sampled.append(next(self._samples, PAD))
        text_id, self._next = self._next, choose(self.sampled[-1])
        self.spoken.append(text_id)
        return ModelStep(silence() if text_id is None else self._tone(), text_id)

    def reset(self) -> None:
        self.resets += 1
        self._next = None

    def close(self) -> None:
        self.closed += 1

    def _tone(self) -> Frame:
        time_s = (self._at + np.arange(FRAME_SAMPLES)) / SAMPLE_RATE_HZ
        self._at += FRAME_SAMPLES
        # 250.3 Hz: no frame begins or ends in a zero of the tone by luck.
        return (self._amplitude * np.cos(2 * np.pi * 250.3 * time_s)).astype(np.float32)
