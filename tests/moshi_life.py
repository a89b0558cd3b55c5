"""A creature with a Moshi for its voice, that lives beside the other tests: a tiny one with random weights, it babbles.

Design: started when the system's tests begin, looked at by test_moshi_life.py when they end; five minutes are long, and
most of the time nothing but the clock is waited for.
"""

from __future__ import annotations

import json
import subprocess
import sys
import threading
import time
from pathlib import Path

import rclpy
from creature_msgs.msg import Affect, TextToken, VoiceState
from diagnostic_msgs.msg import DiagnosticArray
from rclpy.context import Context
from rclpy.executors import SingleThreadedExecutor
from rclpy.qos import QoSProfile, ReliabilityPolicy
from running import FACTOR, ROOT, Creature
from websockets.sync.client import connect

LIFE_S = 300.0
_MAKE_S = 120.0 * FACTOR
_MAKER = ROOT / "src" / "creature_voice" / "test" / "tiny_moshi.py"
_FILES = {
    "weights": "model.safetensors",
    "mimi": "mimi.safetensors",
    "tokenizer": "tokenizer.model",
    "config": "config.json",
}


class Witness:
    """Sees what a creature publishes; a fault in it stays here."""

    def __init__(self, domain_id: int) -> None:
        self.sequence: list[int] = []
        self.frames: list[int] = []
        self.spoke = 0
        self.feelings: set[str] = set()
        self.loop: dict[str, str] = {}
        self.complaints: set[str] = set()
        self._context = Context()
        rclpy.init(context=self._context, domain_id=domain_id)
        node = rclpy.create_node("witness", namespace="/creature", context=self._context)
        latest = QoSProfile(depth=50, reliability=ReliabilityPolicy.BEST_EFFORT)
        node.create_subscription(TextToken, "voice/text", lambda token: self.sequence.append(token.seq), 200)
        node.create_subscription(VoiceState, "voice/state", self._on_state, latest)
        node.create_subscription(Affect, "affect", lambda affect: self.feelings.add(affect.state), 10)
        node.create_subscription(DiagnosticArray, "/diagnostics", self._on_diagnostics, 10)
        self._executor = SingleThreadedExecutor(context=self._context)
        self._executor.add_node(node)
        threading.Thread(target=self._executor.spin, daemon=True).start()

    def _on_state(self, state: VoiceState) -> None:
        self.frames.append(state.frame)
        self.spoke += state.speaking

    def _on_diagnostics(self, message: DiagnosticArray) -> None:
        for status in message.status:
            if status.name.endswith("voice: loop"):
                self.loop = {pair.key: pair.value for pair in status.values}
            if status.level == b"\x02":
                self.complaints.add(f"{status.name}: {status.message}")

    def close(self) -> None:
        self._executor.shutdown()
        rclpy.shutdown(context=self._context)


def mouths(address: str, seen: list[float]) -> None:
    """What a page is shown of the mouth, until the creature is gone."""
    with connect(address.replace("http", "ws").rstrip("/") + "/ws", compression=None, max_size=None) as socket:
        socket.send(json.dumps({"type": "start"}))
        for message in socket:
            if isinstance(message, str):
                seen.append(json.loads(message).get("mouth", 0.0))


class MoshiLife:
    """The creature, from its start to its end."""

    def __init__(self, folder: Path) -> None:
        """Make a checkpoint in the folder and start a creature on it; returns before it is awake."""
        subprocess.run([sys.executable, str(_MAKER), str(folder)], check=True, timeout=_MAKE_S)
        sound = ("source:=topic", "sink:=topic", "face_port:=0")
        self.creature = Creature(
            "voice:=moshi", "user_transcript:=moonshine", f"params_file:={_parameters(folder)}", *sound
        )
        self.mouth: list[float] = []
        self._awake = threading.Event()
        threading.Thread(target=self._watch, daemon=True).start()

    def _watch(self) -> None:
        try:
            address = self.creature.wait_awake()
            self.witness = Witness(int(self.creature.environment["ROS_DOMAIN_ID"]))
            self.nodes = {process.pid for process in self.creature.family()}
            self.born = time.monotonic()
        finally:
            self._awake.set()
        mouths(address, self.mouth)

    def wait_awake(self) -> None:
        """Return when it is awake."""
        self._awake.wait()
        assert hasattr(self, "born"), self.creature.said

    def wait_old(self) -> None:
        """Return when it has lived for LIFE_S."""
        self.wait_awake()
        time.sleep(max(0.0, self.born + LIFE_S - time.monotonic()))


def _parameters(folder: Path) -> Path:
    lines = ["/**/voice:", "  ros__parameters:", "    moshi:", "      device: cpu", "      dtype: float32"]
    lines += [f"      {name}: '{folder / file}'" for name, file in _FILES.items()]
    path = folder / "moshi.yaml"
    path.write_text("\n".join(lines) + "\n")
    return path
