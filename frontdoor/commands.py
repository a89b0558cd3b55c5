"""The commands: up, ask, test, echo, run."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import time
from collections.abc import Mapping, Sequence
from types import FrameType

from frontdoor import build, environment
from frontdoor.console import FrontDoorError, colour, say
from frontdoor.graph import Graph
from frontdoor.machine import check_python, install_missing, sourced_ros
from frontdoor.table import TABLE, parse_arguments

# A ROS 2 log line, of which people want to see the level and the words.
_LOG_LINE = re.compile(r"^(?:\[[\w-]+\] )?\[(\w+)\] \[[\d.]+\] \[([\w./]+)\]: (.*)$")
# Exit status of `ask --only-if-running`.
_NOT_RUNNING = 4
# Above 101 the ports of DDS meet those that Linux hands out.
_DOMAIN_IDS = range(1, 100)


def set_up(needed_for: tuple[str, ...] = ("up",)) -> dict[str, str]:
    """Everything up to a built workspace; returns the variables with which programs run in it."""
    check_python()
    install_missing(needed_for)
    return build.build(environment.prepare())


def up(words: Sequence[str]) -> int:
    """Run the whole creature until Ctrl-C."""
    arguments = parse_arguments(words)
    _terminate_like_interrupt()
    started = time.monotonic()
    variables = set_up(("up", "device") if "device" in arguments.values() else ("up",))
    say("  waking the creature up ...")
    graph = Graph(arguments, variables, _print_line)
    ready = graph.start()
    say(_awake(ready, time.monotonic() - started))
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
    options = [word for word in words if ":=" not in word]
    if "-h" in options or "--help" in options:
        return _call(["creature_lab", "ask", "--help"], set_up())
    _terminate_like_interrupt()
    variables = set_up()
    if arguments:
        # A creature that runs has other arguments; the one started now is not to meet it.
        variables["ROS_DOMAIN_ID"] = str(_free_domain())
    # This looks at the recording too, so that nothing is started for one that is none.
    status = _call(["creature_lab", "ask", *options, "--only-if-running"], variables)
    return status if status != _NOT_RUNNING else _ask_own(options, arguments, variables)


def _ask_own(options: list[str], arguments: Mapping[str, str], variables: Mapping[str, str]) -> int:
    given = {"source": "topic", "sink": "topic", "face_port": "0", **arguments}
    say("  waking a creature up for it ...")
    heard: list[str] = []
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
    _terminate_like_interrupt()
    variables = set_up(("up", "device", "test"))
    variables["ROS_DOMAIN_ID"] = str(_free_domain())
    variables["ROS_AUTOMATIC_DISCOVERY_RANGE"] = "LOCALHOST"
    return _foreground([str(environment.PYTHON), "-m", "pytest", *words], variables)


def echo(words: Sequence[str]) -> int:
    """Print the messages of a topic."""
    return _call(["creature_lab", "echo", *words], set_up())


def run(words: Sequence[str]) -> int:
    """Run any program inside the creature's environment."""
    if not words:
        raise FrontDoorError("run what? For example: ./creature run python benchmarks/bench.py")
    return _foreground(list(words), set_up())


def _call(words: Sequence[str], variables: Mapping[str, str]) -> int:
    package, executable, *rest = words
    program = build.executable(package, executable)
    return _foreground([str(program), *rest], variables)


def _foreground(command: Sequence[str], variables: Mapping[str, str]) -> int:
    """Run a program in the user's terminal; Ctrl-C is the program's, and its exit status is ours."""
    try:
        process = subprocess.Popen(command, env=dict(variables))
    except FileNotFoundError as error:
        raise FrontDoorError(f"there is no program '{command[0]}'") from error
    while True:
        try:
            return process.wait()
        except _Terminated:
            process.send_signal(signal.SIGINT)
        except KeyboardInterrupt:
            # The terminal has sent it to the program as well; wait for what it makes of it.
            continue


def _free_domain() -> int:
    """A ROS domain that another run of this command at this moment is unlikely to use."""
    return _DOMAIN_IDS[os.getpid() % len(_DOMAIN_IDS)]


class _Terminated(KeyboardInterrupt):
    """SIGTERM: sent to us alone, where Ctrl-C reaches every program of the terminal."""


def _terminate_like_interrupt() -> None:
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


def _awake(ready: Mapping[str, str], took_s: float) -> str:
    ros2 = sourced_ros() is not None
    see = f"ros2 topic echo {TABLE.NAMESPACE}/" if ros2 else "./creature echo "
    address = ready.get("face", "").removeprefix("face at ") or "(no face was started)"
    rows = [
        ("face", address),
        ("", "open it in a browser on this machine, press the button, speak"),
        ("topics", f"{see}affect         what it feels, and why"),
        ("", f"{see}voice/text     what is heard and said"),
        ("", f"{see}intent         what the words meant"),
        ("", f"{see}task           what the body does"),
        ("stop", "Ctrl-C"),
    ]
    lines = "\n".join(f"    {colour(f'{label:<8}', '1')}{words}" for label, words in rows)
    return f"\n  {colour('The creature is awake', '1;32')} ({took_s:.1f} s; {ready.get('voice', '')})\n\n{lines}\n"
