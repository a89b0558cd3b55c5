"""The voice node with real ROS 2: the test engine, frames in and out over topics."""

import os
import subprocess
import sys
import threading
import time
import weakref
from collections.abc import Callable, Iterator

import numpy as np
import pytest
import rclpy
from action_msgs.msg import GoalStatus
from creature_msgs.action import Say
from creature_msgs.msg import AudioFrame, TextToken, VoiceState
from diagnostic_msgs.msg import DiagnosticArray
from lifecycle_msgs.msg import Transition
from lifecycle_msgs.srv import ChangeState, GetState
from rclpy.action import ActionClient
from rclpy.context import Context
from rclpy.executors import SingleThreadedExecutor
from rclpy.parameter import Parameter
from std_srvs.srv import Trigger

from creature_node.config import ConfigError
from creature_voice import voice as voice_module
from creature_voice.engine import EngineError
from creature_voice.engines.echo import EchoEngine
from creature_voice.node import AUDIO_QOS, STATE_QOS, TEXT_QOS, VoiceNode

pytestmark = pytest.mark.ros
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

    def change(self, transition: int) -> bool:
        client = self.other.create_client(ChangeState, "voice/change_state")
        self.until(client.service_is_ready, "change_state")
        request = ChangeState.Request(transition=Transition(id=transition))
        return self.wait(client.call_async(request), "the transition").success

    def state(self) -> str:
        client = self.other.create_client(GetState, "voice/get_state")
        self.until(client.service_is_ready, "get_state")
        return self.wait(client.call_async(GetState.Request()), "the state").current_state.label

    def call(self, name: str):
        client = self.other.create_client(Trigger, f"voice/{name}")
        self.until(client.service_is_ready, name)
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


@pytest.fixture
def start() -> Iterator[Callable[..., Rig]]:
    rigs: list[Rig] = []

    def make(**parameters) -> Rig:
        rigs.append(Rig(**parameters))
        return rigs[-1]

    yield make
    for rig in rigs:
        rig.close()


def test_frames_in_frames_out(start):
    rig = start().active()
    rig.hear(12)
    rig.until(lambda: any(np.abs(one.samples).max() > 7000 for one in rig.got["speech"]), "speech")
    assert any(one.user_speaking and one.user_level > 0.5 for one in rig.got["state"])
    rig.until(lambda: any(one.speaking and one.level > 0.5 for one in rig.got["state"]), "a speaking state")


def test_it_lives_without_a_phone_and_says_its_state_in_every_frame(start):
    rig = start().active()
    rig.until(lambda: len(rig.got["state"]) > 15, "states")
    frames = [one.frame for one in rig.got["state"]]
    assert frames == sorted(set(frames))
    # Best effort may lose one on a busy machine; it may not skip them by design.
    assert frames[-1] - frames[0] < len(frames) + 5
    assert rig.got["speech"] == []


def test_text_is_numbered_without_gaps_over_both_speakers(start):
    rig = start().active()
    rig.wait(rig.give("one two three").get_result_async(), "the words")
    rig.hear(3)
    rig.until(lambda: len(rig.got["text"]) == 4, "the sound")
    rig.give("four")
    rig.until(lambda: len(rig.got["text"]) == 5, "the last word")
    assert [one.seq for one in rig.got["text"]] == [0, 1, 2, 3, 4]
    assert [one.speaker for one in rig.got["text"]] == [0, 0, 0, 1, 0]
    assert "".join(one.piece for one in rig.got["text"][:3]) == " one two three"
    frames = [one.frame for one in rig.got["text"]]
    assert frames == sorted(frames)
    assert any(one.frame == frames[0] for one in rig.got["speech"])


def test_say_tells_what_was_spoken(start):
    rig, told = start().active(), []
    handle = rig.give("one two three", feedback=told)
    answer = rig.wait(handle.get_result_async(), "the result")
    assert answer.status == GoalStatus.STATUS_SUCCEEDED
    assert (answer.result.code, answer.result.spoken) == (Say.Result.SPOKEN, "one two three")
    assert told[0] == "one"


def test_say_can_be_canceled(start):
    rig = start().active()
    handle = rig.give(" ".join(["word"] * 100))
    rig.until(lambda: bool(rig.got["text"]), "the first word")
    canceled = rig.wait(handle.cancel_goal_async(), "the cancel's answer")
    assert len(canceled.goals_canceling) == 1
    answer = rig.wait(handle.get_result_async(), "the result")
    assert (answer.status, answer.result.code) == (GoalStatus.STATUS_CANCELED, Say.Result.CANCELED)
    assert 0 < len(answer.result.spoken.split()) < 100


