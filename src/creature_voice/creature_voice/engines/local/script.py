"""The making of one utterance: sentences from the brain (or given), each sent to be synthesised in time.

Design: it begins on suspicion, when a turn may be over; the first sentence is then synthesised and nothing else
happens until commit(). From there on it stays one sentence ahead of the mouth. cancel() ends it wherever it is.
Threading: a thread of its own for each script, as the brain may wait for a network; commit and cancel from any thread.
Units: seconds of the clock.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterable

from creature_voice.engines.local.phrasebook import Phrasebook
from creature_voice.engines.local.speech import Speech
from creature_voice.engines.local.utterance import Sentence, Utterance, sentences_of

_AHEAD = 2


class Script:
    """See the module."""

    def __init__(
        self,
        utterance: Utterance,
        sentences: Callable[[], Iterable[str]],
        speech: Speech,
        phrases: Phrasebook,
        failed: Callable[[str], None],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """Begin.

        Args:
            utterance: What is filled.
            sentences: Gives the sentences, one by one; called and iterated in the script's thread.
            speech: Synthesis.
            phrases: Openings that are already synthesised.
            failed: Told what went wrong, in words.
            clock: Seconds.
        """
        self.utterance = utterance
        self._sentences = sentences
        self._speech = speech
        self._failed = failed
        self._clock = clock
        self._phrases = phrases
        self._requests: list[int] = []
        self._committed = False
        self._first: Sentence | None = None
        self._began_at = clock()
        self._worded_at: float | None = None
        self._lock = threading.Lock()
        self._thread = threading.Thread(target=self._run, name="script", daemon=True)
        self._thread.start()

    @property
    def answer_s(self) -> float | None:
        """How long its first sentence took to find; None while there is none."""
        return None if self._worded_at is None else self._worded_at - self._began_at

    @property
    def synthesis_s(self) -> float | None:
        """How long the first sound of the first sentence took; None while there is none."""
        sound_at = self._first.sound_at if self._first else None
        return None if sound_at is None or self._worded_at is None else sound_at - self._worded_at

    @property
    def running(self) -> bool:
        """It is not yet all written."""
        return self._thread.is_alive()

    def commit(self) -> None:
        """It is really going to be said."""
        self._committed = True
        self.utterance.progress.set()

    def cancel(self) -> None:
        """It is not wanted any more."""
        with self._lock:
            self.utterance.canceled = True
            requests, self._requests = self._requests, []
        self.utterance.progress.set()
        for number in requests:
            self._speech.cancel(number)

    def join(self, timeout_s: float) -> None:
        """Wait for its thread to end."""
        self._thread.join(timeout_s)

    def _run(self) -> None:
        try:
            for text in self._sentences():
                for part in self._parts(text):
                    if not self._wait_for_room() or not self._ask(part):
                        return
        except Exception as error:
            # A brain is the user's own code: whatever it raises must not end the conversation.
            self._failed(f"{type(error).__name__}: {error}")
        finally:
            self.utterance.complete()

    def _ask(self, text: str) -> bool:
        sentence = Sentence(text, self._clock)
        with self._lock:
            if self.utterance.canceled:
                return False
            if self._first is None:
                self._first, self._worded_at = sentence, self._clock()
            self.utterance.add(sentence)
            if not self._phrases.recite(text, sentence):
                self._requests.append(self._speech.speak(text, sentence))
        return True

    def _parts(self, text: str) -> list[str]:
        parts = sentences_of(text)
        if self._first is None and parts:
            parts[:1] = self._phrases.split(parts[0])
        return parts

    def _wait_for_room(self) -> bool:
        utterance = self.utterance
        while not utterance.canceled:
            if not self._requests or (self._committed and utterance.ahead < _AHEAD):
                return True
            utterance.progress.wait()
            utterance.progress.clear()
        return False
