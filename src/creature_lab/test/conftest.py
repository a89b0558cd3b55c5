"""A fake creature for node tests: real publishers and subscribers in a context of their own, a scripted mind."""

import contextlib
import math
import os
import threading
import wave
from dataclasses import dataclass

import numpy as np
import pytest
import rclpy
from creature_msgs.msg import Affect, AudioFrame, TaskIntent, TaskState, TextToken, VoiceState
from diagnostic_msgs.msg import DiagnosticArray, DiagnosticStatus, KeyValue
from rclpy.context import Context
from rclpy.executors import ExternalShutdownException, SingleThreadedExecutor
from rclpy.node import Node
from rclpy.qos import DurabilityPolicy, QoSProfile, ReliabilityPolicy, qos_profile_sensor_data

DOMAIN_ID = 65
FACTOR = float(os.environ.get("CREATURE_TEST_TIMEOUT_FACTOR", "1"))
RATE_HZ, FRAME = 24_000, 1920


def tone(seconds: float, amplitude: float = 0.3, rate_hz: int = RATE_HZ):
    """A tone as int16."""
    t = np.arange(round(seconds * rate_hz)) / rate_hz
    return (amplitude * 32767 * np.sin(2 * math.pi * 220 * t)).astype(np.int16)


@pytest.fixture
def make_wav(tmp_path):
    """Writes a wav of 0.3 s silence, `speech_s` of tone, 0.3 s silence."""

    def make(name="said.wav", speech_s=0.8, amplitude=0.3, rate_hz=RATE_HZ, channels=1):
        pause = np.zeros(round(0.3 * rate_hz), np.int16)
        samples = np.concatenate([pause, tone(speech_s, amplitude, rate_hz), pause])
        with wave.open(str(tmp_path / name), "wb") as file:
            file.setnchannels(channels)
            file.setsampwidth(2)
            file.setframerate(rate_hz)
            file.writeframes(np.repeat(samples, channels).tobytes())
        return tmp_path / name

    return make


@dataclass(frozen=True)
class Script:
    """What the fake does.

    Attributes:
        answers: It answers what it hears, and does a task.
        hears_topic: It listens to voice/mic; if not, it lives on a timer of its own.
    """

    answers: bool = True
    hears_topic: bool = True


class FakeCreature(Node):
    """Counts time by the frames it hears; five frames after the tone it answers with a tone, and acts."""

    def __init__(self, context, script):
        super().__init__("voice", namespace="/creature", context=context)
        latched = QoSProfile(depth=10, durability=DurabilityPolicy.TRANSIENT_LOCAL)
        state = QoSProfile(depth=1, reliability=ReliabilityPolicy.BEST_EFFORT)
        self.speech = self.create_publisher(AudioFrame, "voice/speech", qos_profile_sensor_data)
        self.state = self.create_publisher(VoiceState, "voice/state", state)
        self.text = self.create_publisher(TextToken, "voice/text", 200)
        self.intent = self.create_publisher(TaskIntent, "intent", 10)
        self.task = self.create_publisher(TaskState, "task", latched)
        self.affect = self.create_publisher(Affect, "affect", latched)
        self.diagnostics = self.create_publisher(DiagnosticArray, "/diagnostics", 10)
        self.script, self.frame, self.seq, self.silent_for = script, 1000, 70, None
        self.heard_frames = []
        # What a latched topic gives to whoever comes later: a task that is long over.
        self.task.publish(TaskState(goal_id="old", intent="MOVE_TO", phase="done", outcome="ok", message="Done."))
        self.affect.publish(Affect(state="idle", emotion="neutral", cause="nothing happens"))
        if script.hears_topic:
            self.create_subscription(AudioFrame, "voice/mic", self.on_mic, qos_profile_sensor_data)
        else:
            self.create_timer(0.08, lambda: self.live(loud=False))

    def on_mic(self, message):
        self.heard_frames.append(message.frame)
        self.live(loud=int(np.abs(message.samples).max()) > 1000)

    def live(self, loud):
        self.frame += 1
        if loud:
            self.silent_for = 0
        elif self.silent_for is not None:
            self.silent_for += 1
        age = self.silent_for if self.script.answers and self.silent_for else 0
        speaking = 5 <= age < 15 or 24 <= age < 28
        self.answer(age)
        if speaking:
            self.speech.publish(AudioFrame(frame=self.frame, samples=tone(FRAME / RATE_HZ)))
        self.state.publish(
            VoiceState(frame=self.frame, speaking=speaking, user_speaking=loud, thinking=1 <= age < 5, interruptions=3)
        )
        if self.frame % 4 == 0:
            self.report(answered=age >= 5)

    def answer(self, age):
        if age == 3:
            self.say(TextToken.USER, " Pick up", False)
            self.say(TextToken.USER, " the red cup.", True)
            self.intent.publish(
                TaskIntent(kind=TaskIntent.REQUEST, speaker=1, intent="GRAB_OBJECT", object="red cup", confidence=0.9)
            )
        elif age == 5:
            self.say(TextToken.AGENT, "Okay, I'll pick up the red cup.", True)
            self.act("sent", 0.0)
            self.affect.publish(Affect(state="working", emotion="excited", valence=0.5, arousal=0.4, cause="a task"))
        elif age in (10, 11, 16):
            self.act({10: "look", 11: "look", 16: "reach"}[age], age / 25)
        elif age == 20:
            self.act("done", 1.0, "ok", "I have the red cup.")

    def say(self, speaker, piece, final):
        self.seq += 1
        self.text.publish(TextToken(seq=self.seq, frame=self.frame, speaker=speaker, piece=piece, final=final))

    def act(self, phase, progress, outcome="", message=""):
        self.task.publish(
            TaskState(
                goal_id="new",
                intent="GRAB_OBJECT",
                object="red cup",
                phase=phase,
                progress=progress,
                outcome=outcome,
                message=message,
            )
        )

    def report(self, answered):
        loop = {"frames_total": self.frame, "frames_late": 1, "step_ms_median": 0.5, "path_ms_p99": 1.25}
        engine = {"stage_answer_ms": 12.5 if answered else 99.0, "mouth_to_voice_ms": 400.0}
        rows = [
            DiagnosticStatus(name=f"voice: {part}", values=[KeyValue(key=k, value=str(v)) for k, v in values.items()])
            for part, values in (("loop", loop), ("engine", engine))
        ]
        self.diagnostics.publish(DiagnosticArray(status=rows))


def _spin(executor):
    with contextlib.suppress(ExternalShutdownException):
        executor.spin()


@pytest.fixture
def fake_creature():
    """Starts a FakeCreature with a Script; it lives until the test ends."""
    running = []

    def start(script=None):
        context = Context()
        rclpy.init(context=context, domain_id=DOMAIN_ID)
        node = FakeCreature(context, script or Script())
        executor = SingleThreadedExecutor(context=context)
        executor.add_node(node)
        thread = threading.Thread(target=_spin, args=(executor,))
        thread.start()
        running.append((context, node, thread))
        return node

    yield start
    for context, node, thread in running:
        rclpy.shutdown(context=context)
        thread.join(10.0 * FACTOR)
        node.destroy_node()


@pytest.fixture
def context():
    """A context in the domain of the fakes."""
    made = Context()
    rclpy.init(context=made, domain_id=DOMAIN_ID)
    yield made
    rclpy.try_shutdown(context=made)


@pytest.fixture
def script():
    """The class of scripts: script(answers=False)."""
    return Script
