"""The node with real topics and real pages."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import rclpy
from creature_msgs.msg import Affect, AudioFrame, TaskState, TextToken, VoiceState
from diagnostic_msgs.msg import DiagnosticArray
from rclpy.context import Context
from rclpy.executors import SingleThreadedExecutor
from rclpy.node import Node
from rclpy.parameter import Parameter
from rclpy.qos import qos_profile_sensor_data

from creature_face import wire
from creature_face.node import AFFECT_QOS, TASK_QOS, TEXT_QOS, VOICE_STATE_QOS, FaceNode
from creature_node.config import ConfigError

pytestmark = pytest.mark.ros

DOMAIN = 61
TIMEOUT_S = 15.0 * float(os.environ.get("CREATURE_TEST_TIMEOUT_FACTOR", "1"))
SAMPLES = np.random.default_rng(7).integers(-32768, 32768, AudioFrame.SAMPLES, np.int16)
Make = Callable[..., Any]


class Creature(Node):
    """The rest of the creature: publishes what the face shows, hears what the page's microphone hears."""

    def __init__(self, context: Context) -> None:
        super().__init__("creature", context=context)
        self.mic: list[AudioFrame] = []
        self.health: dict[str, str] = {}
        self.speech = self.create_publisher(AudioFrame, "voice/speech", qos_profile_sensor_data)
        self.voice = self.create_publisher(VoiceState, "voice/state", VOICE_STATE_QOS)
        self.text = self.create_publisher(TextToken, "voice/text", TEXT_QOS)
        self.affect = self.create_publisher(Affect, "affect", AFFECT_QOS)
        self.task = self.create_publisher(TaskState, "task", TASK_QOS)
        self.create_subscription(AudioFrame, "voice/mic", self.mic.append, qos_profile_sensor_data)
        self.create_subscription(DiagnosticArray, "/diagnostics", self._on_health, 10)

    def _on_health(self, message: DiagnosticArray) -> None:
        for status in message.status:
            if status.name == "face: bridge":
                self.health = {pair.key: pair.value for pair in status.values}

    def meet(self, until: Make) -> None:
        """Wait until the face hears what is published, and is heard."""
        publishers = (self.speech, self.voice, self.text, self.affect, self.task)
        until(lambda: all(publisher.get_subscription_count() for publisher in publishers))
        until(lambda: self.count_publishers("voice/mic") > 0)


class Graph:
    """A context with nodes, spun on a thread."""

    def __init__(self) -> None:
        self.context = Context()
        rclpy.init(context=self.context, domain_id=DOMAIN)
        self.creature = Creature(self.context)
        self.faces: list[FaceNode] = []
        self._executor = SingleThreadedExecutor(context=self.context)
        self._executor.add_node(self.creature)
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._spin)
        self._thread.start()

    def face(self, **parameters: object) -> FaceNode:
        overrides = [Parameter(name, value=value) for name, value in {"port": 0, **parameters}.items()]
        face = FaceNode(context=self.context, parameter_overrides=overrides)
        self.faces.append(face)
        self._executor.add_node(face)
        self._executor.wake()
        return face

    def close(self) -> None:
        self._stop.set()
        self._executor.wake()
        self._thread.join()
        self._executor.shutdown()
        for face in self.faces:
            face.close()
            face.destroy_node()
        self.creature.destroy_node()
        rclpy.shutdown(context=self.context)

    def _spin(self) -> None:
        while not self._stop.is_set():
            self._executor.spin_once(timeout_sec=0.5)


@pytest.fixture
def graph() -> Iterator[Graph]:
    made = Graph()
    yield made
    made.close()


def test_the_owners_microphone_is_on_voice_mic_bit_for_bit(graph: Graph, open_page: Make, until: Make) -> None:
    page = open_page(graph.face().bridge.port)
    graph.creature.meet(until)
    page.own_audio()
    for index in range(3):
        page.send(wire.encode_frame(90 + index, SAMPLES.astype("<i2").tobytes()))
        until(lambda seen=index: len(graph.creature.mic) > seen)
    assert [frame.frame for frame in graph.creature.mic] == [0, 1, 2]
    assert all(np.array_equal(frame.samples, SAMPLES) for frame in graph.creature.mic)


def test_speech_comes_to_the_owner_bit_for_bit_with_its_state(graph: Graph, open_page: Make, until: Make) -> None:
    page = open_page(graph.face().bridge.port)
    graph.creature.meet(until)
    page.own_audio()
    graph.creature.voice.publish(VoiceState(speaking=True, frame=41))
    page.expect_state(speaking=True)
    graph.creature.speech.publish(AudioFrame(frame=41, samples=SAMPLES))
    state = page.expect_state(frame=41)
    assert state["mouth"] > 0.8
    assert state["at"] > 0
    assert page.expect_frame() == (41, SAMPLES.astype("<i2").tobytes())


