"""The mouth: what is spoken in each frame, of what is there to be said.

Design: a queue of utterances, of which the first is played. It ducks, falls silent with a short fade, and mixes in a
"mm-hm" that takes no turn.
Threading: pull() is called by the loop's worker, everything else by any thread; one lock, held for microseconds.
Units: 24 kHz sound, gains as factors.
"""

from __future__ import annotations

import collections
import itertools
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum

import numpy as np

from creature_voice.engine import Speaker, TextEvent
from creature_voice.engines.local.utterance import Kind, Utterance
from creature_voice.frame import FRAME_SAMPLES, Frame, Samples, silence

_FADE = 720
_RAMP = 360


class Ending(Enum):
    """How an utterance left the mouth."""

    SPOKEN = "spoken"
    TALKED_OVER = "a person talked over it"
    REPLACED = "newer words took its place"
    CANCELED = "it was canceled"
    MUTED = "the voice is muted"


Begun = tuple[Utterance, int] | None
Ended = list[tuple[Utterance, Ending]]


@dataclass(frozen=True)
class Pulled:
    """What the mouth does in one frame.

    Attributes:
        spoken: Its sound; float32, shape [1920].
        texts: Words that begin in it.
        speaking: It is saying something.
        begun: The first sound of this utterance is in the frame, at this sample.
        ended: Utterances that left the mouth.
    """

    spoken: Frame
    texts: list[TextEvent]
    speaking: bool
    begun: Begun
    ended: Ended


