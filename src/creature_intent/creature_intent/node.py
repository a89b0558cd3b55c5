"""The node `intent`: listens to the conversation's text, publishes intents, has the body do tasks."""

from __future__ import annotations

import os
import random
import sys
import time
import traceback
import uuid
from typing import Any

from creature_msgs.msg import Abilities as AbilitiesMessage
from creature_msgs.msg import TaskIntent, TaskState, TextToken
from rclpy.experimental.events_executor import EventsExecutor
from rclpy.node import Node
from rclpy.qos import DurabilityPolicy, QoSProfile, ReliabilityPolicy

from creature_intent.action_clients import ACTION, TaskClient, VoiceClient
from creature_intent.asking import Asking
from creature_intent.config import IntentConfig
from creature_intent.convert import abilities_from, intent_message, state_message, task_definition, token_from
from creature_intent.deliberation.config import DeliberationConfig
from creature_intent.deliberation.deliberator import Deliberator
from creature_intent.deliberation.ear import ProjectEar
from creature_intent.deliberation.make import make_reasoner
from creature_intent.dialogue.decision import Decision, told
from creature_intent.dialogue.watcher import Heard, Watcher
from creature_intent.opinions import make_doubts
from creature_intent.second_opinion import SecondOpinionConfig
from creature_intent.slow_loop import SlowLoop
from creature_intent.tasks.abilities import Abilities
from creature_intent.tasks.dispatcher import Dispatcher
from creature_intent.tasks.goals import Goal, Progress
from creature_intent.tasks.outcome_words import OutcomeWords
from creature_intent.tasks.ports import Outlets
from creature_intent.text.phrases import Phrase
from creature_intent.tool_schema import tool_schema
from creature_node.diagnostics import Diagnostics, Health, Level
from creature_node.main import run_node
from creature_node.parameters import declare_configs

TICK_S = 0.1
"""The slow loop's beat while a goal is on its way or something is thought about; none beats otherwise."""
ABILITIES = f"{ACTION}/abilities"

TEXT_QOS = QoSProfile(depth=200, reliability=ReliabilityPolicy.RELIABLE)
INTENT_QOS = QoSProfile(depth=10, reliability=ReliabilityPolicy.RELIABLE)
ABILITIES_QOS = QoSProfile(depth=1, reliability=ReliabilityPolicy.RELIABLE, durability=DurabilityPolicy.TRANSIENT_LOCAL)
TASK_QOS = QoSProfile(depth=10, reliability=ReliabilityPolicy.RELIABLE, durability=DurabilityPolicy.TRANSIENT_LOCAL)