def test_feeling_and_task_that_were_published_before_are_known(graph: Graph, open_page: Make, until: Make) -> None:
    graph.creature.affect.publish(Affect(state="working", emotion="happy", valence=0.5, cause="asked for help"))
    graph.creature.task.publish(TaskState(goal_id="a", intent="GRAB_OBJECT", object="red cup", phase="reach"))
    face = graph.face()
    graph.creature.meet(until)
    page = open_page(face.bridge.port)
    state = page.expect_state(emotion="happy", state="working", cause="asked for help")
    while state["task"] is None:
        state = page.expect_state()
    assert (state["task"]["intent"], state["task"]["object"]) == ("GRAB_OBJECT", "red cup")


def test_a_backchannel_is_a_nod(graph: Graph, open_page: Make, until: Make) -> None:
    page = open_page(graph.face().bridge.port)
    graph.creature.meet(until)
    graph.creature.voice.publish(VoiceState(user_speaking=True, backchannels=1))
    page.expect_state(listening=True)
    graph.creature.voice.publish(VoiceState(user_speaking=True, backchannels=2))
    page.expect_state(gesture="nod")


def test_words_are_captions(graph: Graph, open_page: Make, until: Make) -> None:
    page = open_page(graph.face().bridge.port)
    graph.creature.meet(until)
    graph.creature.text.publish(TextToken(seq=1, speaker=TextToken.USER, piece="Pick up", final=False))
    graph.creature.text.publish(TextToken(seq=2, speaker=TextToken.USER, piece=" the cup.", final=True))
    assert page.expect_type("caption")["text"] == "Pick up"
    assert page.expect_type("caption") == {
        "type": "caption",
        "speaker": "user",
        "text": "Pick up the cup.",
        "final": True,
    }


def test_an_idle_page_still_hears_from_the_creature(graph: Graph, open_page: Make) -> None:
    page = open_page(graph.face().bridge.port)
    for _ in range(3):
        page.expect_state(emotion="neutral", speaking=False)


def test_diagnostics_tell_about_the_pages(graph: Graph, open_page: Make, until: Make) -> None:
    page = open_page(graph.face().bridge.port)
    graph.creature.meet(until)
    page.own_audio()
    page.send(wire.encode_frame(0, bytes(wire.PCM_BYTES)))
    page.send("nonsense")
    graph.creature.speech.publish(AudioFrame(frame=1, samples=SAMPLES))
    page.expect_frame()
    until(lambda: graph.creature.health.get("speech_frames_out") == "1")
    health = graph.creature.health
    assert (health["clients"], health["audio_owner"]) == ("1", "yes")
    assert (health["mic_frames_in"], health["messages_malformed"], health["frames_dropped"]) == ("1", "1", "0")
    assert 0.0 < float(health["bridge_ms_median"]) <= float(health["bridge_ms_p99"])


def test_a_creature_with_ears_of_its_own_keeps_them(graph: Graph, open_page: Make) -> None:
    page = open_page(graph.face(audio="none").bridge.port)
    page.send({"type": "start"})
    assert page.expect_type("audio")["owner"] is False
    assert graph.creature.count_publishers("voice/mic") == 0


@pytest.mark.parametrize(
    ("parameters", "message"), [({"port": 70000}, "'port' is 70000"), ({"audio": "loud"}, "page, none")]
)
def test_wrong_parameters_are_refused(graph: Graph, parameters: dict[str, object], message: str) -> None:
    with pytest.raises(ConfigError, match=message):
        graph.face(**parameters)


def run_face(port: int) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "creature_face.node", "--ros-args", "-p", f"port:={port}"],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        env={**os.environ, "ROS_DOMAIN_ID": str(DOMAIN), "PYTHONUNBUFFERED": "1"},
        cwd=Path(__file__).parents[1],
    )


def test_a_port_in_use_ends_with_a_message() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        process = run_face(port)
        output, _ = process.communicate(timeout=TIMEOUT_S)
    assert process.returncode == 1
    assert f"error: port {port} is in use" in output
    assert f"face_port:={port + 1}" in output
    assert "Traceback" not in output


@pytest.mark.parametrize("end", [signal.SIGINT, signal.SIGTERM])
def test_it_says_ready_and_ends_cleanly_with_pages_connected(open_page: Make, end: signal.Signals) -> None:
    process = run_face(0)
    assert process.stdout is not None
    try:
        ready = next(line for line in process.stdout if "ready: face at http://localhost:" in line)
        page = open_page(int(ready.rsplit(":", 1)[1]))
        page.own_audio()
        process.send_signal(end)
        output, _ = process.communicate(timeout=TIMEOUT_S)
    finally:
        process.kill()
    assert process.returncode == 0
    assert "Traceback" not in output
