"""Words from speech: Moonshine tiny, called through its C interface.

Design: the Python wrapper copies the sound through lists, number by number; here the C function gets the array's own
memory. The call releases the interpreter lock.
Threading: Recogniser owns the model and one thread, fed through a bounded queue; where cores are few it works behind
the 80 ms loop. The model has no threads of its own.
Units: 16 kHz float32 sound.
"""

from __future__ import annotations

import ctypes
import os
import queue
import threading
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np

from creature_voice.engine import EngineError
from creature_voice.frame import Samples
from creature_voice.priority import yield_to_others

HEARING_RATE_HZ = 16_000
INSTALL = "pip install moonshine-voice==0.1.0"

_MODEL_FILES = ("encoder_model.ort", "decoder_model_merged.ort", "tokenizer.bin")
_QUEUE = 8
# Told so, the model's runtime works in the caller's thread. By itself it starts a thread for each core, and these spin
# while they wait for each other: twice the work, no sooner done, and the 80 ms loop waits for a core.
_ONE_THREAD = "MOONSHINE_ORT_SINGLE_THREAD"
_JOIN_S = 5.0
_LAST_RECOGNITION_S = 5.0
# The model knows sentences. A word alone needs silence around it: without it "Stop!" is "Star", and "Freeze!" "Breeze".
_SHORT_S = 1.0
_BEFORE_S, _AFTER_S = 0.25, 0.5


class Moonshine:
    """A loaded Moonshine tiny model."""

    def __init__(self, folder: str = "") -> None:
        """Load it.

        Args:
            folder: Where its files are; empty takes those of the installed package.

        Raises:
            EngineError: the package or the model is not there, or does not load.
        """
        try:
            from moonshine_voice.moonshine_api import ModelArch, TranscriptC
            from moonshine_voice.transcriber import Transcriber
            from moonshine_voice.utils import get_model_path
        except ImportError as error:
            raise EngineError(f"the local voice needs its recogniser ({error}): {INSTALL}") from error
        path = Path(folder) if folder else get_model_path("tiny-en")
        missing = [name for name in _MODEL_FILES if not (path / name).exists()]
        if missing:
            raise EngineError(f"no recognition model in {path} ({', '.join(missing)} missing): {INSTALL} brings one")
        os.environ.setdefault(_ONE_THREAD, "1")
        self._lock = threading.Lock()
        self._closed = False
        self._transcript = TranscriptC
        self._model = Transcriber(str(path), ModelArch.TINY, options={"vad_threshold": "0.0"})

    def recognise(self, sound: Samples) -> str:
        """The words of one piece of speech; empty if there are none, or it is closed.

        Args:
            sound: float32, shape [n], 16 kHz.
        """
        with self._lock:
            return "" if self._closed else self._words(sound)

    def warm_up(self) -> None:
        """Recognise silence: the first call takes longer than the others."""
        self.recognise(np.zeros(HEARING_RATE_HZ, np.float32))

    def close(self) -> None:
        """Free the model. One still at work is left to the end of the process: freeing that would be the end of it."""
        already, self._closed = self._closed, True
        if not already and self._lock.acquire(timeout=_LAST_RECOGNITION_S):
            self._model.close()
            self._lock.release()

    def _words(self, sound: Samples) -> str:
        data = np.ascontiguousarray(_among_silence(sound), np.float32)
        result = ctypes.POINTER(self._transcript)()
        failed = self._model._lib.moonshine_transcribe_without_streaming(
            self._model._handle,
            data.ctypes.data_as(ctypes.POINTER(ctypes.c_float)),
            len(data),
            HEARING_RATE_HZ,
            0,
            ctypes.byref(result),
        )
        if failed or not result:
            return ""
        lines = [result.contents.lines[index].text for index in range(result.contents.line_count)]
        texts = [ctypes.string_at(line).decode("utf-8", "ignore").strip() for line in lines if line]
        return " ".join(text for text in texts if text)


def _among_silence(sound: Samples) -> Samples:
    if len(sound) > _SHORT_S * HEARING_RATE_HZ:
        return sound
    return np.pad(sound, (int(_BEFORE_S * HEARING_RATE_HZ), int(_AFTER_S * HEARING_RATE_HZ)))


class Recogniser:
    """Recognises in a thread of its own, in order; what has become void is skipped."""

    def __init__(
        self,
        recognise: Callable[[Samples], str],
        done: Callable[[int, str, float], None],
        clock: Callable[[], float] = time.monotonic,
        failed: Callable[[str], None] = lambda why: None,
    ) -> None:
        """Start the thread.

        Args:
            recognise: The model.
            done: Told ticket, text and how long it took (seconds, waiting included); called from the thread.
            clock: Seconds.
            failed: Told what went wrong, in words.
        """
        self._failed = failed
        self._recognise = recognise
        self._done = done
        self._clock = clock
        self._queue: queue.Queue[tuple[int, Samples, bool, float] | None] = queue.Queue(_QUEUE)
        self._asked = self._void_up_to = self._skipped = 0
        self._thread = threading.Thread(target=self._run, name="recogniser", daemon=True)
        self._thread.start()

    @property
    def waiting(self) -> int:
        """Requests in the queue."""
        return self._queue.qsize()

    @property
    def busy(self) -> bool:
        """Something is being recognised or waits for it."""
        return self._queue.unfinished_tasks > 0

    def ask(self, ticket: int, sound: Samples, must: bool) -> bool:
        """Ask for the words of a piece of speech; must: even if what was asked for becomes void. Tickets rise.

        Returns:
            False if the queue is full and the request was dropped.
        """
        try:
            self._queue.put_nowait((ticket, sound, must, self._clock()))
        except queue.Full:
            return False
        self._asked = ticket
        return True

    def void(self) -> None:
        """What was asked for so far is no longer of use, unless it must be recognised."""
        self._void_up_to = self._asked

    def skip(self, ticket: int) -> None:
        """This one is no longer of use, if it has not begun."""
        self._skipped = ticket

    def close(self) -> None:
        """End the thread. May be called twice."""
        while self._thread.is_alive():
            try:
                self._queue.put(None, timeout=0.1)
                break
            except queue.Full:
                continue
        self._thread.join(_JOIN_S)

    def _run(self) -> None:
        yield_to_others()
        while (item := self._queue.get()) is not None:
            ticket, sound, must, asked_at = item
            wanted = must or (ticket > self._void_up_to and ticket != self._skipped)
            words = self._words(sound) if wanted else ""
            self._queue.task_done()
            if wanted:
                self._tell(ticket, words, asked_at)

    def _words(self, sound: Samples) -> str:
        try:
            return self._recognise(sound)
        except Exception as error:
            # Without an answer the turn would never end, and without this thread no other.
            self._failed(f"recognition failed: {type(error).__name__}: {error}")
            return ""

    def _tell(self, ticket: int, text: str, asked_at: float) -> None:
        try:
            self._done(ticket, text, self._clock() - asked_at)
        except Exception as error:
            # A brain's code may be behind it: whatever it raises must not end the hearing.
            self._failed(f"{type(error).__name__}: {error}")
