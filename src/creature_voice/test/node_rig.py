"""The voice node with real ROS 2: the test engine, frames in and out over topics, and another node that listens."""

import contextlib
import os
import threading
import time
from collections.abc import Callable, Iterator

import numpy as np
import rclpy
from creature_msgs.action import Say
from creature_msgs.msg import AudioFrame, TextToken, VoiceState
from diagnostic_msgs.msg import DiagnosticArray
from lifecycle_msgs.msg import Transition
from lifecycle_msgs.srv import ChangeState, GetState
from rclpy.action import ActionClient
from rclpy.client import Client
from rclpy.context import Context
from rclpy.executors import SingleThreadedExecutor
from rclpy.parameter import Parameter
from std_srvs.srv import Trigger

from creature_voice.node import AUDIO_QOS, STATE_QOS, TEXT_QOS, VoiceNode

FACTOR = float(os.environ.get("CREATURE_TEST_TIMEOUT_FACTOR", "1"))
DOMAIN = 64
# Whatever else runs in that domain on this machine is not heard.
NAMESPACE = f"/test_{os.getpid()}"
LOUD = np.full(1920, 8000, np.int16)


class Rig:
    """The node, and another that listens to it, each with its executor in a thread."""

    def __init__(self, **parameters) -> None:
        self.context = Context()
        rclpy.init(context=self.context, domain_id=DOMAIN)
        values = {"voice": "echo", "source": "topic", "sink": "topic", **parameters}
        overrides = [Parameter(name, value=value) for name, value in values.items()]
        self.other = rclpy.create_node("other", context=self.context, namespace=NAMESPACE)
        self.got: dict[str, list] = {"speech": [], "text": [], "state": [], "diagnostics": []}
        self._listen()
        self.node = VoiceNode(context=self.context, namespace=NAMESPACE, parameter_overrides=overrides)
        self.error: BaseException | None = None
        self._executors = [self._spin(self.other), self._spin(self.node)]

    def _listen(self) -> None:
        subscribe, got = self.other.create_subscription, self.got
        subscribe(AudioFrame, "voice/speech", got["speech"].append, AUDIO_QOS)
        subscribe(TextToken, "voice/text", got["text"].append, TEXT_QOS)
        subscribe(VoiceState, "voice/state", got["state"].append, STATE_QOS)
        subscribe(DiagnosticArray, "/diagnostics", got["diagnostics"].append, 10)
        self.mic = self.other.create_publisher(AudioFrame, "voice/mic", AUDIO_QOS)
        self.say = ActionClient(self.other, Say, "say")
        self._clients: dict[str, Client] = {}

    def _spin(self, node) -> tuple[SingleThreadedExecutor, threading.Thread]:
        executor = SingleThreadedExecutor(context=self.context)
        executor.add_node(node)

        def spin() -> None:
            try:
                executor.spin()
            except Exception as error:
                self.error = error

        thread = threading.Thread(target=spin, daemon=True)
        thread.start()
        return executor, thread

    def until(self, ready: Callable[[], bool], what: str) -> None:
        deadline_s = time.monotonic() + 15.0 * FACTOR
        while not ready():
            assert time.monotonic() < deadline_s, f"timed out: {what}"
            threading.Event().wait(0.01)

    def wait(self, future, what: str):
        self.until(future.done, what)
        return future.result()

    def active(self) -> "Rig":
        self.until(lambda: bool(self.got["state"]), "voice/state")
        if self.node.count_publishers("voice/mic"):
            self.until(lambda: bool(self.mic.get_subscription_count()), "the node listening to voice/mic")
        return self

    def hear(self, frames: int, first: int = 0, samples: np.ndarray = LOUD) -> None:
        for index in range(first, first + frames):
            self.mic.publish(AudioFrame(frame=index, samples=samples))
            threading.Event().wait(0.08)

    def give(self, text: str, policy: int = Say.Goal.WAIT, feedback: list | None = None):
        self.until(self.say.server_is_ready, "the say server")
        told = None if feedback is None else lambda message: feedback.append(message.feedback.spoken)
        return self.wait(self.say.send_goal_async(Say.Goal(text=text, policy=policy), told), "the goal's answer")

    def _client(self, service: type, name: str) -> Client:
        """One client for each service, however often it is asked: each new one has to find its server anew."""
        if name not in self._clients:
            self._clients[name] = self.other.create_client(service, f"voice/{name}")
        self.until(self._clients[name].service_is_ready, name)
        return self._clients[name]

    def change(self, transition: int) -> bool:
        client = self._client(ChangeState, "change_state")
        request = ChangeState.Request(transition=Transition(id=transition))
        return self.wait(client.call_async(request), "the transition").success

    def state(self) -> str:
        client = self._client(GetState, "get_state")
        return self.wait(client.call_async(GetState.Request()), "the state").current_state.label

    def call(self, name: str):
        client = self._client(Trigger, name)
        return self.wait(client.call_async(Trigger.Request()), f"the answer of {name}")

    def status(self, name: str):
        rows = [row for array in self.got["diagnostics"] for row in array.status if row.name == name]
        return rows[-1] if rows else None

    def close(self) -> None:
        for executor, thread in self._executors:
            executor.shutdown(timeout_sec=5.0)
            thread.join(5.0)
        self.node.close()
        self.node.destroy_node()
        self.other.destroy_node()
        rclpy.try_shutdown(context=self.context)


@contextlib.contextmanager
def running_rigs() -> Iterator[Callable[..., Rig]]:
    """Starts rigs on demand, and closes them all."""
    rigs: list[Rig] = []

    def start(**parameters) -> Rig:
        rigs.append(Rig(**parameters))
        return rigs[-1]

    yield start
    for rig in rigs:
        rig.close()
