"""The affect node: what happens, as an emotion, on the topic affect."""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import Any

from creature_msgs.msg import Affect as AffectMessage
from creature_msgs.msg import TaskIntent, TaskState, VoiceState
from rclpy.experimental.events_executor import EventsExecutor
from rclpy.node import Node
from rclpy.qos import DurabilityPolicy, QoSProfile, ReliabilityPolicy

from creature_affect.affect_map import AffectMap
from creature_affect.config import AffectConfig
from creature_affect.convert import intent_from, message_from, task_from, voice_from
from creature_affect.engine import Affect, AffectEngine
from creature_affect.events import Event
from creature_affect.map_file import load_map
from creature_node.diagnostics import Diagnostics, Health, Level
from creature_node.installed import installed_file
from creature_node.main import run_node
from creature_node.parameters import declare_config

# Enough for what is measured in seconds; the fast timer runs only while something moves.
SLOW_S = 1.0
LATCHED = DurabilityPolicy.TRANSIENT_LOCAL


class AffectNode(Node):
    """Feeds the engine and publishes what it feels: at rate_hz while it changes, and otherwise not at all."""

    def __init__(self, **kwargs: Any) -> None:
        """
        Args:
            kwargs: For rclpy's Node (context, parameter_overrides, ...).

        Raises:
            ConfigError: a parameter or the affect map is wrong.
        """
        super().__init__("affect", **kwargs)
        config = declare_config(self, AffectConfig)
        path = config.map_file or installed_file("affect.yaml", "map_file")
        affect_map = load_map(path)
        self._engine = AffectEngine(affect_map, time.monotonic())
        self._shown: AffectMessage | None = None
        self._published = 0
        self._publisher = self.create_publisher(AffectMessage, "affect", QoSProfile(depth=1, durability=LATCHED))
        self._fast = self.create_timer(1.0 / config.rate_hz, self._tick)
        self._fast.cancel()
        self._slow = self.create_timer(SLOW_S, self._tick)
        self._subscribe()
        self._diagnostics = Diagnostics(self, self._health)
        self._tick()
        self._announce(affect_map, path)

    def _subscribe(self) -> None:
        frames = QoSProfile(depth=1, reliability=ReliabilityPolicy.BEST_EFFORT)
        self.create_subscription(VoiceState, "voice/state", self._on_voice, frames)
        self.create_subscription(TaskState, "task", self._on_task, QoSProfile(depth=10, durability=LATCHED))
        self.create_subscription(TaskIntent, "intent", self._on_intent, 10)

    def _announce(self, affect_map: AffectMap, path: str) -> None:
        size = f"{len(affect_map.states)} states, {len(affect_map.transitions)} transitions"
        self.get_logger().info(f"ready: affect with {size} ({Path(path).name})")

    def _on_voice(self, message: VoiceState) -> None:
        self._observe(voice_from(message))

    def _on_task(self, message: TaskState) -> None:
        self._observe(task_from(message, self.get_clock().now().nanoseconds * 1e-9))

    def _on_intent(self, message: TaskIntent) -> None:
        heard = intent_from(message)
        if heard is not None:
            self._observe(heard)

    def _observe(self, event: Event) -> None:
        now = time.monotonic()
        affect = self._engine.observe(event, now)
        # A new state or emotion goes out at once; the point's way there is the timer's.
        if self._shown is None or affect.label != _label(self._shown):
            self._show(affect)
        self._pace(now)

    def _tick(self) -> None:
        now = time.monotonic()
        self._show(self._engine.step(now))
        self._pace(now)

    def _pace(self, now: float) -> None:
        restless = self._engine.restless(now)
        if restless and self._fast.is_canceled():
            self._fast.reset()
        elif not restless and not self._fast.is_canceled():
            self._fast.cancel()

    def _show(self, affect: Affect) -> None:
        message = message_from(affect)
        if self._shown is not None:
            message.stamp = self._shown.stamp
            if message == self._shown:
                return
        message.stamp = self.get_clock().now().to_msg()
        self._publisher.publish(message)
        self._shown = message
        self._published += 1

    def _health(self) -> list[Health]:
        shown = self._shown or AffectMessage()
        values = {
            "emotion": shown.emotion,
            "valence": shown.valence,
            "arousal": shown.arousal,
            "intensity": shown.intensity,
            "cause": shown.cause,
            "messages_published": self._published,
        }
        return [Health("state", Level.OK, shown.state, values)]


def _label(message: AffectMessage) -> tuple[str, str, str]:
    return message.state, message.emotion, message.cause


def main() -> None:
    """Run the node until it is stopped."""
    # Half the cost of the wait-set executors for a frame of the voice every 80 ms.
    sys.exit(run_node(AffectNode, EventsExecutor))
