"""Messages to and from the core. Nothing else here touches them."""

from __future__ import annotations

from creature_msgs.msg import Affect as AffectMessage
from creature_msgs.msg import TaskIntent, TaskState, VoiceState

from creature_affect.engine import Affect
from creature_affect.events import ASKED, CALLED_OFF, CORRECTED, PROMISED, IntentHeard, TaskNews, Voice

_KINDS = {
    TaskIntent.REQUEST: ASKED,
    TaskIntent.COMMIT: PROMISED,
    TaskIntent.CORRECT: CORRECTED,
    TaskIntent.CANCEL: CALLED_OFF,
}


def voice_from(message: VoiceState) -> Voice:
    """A frame of the voice."""
    return Voice(message.speaking, message.user_speaking, message.thinking, message.interruptions, message.backchannels)


def task_from(message: TaskState, now_s: float) -> TaskNews:
    """A task's news, at the ROS time `now_s`; a message without a stamp is taken for new."""
    stamp_s = message.stamp.sec + message.stamp.nanosec * 1e-9
    age_s = max(0.0, now_s - stamp_s) if stamp_s else 0.0
    return TaskNews(
        message.goal_id, message.intent, message.object, message.destination, message.outcome, message.message, age_s
    )


def intent_from(message: TaskIntent) -> IntentHeard | None:
    """An intent; None for a kind that is not known here, and for "never mind" where there was nothing to end."""
    kind = _KINDS.get(message.kind) if message.tier != "SUGGEST" or message.kind != TaskIntent.CANCEL else None
    return IntentHeard(kind, message.intent, message.utterance) if kind is not None else None


def message_from(affect: Affect) -> AffectMessage:
    """What is felt; the stamp is the node's business. Rounded: it is read with `ros2 topic echo`."""
    return AffectMessage(
        state=affect.state,
        emotion=affect.emotion,
        valence=_short(affect.valence),
        arousal=_short(affect.arousal),
        intensity=_short(affect.intensity),
        cause=affect.cause,
    )


def _short(value: float) -> float:
    return round(value, 3) + 0.0
