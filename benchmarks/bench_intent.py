"""How fast words become goals, and a stop a cancel, on this machine.

    ./creature run python benchmarks/bench_intent.py [--goals 200] [--json OUT.json]

Prints, with the aims beside:
- tokens per second through the watcher (rules, judge and policy), over ordinary conversation, over talk that sounds
  like tasks, and over talk and tasks;
- token to goal in process: from the last token of a promise to the goal in the hand of the body's client;
- token to goal over the wire: from publishing that token to the goal at a real action server, the node `intent` in a
  process of its own;
- stop to cancel over the wire: from publishing "Stop!" to the server's cancel callback, and to the goal's status
  CANCELING as ROS publishes it.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import re
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import rclpy
from action_msgs.msg import GoalStatus, GoalStatusArray
from creature_msgs.action import DoPhysicalTask
from creature_msgs.msg import TaskState, TextToken
from rclpy.action import ActionServer, CancelResponse, GoalResponse
from rclpy.context import Context
from rclpy.executors import SingleThreadedExecutor
from rclpy.task import Future

from creature_intent.config import IntentConfig
from creature_intent.deliberation.deliberator import Deliberator
from creature_intent.deliberation.ear import ProjectEar
from creature_intent.deliberation.planner import Planner
from creature_intent.dialogue.watcher import Watcher
from creature_intent.node import TASK_QOS, TEXT_QOS
from creature_intent.slow_loop import SlowLoop
from creature_intent.tasks.dispatcher import Dispatcher
from creature_intent.tasks.goals import CANCELED, OK, Goal
from creature_intent.tasks.outcome_words import OutcomeWords
from creature_intent.tasks.ports import Listener, Outlets
from creature_intent.tokens import Speaker, Token

ROOT = Path(__file__).resolve().parent.parent
SETS = ROOT / "src" / "creature_intent" / "creature_intent" / "evaluation" / "data"
THINGS = ("red cup", "book", "green ball", "water bottle", "yellow towel", "pen", "teddy bear", "keys")
PATIENCE_S = 20.0
AIMS = {"tokens_per_s": 100_000.0, "in_process_ms_p95": 5.0, "wire_ms_p95": 20.0}


_PIECE = re.compile(r"\s?(?:[^\W_]+|[^\w\s]|_)")


def pieces(words: str) -> Iterator[tuple[str, bool]]:
    """The tokens of an utterance: piece, and whether it is the last.

    Words and marks are apart ("I", "'", "ll"), as SentencePiece, which cuts Moshi's text, never joins them; rare words,
    which it cuts further, stay whole here.
    """
    split = _PIECE.findall(f" {words}")
    for index, piece in enumerate(split):
        yield piece, index == len(split) - 1


def conversation(names: str, kind: str | None = None) -> list[tuple[Speaker, str]]:
    """Turns of the sets whose file names fit, of one kind or of all, in their order."""
    turns: list[tuple[Speaker, str]] = []
    for path in sorted(SETS.glob(names)):
        items = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        for item in items:
            for turn in item["turns"] if kind in (None, item.get("kind")) else ():
                if "text" in turn:
                    turns.append((Speaker.AGENT if turn["speaker"] == "agent" else Speaker.USER, turn["text"]))
    return turns


def throughput(names: str, kind: str | None = None) -> dict[str, float]:
    """Tokens per second through the watcher, in one thread; the best of three runs."""
    tokens: list[Token] = []
    for speaker, words in conversation(names, kind):
        for piece, final in pieces(words):
            tokens.append(Token(len(tokens), len(tokens), speaker, piece, final))
    best = 0.0
    for _ in range(3):
        watcher = Watcher(IntentConfig())
        started = time.perf_counter()
        for token in tokens:
            watcher.feed(token, token.frame * 0.08)
        best = max(best, len(tokens) / (time.perf_counter() - started))
    return {"tokens": len(tokens), "tokens_per_s": best}


class InstantBody:
    """A body that has done everything as soon as it is told."""

    def __init__(self, on_goal: Callable[[], None]) -> None:
        self._on_goal = on_goal

    def is_ready(self) -> bool:
        return True

    def answers(self) -> bool:
        return True

    def server(self) -> object:
        return self

    def send(self, goal_id: str, goal: Goal, listener: Listener) -> None:
        self._on_goal()
        listener.accepted()
        listener.result(OK, "")

    def cancel(self, goal_id: str) -> None:
        raise AssertionError("nothing is left to be canceled")

    def cancel_all(self) -> None:
        raise AssertionError("nobody says stop")


def in_process(goals: int) -> list[float]:
    """Milliseconds from the last token of each promise to its goal."""
    arrived: list[float] = []
    watcher = Watcher(IntentConfig())
    clock = [0.0]
    ids = iter(f"{number:032x}" for number in range(10 * goals))
    outlets = Outlets(
        lambda progress: None,
        lambda words: None,
        lambda goal, outcome, message: watcher.ended(goal, outcome, clock[0]),
        lambda: clock[0],
        lambda: next(ids),
    )
    body = InstantBody(lambda: arrived.append(time.perf_counter()))
    dispatcher = Dispatcher(IntentConfig(), body, OutcomeWords(lambda words: words[0]), outlets)
    slow = SlowLoop(
        dispatcher,
        Deliberator(Planner(), 20),
        ProjectEar(15.0),
        lambda: dispatcher.abilities,
        lambda words: None,
        lambda line: None,
    )
    taken, seq = [], 0
    for number in range(goals):
        clock[0] += 30.0
        for speaker, words in order(number):
            for piece, final in pieces(words):
                started = time.perf_counter()
                slow.hear(watcher.feed(Token(seq, seq, speaker, piece, final), clock[0]), clock[0])
                seq += 1
        if len(arrived) != number + 1:
            raise SystemExit(f"bench_intent: {order(number)} made no goal")
        taken.append(1000.0 * (arrived[-1] - started))
    return taken


def order(number: int) -> tuple[tuple[Speaker, str], tuple[Speaker, str]]:
    """A request and its promise; the next one is of another thing."""
    thing = THINGS[number % len(THINGS)]
    return (Speaker.USER, f"Could you pick up the {thing}?"), (Speaker.AGENT, f"Okay, I'll pick up the {thing}.")


class Wire:
    """A conversation, an action server and a listener in this process; the node `intent` in another."""

    def __init__(self) -> None:
        self._context = Context()
        rclpy.init(context=self._context)
        self._node = rclpy.create_node("bench", context=self._context, namespace="/creature")
        self._text = self._node.create_publisher(TextToken, "voice/text", TEXT_QOS)
        self._node.create_subscription(TaskState, "task", self._on_task, TASK_QOS)
        status = "do_physical_task/_action/status"
        self._node.create_subscription(GoalStatusArray, status, self._on_status, 10)
        self._server = ActionServer(
            self._node,
            DoPhysicalTask,
            "do_physical_task",
            self._work,
            goal_callback=self._on_goal,
            cancel_callback=self._on_cancel,
        )
        self._end = Future()
        self._seq = 0
        self._published = 0.0
        self.goal_ms: list[float] = []
        self.cancel_ms: list[float] = []
        self.canceling_ms: list[float] = []
        self._working, self._done = threading.Event(), threading.Event()
        self._executor = SingleThreadedExecutor(context=self._context)
        self._executor.add_node(self._node)
        self._thread = threading.Thread(target=self._executor.spin, daemon=True)
        self._thread.start()

    def wait_for_node(self) -> None:
        """Until the node hears and is heard."""
        end = time.monotonic() + PATIENCE_S
        while not (self._text.get_subscription_count() and self._node.count_publishers("task")):
            if time.monotonic() > end:
                raise SystemExit("bench_intent: the node 'intent' did not come up")
            time.sleep(0.05)
        time.sleep(1.0)  # Its action client finds the server within this time.

    def task(self, number: int) -> None:
        """One goal from its promise to its cancel."""
        self._working.clear()
        self._done.clear()
        self._end = Future()
        for speaker, words in order(number):
            self._say(speaker, words)
        self._expect(self._working, "goal")
        time.sleep(0.02)
        self._say(Speaker.USER, "Stop!")
        self._expect(self._done, "end of a canceled goal")

    def close(self) -> None:
        """Leave the graph."""
        self._executor.shutdown()
        self._thread.join(PATIENCE_S)
        self._server.destroy()
        self._node.destroy_node()
        rclpy.shutdown(context=self._context)

    def _say(self, speaker: Speaker, words: str) -> None:
        for piece, final in pieces(words):
            token = TextToken(seq=self._seq, frame=self._seq, speaker=int(speaker), piece=piece, final=final)
            self._seq += 1
            self._published = time.perf_counter()
            self._text.publish(token)
            time.sleep(0.002)

    def _expect(self, event: threading.Event, what: str) -> None:
        if not event.wait(PATIENCE_S):
            raise SystemExit(f"bench_intent: waited in vain for the {what}")

    def _since(self) -> float:
        return 1000.0 * (time.perf_counter() - self._published)

    def _on_goal(self, goal: DoPhysicalTask.Goal) -> GoalResponse:
        self.goal_ms.append(self._since())
        return GoalResponse.ACCEPT

    async def _work(self, handle: Any) -> DoPhysicalTask.Result:
        self._working.set()
        await self._end
        handle.canceled()
        return DoPhysicalTask.Result(code=DoPhysicalTask.Result.CANCELED)

    def _on_cancel(self, handle: Any) -> CancelResponse:
        self.cancel_ms.append(self._since())
        self._executor.create_task(self._end_work)
        return CancelResponse.ACCEPT

    def _end_work(self) -> None:
        self._end.set_result(None)

    def _on_status(self, message: GoalStatusArray) -> None:
        canceling = sum(status.status == GoalStatus.STATUS_CANCELING for status in message.status_list)
        if canceling and len(self.canceling_ms) < len(self.cancel_ms):
            self.canceling_ms.append(self._since())

    def _on_task(self, state: TaskState) -> None:
        if state.outcome == CANCELED:
            self._done.set()


def over_the_wire(goals: int, domain_id: int) -> Wire:
    """Goals and cancels against the node in a process of its own."""
    os.environ["ROS_DOMAIN_ID"] = str(domain_id)
    code = "from creature_intent.node import main; main()"
    command = [sys.executable, "-c", code, "--ros-args", "-r", "__ns:=/creature", "-p", "stop_hold_s:=0.0"]
    node = subprocess.Popen([*command, "-p", "repeat_s:=0.0", "--log-level", "warn"])
    wire = Wire()
    try:
        wire.wait_for_node()
        for number in range(goals):
            wire.task(number)
    finally:
        node.terminate()
        node.wait(PATIENCE_S)
        wire.close()
    return wire


def figures(values: list[float]) -> dict[str, float]:
    """Median, 95th percentile and worst."""
    return {
        "count": len(values),
        "median": float(np.median(values)),
        "p95": float(np.percentile(values, 95)),
        "worst": max(values),
    }


def show(name: str, found: dict[str, float], aim: float | None) -> None:
    """One line."""
    aimed = f"   aim: p95 {aim:g} ms, {'met' if found['p95'] <= aim else 'NOT met'}" if aim is not None else ""
    print(
        f"{name:42} median {found['median']:7.2f} ms   p95 {found['p95']:7.2f} ms   worst {found['worst']:7.2f} ms"
        f"   ({found['count']} times){aimed}"
    )


def show_speed(name: str, found: dict[str, float], aim: float | None) -> None:
    """One line."""
    aimed = f"   aim: {aim:,.0f}, {'met' if found['tokens_per_s'] >= aim else 'NOT met'}" if aim is not None else ""
    print(f"{name:46} {found['tokens_per_s']:,.0f}   ({found['tokens']} tokens){aimed}")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--goals", type=int, default=200, help="goals of each kind (default: 200)")
    parser.add_argument("--domain", type=int, default=91, help="ROS domain that nobody else uses (default: 91)")
    parser.add_argument("--json", metavar="OUT", help="write the figures there")
    arguments = parser.parse_args()
    print(f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}, {platform.system()}")
    ordinary = throughput("*/talk.jsonl", "conversation")
    talk, core = throughput("dev/talk.jsonl"), throughput("dev/*.jsonl")
    show_speed("watcher, tokens of conversation per second", ordinary, AIMS["tokens_per_s"])
    show_speed("watcher, tokens of talk like tasks per second", talk, AIMS["tokens_per_s"])
    show_speed("watcher, tokens of talk and tasks per second", core, None)
    inside = figures(in_process(arguments.goals))
    show("last token to goal, in process", inside, AIMS["in_process_ms_p95"])
    wire = over_the_wire(arguments.goals, arguments.domain)
    outside = figures(wire.goal_ms)
    show("last token to goal, over the wire", outside, AIMS["wire_ms_p95"])
    cancel, canceling = figures(wire.cancel_ms), figures(wire.canceling_ms)
    show('"Stop!" to the server\'s cancel callback', cancel, AIMS["wire_ms_p95"])
    show('"Stop!" to status CANCELING', canceling, AIMS["wire_ms_p95"])
    if arguments.json:
        found = {
            "conversation": ordinary, "talk": talk, "core": core, "in_process_ms": inside, "wire_ms": outside,
            "cancel_ms": cancel, "canceling_ms": canceling,
        }  # fmt: skip
        Path(arguments.json).write_text(json.dumps(found, indent=2) + "\n")


if __name__ == "__main__":
    main()
