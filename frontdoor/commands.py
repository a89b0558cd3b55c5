"""The commands: up, ask, test, echo, eval, run."""

from __future__ import annotations

import re
import signal
import subprocess
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import FrameType

from frontdoor import build, environment, extras
from frontdoor.awake import awake
from frontdoor.claim import claimed, free_domain, is_claimed, own_domain, tree_to_itself
from frontdoor.console import FrontDoorError, UsageError, colour, say
from frontdoor.extras import Extra
from frontdoor.graph import Graph
from frontdoor.machine import check_python, install_missing
from frontdoor.processes import die_with_parent
from frontdoor.table import TABLE, parse_arguments

# A ROS 2 log line, of which people want to see the level and the words.
_LOG_LINE = re.compile(r"^(?:\[[\w-]+\] )?\[(\w+)\] \[[\d.]+\] \[([\w./]+)\]: (.*)$")
# Exit status of `ask --only-if-running`.
_NOT_RUNNING = 4
# What may be installed, may be installed without asking.
_YES = ("--yes", "-y")


def set_up(needed_for: tuple[str, ...] = ("up",), wanted: Sequence[Extra] = ()) -> dict[str, str]:
    """Everything up to a built workspace; returns the variables with which programs run in it.

    Args:
        needed_for: Purposes for which system packages are wanted (machine.SystemPackage).
        wanted: What voices need beside.
    """
    check_python()
    with tree_to_itself():
        install_missing(needed_for)
        variables = environment.prepare()
        extras.install(wanted)
        return build.build(variables)


def _set_up_for(arguments: Mapping[str, str], yes: bool) -> dict[str, str]:
    needed_for = ("up", "device") if "device" in arguments.values() else ("up",)
    starts_voice = "voice" in [spec.name for spec in TABLE.nodes_to_start(arguments)]
    return set_up(needed_for, extras.agreed(arguments.get("voice", ""), yes) if starts_voice else ())


def up(words: Sequence[str]) -> int:
    """Run the whole creature until Ctrl-C."""
    arguments = parse_arguments([word for word in words if word not in _YES])
    started = time.monotonic()
    variables = _set_up_for(arguments, yes=any(word in _YES for word in words))
    with claimed(own_domain()):
        say("  waking the creature up ...")
        graph = Graph(arguments, variables, _print_line)
        ready = graph.start()
        say(awake(ready, arguments, time.monotonic() - started))
        try:
            graph.wait()
        except KeyboardInterrupt:
            say("\n  going to sleep ...")
            return 0
        finally:
            graph.stop()
    return 0


def ask(words: Sequence[str]) -> int:
    """Play one recording through the running creature, or through one started for it."""
    arguments = parse_arguments([word for word in words if ":=" in word])
    options = [word for word in words if ":=" not in word and word not in _YES]
    _look_for_recording(options)
    variables = _set_up_for(arguments, yes=any(word in _YES for word in words))
    if not arguments and is_claimed(own_domain()):
        return _call(["creature_lab", "ask", *options], variables)
    # A creature that is woken for it is alone in its domain.
    domain_id = free_domain()
    alone = {**variables, "ROS_DOMAIN_ID": str(domain_id)}
    # One may be awake that another machine, or `ros2 launch`, has started; with arguments none is looked for. Either
    # way this looks at the recording before anything is started for it.
    status = _call(["creature_lab", "ask", *options, "--only-if-running"], alone if arguments else variables)
    return status if status != _NOT_RUNNING else _ask_own(options, arguments, domain_id, alone)


def _look_for_recording(options: Sequence[str]) -> None:
    # Before anything is installed for it.
    if options and not options[0].startswith("-") and not Path(options[0]).exists():
        raise UsageError(f"sound file '{options[0]}' does not exist; give the path of a wav, flac or ogg file")


def _ask_own(options: Sequence[str], arguments: Mapping[str, str], domain_id: int, variables: Mapping[str, str]) -> int:
    given = {"source": "topic", "sink": "topic", "face_port": "0", **arguments}
    if "--quiet" not in options:
        say("  waking a creature up for it ...")
    heard: list[str] = []
    with claimed(domain_id):
        graph = Graph(given, variables, lambda name, line: heard.append(f"{name:>8}  {line}"))
        try:
            graph.start()
            return _call(["creature_lab", "ask", *options], variables)
        except FrontDoorError:
            say("\n".join(heard))
            raise
        finally:
            graph.stop()


def test(words: Sequence[str]) -> int:
    """Run every test, or those that pytest is told to."""
    variables = set_up(("up", "device", "test"), extras.for_tests())
    variables["ROS_DOMAIN_ID"] = str(free_domain())
    variables["ROS_AUTOMATIC_DISCOVERY_RANGE"] = "LOCALHOST"
    # All that tests need is installed by now: one that is skipped hides something (conftest.py).
    variables["CREATURE_TEST_COMPLETE"] = "1"
    return _foreground([str(environment.PYTHON), "-m", "pytest", *words], variables)


def echo(words: Sequence[str]) -> int:
    """Print the messages of a topic."""
    return _call(["creature_lab", "echo", *words], set_up())


def evaluate(words: Sequence[str]) -> int:
    """Run sentences and dialogues through what understands them, and count what is right."""
    if words[:1] != ["intent"]:
        raise UsageError("evaluate what? For example: ./creature eval intent")
    return _call(["creature_intent", "eval", *words], set_up())


def run(words: Sequence[str]) -> int:
    """Run any program inside the creature's environment."""
    if not words:
        raise FrontDoorError("run what? For example: ./creature run python benchmarks/bench.py")
    return _foreground(list(words), set_up())


def _call(words: Sequence[str], variables: Mapping[str, str]) -> int:
    package, executable, *rest = words
    program = build.executable(package, executable)
    # By this name its help speaks of itself.
    return _foreground([str(program), *rest], {**variables, "CREATURE_PROG": f"./creature {executable}"})


def _foreground(command: Sequence[str], variables: Mapping[str, str]) -> int:
    """Run a program in the user's terminal; Ctrl-C is the program's, and its exit status is ours."""
    try:
        process = subprocess.Popen(command, env=dict(variables), preexec_fn=die_with_parent)
    except FileNotFoundError as error:
        raise FrontDoorError(f"there is no program '{command[0]}'") from error
    while True:
        try:
            status = process.wait()
            # As a shell tells of a program that a signal has ended.
            return status if status >= 0 else 128 - status
        except _Terminated:
            process.send_signal(signal.SIGINT)
        except KeyboardInterrupt:
            # The terminal has sent it to the program as well; wait for what it makes of it.
            continue


class _Terminated(KeyboardInterrupt):
    """SIGTERM: sent to us alone, where Ctrl-C reaches every program of the terminal."""


def terminate_like_interrupt() -> None:
    """SIGTERM ends us as Ctrl-C does: with every node ended."""

    def stop(number: int, frame: FrameType | None) -> None:
        raise _Terminated

    signal.signal(signal.SIGTERM, stop)


def _print_line(name: str, line: str) -> None:
    found = _LOG_LINE.match(line)
    if not found:
        say(f"  {colour(f'{name:>8}', '2')}  {line}")
        return
    level, logger, words = found.groups()
    mark = {"WARN": "33", "ERROR": "31", "FATAL": "31"}.get(level, "0")
    node = logger.split(".")[1] if "." in logger else logger
    say(f"  {colour(f'{node:>8}', '2')}  {colour(words, mark)}")
