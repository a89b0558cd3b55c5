"""The one place that converts between ROS messages and the face's own values."""

from __future__ import annotations

import numpy as np
from builtin_interfaces.msg import Time
from creature_msgs.msg import Affect, AudioFrame, TaskState, TextToken, VoiceState

from creature_face.state import SPEAKER_CREATURE, SPEAKER_USER, FeelingView, PieceView, TaskView, VoiceView


def pcm_of(message: AudioFrame) -> bytes:
    """The samples as little-endian signed 16-bit PCM."""
    return message.samples.astype("<i2", copy=False).tobytes()


def audio_frame(index: int, pcm: bytes, stamp: Time) -> AudioFrame:
    """A frame of the microphone from 1920 little-endian signed 16-bit samples."""
    samples = np.frombuffer(pcm, "<i2").astype(np.int16)
    return AudioFrame(stamp=stamp, frame=index, samples=samples)


def voice_view(message: VoiceState) -> VoiceView:
    """What the voice does."""
    return VoiceView(
        speaking=message.speaking,
        listening=message.user_speaking,
        thinking=message.thinking,
        backchannels=message.backchannels,
    )


def piece_view(message: TextToken) -> PieceView:
    """A piece of what is heard or said."""
    speaker = SPEAKER_USER if message.speaker == TextToken.USER else SPEAKER_CREATURE
    return PieceView(speaker, message.piece, message.final)


def feeling_view(message: Affect) -> FeelingView:
    """What the creature feels; empty names are those of rest."""
    return FeelingView(
        state=message.state or "idle",
        emotion=message.emotion or "neutral",
        valence=message.valence,
        arousal=message.arousal,
        intensity=message.intensity,
        cause=message.cause,
    )


def task_view(message: TaskState) -> TaskView:
    """How a task goes."""
    return TaskView(
        goal_id=message.goal_id,
        intent=message.intent,
        object=message.object,
        phase=message.phase,
        progress=message.progress,
        outcome=message.outcome,
        message=message.message,
    )
