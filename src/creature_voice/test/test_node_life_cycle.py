"""How the voice node starts, ends and starts again, and what it refuses."""

import os
import subprocess
import sys
import weakref

import pytest
from creature_msgs.action import Say
from lifecycle_msgs.msg import Transition
from node_rig import DOMAIN, FACTOR

from creature_node.config import ConfigError
from creature_voice import voice as voice_module
from creature_voice.engine import EngineError

pytestmark = pytest.mark.ros


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
