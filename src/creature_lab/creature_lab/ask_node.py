"""The ROS client that plays a recording to a running creature and listens to everything it does."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

from creature_msgs.msg import Affect, AudioFrame, TaskIntent, TaskState, TextToken, VoiceState
from diagnostic_msgs.msg import DiagnosticArray
from rclpy.context import Context
from rclpy.node import Node
from rclpy.qos import DurabilityPolicy, QoSProfile, ReliabilityPolicy, qos_profile_sensor_data
from rclpy.task import Future
from rclpy.time import Time

from creature_lab import convert
from creature_lab.conversation import Conversation
from creature_lab.errors import NoCreatureError
from creature_lab.finish import Patience
from creature_lab.flow import Flow, Result, Stage
from creature_lab.player import Player
from creature_lab.preflight import Preflight, Seen
from creature_lab.progress import ProgressLine
from creature_lab.recording import Recording
from creature_voice.frame import Frame

_TICK_S = 0.1
# Only the sender's depth is part of the contract; a deeper queue here loses no sound while this process is busy.
_SOUND = QoSProfile(depth=100, reliability=ReliabilityPolicy.BEST_EFFORT)
_STATE = QoSProfile(depth=5, reliability=ReliabilityPolicy.BEST_EFFORT)
_Read = Callable[[Any, float], Any]
_OTHERS = ("intent", "task", "affect")


def _latched(depth: int) -> QoSProfile:
    return QoSProfile(depth=depth, durability=DurabilityPolicy.TRANSIENT_LOCAL)


class AskNode(Node):
    """Plays a recording; `done` gets the Result, or NoCreatureError, and the conversation is in `talk`."""

    def __init__(
        self,
        recording: Recording,
        patience: Patience,
        wait_s: float,
        progress: ProgressLine,
        *,
        namespace: str,
        context: Context,
    ) -> None:
        super().__init__(
            "ask", namespace=namespace, context=context, enable_rosout=False, start_parameter_services=False
        )
        self.done = Future()
        self.talk = Conversation()
        self._progress = progress
        self._foreign_mic = 0
        self._silence_from = 0
        self._player = Player(self._send)
        self.preflight = Preflight(namespace, wait_s, time.monotonic())
        self._flow = Flow(recording, self.talk, self._player, self.preflight, patience)
        self._mic_heard = self.create_subscription(AudioFrame, "voice/mic", self._on_foreign_mic, _STATE)
        self._mic = self.create_publisher(AudioFrame, "voice/mic", qos_profile_sensor_data)
        self._began_ns = self.get_clock().now().nanoseconds
        self._listen()
        self.create_timer(_TICK_S, self._tick)

    def close(self) -> None:
        """Stop playing."""
        self._player.stop()

    def cancel(self) -> None:
        """End the conversation now; safe in a signal handler."""
        self.done.cancel()

    def _listen(self) -> None:
        talk = self.talk
        self._hear(AudioFrame, "voice/speech", convert.from_audio, talk.on_speech, _SOUND)
        self._hear(VoiceState, "voice/state", convert.from_voice, talk.on_voice, _STATE)
        self._hear(TextToken, "voice/text", convert.from_token, talk.on_piece, QoSProfile(depth=200))
        self._hear(TaskIntent, "intent", convert.from_intent, talk.on_intent, QoSProfile(depth=10))
        self.create_subscription(TaskState, "task", self._on_task, _latched(10))
        self._hear(Affect, "affect", convert.from_affect, talk.on_feeling, _latched(1))
        self.create_subscription(DiagnosticArray, "/diagnostics", self._on_diagnostics, 10)

    def _hear(self, kind: type[Any], topic: str, read: _Read, take: Callable[[Any], None], qos: QoSProfile) -> None:
        self.create_subscription(kind, topic, lambda message: take(read(message, time.monotonic())), qos)

    def _on_task(self, message: TaskState) -> None:
        # The topic keeps its history for those who come late: tasks of earlier conversations are not of this one.
        if not 0 < Time.from_msg(message.stamp).nanoseconds < self._began_ns:
            self.talk.on_task(convert.from_task(message, time.monotonic()))

    def _on_diagnostics(self, message: DiagnosticArray) -> None:
        for status in convert.from_diagnostics(message, time.monotonic()):
            self.talk.on_status(status)

    def _on_foreign_mic(self, _message: AudioFrame) -> None:
        self._foreign_mic += 1

    def _send(self, index: int, frame: Frame) -> None:
        message = convert.to_audio(index, frame)
        message.stamp = self.get_clock().now().to_msg()
        self._mic.publish(message)

    def _tick(self) -> None:
        now_s = time.monotonic()
        stage = self._flow.stage
        try:
            self._flow.tick(self._seen(), now_s)
        except NoCreatureError as error:
            self._end(error)
            return
        if stage is Stage.FINDING and self._flow.stage is not stage:
            self._stop_hearing_mic()
        self._progress.show(self._flow.words(), self._flow.elapsed_s(now_s))
        if self._flow.result is not None:
            self._end(self._flow.result)

    def _stop_hearing_mic(self) -> None:
        self.destroy_subscription(self._mic_heard)
        self._silence_from = self.talk.voice_samples

    def _end(self, outcome: Result | NoCreatureError) -> None:
        if self.done.done():
            return
        self._player.stop()
        if isinstance(outcome, NoCreatureError):
            self.done.set_exception(outcome)
        else:
            self.done.set_result(outcome)

    def _seen(self) -> Seen:
        if self._flow.stage in (Stage.LEADING_IN, Stage.TALKING):
            return _NOTHING_TO_SEE
        voices = _nodes(self.get_publishers_info_by_topic(self._full("voice/state")))
        hearing = _nodes(self.get_subscriptions_info_by_topic(self._full("voice/mic")))
        return Seen(
            voice_there=bool(voices),
            voice_hears_topic=bool(voices & hearing),
            others_missing=tuple(topic for topic in _OTHERS if not self.count_publishers(self._full(topic))),
            foreign_mic=self._foreign_mic,
            voice_samples=self.talk.voice_samples - self._silence_from,
            figures_seen=self.talk.figures.seen,
            busy=self.talk.busy,
        )

    def _full(self, topic: str) -> str:
        return self.resolve_topic_name(topic)


# Once the recording plays, the graph is not asked any more.
_NOTHING_TO_SEE = Seen(
    voice_there=True,
    voice_hears_topic=True,
    others_missing=(),
    foreign_mic=0,
    voice_samples=0,
    figures_seen=True,
    busy=False,
)


def _nodes(endpoints: list[Any]) -> set[tuple[str, str]]:
    return {(endpoint.node_namespace, endpoint.node_name) for endpoint in endpoints}
