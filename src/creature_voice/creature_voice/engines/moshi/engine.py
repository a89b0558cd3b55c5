"""Moshi in this process: a duplex model that hears, speaks and writes what it speaks, frame by frame.

Design: a step of the engine is a step of the model and little else; its text goes through the monologue, words that it
is given go in through the model's text hook, and a session that has used up its context is started afresh where it is
not heard. The same for PyTorch and MLX: see model.py.
Threading: step() and reset() are called by the loop's worker and run the model there: that is the work of a frame, and
the loop counts its time. say(), mute() and health() come from any thread. No worker of its own.
Units: frames of 80 ms, one step of the model each.
"""

from __future__ import annotations

import math
import time
from collections.abc import Callable

from creature_voice.engine import EngineHealth, SayPolicy, Speaker, Step, TextEvent
from creature_voice.engines.moshi.config import TalkConfig
from creature_voice.engines.moshi.model import DuplexModel, ModelStep
from creature_voice.engines.moshi.monologue import Monologue
from creature_voice.engines.moshi.saying import GivenWords, Line
from creature_voice.engines.moshi.session import Reason, Session
from creature_voice.engines.moshi.smooth import Smooth
from creature_voice.engines.moshi.step_times import StepTimes
from creature_voice.engines.moshi.turns import Turns
from creature_voice.frame import FRAME_S, Frame
from creature_voice.levels import level

_FRAME_MS = FRAME_S * 1000.0
# Steps before the speed of the model is judged: one that is far too slow should not take minutes to say so.
_ENOUGH_STEPS = 25


class MoshiEngine:
    """A creature_voice.engine.DuplexEngine."""

    def __init__(
        self,
        model: DuplexModel,
        config: TalkConfig,
        name: str = "moshi",
        clock: Callable[[], float] = time.monotonic,
        figures: Callable[[], dict[str, object]] = dict,
    ) -> None:
        """Make it of a loaded model, at the beginning of a session.

        Args:
            model: The model; the engine closes it.
            config: How it talks.
            name: Of the engine, for what is said of its health.
            clock: Monotonic time, seconds.
            figures: More values for health().
        """
        self._model = model
        self._config = config
        self._name = name
        self._clock = clock
        self._figures = figures
        self._closed = False
        self._broken = False
        self._left_texts: list[TextEvent] = []
        self._line = Line(
            model.vocabulary,
            wait_steps=math.ceil(config.say_after_s / FRAME_S),
            interrupt_steps=max(1, round(config.interrupt_s / FRAME_S)),
            longest_pause=round(config.say_pause_s / FRAME_S),
        )
        self._smooth = Smooth()
        self._times = StepTimes(clock)
        self._begin()

    def step(self, heard: Frame) -> Step:
        """See DuplexEngine."""
        if self._broken:
            self._start_afresh()
            self._broken = False
        made = self._step_model(heard)
        texts, self._left_texts = self._left_texts, []
        muted = self._line.muted
        text_id = None if muted else made.text_id
        pieces = self._monologue.close() if muted else self._monologue.feed(text_id)
        texts += pieces
        self._turns.step(level(made.spoken), level(heard), word=any(event.piece for event in pieces))
        self._line.tick(self._turns.quiet, self._turns.user_speaking)
        reason = self._session.step(quiet=self._turns.quiet and not self._line.speaking)
        spoken = self._smooth.next(made.spoken, made.text_id is not None and not muted and reason is None)
        if reason is not None:
            texts += self._monologue.close()
            self._start_afresh()
        return self._told(spoken, texts, muted)

    def say(self, words: str, policy: SayPolicy = SayPolicy.WAIT, give_up_if_interrupted: bool = True) -> GivenWords:
        """See DuplexEngine."""
        return self._line.give(words, policy, repeat=not give_up_if_interrupted)

    def mute(self, muted: bool) -> None:
        """See DuplexEngine; it outlasts a reset."""
        self._line.mute(muted)

    def health(self) -> EngineHealth:
        """See DuplexEngine."""
        counts, session = self._monologue.counts, self._session
        values: dict[str, object] = {
            "session_s": round(session.steps * FRAME_S, 1),
            "restarts": sum(session.restarts.values()),
            "restarts_at_limit": session.restarts[Reason.LIMIT],
            "text_tokens": counts.text,
            "pad_tokens": counts.pad,
            "epad_tokens": counts.epad,
            "says_waiting": self._line.waiting,
            **self._times.figures(),
            **self._figures(),
        }
        lately_ms = self._times.lately_ms()
        slow = self._times.count >= _ENOUGH_STEPS and lately_ms > _FRAME_MS
        return EngineHealth(not slow, self._slowness(lately_ms) if slow else "ok", values)

    def reset(self) -> None:
        """See DuplexEngine."""
        if self._monologue.close():
            self._left_texts = [TextEvent(Speaker.AGENT, "", final=True)]
        self._line.clear()
        self._model.reset()
        self._smooth.break_off()
        self._begin()

    def close(self) -> None:
        """See DuplexEngine."""
        if not self._closed:
            self._closed = True
            self._line.close()
            self._model.close()

    def _begin(self) -> None:
        limit = min(round(self._config.session_s / FRAME_S), self._model.max_steps)
        self._session = Session(max(1, limit), self._config.fresh_after_silence_s)
        self._monologue = Monologue(self._model.vocabulary)
        self._turns = Turns(self._config.user_level)
        self._times.clear()
        self._broken = False

    def _step_model(self, heard: Frame) -> ModelStep:
        self._times.begin()
        try:
            made = self._model.step(heard, self._choose)
        except BaseException:
            # Its parts may have come out of step with one another; what it was saying ends here.
            self._broken = True
            self._left_texts += self._monologue.close()
            self._line.fail()
            self._smooth = Smooth()
            raise
        self._times.end()
        return made

    def _choose(self, sampled: int) -> int:
        self._times.mark()
        return self._line.choose(sampled)

    def _start_afresh(self) -> None:
        self._model.reset()
        self._session.begin()
        self._line.rewind()

    def _told(self, spoken: Frame, texts: list[TextEvent], muted: bool) -> Step:
        turns = self._turns
        return Step(
            spoken,
            tuple(texts),
            speaking=turns.speaking and not muted,
            user_speaking=turns.user_speaking,
            interruptions=turns.interruptions,
            backchannels=turns.backchannels,
        )

    def _slowness(self, median_ms: float) -> str:
        return (
            f"{self._name} needs {median_ms:.0f} ms for a frame of {_FRAME_MS:.0f} ms and falls behind: this machine "
            "is too slow for it or too busy; run it on a faster GPU, or on another machine with voice:=moshi_server"
        )
