"""The local voice: Silero hears speech, Moonshine its words, a brain finds the answer, Piper speaks it.

Design: duplex in behaviour, out of parts that are not. step() only has the ears hear the frame and takes a frame from
the mouth; everything slow happens behind them.
Threading: see creature_voice.engine. Workers: recogniser, memory, speech (with its process), and one for each
utterance in the making.
Units: frames of 80 ms.
"""

from __future__ import annotations

import math
import threading
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from creature_voice.brains.abilities import Abilities
from creature_voice.brains.brain import Brain
from creature_voice.engine import EngineHealth, SayPolicy, Step
from creature_voice.engines.local.config import LocalConfig
from creature_voice.engines.local.conversation import Conversation
from creature_voice.engines.local.detector import Detector
from creature_voice.engines.local.ears import Ears
from creature_voice.engines.local.memory import Memory
from creature_voice.engines.local.mouth import Mouth, Pulled
from creature_voice.engines.local.phrasebook import Phrasebook
from creature_voice.engines.local.saying import GivenWords, Line, refused
from creature_voice.engines.local.script import Script
from creature_voice.engines.local.speech import Speech
from creature_voice.engines.local.stages import Stages
from creature_voice.engines.local.turn import TurnTaker
from creature_voice.engines.local.utterance import Kind, Utterance
from creature_voice.frame import FRAME_S, SAMPLE_RATE_HZ, Frame, Samples

_JOIN_S = 5.0
# What failed once is reported for so long.
_TROUBLE_S = 30.0


@dataclass(frozen=True)
class Parts:
    """What the voice is made of; the engine closes all of it.

    Attributes:
        brain: Finds the words.
        speech: Started synthesis.
        detect: Probability that 512 samples at 16 kHz are speech.
        recognise: Words of speech at 16 kHz.
        nods: "mm-hm" and its like: text and sound.
        release: Frees the models.
    """

    brain: Brain
    speech: Speech
    detect: Callable[[Samples], float]
    recognise: Callable[[Samples], str]
    nods: tuple[tuple[str, Samples], ...] = ()
    release: Callable[[], None] = lambda: None


class LocalEngine:
    """A creature_voice.engine.DuplexEngine."""

    def __init__(self, config: LocalConfig, parts: Parts, clock: Callable[[], float] = time.monotonic) -> None:
        self.parts = parts
        self._clock = clock
        self._closed = False
        self._phrases = Phrasebook(parts.speech)
        self._scripts: list[Script] = []
        self._scripts_lock = threading.Lock()
        self._trouble = ""
        self._trouble_at = 0.0
        self._stages = Stages()
        self._memory = Memory(self._failed)
        self._mouth = Mouth(config.duck_gain, config.backchannel_gain, parts.nods)
        self._line = Line(self._mouth, self._write_given, math.ceil(config.say_after_s / FRAME_S))
        self._conversation = Conversation(parts.brain, self._mouth, self._write, self._memory, self._stages, clock)
        detector = Detector(parts.detect, config.gate_db)
        self._ears = Ears(TurnTaker(config), detector, parts.recognise, self._conversation.decide, clock, self._failed)

    def step(self, heard: Frame) -> Step:
        """See DuplexEngine."""
        mouth, ears = self._mouth, self._ears
        ears.feed(heard, mouth.active, mouth.asking)
        self._line.tick(quiet=not (mouth.active or ears.in_turn))
        pulled = mouth.pull()
        self._report(pulled)
        return Step(
            pulled.spoken,
            (*self._conversation.texts(), *pulled.texts),
            speaking=pulled.speaking,
            user_speaking=ears.speaking,
            thinking=mouth.thinking,
            interruptions=mouth.interruptions,
            backchannels=mouth.backchannels,
        )

    def say(self, words: str, policy: SayPolicy = SayPolicy.WAIT, give_up_if_interrupted: bool = True) -> GivenWords:
        """See DuplexEngine."""
        if self._closed:
            return refused(words, "the voice is closed")
        return self._line.give(words, policy, repeat=not give_up_if_interrupted)

    def mute(self, muted: bool) -> None:
        """See DuplexEngine. Muted, it goes on answering what it hears, so that its brain remembers that; but it is told
        of no words as said, since nobody hears them."""
        self._mouth.mute(muted)

    def abilities(self, abilities: Abilities) -> None:
        """The body can do this now; the brain is told, if it wants to know. Never waits."""
        take = getattr(self.parts.brain, "abilities", None)
        if take is not None:
            self._memory.put(lambda: take(abilities))

    def health(self) -> EngineHealth:
        """See DuplexEngine."""
        speech = self.parts.speech
        speech.check()
        problem = self._problem()
        values: dict[str, object] = {
            **self._stages.figures,
            "turns": self._conversation.turns,
            "turns_ignored": self._conversation.ignored,
            "recognitions_waiting": self._ears.recognitions_waiting,
            "recognitions_dropped": self._ears.dropped,
            "utterances_waiting": self._mouth.waiting,
            "says_waiting": self._line.waiting,
            "syntheses_waiting": speech.waiting,
            "synthesis_restarts": speech.restarts,
        }
        return EngineHealth(not problem, problem or "ok", values)

    def reset(self) -> None:
        """See DuplexEngine."""
        self._ears.reset()
        self._line.clear()
        self._mouth.clear()
        self._cancel_scripts()
        self._conversation.reset()
        self._stages.clear()
        self._trouble = ""

    def close(self) -> None:
        """See DuplexEngine."""
        if self._closed:
            return
        self._closed = True
        self._ears.close()
        self._line.clear()
        self._mouth.clear()
        scripts = self._cancel_scripts()
        self.parts.brain.close()
        deadline = time.monotonic() + _JOIN_S
        for script in scripts:
            script.join(max(0.0, deadline - time.monotonic()))
        self._memory.close()
        self.parts.speech.close()
        self.parts.release()

    def _report(self, pulled: Pulled) -> None:
        if pulled.begun:
            utterance, sample = pulled.begun
            self._conversation.begun(utterance, sample / SAMPLE_RATE_HZ)
        for utterance, ending in pulled.ended:
            self._conversation.ended(utterance, ending)
            self._line.ended(utterance, ending)

    def _problem(self) -> str:
        speech = self.parts.speech
        if not speech.ready:
            return f"the speech process is being started again: {speech.last_error() or 'it ended'}"
        trouble = self._trouble if self._clock() - self._trouble_at < _TROUBLE_S else ""
        return self.parts.brain.warning() or trouble

    def _write(self, utterance: Utterance, sentences: Callable[[], Iterable[str]]) -> Script:
        script = Script(utterance, sentences, self.parts.speech, self._phrases, self._failed, self._clock)
        # say() comes from any thread: a script lost here would never be told to end.
        with self._scripts_lock:
            self._scripts = [*(s for s in self._scripts if s.running), script]
        return script

    def _write_given(self, words: str) -> Script:
        return self._write(Utterance(Kind.GIVEN), lambda: [words])

    def _cancel_scripts(self) -> list[Script]:
        with self._scripts_lock:
            scripts, self._scripts = self._scripts, []
        for script in scripts:
            script.cancel()
        return scripts

    def _failed(self, why: str) -> None:
        self._trouble_at = self._clock()
        self._trouble = why
