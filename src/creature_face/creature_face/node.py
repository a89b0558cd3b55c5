"""The node `face`: topics of the creature on one side, pages on the other.

Threading: ROS callbacks run on the executor's thread and hand over to the bridge without waiting; microphone frames
are published on the bridge's thread the moment they arrive, because the voice is paced by them.
"""

from __future__ import annotations

import sys
import time
from typing import Any

from creature_msgs.msg import Affect, AudioFrame, TaskState, TextToken, VoiceState
from rclpy.experimental.events_executor import EventsExecutor
from rclpy.node import Node
from rclpy.qos import DurabilityPolicy, QoSProfile, ReliabilityPolicy, qos_profile_sensor_data

from creature_face import convert
from creature_face.bridge import Bridge
from creature_face.captions import Captions
from creature_face.config import AUDIO_PAGE, FaceConfig
from creature_face.feed import Feed
from creature_face.mouth import Mouth
from creature_face.state import FaceState
from creature_node.diagnostics import Diagnostics, Health, Level
from creature_node.main import run_node
from creature_node.parameters import declare_config

# Pages are told at least once a second; a little more often, so that a late timer keeps the promise.
BEAT_S = 0.9
# A refused page tries again and again: once in this time is told.
WARN_S = 10.0
TEXT_QOS = QoSProfile(depth=200)
VOICE_STATE_QOS = QoSProfile(depth=1, reliability=ReliabilityPolicy.BEST_EFFORT)
AFFECT_QOS = QoSProfile(depth=1, durability=DurabilityPolicy.TRANSIENT_LOCAL)
TASK_QOS = QoSProfile(depth=10, durability=DurabilityPolicy.TRANSIENT_LOCAL)


class FaceNode(Node):
    """Serves the face's page and feeds it."""

    def __init__(self, **node_arguments: Any) -> None:
        super().__init__("face", **node_arguments)
        config = declare_config(self, FaceConfig)
        self._feed = Feed(
            Mouth(config.mouth_floor_db, config.mouth_full_db, config.mouth_attack_ms, config.mouth_release_ms)
        )
        self._captions = Captions()
        self._mic = None
        if config.audio == AUDIO_PAGE:
            self._mic = self.create_publisher(AudioFrame, "voice/mic", qos_profile_sensor_data)
        self.bridge = Bridge(config, self._on_mic, self._warn)
        self._dropped = 0
        self._wire_topics()
        self._open(config)

    def close(self) -> None:
        """Close the pages' connections and the port."""
        self.bridge.close()

    def _wire_topics(self) -> None:
        self.create_subscription(VoiceState, "voice/state", self._on_voice_state, VOICE_STATE_QOS)
        self.create_subscription(AudioFrame, "voice/speech", self._on_speech, qos_profile_sensor_data)
        self.create_subscription(TextToken, "voice/text", self._on_text, TEXT_QOS)
        self.create_subscription(Affect, "affect", self._on_affect, AFFECT_QOS)
        self.create_subscription(TaskState, "task", self._on_task, TASK_QOS)
        self.create_timer(BEAT_S, self._on_beat)
        self._diagnostics = Diagnostics(self, self._health)

    def _open(self, config: FaceConfig) -> None:
        self.bridge.open()
        if config.host not in ("localhost", "::1") and not config.host.startswith("127."):
            self.get_logger().warning(
                f"host is '{config.host}': other machines see the face, but browsers give a page the microphone only "
                "on localhost or over https"
            )
        self.get_logger().info(f"ready: face at {self.bridge.url}")

    def _on_speech(self, message: AudioFrame) -> None:
        now_s = time.monotonic()
        pcm = convert.pcm_of(message)
        state = self._feed.speech(message.frame, pcm, now_s)
        self.bridge.speak(message.frame, pcm, state, now_s)

    def _on_voice_state(self, message: VoiceState) -> None:
        self._show(self._feed.voice(convert.voice_view(message), time.monotonic()))

    def _on_text(self, message: TextToken) -> None:
        caption = self._captions.add(convert.piece_view(message), time.monotonic())
        if caption is not None:
            self.bridge.caption(caption)

    def _on_affect(self, message: Affect) -> None:
        self._show(self._feed.feel(convert.feeling_view(message)))

    def _on_task(self, message: TaskState) -> None:
        self._show(self._feed.work(convert.task_view(message)))

    def _on_beat(self) -> None:
        self._show(self._feed.beat(time.monotonic()))

    def _show(self, state: FaceState | None) -> None:
        if state is not None:
            self.bridge.show(state)

    def _on_mic(self, index: int, pcm: bytes) -> None:
        if self._mic is not None:
            self._mic.publish(convert.audio_frame(index, pcm, self.get_clock().now().to_msg()))

    def _warn(self, message: str) -> None:
        self.get_logger().warning(message, throttle_duration_sec=WARN_S)

    def _health(self) -> list[Health]:
        counts = self.bridge.counts
        latency = self.bridge.latency.summary(time.monotonic())
        dropping, self._dropped = counts.dropped > self._dropped, counts.dropped
        level, message = Level.OK, "serving"
        if not self.bridge.alive:
            level, message = Level.ERROR, "the bridge has stopped: restart the node"
        elif dropping:
            level, message = Level.WARN, "a page reads too slowly: its oldest frames are dropped"
        values: dict[str, object] = {
            "clients": counts.pages,
            "audio_owner": "yes" if counts.owner else "no",
            "mic_frames_in": counts.mic_frames,
            "mic_frames_lost": counts.mic_lost,
            "speech_frames_out": counts.speech_frames,
            "frames_dropped": counts.dropped,
            "messages_flooded": counts.flooded,
            "messages_malformed": counts.malformed,
            "clients_refused": counts.refused,
        }
        if latency is not None:
            values["bridge_ms_median"], values["bridge_ms_p99"] = latency
        return [Health("bridge", level, message, values)]


def main() -> None:
    """Run the node until Ctrl-C."""
    sys.exit(run_node(FaceNode, EventsExecutor))


if __name__ == "__main__":
    main()
