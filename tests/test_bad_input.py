"""What goes wrong at a user's hands: each ends in words that say what to do, and leaves nothing behind."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import time

import pytest
from running import FACTOR, command

pytestmark = [pytest.mark.system, pytest.mark.ros]


def gone(processes, limit_s=10.0 * FACTOR):
    """Whether all of them have ended within the time."""
    deadline = time.monotonic() + limit_s
    while time.monotonic() < deadline:
        if not any(process.is_running() and process.status() != "zombie" for process in processes):
            return True
        time.sleep(0.1)
    return False


def test_a_port_in_use_is_named_with_a_way_out(creature):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        one = creature(f"face_port:={port}", "voice:=echo")
        assert one.wait_end() == 1
    assert str(port) in one.said
    assert "face_port:=" in one.said


def test_a_second_creature_in_the_same_domain_is_refused_with_a_way_out(creature):
    first = creature("face_port:=0", "voice:=echo")
    first.wait_awake()
    second = creature("face_port:=0", "voice:=echo", environment={"ROS_DOMAIN_ID": first.environment["ROS_DOMAIN_ID"]})
    assert second.wait_end() == 1
    assert "awake already" in second.said
    assert "ROS_DOMAIN_ID=" in second.said


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["voice:=parrot"], ["parrot", "local", "echo"]),
        (["voice:=echo", "source:=tape"], ["source", "tape", "phone"]),
        (["voice:=echo", "face_port:=99999"], ["port", "99999", "65535"]),
        (["voice:=echo", "source:=wav", "wav_in:=/no/such.wav"], ["/no/such.wav"]),
        (["voice:=echo", "world:=/no/such.yaml"], ["/no/such.yaml"]),
        (["voyce:=echo"], ["voyce", "voice"]),
    ],
)
def test_a_wrong_argument_is_refused_by_name(creature, words, said):
    one = creature("face_port:=0", *words) if "face_port:=99999" not in words else creature(*words)
    assert one.wait_end() in (1, 2)
    for word in said:
        assert word in one.said, one.said
    assert "Traceback" not in one.said


def test_a_wrong_parameter_in_a_file_is_refused_with_its_range(creature, tmp_path):
    path = tmp_path / "mine.yaml"
    path.write_text("/**/executor:\n  ros__parameters:\n    phase_s: -1.0\n")
    one = creature("face_port:=0", "voice:=echo", f"params_file:={path}")
    assert one.wait_end() == 1
    assert "'phase_s' is -1.0; it must be within" in one.said


def test_a_file_named_in_a_file_of_parameters_is_taken(creature, tmp_path):
    path = tmp_path / "mine.yaml"
    path.write_text("/**/executor:\n  ros__parameters:\n    world_file: /no/such/world.yaml\n")
    one = creature("face_port:=0", "voice:=echo", f"params_file:={path}")
    assert one.wait_end() == 1
    assert "/no/such/world.yaml" in one.said


def test_a_missing_model_package_is_named_with_the_line_that_installs_it(creature, tmp_path):
    (tmp_path / "moonshine_voice.py").write_text("raise ModuleNotFoundError('No module named moonshine_voice')\n")
    one = creature("face_port:=0", environment={"PYTHONPATH": str(tmp_path)})
    assert one.wait_end() == 1
    assert "pip install" in one.said
    assert "moonshine-voice" in one.said
    assert "Traceback" not in one.said


@pytest.mark.audio
def test_without_an_executor_the_creature_says_so(creature, speech, tmp_path):
    one = creature("source:=topic", "sink:=topic", "face_port:=0", "without:=executor")
    one.wait_awake()
    report = one.ask(speech("Could you bring me the book?"), tmp_path / "report.json")
    assert [task["outcome"] for task in report["tasks"]] == ["failed"], report["printed"]
    assert "sorry" in report["said"].lower()


@pytest.mark.audio
def test_an_endpoint_that_is_down_is_said_and_rules_answer(creature, speech, tmp_path):
    one = creature("source:=topic", "sink:=topic", "face_port:=0", "brain_url:=http://127.0.0.1:9/v1")
    one.wait_awake()
    report = one.ask(speech("Hello, who are you?"), tmp_path / "report.json")
    assert report["answered"]
    one.wait_said("answering by rules")


@pytest.mark.parametrize("after_s", [0.3, 1.5, 3.0, 6.0])
def test_an_interrupt_at_any_moment_leaves_nothing_behind(creature, after_s):
    one = creature("face_port:=0")
    time.sleep(after_s * FACTOR)
    family = one.family()
    assert one.interrupt() in (0, 130)
    assert gone(family)
    assert "Traceback" not in one.said


def test_a_killed_front_door_leaves_nothing_behind(creature):
    one = creature("face_port:=0", "voice:=echo")
    one.wait_awake()
    family = one.family()
    assert len(family) > 5
    os.kill(family[0].pid, signal.SIGKILL)
    assert gone(family)


@pytest.mark.parametrize(
    ("content", "said"),
    [(None, "does not exist"), (b"", "empty"), (b"no sound, whatever its name says", "cannot be read as sound")],
)
def test_what_is_no_recording_is_refused_before_anything_starts(tmp_path, content, said):
    path = tmp_path / "hello.wav"
    if content is not None:
        path.write_bytes(content)
    answer = subprocess.run(command("ask", str(path)), capture_output=True, text=True, check=False)
    assert answer.returncode == 2
    assert said in (answer.stdout + answer.stderr).lower()
    assert "waking" not in answer.stdout
