"""The whole voice without ROS: engine, source, sink and the loop that joins them.

Threading: made, started, stopped and closed by one thread; hear() by any; listeners are called by the loop's worker.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from creature_voice.config import VoiceConfig
from creature_voice.echo_canceller import EchoCanceller
from creature_voice.engine import DuplexEngine
from creature_voice.engines import EngineSettings, Progress, make_engine
from creature_voice.frame import Frame
from creature_voice.loop import DuplexLoop, Listener
from creature_voice.sinks import make_sink
from creature_voice.sinks.sink import FrameSink
from creature_voice.sources import make_source
from creature_voice.sources.queued import QueuedSource
from creature_voice.sources.source import FrameSource


class Voice:
    """Everything that was made by configuring."""

    def __init__(
        self,
        engine: DuplexEngine,
        source: FrameSource,
        sink: FrameSink,
        listeners: Sequence[Listener] = (),
        complain: Callable[[str], None] = lambda message: None,
    ) -> None:
        self.engine = engine
        self.source = source
        self.sink = sink
        self.loop = DuplexLoop(engine, source, sink, listeners, complain=complain)
        self._feeds = source if isinstance(source, QueuedSource) else None

    def hear(self, frame: Frame, index: int) -> None:
        """A frame from voice/mic has arrived; ignored by sources that have their own sound."""
        if self._feeds is not None:
            self._feeds.feed(frame, index)

    def close(self) -> None:
        """Stop, and give back everything. May be called twice."""
        self.loop.stop()
        self.source.close()
        self.sink.close()
        self.engine.close()


def make_voice(
    config: VoiceConfig,
    settings: EngineSettings,
    listeners: Sequence[Listener],
    progress: Progress,
    complain: Callable[[str], None],
) -> Voice:
    """Open source and sink and load the engine; what was opened is closed again if the rest fails.

    Raises:
        VoiceError: a file, a device or a package is not to be had.
        EngineError: the engine cannot be made.
    """
    # Sound first: a wrong file name should not cost the time it takes to load models.
    source, sink = _make_sound(config)
    try:
        engine = _make_engine(config, settings, progress)
    except BaseException:
        source.close()
        sink.close()
        raise
    return Voice(engine, source, sink, listeners, complain)


def _make_engine(config: VoiceConfig, settings: EngineSettings, progress: Progress) -> DuplexEngine:
    if config.user_transcript == "none":
        return make_engine(config.voice, settings, progress)
    from creature_voice.engines.transcribing import TranscribingEngine, make_transcriber

    # First what is loaded soon: a package that is missing is not learned of after minutes.
    transcriber = make_transcriber(settings.local, progress)
    try:
        return TranscribingEngine(make_engine(config.voice, settings, progress), transcriber)
    except BaseException:
        transcriber.close()
        raise


def _make_sound(config: VoiceConfig) -> tuple[FrameSource, FrameSink]:
    sink = make_sink(config)
    try:
        return make_source(config, _canceller(config, sink)), sink
    except BaseException:
        sink.close()
        raise


def _canceller(config: VoiceConfig, sink: FrameSink) -> EchoCanceller | None:
    if not (config.echo_cancellation and config.source == "device" and config.sink == "device"):
        return None
    from creature_voice.sinks.device import DeviceSink

    assert isinstance(sink, DeviceSink)
    canceller = EchoCanceller(sink.rate_hz)
    sink.tell_played(canceller.played)
    return canceller
