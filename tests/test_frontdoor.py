"""The front door's parts: arguments, the table of nodes, processes and what is built."""

from __future__ import annotations

import socket
import subprocess
import sys
import threading
import time
from pathlib import Path

import psutil
import pytest
from running import FACTOR, ROOT, command

from frontdoor import build, claim, commands, environment, graph, machine
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
            (["face_port:=abc"], "face_port:=abc: it must be a whole number within 0 to 65535"),
            (["face_port:=-1"], "whole number"),
            (["face_port:=08080"], "whole number"),
            (["face_port:=65536"], "within 0 to 65535"),
            (["voice:=parrot"], "voice:=parrot: it must be one of local"),
            (["world:=/no/such.yaml"], "world:=/no/such.yaml: there is no such file"),
            (["without:=executor,affect,intent,face,voice"], "nothing is left to start"),
        ],
    )
    def test_what_cannot_be_is_refused_in_words(self, words, said):
        with pytest.raises(FrontDoorError, match=said):
            parse_arguments(words)

    def test_an_empty_value_counts_as_not_given(self):
        assert parse_arguments(["face_port:=", "voice:=", "world:="])


class TestTable:
    def test_what_is_checked_before_any_node_starts_is_what_the_nodes_check(self):
        sys.path.insert(0, str(ROOT / "scripts"))
        from write_config import NODES

        from creature_node.config import limits_of

        for argument in TABLE.ARGUMENTS:
            for node, parameter in argument.targets:
                group, _, name = parameter.rpartition(".")
                _, limits = limits_of(NODES[node][group])[name]
                assert sorted(argument.choices) == sorted(limits.choices), parameter
                assert argument.numbers == (None if limits.low is None else (limits.low, limits.high)), parameter

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


# Prints what a node does: `voice` ends in an error, which it has logged as well, the others are ready.
NODE = """#!{python}
import sys, time
name = next(word.split(":=")[1] for word in sys.argv if word.startswith("__node:="))
if name == "voice":
    time.sleep(0.3)
    print("[ERROR] [1.0] [creature.voice]: no larynx: grow one", flush=True)
    print("error: no larynx: grow one", flush=True)
    raise SystemExit(1)
print(f"[INFO] [1.0] [creature.{{name}}]: ready: {{name}} works", flush=True)
print("[ERROR] [1.0] [creature.face]: something else", flush=True)
time.sleep(60)
"""


class TestGraph:
    @pytest.fixture
    def heard(self, tmp_path, monkeypatch):
        node = tmp_path / "node"
        node.write_text(NODE.format(python=sys.executable))
        node.chmod(0o755)
        monkeypatch.setattr(graph, "sourced_ros", lambda: None)
        monkeypatch.setattr(graph.build, "executable", lambda package, name: node)
        return []

    def test_what_ends_a_node_is_told_once_and_other_errors_are_not_lost(self, heard):
        one = graph.Graph({"face_port": "0"}, {}, lambda name, line: heard.append(line))
        with pytest.raises(FrontDoorError, match=r"'voice' ended \(status 1\): no larynx: grow one"):
            one.start()
        wait_for(lambda: sum("works" in line for line in heard) == 4)
        assert not [line for line in heard if "larynx" in line]

    def test_an_error_without_an_end_is_heard_soon(self, heard):
        one = graph.Graph({"face_port": "0", "without": "voice"}, {}, lambda name, line: heard.append(line))
        try:
            assert set(one.start()) == {"executor", "affect", "intent", "face"}
            time.sleep(graph._HOLD_S * 1.5)
            one._release_held()
            assert sum("something else" in line for line in heard) == 4
        finally:
            one.stop()

    def test_a_node_that_ros2_launch_has_lost_is_told_with_its_own_words(self, heard):
        one = graph.Graph({}, {}, lambda name, line: heard.append(line))
        one._listen("launch", "[executor-1] error: world.yaml:3: no such colour")
        one._listen("launch", "[ERROR] [executor-1]: process has died [pid 7, exit code 2, cmd 'executor']")
        assert list(one._ended()) == [("executor", "'executor' ended (status 2): world.yaml:3: no such colour")]

    def test_a_port_in_use_is_told_before_anything_starts(self, heard, monkeypatch):
        monkeypatch.setattr(graph.build, "executable", lambda package, name: pytest.fail("it was started"))
        with socket.create_server(("127.0.0.1", 0)) as taken:
            port = taken.getsockname()[1]
            one = graph.Graph({"face_port": str(port)}, {}, lambda name, line: heard.append(line))
            with pytest.raises(FrontDoorError, match=rf"port {port} is in use(.|\n)*face_port:="):
                one.start()


