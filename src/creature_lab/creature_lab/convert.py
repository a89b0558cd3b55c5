"""Between the creature's messages and plain values; the only place that knows both."""

from __future__ import annotations

from creature_msgs.msg import Affect, AudioFrame, TaskIntent, TaskState, TextToken, VoiceState
from diagnostic_msgs.msg import DiagnosticArray

from creature_lab.events import (
    CREATURE,
    USER,
    Feeling,
    IntentEvent,
    Piece,
    SpokenFrame,
    Status,
    TaskEvent,
    VoiceSample,
)
from creature_voice.frame import Frame, from_pcm16, to_pcm16

_KINDS = {
    TaskIntent.REQUEST: "REQUEST",
    TaskIntent.COMMIT: "COMMIT",
    TaskIntent.CORRECT: "CORRECT",
    TaskIntent.CANCEL: "CANCEL",
}


def _speaker(value: int) -> str:
    return USER if value == TextToken.USER else CREATURE


def to_audio(index: int, frame: Frame) -> AudioFrame:
    """A frame to be heard; its stamp is left to the publisher."""
    return AudioFrame(frame=index, samples=to_pcm16(frame))


def from_audio(message: AudioFrame, at_s: float) -> SpokenFrame:
    """A frame of voice/speech."""
    return SpokenFrame(at_s, message.frame, from_pcm16(message.samples))


def from_token(message: TextToken, at_s: float) -> Piece:
    """A piece of voice/text."""
    return Piece(at_s, message.seq, message.frame, _speaker(message.speaker), message.piece, message.final)


def from_voice(message: VoiceState, at_s: float) -> VoiceSample:
    """A state of the voice."""
    return VoiceSample(
        at_s,
        message.frame,
        message.speaking,
        message.user_speaking,
        message.thinking,
        message.interruptions,
        message.backchannels,
    )


def from_intent(message: TaskIntent, at_s: float) -> IntentEvent:
    """An intent; a kind that is not known keeps its number."""
    return IntentEvent(
        at_s=at_s,
        kind=_KINDS.get(message.kind, str(message.kind)),
        speaker=_speaker(message.speaker),
        intent=message.intent,
        object=message.object,
        source=message.source,
        destination=message.destination,
        recipient=message.recipient,
        utterance=message.utterance,
        confidence=message.confidence,
        reason=message.reason,
        tier=message.tier or "ACT",
    )


def from_task(message: TaskState, at_s: float) -> TaskEvent:
    """A state of a task."""
    return TaskEvent(
        at_s=at_s,
        goal_id=message.goal_id,
        intent=message.intent,
        object=message.object,
        destination=message.destination,
        phase=message.phase,
        progress=message.progress,
        outcome=message.outcome,
        message=message.message,
    )


def from_affect(message: Affect, at_s: float) -> Feeling:
    """What the creature feels."""
    return Feeling(
        at_s=at_s,
        state=message.state,
        emotion=message.emotion,
        valence=message.valence,
        arousal=message.arousal,
        intensity=message.intensity,
        cause=message.cause,
    )


def from_diagnostics(message: DiagnosticArray, at_s: float) -> list[Status]:
    """The rows of /diagnostics."""
    return [Status(at_s, row.name, {pair.key: pair.value for pair in row.values}) for row in message.status]