def test_newer_words_may_interrupt(start):
    rig = start().active()
    first = rig.give(" ".join(["word"] * 100))
    second = rig.give("stop", Say.Goal.INTERRUPT)
    assert rig.wait(first.get_result_async(), "the first").result.code == Say.Result.INTERRUPTED
    assert rig.wait(second.get_result_async(), "the second").result.code == Say.Result.SPOKEN


def test_words_that_cannot_be_said_are_refused(start):
    rig = start().active()
    answer = rig.wait(rig.give("").get_result_async(), "the result")
    assert (answer.status, answer.result.code) == (GoalStatus.STATUS_ABORTED, Say.Result.REFUSED)
    assert not rig.give("one", policy=7).accepted


def test_muted_it_hears_and_is_silent_until_it_may_speak(start):
    rig = start().active()
    spoken = rig.give(" ".join(["word"] * 100))
    rig.until(lambda: bool(rig.got["text"]), "the first word")
    answer = rig.call("mute")
    assert (answer.success, answer.message) == (True, "the voice is muted")
    result = rig.wait(spoken.get_result_async(), "the end of what was being said").result
    assert (result.code, result.message) == (Say.Result.INTERRUPTED, "the voice is muted")
    assert rig.got["text"][-1].final
    later = rig.wait(rig.give("more").get_result_async(), "the refusal").result
    assert (later.code, later.message) == (Say.Result.REFUSED, "the voice is muted")
    rig.until(lambda: rig.got["state"][-1].muted and not rig.got["state"][-1].speaking, "a muted state")
    sent = len(rig.got["speech"])
    rig.hear(12)
    rig.until(lambda: any(one.speaker == TextToken.USER for one in rig.got["text"]), "what was heard")
    assert len(rig.got["speech"]) == sent
    rig.until(lambda: "muted" in rig.status("voice: loop").message, "the diagnostics")
    assert rig.call("unmute").success
    again = rig.wait(rig.give("again").get_result_async(), "the words after it").result
    assert again.code == Say.Result.SPOKEN
    assert not rig.got["state"][-1].muted
    assert [one.seq for one in rig.got["text"]] == list(range(len(rig.got["text"])))


def test_reset_cancels_what_is_being_said_and_closes_its_text(start):
    rig = start().active()
    spoken, waiting = rig.give(" ".join(["word"] * 100)), rig.give("and this")
    rig.until(lambda: len(rig.got["text"]) >= 2, "the first words")
    answer = rig.call("reset")
    assert (answer.success, answer.message) == (True, "the voice begins anew")
    results = [rig.wait(one.get_result_async(), "the end").result for one in (spoken, waiting)]
    assert [one.code for one in results] == [Say.Result.CANCELED] * 2
    rig.until(lambda: rig.got["text"][-1].final, "the end of the text")
    assert rig.wait(rig.give("hello").get_result_async(), "new words").result.code == Say.Result.SPOKEN
    rig.until(lambda: rig.got["text"][-1].piece == " hello", "the new word")
    assert [one.seq for one in rig.got["text"]] == list(range(len(rig.got["text"])))
    assert [one.final for one in rig.got["text"]][-2:] == [True, True]
    frames = [one.frame for one in rig.got["state"]]
    assert frames == sorted(set(frames))


@pytest.mark.parametrize("name", ["mute", "unmute", "reset"])
def test_services_say_that_the_voice_is_not_active(start, name):
    answer = start(autostart=False).call(name)
    assert (answer.success, answer.message) == (False, "the voice is not active")


def test_a_life_cycle_led_from_outside(start):
    rig = start(autostart=False)
    assert rig.state() == "unconfigured"
    assert not rig.change(Transition.TRANSITION_ACTIVATE)
    assert rig.change(Transition.TRANSITION_CONFIGURE)
    assert rig.state() == "inactive"
    assert not rig.give("one").accepted
    assert rig.change(Transition.TRANSITION_ACTIVATE)
    rig.active()
    handle = rig.give(" ".join(["word"] * 100))
    rig.until(lambda: bool(rig.got["text"]), "the first word")
    assert rig.change(Transition.TRANSITION_DEACTIVATE)
    answer = rig.wait(handle.get_result_async(), "the result")
    assert answer.result.code == Say.Result.CANCELED
    last = len(rig.got["text"])
    assert rig.change(Transition.TRANSITION_ACTIVATE)
    rig.give("again")
    rig.until(lambda: len(rig.got["text"]) > last, "text after the second activation")
    assert [one.seq for one in rig.got["text"]] == list(range(len(rig.got["text"])))
    assert rig.change(Transition.TRANSITION_DEACTIVATE)
    assert rig.change(Transition.TRANSITION_CLEANUP)
    assert rig.state() == "unconfigured"
    assert rig.change(Transition.TRANSITION_UNCONFIGURED_SHUTDOWN)
    assert rig.error is None


