"""The voice's values as messages, and back."""

from __future__ import annotations

from builtin_interfaces.msg import Time
from creature_msgs.action import Say
from creature_msgs.msg import Abilities as AbilitiesMessage
from creature_msgs.msg import AudioFrame, TextToken, VoiceState

from creature_node.diagnostics import Health, Level
from creature_voice.brains.abilities import Abilities
from creature_voice.engine import DuplexEngine, Saying, TextEvent
from creature_voice.frame import Frame, from_pcm16, to_pcm16
from creature_voice.levels import level
from creature_voice.loop import DuplexLoop, Tick
from creature_voice.sinks.sink import FrameSink
from creature_voice.sources.source import FrameSource

# Late frames among the last 375 (30 s) that are worth a warning: 1 %.
_LATE_WORTH_WARNING = 4


def audio_message(frame: Frame, index: int, stamp: Time) -> AudioFrame:
    """A frame as 16-bit PCM."""
    return AudioFrame(stamp=stamp, frame=index, samples=to_pcm16(frame))


def frame_of(message: AudioFrame) -> Frame:
    """The frame in a message: float32, shape [1920]."""
    return from_pcm16(message.samples)


def abilities_of(message: AbilitiesMessage) -> Abilities:
    """What a body has declared."""
    return Abilities(frozenset(message.intents), tuple(message.motions))


def state_message(tick: Tick, stamp: Time) -> VoiceState:
    """What the voice does in this frame."""
    step = tick.step
    return VoiceState(
        stamp=stamp,
        frame=tick.index,
        speaking=step.speaking,
        user_speaking=step.user_speaking,
        thinking=step.thinking,
        level=level(step.spoken),
        user_level=level(tick.heard),
        interruptions=step.interruptions,
        backchannels=step.backchannels,
        muted=tick.muted,
    )


def token_message(event: TextEvent, seq: int, index: int, stamp: Time) -> TextToken:
    """A piece of text, number `seq`, in frame `index`."""
    return TextToken(
        stamp=stamp, seq=seq, frame=index, speaker=int(event.speaker), piece=event.piece, final=event.final
    )


def say_result(saying: Saying) -> Say.Result:
    """How given words ended; CANCELED for words that had not when the voice was stopped."""
    outcome = saying.outcome
    if outcome is None:
        return Say.Result(code=Say.Result.CANCELED, spoken=saying.spoken, message="the voice was stopped")
    return Say.Result(code=int(outcome), spoken=saying.spoken, message=saying.message)


def loop_health(loop: DuplexLoop, source: FrameSource, sink: FrameSink) -> Health:
    """Row "voice: loop"."""
    report, heard, played = loop.report(), source.counts(), sink.counts()
    failures = [f"{part} fails: {what}" for part, what in loop.failures.items() if part != "engine"]
    level, message = Level.OK, "keeps time, muted" if loop.muted else "keeps time"
    if failures:
        level, message = Level.ERROR, "; ".join(failures)
    elif report.recent_late >= _LATE_WORTH_WARNING:
        level, message = Level.WARN, f"{report.recent_late} frames of the last 30 s were late: is the machine too busy?"
    values: dict[str, object] = {
        "frames_total": report.total,
        "frames_late": report.late,
        "frames_late_recent": report.recent_late,
        "frames_dropped": heard.dropped + heard.lost + played.dropped,
        "underruns": played.underruns,
        "step_ms_median": report.step_ms_median,
        "step_ms_p99": report.step_ms_p99,
        "step_ms_p99_recent": report.recent_step_ms_p99,
        "path_ms_median": report.path_ms_median,
        "path_ms_p99": report.path_ms_p99,
        "path_ms_p99_recent": report.recent_path_ms_p99,
        "wait_ms_p99": report.wait_ms_p99,
    }
    return Health("loop", level, message, values)


def engine_health(engine: DuplexEngine, loop: DuplexLoop) -> Health:
    """Row "voice: engine"."""
    failure = loop.failures.get("engine")
    try:
        health = engine.health()
    except Exception as error:
        return Health("engine", Level.ERROR, f"cannot tell how it is: {error}", {"failed_steps": loop.failed_steps})
    values = {**health.values, "failed_steps": loop.failed_steps}
    if failure is not None:
        return Health("engine", Level.ERROR, f"fails, the creature is silent: {failure}", values)
    return Health("engine", Level.OK if health.ok else Level.WARN, health.message, values)


def source_health(source: FrameSource) -> Health:
    """Row "voice: source"."""
    counts = source.counts()
    values: dict[str, object] = {
        "frames_heard": counts.heard,
        "frames_silent": counts.silent,
        "frames_lost": counts.lost,
        "frames_dropped": counts.dropped,
        "frames_skipped": counts.skipped,
    }
    return Health("source", Level.OK, source.describe(), values)