class IntentNode(Node):
    """Text stream in; intents, tasks and words about their outcome out."""

    def __init__(self, **node_arguments: Any) -> None:
        super().__init__("intent", **node_arguments)
        groups = {"": IntentConfig, "deliberation": DeliberationConfig, "second_opinion": SecondOpinionConfig}
        configs = declare_configs(self, groups)
        config = configs[""]
        self._watcher = Watcher(config, self._on_defect)
        self._defects = 0
        self._doubts = make_doubts(configs["second_opinion"], os.environ)
        self._body = TaskClient(self)
        self._voice = VoiceClient(self, self._on_said)
        self._acts_on_silence = config.silence_s > 0.0
        self._declared = Abilities()
        self._slow = self._slow_loop(config, configs["deliberation"])
        self._watcher.policy.ask_also(lambda: self._slow.at_work(time.monotonic()))
        self._intents = self.create_publisher(TaskIntent, "intent", INTENT_QOS)
        self._tasks = self.create_publisher(TaskState, "task", TASK_QOS)
        self._text = self.create_subscription(TextToken, "voice/text", self._on_token, TEXT_QOS)
        self.create_subscription(AbilitiesMessage, ABILITIES, self._on_abilities, ABILITIES_QOS)
        self._beat = self.create_timer(TICK_S, self._tick, autostart=False)
        self._diagnostics = Diagnostics(self, self._health)
        self.get_logger().info("ready: intent listens to voice/text")

    def close(self) -> None:
        """End what is on its way, and leave the graph's actions."""
        self.destroy_subscription(self._text)  # nothing is begun any more
        self._beat.cancel()
        canceled = self._slow.close()
        if self._doubts is not None:
            self._doubts.close()
        self._body.close(canceled)
        self._voice.close()

    def _slow_loop(self, config: IntentConfig, thinking: DeliberationConfig) -> SlowLoop:
        outlets = Outlets(self._publish_progress, self._say, self._ended, time.monotonic, lambda: uuid.uuid4().hex)
        dispatcher = Dispatcher(config, self._body, OutcomeWords(random.Random().choice), outlets)
        definition = task_definition()
        log = self.get_logger()
        reasoner = make_reasoner(
            thinking, lambda body: tool_schema(definition, body.intents), os.environ, lambda why: log.warning(why)
        )
        deliberator = Deliberator(reasoner, thinking.max_steps)
        ear = ProjectEar(config.request_expiry_s)
        return SlowLoop(
            dispatcher, deliberator, ear, self._abilities, self._say, lambda line: log.info(line),
            Asking(config.ask_first, config.ask_again_s), self._watcher.asked,
        )  # fmt: skip

    def _on_abilities(self, message: AbilitiesMessage) -> None:
        self._declared = abilities_from(message)
        self._body.answers()  # asks a new one now, so that its first task need not wait for that

    def _abilities(self) -> Abilities:
        """What the body that is there has declared; one that has gone takes its word with it."""
        return self._declared if self.count_publishers(ABILITIES) else Abilities()

    def _on_token(self, message: TextToken) -> None:
        now_s = time.monotonic()
        self._take(self._watcher.feed(token_from(message), now_s), now_s)
        if self._busy and self._beat.is_canceled():
            self._beat.reset()

    def _on_defect(self, phrase: Phrase, defect: Exception) -> None:
        """The rules stumbled over a phrase: that must not end the node, nor its ear for "stop"."""
        self._defects += 1
        where = "".join(traceback.format_exception(defect))
        self.get_logger().error(f"could not read '{phrase.text}', a defect: please report it with these lines\n{where}")

    def _take(self, heard: Heard, now_s: float) -> None:
        self._report_flaws(heard)
        for act in heard.left:
            self.get_logger().debug(f"left, nothing waits for it: {told(act)}")
        for decision in heard.decisions:
            self._tell(decision)
            if decision.doubt is not None and self._doubts is not None:
                self._doubts.ask(decision.doubt, now_s)
        if self._doubts is not None:
            self._doubts.hear(heard.phrases)
        self._slow.hear(heard, now_s)

    def _hear_doubts(self, now_s: float) -> None:
        """Take what the larger judge has said; its no, or its silence, leaves things as they are."""
        for doubt, opinion in self._doubts.poll(now_s) if self._doubts is not None else ():
            verdict = {True: "meant", False: "talk", None: "no opinion"}[opinion.is_act]
            self.get_logger().info(
                f"second opinion on '{doubt.act.utterance}': {verdict}, {opinion.reason} ({opinion.took_s:.1f} s)"
            )
            if opinion.is_act:
                self._take(Heard(tuple(self._watcher.confirm(doubt, opinion.reason, now_s))), now_s)

    @property
    def _busy(self) -> bool:
        """Something may happen without another word being said."""
        waits = self._acts_on_silence and self._watcher.policy.pending is not None
        doubts = self._doubts is not None and self._doubts.busy
        return self._slow.busy or waits or doubts

    def _report_flaws(self, heard: Heard) -> None:
        if heard.gap is not None:
            self.get_logger().warning(
                f"{heard.gap.count} tokens lost from number {heard.gap.first_seq}: nothing that spans them is acted on"
            )
        for phrase in heard.torn:
            self.get_logger().warning(f"not acted on, {phrase.flaw}: '{phrase.text}'")

    def _tell(self, decision: Decision) -> None:
        act = decision.publish
        if act is not None:
            self._intents.publish(intent_message(act, self.get_clock().now().to_msg()))
            self._body.answers()  # asks a new one now, between a request and its promise
            self.get_logger().info(told(act))

    def _tick(self) -> None:
        now_s = time.monotonic()
        self._hear_doubts(now_s)
        self._take(Heard(tuple(self._watcher.tick(now_s))), now_s)
        self._slow.tick(now_s)
        if not self._busy:
            self._beat.cancel()

    def _publish_progress(self, progress: Progress) -> None:
        self._tasks.publish(state_message(progress, self.get_clock().now().to_msg()))
        if progress.outcome:
            self.get_logger().info(f"task {progress.goal.intent} ended: {progress.outcome} {progress.message}".rstrip())

    def _say(self, words: str) -> None:
        self._watcher.handed(words)
        self._voice.say(words)

    def _on_said(self, words: str, spoken: bool) -> None:
        self._watcher.said(words, spoken, time.monotonic())

    def _ended(self, goal: Goal, outcome: str, message: str) -> None:
        whole = self._slow.ended(goal, outcome)
        if whole is not None:
            self._watcher.ended(*whole, time.monotonic(), message)

    def _health(self) -> list[Health]:
        phrases = self._watcher.phrases
        flaws = (f"{phrases.gaps} gaps in the text", phrases.gaps), (f"{self._defects} phrases not read", self._defects)
        message = ", ".join(words for words, count in flaws if count) or "ok"
        level = Level.OK if message == "ok" else Level.WARN
        listening = Health(
            "watcher",
            level,
            message,
            {
                "tokens": phrases.tokens,
                "gaps": phrases.gaps,
                "tokens_lost": phrases.lost,
                "phrases_not_read": self._defects,
                **{
                    f"intents_{kind}": self._watcher.intents[kind]
                    for kind in ("request", "commit", "correct", "cancel")
                },
            },
        )
        return [listening, self._tasks_health(), *self._doubts_health()]

    def _tasks_health(self) -> Health:
        dispatcher, thinking = self._slow.dispatcher, self._slow.deliberator.busy
        message = "working" if dispatcher.busy else "thinking" if thinking else "idle"
        figures: dict[str, object] = {f"goals_{outcome}": count for outcome, count in dispatcher.outcomes.items()}
        return Health("tasks", Level.OK, message, {**figures, "goals_unfinished": len(dispatcher.unfinished)})

    def _doubts_health(self) -> list[Health]:
        doubts = self._doubts
        if doubts is None:
            return []
        level = Level.WARN if doubts.failure else Level.OK
        figures: dict[str, object] = {**doubts.counts, "last_answer_ms": round(1000 * doubts.took_s)}
        return [Health("second opinion", level, doubts.failure or "ok", figures)]


def main() -> None:
    """Run the node until Ctrl-C."""
    sys.exit(run_node(IntentNode, EventsExecutor))


if __name__ == "__main__":
    main()
