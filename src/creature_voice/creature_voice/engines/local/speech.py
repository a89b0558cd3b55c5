"""The voice's end of the speech process: starts it, asks it for sentences, starts it again when it dies.

Design: requests are numbered and answered in order. What was asked for and had not begun when the process died is asked
for again, once; what had begun ends where it is, with an error.
Threading: speak() and cancel() from any thread; one thread runs the process and hands its sound to the receivers,
another keeps the last lines of its standard error.
Units: seconds; sound float32 at 24 kHz.
"""

from __future__ import annotations

import collections
import subprocess
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import BinaryIO, Protocol, cast

from creature_voice.engine import EngineError
from creature_voice.engines.local.wire import read_message, write_message
from creature_voice.frame import Samples

_BACKOFF_S = (0.2, 0.5, 1.0, 2.0, 5.0)
_HUNG_S = 15.0
_END_S = 3.0
_LOOK_S = 0.05
_ERROR_LINES = 20


class Receiver(Protocol):
    """Takes the sound of one sentence; called from the speech process's thread."""

    def began(self, starts: list[int]) -> None:
        """Its sound begins; starts: the first sample of each word."""

    def sound(self, samples: Samples) -> None:
        """More sound; float32, shape [n], 24 kHz."""

    def ended(self, error: str) -> None:
        """No more will come; error: why it is not all, or empty."""


@dataclass
class _Request:
    text: str
    receiver: Receiver
    began: bool = False
    repeated: bool = False


