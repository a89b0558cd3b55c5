"""The whole creature with a Moshi for its voice: a tiny one with random weights, that babbles, for five minutes."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
import time

import pytest
import rclpy
from creature_msgs.msg import Affect, TextToken, VoiceState
from diagnostic_msgs.msg import DiagnosticArray
from rclpy.context import Context
from rclpy.executors import SingleThreadedExecutor
from rclpy.qos import QoSProfile, ReliabilityPolicy
from running import FACTOR, ROOT
from websockets.sync.client import connect

pytestmark = [pytest.mark.system, pytest.mark.ros, pytest.mark.audio, pytest.mark.moshi]

LIFE_S = 300.0
MAKE_S = 120.0 * FACTOR
MAKER = ROOT / "src" / "creature_voice" / "test" / "tiny_moshi.py"
FILES = {
    "weights": "model.safetensors",
    "mimi": "mimi.safetensors",
    "tokenizer": "tokenizer.model",
    "config": "config.json",
}


@pytest.fixture(scope="module")
def parameters(tmp_path_factory):
    """A parameter file that names a tiny checkpoint, made here."""
    folder = tmp_path_factory.mktemp("tiny_moshi")
    subprocess.run([sys.executable, str(MAKER), str(folder)], check=True, timeout=MAKE_S)
    lines = ["/**/voice:", "  ros__parameters:", "    moshi:", "      device: cpu", "      dtype: float32"]
    lines += [f"      {name}: '{folder / file}'" for name, file in FILES.items()]
    path = folder / "moshi.yaml"
    path.write_text("\n".join(lines) + "\n")
    return path


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


def test_it_lives_for_five_minutes_on_a_moshi_and_its_face_moves_with_what_it_says(
    creature, parameters, speech, tmp_path
):
    sound = ("source:=topic", "sink:=topic", "face_port:=0")
    life = creature("voice:=moshi", "user_transcript:=moonshine", f"params_file:={parameters}", *sound)
    address = life.wait_awake()
    born = time.monotonic()
    witness, mouth = Witness(int(life.environment["ROS_DOMAIN_ID"])), []
    threading.Thread(target=mouths, args=(address, mouth), daemon=True).start()
    nodes = {process.pid for process in life.family()}
    asked = speech.conversation([1.0, "Could you pick up the red cup?", 6.0])
    report = life.ask(asked, tmp_path / "report.json", "--quiet")
    time.sleep(max(0.0, born + LIFE_S - time.monotonic()))
    alive = {process.pid for process in life.family()}
    witness.close()

    # It does not mean what it says; what is said to it is understood all the same.
    assert "red cup" in report["heard"].lower()
    assert ("REQUEST", "GRAB_OBJECT") in {(intent["kind"], intent["intent"]) for intent in report["intents"]}
    assert report["tokens"]["gaps"] == 0
    assert report["frames"]["total"] > 0
    assert alive == nodes, life.said
    assert not witness.complaints
    assert witness.sequence == list(range(witness.sequence[0], witness.sequence[0] + len(witness.sequence)))
    assert len(witness.sequence) > 100, "it hardly said a word"
    # Every frame was handled in its time or counted, and one was published for each 80 ms that passed.
    passed = (witness.frames[-1] - witness.frames[0]) * 0.08
    assert passed > 0.95 * (LIFE_S - 20.0)
    assert int(witness.loop["frames_late"]) + int(witness.loop["frames_total"]) > 0
    assert witness.spoke > 100
    assert "speaking" in witness.feelings
    assert max(mouth) > 0.2
    assert min(mouth) < 0.05
    assert life.interrupt() == 0, life.said
