"""The 80 ms loop: source -> engine -> sink.

Design: the loop goes when its source gives a frame, and does nothing else: read what is heard, step the engine, write
what is spoken, tell the listeners. Whatever fails on the way is counted and reported, and the loop goes on; an engine
that fails leaves the creature alive and silent.
Muting and beginning anew take a frame: what is being said fades out in it, and only then is the engine told; so neither
is heard as a click, and the engine need not fade.
Threading: one worker owns source, engine step and sink. Listeners are called in it and must not block. mute(),
begin_anew() and what can be read may be used from any thread.
Units: frames of 80 ms; durations in milliseconds; seconds on time.monotonic.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from creature_voice.engine import DuplexEngine, Speaker, Step
from creature_voice.errors import VoiceError
from creature_voice.frame import FRAME_S, FRAME_SAMPLES, Frame, silence
from creature_voice.gate import Gate
from creature_voice.open_texts import OpenTexts
from creature_voice.sinks.sink import FrameSink
from creature_voice.sources.source import FrameSource
from creature_voice.stats import LoopReport, LoopStats

# How often the worker looks whether it should stop, while its source has nothing.
_READ_TIMEOUT_S = 0.1
_COMPLAIN_EVERY_S = 10.0
_STOP_TIMEOUT_S = 5.0


@dataclass(frozen=True)
class Tick:
    """What happened in one frame.

    Attributes:
        index: The frame's number since the loop was made, from 0; stopping and starting leaves no jump.
        heard: What was heard, float32, shape [1920].
        step: What the engine gave for it, and was let out.
        muted: The voice is to say nothing.
    """

    index: int
    heard: Frame
    step: Step
    muted: bool = False


Listener = Callable[[Tick], None]


class DuplexLoop:
    """Drives an engine, frame by frame."""

    def __init__(
        self,
        engine: DuplexEngine,
        source: FrameSource,
        sink: FrameSink,
        listeners: Sequence[Listener] = (),
        *,
        complain: Callable[[str], None] = lambda message: None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """Args:
        listeners: Told of every frame, in the worker; they must not block.
        complain: Told of what fails, in words, at most once in 10 s for each part.
        clock: Monotonic time, seconds.
        """
        self._engine = engine
        self._source = source
        self._sink = sink
        self._listeners = tuple(listeners)
        self._complain = complain
        self._clock = clock
        self._stop = threading.Event()
        self._thread: threading.Thread | None = None
        # The worker before: alive after a stop only if an engine's step takes that long.
        self._left: threading.Thread | None = None
        self._stats = LoopStats()
        self._index = 0
        self._failures: dict[str, str] = {}
        self._failed_steps = 0
        self._complained_s: dict[str, float] = {}
        self._muted = self._told_muted = False
        self._telling = threading.Lock()
        self._anew = threading.Event()
        self._gate = Gate()
        self._texts = OpenTexts()

    def start(self) -> None:
        """Begin: the engine forgets, the figures count from 0; frames go on counting, as listeners reckon with.

        Raises:
            VoiceError: source or sink cannot begin, or the engine is still busy with a frame from before.
        """
        if self._left is not None and self._left.is_alive():
            raise VoiceError("the engine is still busy with a frame from before the stop; activate it again later")
        self._sink.start()
        try:
            self._source.start()
        except BaseException:
            self._sink.stop()
            raise
        self._stats, self._failed_steps = LoopStats(), 0
        self._failures.clear()
        self._stop.clear()
        self._anew.clear()
        self._thread = threading.Thread(target=self._run, name="duplex-loop", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """End; returns when the frame in hand is done. May be called twice."""
        self._stop.set()
        if self._thread is not None:
            self._thread.join(_STOP_TIMEOUT_S)
            self._left, self._thread = self._thread, None
            self._source.stop()
            self._sink.stop()

    def mute(self, muted: bool) -> None:
        """Say nothing from the next frame on, or speak again; it stays so when the loop is stopped and started."""
        self._muted = muted
        if not muted:
            # At once: words given after this call are not refused any more.
            self._tell_muted()

    @property
    def muted(self) -> bool:
        """It is to say nothing."""
        return self._muted

    def begin_anew(self) -> None:
        """Let the next frame fade out, then have the engine forget the conversation; asked twice, it does so once."""
        self._anew.set()

    def report(self) -> LoopReport:
        """How the loop keeps time."""
        return self._stats.report()

    @property
    def failures(self) -> dict[str, str]:
        """What fails at the moment, by part ("engine", "source", "sink", "listener"); empty when all goes well."""
        return dict(self._failures)

    @property
    def failed_steps(self) -> int:
        """Engine steps that failed since the start."""
        return self._failed_steps

    def tick(self, timeout_s: float = _READ_TIMEOUT_S) -> bool:
        """Handle the next frame; False if none was due within the timeout."""
        try:
            heard = self._source.read(timeout_s)
            self._failures.pop("source", None)
        except Exception as error:
            self._fail("source", error)
            self._stop.wait(FRAME_S)
            return False
        if heard is None:
            return False
        begun_s = self._clock()
        step = self._step(heard.frame)
        stepped_s = self._clock()
        # Looked at after the step: nothing is lost of what the engine begins on when it may speak again.
        muted, anew = self._muted, self._anew.is_set()
        step = self._texts.follow(self._gate.let_out(step, shut=muted or anew))
        self._hand_on(Tick(self._index, heard.frame, step, muted))
        done_s = self._clock()
        self._index += 1
        self._stats.add(
            wait_ms=max(0.0, begun_s - heard.due_s) * 1000.0,
            step_ms=(stepped_s - begun_s) * 1000.0,
            path_ms=(done_s - stepped_s) * 1000.0,
            late=done_s - heard.due_s > FRAME_S,
        )
        if muted:
            self._tell_muted()
        if anew:
            self._forget()
        return True

    def _run(self) -> None:
        self._forget()
        while not self._stop.is_set():
            self.tick()

    def _tell_muted(self) -> None:
        with self._telling:
            muted = self._muted
            if muted == self._told_muted:
                return
            self._told_muted = muted
            self._have_engine(lambda: self._engine.mute(muted))
        if muted:
            self._texts.close([Speaker.AGENT])

    def _forget(self) -> None:
        self._anew.clear()
        self._have_engine(self._engine.reset)
        with self._telling:
            # An engine that is as if it had just been made may speak.
            if self._told_muted:
                self._have_engine(lambda: self._engine.mute(True))
        self._texts.close()

    def _have_engine(self, do: Callable[[], None]) -> None:
        try:
            do()
        except Exception as error:
            self._fail("engine", error)

    def _step(self, heard: Frame) -> Step:
        try:
            step = self._engine.step(heard)
            if step.spoken.shape != (FRAME_SAMPLES,):
                raise ValueError(f"step gave sound of shape {step.spoken.shape}, not ({FRAME_SAMPLES},)")
        except Exception as error:
            self._failed_steps += 1
            self._fail("engine", error)
            return Step(silence())
        self._failures.pop("engine", None)
        return step

    def _hand_on(self, tick: Tick) -> None:
        try:
            self._sink.write(tick.step.spoken)
            self._failures.pop("sink", None)
        except Exception as error:
            self._fail("sink", error)
        self._failures.pop("listener", None)
        for listener in self._listeners:
            try:
                listener(tick)
            except Exception as error:
                self._fail("listener", error)

    def _fail(self, part: str, error: Exception) -> None:
        # Anything may be raised by what others plug in; the voice outlives all of it.
        message = f"{type(error).__name__}: {error}"
        self._failures[part] = message
        now_s = self._clock()
        if now_s - self._complained_s.get(part, -_COMPLAIN_EVERY_S) >= _COMPLAIN_EVERY_S:
            self._complained_s[part] = now_s
            self._complain(f"{part} failed, the voice goes on without it: {message}")