class Speech:
    """See the module."""

    def __init__(self, command: Sequence[str], clock: Callable[[], float] = time.monotonic) -> None:
        self._command = list(command)
        self._clock = clock
        self._lock = threading.Lock()
        self._requests: dict[int, _Request] = {}
        self._number = 0
        self._process: subprocess.Popen[bytes] | None = None
        self._sending = threading.Lock()
        self._ready = threading.Event()
        self._closing = threading.Event()
        self._errors: collections.deque[str] = collections.deque(maxlen=_ERROR_LINES)
        self._heard_from = clock()
        self._failures = 0
        self.restarts = 0
        self._worker = threading.Thread(target=self._run, name="speech", daemon=True)

    def launch(self) -> None:
        """Start the process; it takes seconds until it can speak."""
        self._worker.start()

    def wait_ready(self, timeout_s: float) -> None:
        """Wait until it can speak.

        Raises:
            EngineError: it ended or took too long; the message has what it wrote to standard error.
        """
        deadline = self._clock() + timeout_s
        while not self._ready.wait(_LOOK_S):
            if self._failures or self._clock() > deadline:
                why = self.last_error() or f"not ready after {timeout_s:.0f} s"
                raise EngineError(f"the speech process did not start: {why}")

    @property
    def ready(self) -> bool:
        """The process is there and speaks."""
        return self._ready.is_set()

    @property
    def pid(self) -> int | None:
        """Process id, None while there is none."""
        process = self._process
        return process.pid if process else None

    @property
    def waiting(self) -> int:
        """Sentences asked for and not finished."""
        return len(self._requests)

    def last_error(self) -> str:
        """The last line that the process wrote to standard error."""
        return self._errors[-1] if self._errors else ""

    def speak(self, text: str, receiver: Receiver) -> int:
        """Ask for a sentence; returns the number by which to cancel it."""
        with self._lock:
            self._number += 1
            number = self._number
            if not self._requests:
                self._heard_from = self._clock()
            self._requests[number] = _Request(text, receiver)
            ready = self._ready.is_set()
        if ready:
            self._send({"do": "speak", "id": number, "text": text})
        return number

    def cancel(self, number: int) -> None:
        """Take a request back; its receiver hears nothing more. No effect if it has ended."""
        with self._lock:
            known = self._requests.pop(number, None)
        if known:
            self._send({"do": "cancel", "id": number})

    def check(self) -> None:
        """End a process that hangs, so that it is started again. To be called now and then."""
        process = self._process
        if process and self._ready.is_set() and self._requests and self._clock() - self._heard_from > _HUNG_S:
            self._errors.append(f"it did not answer for {_HUNG_S:.0f} s")
            process.kill()

    def close(self) -> None:
        """End the process and the threads. May be called twice."""
        self._closing.set()
        process = self._process
        if process:
            self._end(process)
        if self._worker.is_alive():
            self._worker.join(_END_S)

    def _run(self) -> None:
        while not self._closing.is_set():
            try:
                self._serve(self._launch())
            except Exception as error:
                # A receiver's fault, too: without this thread there would never be a voice again.
                self._errors.append(f"{type(error).__name__}: {error}")
            self._ready.clear()
            if self._closing.is_set():
                break
            self._failures += 1
            self._recover()
            self._closing.wait(_BACKOFF_S[min(self._failures - 1, len(_BACKOFF_S) - 1)])

    def _launch(self) -> subprocess.Popen[bytes]:
        if self._failures:
            self.restarts += 1
        pipe = subprocess.PIPE
        process = subprocess.Popen(self._command, stdin=pipe, stdout=pipe, stderr=pipe)
        self._process = process
        if self._closing.is_set():
            self._end(process)
        threading.Thread(target=self._keep_errors, args=(process.stderr,), name="speech-errors", daemon=True).start()
        return process

    def _serve(self, process: subprocess.Popen[bytes]) -> None:
        stream = cast(BinaryIO, process.stdout)
        try:
            while (message := read_message(stream)) is not None:
                self._heard_from = self._clock()
                if message[0].get("ready"):
                    self._begin()
                else:
                    self._deliver(*message)
        finally:
            self._end(process)

    def _begin(self) -> None:
        with self._lock:
            self._ready.set()
            asked = [(number, request.text) for number, request in self._requests.items()]
        for number, text in asked:
            self._send({"do": "speak", "id": number, "text": text})

    def _deliver(self, header: dict[str, object], samples: Samples) -> None:
        number = header.get("id")
        request = self._requests.get(number) if isinstance(number, int) else None
        if request is None or not isinstance(number, int):
            return
        self._failures = 0
        starts = header.get("starts")
        if isinstance(starts, list):
            request.began = True
            request.receiver.began(starts)
        if len(samples):
            request.receiver.sound(samples)
        if header.get("end"):
            with self._lock:
                self._requests.pop(number, None)
            request.receiver.ended(str(header.get("error") or ""))

    def _recover(self) -> None:
        """Forget what cannot be asked for again, and tell its receivers."""
        with self._lock:
            hopeless = self._failures >= len(_BACKOFF_S)
            lost = {n: r for n, r in self._requests.items() if r.began or r.repeated or hopeless}
            self._requests = {n: r for n, r in self._requests.items() if n not in lost}
            for request in self._requests.values():
                request.repeated = True
        for request in lost.values():
            request.receiver.ended("the speech process ended")

    def _send(self, header: dict[str, object]) -> None:
        process = self._process
        if process is None or process.stdin is None:
            return
        try:
            with self._sending:
                write_message(cast(BinaryIO, process.stdin), header)
        except (OSError, ValueError):
            # It has just died: the thread that reads from it sees that and recovers the requests.
            pass

    def _keep_errors(self, stream: BinaryIO) -> None:
        with stream:
            for line in stream:
                if text := line.decode(errors="replace").strip():
                    self._errors.append(text)

    def _end(self, process: subprocess.Popen[bytes]) -> None:
        try:
            with self._sending:
                if process.stdin:
                    process.stdin.close()
        except OSError:
            pass
        try:
            # While it loads it is deaf to the pipe's end, and has nothing to finish.
            loading = self._closing.is_set() and not self._ready.is_set()
            process.wait(0.0 if loading else _END_S / 2)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
