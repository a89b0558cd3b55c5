"""The `echo` engine: a test fake. It says back what it hears, a little later, and beeps the words it is given.

Design: everything happens in step(), so it needs no thread, no model and no luck; what it does in a frame follows
from the frames before. A word is WORD_FRAMES of beep; its text comes with the first of them. It waits and lets itself
be interrupted as creature_msgs/Say asks of every engine.
Threading: as creature_voice.engine.DuplexEngine; a lock guards what was given to say.
Units: frames of 80 ms.
"""

from __future__ import annotations

import threading
from collections import deque
from dataclasses import dataclass

import numpy as np

from creature_node.config import param
from creature_voice.engine import EngineHealth, Saying, SayOutcome, SayPolicy, Speaker, Step, TextEvent
from creature_voice.engines.given import Given
from creature_voice.frame import FRAME_SAMPLES, SAMPLE_RATE_HZ, Frame, silence
from creature_voice.levels import level

WORD_FRAMES = 2
HEARD_PIECE = " (sound)"
"""What stands in voice/text for a sound that was heard: the fake recognises no words."""

MUTED = "the voice is muted"

_BEEP_HZ = 440.0
_BEEP_AMPLITUDE = 0.2
_SPEECH_LEVEL = 0.15


@dataclass(frozen=True)
class EchoConfig:
    """The test engine."""

    delay_frames: int = param(6, "Frames after which it says back what it heard.", unit="frames", low=0, high=125)


class EchoSaying(Given):
    """Words on their way through the fake."""

    def __init__(self, words: str, give_up_if_interrupted: bool) -> None:
        super().__init__()
        self.words = words.split()
        self.give_up = give_up_if_interrupted
        self._place = 0
        if not self.words:
            self.end(SayOutcome.REFUSED, "there are no words in the text")

    @property
    def spoken(self) -> str:
        """The words spoken so far."""
        return " ".join(self.words[: -(-self._place // WORD_FRAMES)])

    def cancel(self) -> None:
        """Do not say what has not been said yet."""
        self.end(SayOutcome.CANCELED, "it was canceled")

    def end(self, outcome: SayOutcome, message: str = "") -> None:
        """Set the outcome, once."""
        if self.outcome is None:
            super().end(outcome, message)

    @property
    def begun(self) -> bool:
        """Its first word has been spoken."""
        return self._place > 0

    def begin_again(self) -> None:
        """Say it from its first word."""
        self._place = 0

    def next_text(self) -> TextEvent | None:
        """Move one frame on; the word that begins in it, if one does."""
        place, self._place = self._place, self._place + 1
        last = self._place == len(self.words) * WORD_FRAMES
        if last:
            self.end(SayOutcome.SPOKEN)
        if place % WORD_FRAMES:
            return None
        word = place // WORD_FRAMES
        return TextEvent(Speaker.AGENT, f" {self.words[word]}", final=word == len(self.words) - 1)


class EchoEngine:
    """A duplex voice with nothing behind it, for tests."""

    def __init__(self, config: EchoConfig | None = None) -> None:
        self._config = config or EchoConfig()
        self._lock = threading.Lock()
        self._waiting: deque[EchoSaying] = deque()
        self._past: deque[Frame] = deque()
        self._was_loud = False
        self._beeping = False
        self._open: EchoSaying | None = None
        self._interruptions = 0
        self._muted = False
        self._forget()

    def step(self, heard: Frame) -> Step:
        """Say back the frame of a while ago, or beep."""
        loud = level(heard) > _SPEECH_LEVEL
        texts = [TextEvent(Speaker.USER, HEARD_PIECE, final=True)] if self._was_loud and not loud else []
        with self._lock:
            self._take_turns(loud)
            beep = self._beep(loud, texts)
        self._was_loud = loud
        self._past.append(heard)
        echoed = self._past.popleft()
        spoken = beep if beep is not None else silence() if self._muted else echoed
        speaking = beep is not None or level(spoken) > _SPEECH_LEVEL
        return Step(spoken, tuple(texts), speaking, user_speaking=loud, interruptions=self._interruptions)

    def say(self, words: str, policy: SayPolicy = SayPolicy.WAIT, give_up_if_interrupted: bool = True) -> Saying:
        """Give it words to beep."""
        saying = EchoSaying(words, give_up_if_interrupted)
        with self._lock:
            if self._muted:
                saying.end(SayOutcome.REFUSED, MUTED)
                return saying
            if policy is SayPolicy.INTERRUPT:
                for other in self._waiting:
                    other.end(SayOutcome.INTERRUPTED, "newer words took its place")
                self._waiting.clear()
            if saying.outcome is None:
                self._waiting.append(saying)
        return saying

    def mute(self, muted: bool) -> None:
        """Beep and say back nothing from now on, or go on."""
        with self._lock:
            self._muted = muted
            for saying in self._waiting if muted else ():
                saying.end(SayOutcome.INTERRUPTED if saying.begun else SayOutcome.REFUSED, MUTED)

    def health(self) -> EngineHealth:
        """It cannot be unwell."""
        return EngineHealth(message="echo (a test engine): says back what it hears")

    def reset(self) -> None:
        """Forget what was heard and what was to be said."""
        with self._lock:
            for saying in self._waiting:
                saying.end(SayOutcome.CANCELED, "the voice began anew")
            self._waiting.clear()
            self._forget()

    def close(self) -> None:
        """Let go of what was to be said."""
        self.reset()

    def _forget(self) -> None:
        self._past = deque(silence() for _ in range(self._config.delay_frames))
        self._was_loud = False
        self._beeping = False
        self._open = None
        self._interruptions = 0

    def _take_turns(self, loud: bool) -> None:
        while self._waiting and self._waiting[0].outcome is not None:
            self._waiting.popleft()
            self._beeping = False
        if not (self._beeping and loud):
            return
        self._interruptions += 1
        self._beeping = False
        saying = self._waiting[0]
        if saying.give_up:
            saying.end(SayOutcome.INTERRUPTED, "a person talked over it")
            self._waiting.popleft()
        else:
            saying.give_up = True
            saying.begin_again()

    def _beep(self, loud: bool, texts: list[TextEvent]) -> Frame | None:
        saying = self._waiting[0] if self._waiting and (self._beeping or not loud) else None
        if self._open is not None and (self._open is not saying or not saying.begun):
            # Its words were cut off: the utterance is closed all the same.
            texts.append(TextEvent(Speaker.AGENT, "", final=True))
            self._open = None
        if saying is None:
            return None
        self._beeping = True
        text = saying.next_text()
        if text is not None:
            texts.append(text)
            self._open = None if text.final else saying
        return _BEEP.copy()


def _beep() -> Frame:
    time_s = np.arange(FRAME_SAMPLES) / SAMPLE_RATE_HZ
    return (_BEEP_AMPLITUDE * np.sin(2 * np.pi * _BEEP_HZ * time_s)).astype(np.float32)


_BEEP = _beep()