class Mouth:
    """See the module."""

    def __init__(self, duck_gain: float, nod_gain: float, nods: Sequence[tuple[str, Samples]] = ()) -> None:
        self._duck_gain = duck_gain
        self._nods = itertools.cycle([(text, (sound * nod_gain).astype(np.float32)) for text, sound in nods])
        self._has_nods = bool(nods)
        self._lock = threading.Lock()
        self._queue: collections.deque[Utterance] = collections.deque()
        self._nod: Samples | None = None
        self._nod_text = ""
        self._ducked = False
        self._gain = 1.0
        self._leaving: list[tuple[Utterance, Ending]] = []
        self.muted = False
        self.interruptions = 0
        self.backchannels = 0

    @property
    def active(self) -> bool:
        """It is saying something or about to ("mm-hm" apart)."""
        return bool(self._queue)

    @property
    def waiting(self) -> int:
        """Utterances that are being or going to be said."""
        return len(self._queue)

    @property
    def thinking(self) -> bool:
        """An answer is due and has not begun."""
        with self._lock:
            return any(utterance.kind is Kind.ANSWER and not utterance.begun for utterance in self._queue)

    @property
    def asking(self) -> bool:
        """What it is saying is a question."""
        with self._lock:
            return bool(self._queue) and self._queue[0].asks

    def speak(self, utterance: Utterance) -> None:
        """Say it after what is already there."""
        with self._lock:
            self._take(utterance, self._queue.append)

    def speak_now(self, utterance: Utterance) -> None:
        """Say it in place of what is being said."""
        with self._lock:
            if self._queue and self._queue[0].begun:
                self._leaving.append((self._queue.popleft(), Ending.REPLACED))
            self._take(utterance, self._queue.appendleft)

    def duck(self) -> None:
        """Speak low; do not begin on anything new."""
        self._ducked = True

    def restore(self) -> None:
        """Go on at full loudness."""
        self._ducked = False

    def fall_silent(self) -> None:
        """Stop: somebody talks over it. What was going to be said is dropped."""
        with self._lock:
            self.interruptions += bool(self._queue) and self._queue[0].begun
            self._leaving.extend((utterance, Ending.TALKED_OVER) for utterance in self._queue)
            self._queue.clear()
            self._ducked = False

    def mute(self, muted: bool) -> None:
        """Drop what is and what will be said, or speak again. It stays so through clear()."""
        with self._lock:
            self.muted = muted
            if muted:
                self._leaving.extend((utterance, Ending.MUTED) for utterance in self._queue)
                self._queue.clear()
                self._nod = None

    def nod(self) -> None:
        """Say "mm-hm", if nothing else is being said."""
        with self._lock:
            if self.muted or self._queue or not self._has_nods or self._nod is not None:
                return
            self._nod_text, self._nod = next(self._nods)
            self.backchannels += 1

    def clear(self) -> list[Utterance]:
        """Drop everything at once, without a fade; for a new beginning. Returns what was dropped."""
        with self._lock:
            dropped = [*self._queue, *(utterance for utterance, _ in self._leaving)]
            self._queue.clear()
            self._leaving.clear()
            self._nod = None
            self._ducked, self._gain = False, 1.0
            self.interruptions = self.backchannels = 0
        return dropped

    def pull(self) -> Pulled:
        """The next frame."""
        with self._lock:
            frame = silence()
            texts: list[TextEvent] = []
            ended: Ended = []
            self._drop_canceled()
            stopping = self._stop(frame, texts, ended)
            begun = None if stopping else self._play(frame, texts, ended)
            # A pause between two words is part of speaking; waiting for the first word is not.
            speaking = any(u.begun for u, _ in ended) or bool(self._queue and self._queue[0].begun)
            self._apply_gain(frame, hold=stopping)
            speaking = self._mix_nod(frame, texts) or speaking
        return Pulled(frame, texts, speaking, begun, ended)

    def _take(self, utterance: Utterance, put: Callable[[Utterance], None]) -> None:
        if self.muted:
            self._leaving.append((utterance, Ending.MUTED))
        else:
            put(utterance)

    def _play(self, frame: Frame, texts: list[TextEvent], ended: Ended) -> Begun:
        if not self._queue:
            return None
        current, at, begun = self._queue[0], 0, None
        if self._ducked and not current.begun:
            return None
        while at < FRAME_SAMPLES and not current.over:
            was_begun = current.begun
            taken = current.take(FRAME_SAMPLES - at)
            texts.extend(_events(taken.words, taken.last))
            if not len(taken.sound):
                break
            if not was_begun:
                begun = (current, at)
            frame[at : at + len(taken.sound)] = taken.sound
            at += len(taken.sound)
        if current.over:
            self._queue.popleft()
            _leave(current, Ending.SPOKEN, texts, ended)
        return begun

    def _drop_canceled(self) -> None:
        canceled = [utterance for utterance in self._queue if utterance.canceled]
        for utterance in canceled:
            self._queue.remove(utterance)
            self._leaving.append((utterance, Ending.CANCELED))

    def _stop(self, frame: Frame, texts: list[TextEvent], ended: Ended) -> bool:
        """Fade out what was told to stop; whether there was something to be heard of it."""
        leaving, self._leaving = self._leaving, []
        audible = False
        for utterance, ending in leaving:
            if utterance.begun and not audible:
                sound = utterance.fade(_FADE)
                frame[: len(sound)] = sound * np.linspace(1.0, 0.0, len(sound), dtype=np.float32)
                audible = True
            _leave(utterance, ending, texts, ended)
        return audible

    def _apply_gain(self, frame: Frame, hold: bool) -> None:
        target = self._gain if hold else (self._duck_gain if self._ducked else 1.0)
        if target != self._gain:
            frame[:_RAMP] *= np.linspace(self._gain, target, _RAMP, dtype=np.float32)
            frame[_RAMP:] *= np.float32(target)
        elif target != 1.0:
            frame *= np.float32(target)
        self._gain = target

    def _mix_nod(self, frame: Frame, texts: list[TextEvent]) -> bool:
        if self._nod is None:
            return False
        if self._nod_text:
            texts.extend(_events([" " + self._nod_text], True))
            self._nod_text = ""
        part, self._nod = self._nod[:FRAME_SAMPLES], self._nod[FRAME_SAMPLES:]
        frame[: len(part)] += part
        np.clip(frame, -1.0, 1.0, out=frame)
        if not len(self._nod):
            self._nod = None
        return True


def _events(words: list[str], last: bool) -> list[TextEvent]:
    return [TextEvent(Speaker.AGENT, word, last and index == len(words) - 1) for index, word in enumerate(words)]


def _leave(utterance: Utterance, ending: Ending, texts: list[TextEvent], ended: Ended) -> None:
    """Close its text: the words spoken so far are all there will be."""
    if utterance.spoken and not utterance.closed_text:
        texts.append(TextEvent(Speaker.AGENT, "", True))
    ended.append((utterance, ending))
