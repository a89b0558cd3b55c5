"""An engine and, beside it, a transcript of what people say: for engines that only tell their own words.

Threading: see creature_voice.engine; the transcriber works in threads of its own, and step() only looks what is there.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from creature_voice.engine import DuplexEngine, EngineError, EngineHealth, Saying, SayPolicy, Speaker, Step
from creature_voice.engines.local.config import LocalConfig
from creature_voice.engines.transcriber import Transcriber
from creature_voice.frame import Frame


class TranscribingEngine:
    """A creature_voice.engine.DuplexEngine around another."""

    def __init__(self, engine: DuplexEngine, transcriber: Transcriber) -> None:
        """Take over both; they are closed with it."""
        self._engine = engine
        self._transcriber = transcriber

    def step(self, heard: Frame) -> Step:
        """See DuplexEngine. What the engine itself tells of the user gives way to the transcript."""
        self._transcriber.hear(heard)
        step = self._engine.step(heard)
        own = tuple(text for text in step.texts if text.speaker is not Speaker.USER)
        return replace(step, texts=(*self._transcriber.texts(), *own), user_speaking=self._transcriber.speaking)

    def say(self, words: str, policy: SayPolicy = SayPolicy.WAIT, give_up_if_interrupted: bool = True) -> Saying:
        """See DuplexEngine."""
        return self._engine.say(words, policy, give_up_if_interrupted)

    def mute(self, muted: bool) -> None:
        """See DuplexEngine."""
        self._engine.mute(muted)

    def health(self) -> EngineHealth:
        """The engine's, and the transcript's figures with prefix "transcript_"."""
        health, trouble = self._engine.health(), self._transcriber.trouble
        values = {**health.values, **{f"transcript_{name}": value for name, value in self._transcriber.figures.items()}}
        if not trouble:
            return replace(health, values=values)
        said = "" if health.ok else f"{health.message}; "
        return EngineHealth(False, f"{said}what people say is not written down: {trouble}", values)

    def reset(self) -> None:
        """See DuplexEngine."""
        self._transcriber.forget()
        self._engine.reset()

    def close(self) -> None:
        """See DuplexEngine."""
        try:
            self._engine.close()
        finally:
            self._transcriber.close()


def make_transcriber(config: LocalConfig, progress: Callable[[str], None]) -> Transcriber:
    """The local voice's ears: Silero and Moonshine, the latter in a thread that lets others go first. Takes a second.

    Args:
        config: How it listens; of the local voice's parameters those of hearing count.
        progress: Told in words what is being done.

    Raises:
        EngineError: a package or a model is missing; says what to install.
    """
    # Imported here: they bring models, and only those who want a transcript need them.
    from creature_voice.engines.local.detector import Detector, Silero
    from creature_voice.engines.local.ears import Ears
    from creature_voice.engines.local.recognition import Moonshine
    from creature_voice.engines.local.turn import TurnTaker

    progress("loading the recogniser for user_transcript")
    try:
        silero = Silero()
        moonshine = Moonshine(config.recognition_model)
        moonshine.warm_up()
    except EngineError as error:
        raise EngineError(f"user_transcript 'moonshine' cannot be had: {error}") from error
    return Transcriber(
        lambda decide, failed: Ears(
            TurnTaker(config), Detector(silero, config.gate_db), moonshine.recognise, decide, failed=failed
        ),
        moonshine.close,
    )
