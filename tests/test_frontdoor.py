"""The front door's parts: arguments, the table of nodes, processes and what is built."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest
from running import FACTOR, command

from frontdoor import build, claim, machine
from frontdoor.console import FrontDoorError, run_logged
from frontdoor.processes import Processes
from frontdoor.table import TABLE, parse_arguments


def wait_for(condition, limit_s=10.0 * FACTOR):
    deadline = time.monotonic() + limit_s
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.02)


class TestArguments:
    def test_names_and_values(self):
        assert parse_arguments(["voice:=local", "face_port:=8081"]) == {"voice": "local", "face_port": "8081"}

    @pytest.mark.parametrize(
        ("words", "said"),
        [
            (["voice=local"], "no name:=value"),
            (["tail:=wag"], "unknown argument 'tail'; there are: voice"),
            (["without:=tail"], "there is no such node"),
            (["params_file:=/no/such.yaml"], "there is no such file"),
            (["log_level:=loud"], "must be one of debug, info"),
        ],
    )
    def test_what_cannot_be_is_refused_in_words(self, words, said):
        with pytest.raises(FrontDoorError, match=said):
            parse_arguments(words)


class TestTable:
    def test_every_argument_reaches_a_parameter_of_a_node(self):
        names = {spec.name for spec in TABLE.NODES}
        assert {node for argument in TABLE.ARGUMENTS for node, _ in argument.targets} <= names

    def test_values_come_after_files_so_that_they_win(self):
        voice = next(spec for spec in TABLE.NODES if spec.name == "voice")
        words = TABLE.ros_arguments(voice, Path("/share"), {"voice": "echo", "params_file": "/mine.yaml"})
        order = [words.index(word) for word in ("/share/config/creature.yaml", "/mine.yaml", "voice:=echo")]
        assert order == sorted(order)

    def test_one_argument_may_reach_several_nodes(self):
        for spec in TABLE.NODES:
            words = TABLE.ros_arguments(spec, Path("/share"), {"world": "/w.yaml"})
            assert [word for word in words if word.endswith(":=/w.yaml")] == {
                "executor": ["world_file:=/w.yaml"],
                "voice": ["brain.world_file:=/w.yaml"],
            }.get(spec.name, [])

    def test_nodes_can_be_left_out(self):
        assert "executor" not in [spec.name for spec in TABLE.nodes_to_start({"without": "executor"})]


class TestProcesses:
    def test_ready_is_heard_and_everything_ends(self, tmp_path):
        lines = []
        processes = Processes(lambda name, line: lines.append(line))
        # A child that starts a grandchild and ignores both polite signals.
        script = (
            "import signal, subprocess, sys, time\n"
            "signal.signal(signal.SIGINT, signal.SIG_IGN); signal.signal(signal.SIGTERM, signal.SIG_IGN)\n"
            "child = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(600)'])\n"
            "print('[INFO] [1.0] [creature.tail]: ready: wagging', child.pid, flush=True)\n"
            "time.sleep(600)\n"
        )
        processes.start("tail", [sys.executable, "-c", script], {})
        wait_for(lambda: "tail" in processes.ready())
        words = processes.ready()["tail"]
        assert words.startswith("wagging")
        assert processes.ended() == []
        assert processes.stop() == ["tail"]
        wait_for(lambda: not psutil.pid_exists(int(words.split()[1])))

    def test_one_that_ends_says_why(self):
        processes = Processes(lambda name, line: None)
        processes.start("tail", [sys.executable, "-c", "print('error: no tail'); raise SystemExit(2)"], {})
        wait_for(processes.ended)
        (ended,) = processes.ended()
        assert ended.status() == 2
        wait_for(lambda: list(ended.last_lines) == ["error: no tail"])


class TestClaim:
    def test_a_domain_is_held_by_one_creature_and_free_after_it(self):
        domain = claim.free_domain()
        with claim.claimed(domain):
            assert claim.is_claimed(domain)
            with pytest.raises(FrontDoorError, match=f"already in ROS domain {domain}"), claim.claimed(domain):
                pass
        assert not claim.is_claimed(domain)


class TestBuild:
    def test_a_changed_file_changes_only_its_package(self, tmp_path, monkeypatch):
        for package in ("one", "two"):
            (tmp_path / "src" / package).mkdir(parents=True)
            (tmp_path / "src" / package / "package.xml").write_text("<package/>")
        monkeypatch.setattr(build, "ROOT", tmp_path)
        before = build._fingerprints()
        (tmp_path / "src" / "two" / "more.py").write_text("x = 1\n")
        after = build._fingerprints()
        assert before["one"] == after["one"]
        assert before["two"] != after["two"]

    def test_a_failure_shows_the_end_of_the_log(self, tmp_path):
        program = [sys.executable, "-c", "print('it broke here'); raise SystemExit(3)"]
        with pytest.raises(FrontDoorError, match=r"status 3\)(.|\n)*it broke here(.|\n)*whole log"):
            run_logged(program, tmp_path / "log" / "x.log", {}, tmp_path)


class TestMachine:
    def test_without_root_the_one_line_is_named(self, monkeypatch):
        monkeypatch.setattr(machine.os, "geteuid", lambda: 1000)
        lacking = machine.SystemPackage("a tail", "tail-dev", "up", lambda: False)
        monkeypatch.setattr(machine, "SYSTEM_PACKAGES", (lacking,))
        with pytest.raises(FrontDoorError, match="sudo apt-get install -y --no-install-recommends tail-dev"):
            machine.install_missing(("up",))


class TestCommandLine:
    @pytest.mark.parametrize(
        "words",
        [["--help"], ["up", "--help"], ["test", "--help"], ["doctor", "--help"], ["ask", "--help"], ["echo", "--help"]],
    )
    def test_help(self, words):
        answer = subprocess.run(command(*words), capture_output=True, text=True, check=False)
        assert answer.returncode == 0
        assert "./creature" in answer.stdout

    def test_an_unknown_command_is_named(self):
        answer = subprocess.run(command("dance"), capture_output=True, text=True, check=False)
        assert answer.returncode == 2
        assert "no command 'dance'" in answer.stdout

    def test_the_doctor_finds_this_machine_well(self):
        answer = subprocess.run(command("doctor"), capture_output=True, text=True, check=False)
        assert answer.returncode == 0, answer.stdout
        assert "ROS 2" in answer.stdout
        assert "environment" in answer.stdout