def test_what_was_cleaned_up_is_not_kept(start, monkeypatch):
    make, made = voice_module.make_engine, []

    def knotted(*arguments):
        engine = make(*arguments)
        engine.itself = engine
        made.append(weakref.ref(engine))
        return engine

    monkeypatch.setattr(voice_module, "make_engine", knotted)
    rig = start().active()
    assert made[0]() is not None
    assert rig.change(Transition.TRANSITION_DEACTIVATE)
    assert rig.change(Transition.TRANSITION_CLEANUP)
    assert made[0]() is None


def test_diagnostics(start):
    rig = start().active()
    rig.until(lambda: getattr(rig.status("voice: source"), "message", "").startswith("topic:"), "an active row")
    loop = rig.status("voice: loop")
    assert loop.level == b"\x00"
    values = {one.key: float(one.value) for one in loop.values}
    assert values["frames_total"] > 0
    assert values["path_ms_p99"] > 0
    assert "echo" in rig.status("voice: engine").message


def test_diagnostics_go_on_while_models_load_and_tell_what_is_being_done(start, monkeypatch):
    go, make = threading.Event(), voice_module.make_engine

    def slow(name, settings, progress):
        progress("loading its weights (15.4 GB)")
        go.wait(30.0)
        return make(name, settings, progress)

    monkeypatch.setattr(voice_module, "make_engine", slow)
    rig = start()
    rig.until(lambda: len(rig.got["diagnostics"]) >= 2, "diagnostics")
    assert rig.status("voice: engine").message == "loading its weights (15.4 GB)"
    go.set()
    rig.active()


def test_an_engine_that_fails_is_seen_and_the_voice_lives(start, monkeypatch):
    def fail(self, heard):
        raise ValueError("out of tune")

    monkeypatch.setattr(EchoEngine, "step", fail)
    rig = start().active()
    rig.until(lambda: getattr(rig.status("voice: engine"), "level", b"") == b"\x02", "the error")
    assert "out of tune" in rig.status("voice: engine").message
    count = len(rig.got["state"])
    rig.until(lambda: len(rig.got["state"]) > count, "more states")


def test_a_configuration_that_fails_can_be_tried_again(start, monkeypatch):
    def fail(*arguments):
        raise EngineError("no models: pip install models")

    with monkeypatch.context() as patch:
        patch.setattr(voice_module, "make_engine", fail)
        rig = start(autostart=False)
        assert not rig.change(Transition.TRANSITION_CONFIGURE)
    rig.until(lambda: "pip install" in getattr(rig.status("voice: engine"), "message", ""), "the reason")
    assert rig.state() == "unconfigured"
    assert rig.change(Transition.TRANSITION_CONFIGURE)


@pytest.mark.parametrize(
    ("parameters", "words"),
    [
        ({"source": "wav"}, "'wav_in' is empty"),
        ({"wav_lead_in_s": -1.0}, "0.0 to 60.0 s"),
        ({"voice": "local", "user_transcript": "moonshine"}, "writes down what people say by itself"),
        ({"voyce": "echo"}, "did you mean 'voice'"),
        ({"echo.delay_frames": 1000}, "0 to 125 frames"),
    ],
)
def test_wrong_parameters_are_refused(start, parameters, words):
    with pytest.raises(ConfigError, match=words):
        start(**parameters)


def run_node(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", "from creature_voice.node import main; main()", "--ros-args"]
    for argument in arguments:
        command += ["-p", argument]
    environment = {**os.environ, "ROS_DOMAIN_ID": str(DOMAIN)}
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False, timeout=60 * FACTOR)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["voice:=parrot"], ["voice", "parrot", "local, "]),
        (["voice:=echo", "source:=wav", "wav_in:=/no/such.wav"], ["/no/such.wav", "does not exist"]),
    ],
)
def test_what_cannot_be_ends_the_process_with_one_line(arguments, words):
    ended = run_node(*arguments)
    errors = [line for line in ended.stderr.splitlines() if line.startswith("error: ")]
    assert ended.returncode not in (0, None)
    assert len(errors) == 1, ended.stderr
    assert all(word in errors[0] for word in words)
    assert "Traceback" not in ended.stderr


def test_it_is_ready_and_ctrl_c_ends_it_cleanly():
    command = [sys.executable, "-u", "-c", "from creature_voice.node import main; main()", "--ros-args"]
    command += ["-p", "voice:=echo", "-p", "source:=topic", "-p", "sink:=none"]
    environment = {**os.environ, "ROS_DOMAIN_ID": str(DOMAIN)}
    with subprocess.Popen(command, env=environment, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None
        ready = next(line for line in process.stderr if "ready: " in line)
        process.send_signal(2)
        rest = process.stderr.read()
    assert ready.strip().endswith("ready: listening (echo voice; source topic, sink none)")
    assert process.returncode == 0
    assert "Traceback" not in rest
    assert "failed" not in rest