class TestClaim:
    def test_a_domain_is_held_by_one_creature_and_free_after_it(self):
        domain = claim.free_domain()
        with claim.claimed(domain):
            assert claim.is_claimed(domain)
            with pytest.raises(FrontDoorError, match=f"already in ROS domain {domain}"), claim.claimed(domain):
                pass
        assert not claim.is_claimed(domain)

    def test_two_commands_install_one_after_the_other(self, tmp_path, monkeypatch, capsys):
        monkeypatch.setattr(claim, "LOGS", tmp_path / "log")
        done = []

        def other():
            with claim.tree_to_itself():
                done.append("other")

        with claim.tree_to_itself():
            thread = threading.Thread(target=other)
            thread.start()
            said = []

            def waits():
                said.append(capsys.readouterr().out)
                return "waiting for another ./creature" in "".join(said)

            wait_for(waits)
            done.append("first")
        thread.join()
        assert done == ["first", "other"]


class TestEnvironment:
    def test_it_serves_every_python_of_its_version_as_long_as_its_own_is_there(self, tmp_path, monkeypatch):
        monkeypatch.setattr(environment, "PYTHON", tmp_path / "python")
        monkeypatch.setattr(environment, "_STAMP", tmp_path / "stamp")
        (tmp_path / "python").touch()
        (tmp_path / "stamp").write_text(environment.fingerprint())
        monkeypatch.setattr(sys, "base_prefix", "/another/python/of/this/version")
        assert environment.is_ready()
        (tmp_path / "python").unlink()
        assert not environment.is_ready()


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

    def test_the_gpu_is_the_one_that_nvidia_smi_names(self, tmp_path, monkeypatch):
        monkeypatch.setenv("PATH", str(tmp_path))
        assert machine.nvidia_gpus() == []
        (tmp_path / "nvidia-smi").write_text("#!/bin/sh\necho 'NVIDIA L4, 23034 MiB'\n")
        (tmp_path / "nvidia-smi").chmod(0o755)
        assert machine.nvidia_gpus() == ["NVIDIA L4, 23034 MiB"]


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

    def test_the_doctor_looks_at_the_port_that_up_would_take(self):
        with socket.create_server(("127.0.0.1", 0)) as taken:
            port = taken.getsockname()[1]
            answer = subprocess.run(
                command("doctor", f"face_port:={port}"), capture_output=True, text=True, check=False
            )
        assert f"port {port} is in use" in answer.stdout

    @pytest.mark.parametrize("word", ["tail:=wag", "tail"])
    def test_the_doctor_refuses_what_it_does_not_know(self, word):
        answer = subprocess.run(command("doctor", word), capture_output=True, text=True, check=False)
        assert answer.returncode == 2
        assert "tail" in answer.stderr

    def test_ask_and_echo_are_told_the_name_that_they_were_called_by(self, monkeypatch):
        called = []
        monkeypatch.setattr(commands, "_foreground", lambda words, variables: called.append(variables) or 0)
        commands._call(["creature_lab", "echo"], {"HOME": "/"})
        assert called == [{"HOME": "/", "CREATURE_PROG": "./creature echo"}]
