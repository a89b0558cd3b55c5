"""The node `intent`: listens to the conversation's text, publishes intents, has the body do tasks."""

from __future__ import annotations

import random
import sys
import time
import uuid
from typing import Any

from creature_msgs.msg import TaskIntent, TaskState, TextToken
from rclpy.experimental.events_executor import EventsExecutor
from rclpy.node import Node
from rclpy.qos import DurabilityPolicy, QoSProfile, ReliabilityPolicy

from creature_intent.action_clients import TaskClient, VoiceClient
from creature_intent.config import IntentConfig
from creature_intent.convert import intent_message, state_message, token_from
from creature_intent.dispatcher import Dispatcher, Outlets
from creature_intent.goals import Goal, Progress
from creature_intent.outcome_words import OutcomeWords
from creature_intent.policy import Decision
from creature_intent.watcher import Heard, Watcher
from creature_node.diagnostics import Diagnostics, Health, Level
from creature_node.main import run_node
from creature_node.parameters import declare_config

TICK_S = 0.1
"""The dispatcher's beat while a goal is on its way; none beats otherwise."""

TEXT_QOS = QoSProfile(depth=200, reliability=ReliabilityPolicy.RELIABLE)
INTENT_QOS = QoSProfile(depth=10, reliability=ReliabilityPolicy.RELIABLE)
TASK_QOS = QoSProfile(depth=10, reliability=ReliabilityPolicy.RELIABLE, durability=DurabilityPolicy.TRANSIENT_LOCAL)


class IntentNode(Node):
    """Text stream in; intents, tasks and words about their outcome out."""

    def __init__(self, **node_arguments: Any) -> None:
        super().__init__("intent", **node_arguments)
        config = declare_config(self, IntentConfig)
        self._watcher = Watcher(config)
        self._body = TaskClient(self)
        self._voice = VoiceClient(self)
        outlets = Outlets(self._publish_progress, self._say, self._ended, time.monotonic, lambda: uuid.uuid4().hex)
        self._dispatcher = Dispatcher(config, self._body, OutcomeWords(random.Random().choice), outlets)
        self._intents = self.create_publisher(TaskIntent, "intent", INTENT_QOS)
        self._tasks = self.create_publisher(TaskState, "task", TASK_QOS)
        self.create_subscription(TextToken, "voice/text", self._on_token, TEXT_QOS)
        self._beat = self.create_timer(TICK_S, self._tick, autostart=False)
        self._diagnostics = Diagnostics(self, self._health)
        self.get_logger().info("ready: intent listens to voice/text")

    def close(self) -> None:
        """Leave the graph's actions."""
        self._body.close()
        self._voice.close()

    def _on_token(self, message: TextToken) -> None:
        heard = self._watcher.feed(token_from(message), time.monotonic())
        self._report_flaws(heard)
        for decision in heard.decisions:
            self._act(decision)

    def _report_flaws(self, heard: Heard) -> None:
        if heard.gap is not None:
            self.get_logger().warning(
                f"{heard.gap.count} tokens lost from number {heard.gap.first_seq}: nothing that spans them is acted on"
            )
        for phrase in heard.torn:
            self.get_logger().warning(f"not acted on, {phrase.flaw}: '{phrase.text}'")

    def _act(self, decision: Decision) -> None:
        act = decision.publish
        if act is not None:
            self._intents.publish(intent_message(act, self.get_clock().now().to_msg()))
            self.get_logger().info(f"{act.kind.value} {act.intent} '{act.slots.object}': {act.reason}")
        if decision.cancel:
            self._dispatcher.cancel(act.reason if act else "")
        if decision.goal is not None:
            self._dispatcher.submit(decision.goal)
            self._beat.reset()

    def _tick(self) -> None:
        self._dispatcher.tick()
        if not self._dispatcher.busy:
            self._beat.cancel()

    def _publish_progress(self, progress: Progress) -> None:
        self._tasks.publish(state_message(progress, self.get_clock().now().to_msg()))
        if progress.outcome:
            self.get_logger().info(f"task {progress.goal.intent} ended: {progress.outcome} {progress.message}".rstrip())

    def _say(self, words: str) -> None:
        self._watcher.handed(words)
        self._voice.say(words)

    def _ended(self, goal: Goal, outcome: str) -> None:
        self._watcher.ended(goal, outcome, time.monotonic())

    def _health(self) -> list[Health]:
        phrases = self._watcher.phrases
        level = Level.WARN if phrases.gaps else Level.OK
        message = f"{phrases.gaps} gaps in the text" if phrases.gaps else "ok"
        listening = Health(
            "watcher",
            level,
            message,
            {
                "tokens": phrases.tokens,
                "gaps": phrases.gaps,
                "tokens_lost": phrases.lost,
                **{
                    f"intents_{kind}": self._watcher.intents[kind]
                    for kind in ("request", "commit", "correct", "cancel")
                },
            },
        )
        outcomes = {f"goals_{outcome}": count for outcome, count in self._dispatcher.outcomes.items()}
        doing = Health("tasks", Level.OK, "working" if self._dispatcher.busy else "idle", outcomes)
        return [listening, doing]


def main() -> None:
    """Run the node until Ctrl-C."""
    sys.exit(run_node(IntentNode, EventsExecutor))


if __name__ == "__main__":
    main()
