"""The running graph: every node of the table, embedded or through `ros2 launch`."""

from __future__ import annotations

import re
import signal
import time
from collections.abc import Callable, Collection, Iterator, Mapping

from frontdoor import build, face
from frontdoor.console import FrontDoorError, say
from frontdoor.machine import sourced_ros
from frontdoor.places import INSTALL, ROOT
from frontdoor.processes import Processes
from frontdoor.table import TABLE

_POLL_S = 0.1
# A node that loads something says so now and then; without a word for so long it hangs.
_SILENCE_LIMIT_S = 180.0
_STILL_AT_IT_S = 10.0
# The last words of a node, which `ros2 launch` puts its name before; and how that tells of a node that has ended.
_LAST_WORDS = re.compile(r"^(?:\[(\w+)-\d+\] )?error: (.*)")
_LAUNCH_TELLS_END = re.compile(r"^\[ERROR\] \[(\w+)-\d+\]: process has died \[pid \d+, exit code (-?\d+)")
_ERROR = re.compile(r"(?:^|\] )\[ERROR\] \[[\d.]+\]")
_HOLD_S = 0.5
# A bar of progress is a line here: every ten seconds, not ten times a second.
_FOR_LINES = {"TQDM_MININTERVAL": "10"}


class Graph:
    """The creature's nodes, started together and ended together.

    What ends a node is told by the error that start() or wait() raises, not by `hear` as well.
    """

    def __init__(
        self, arguments: Mapping[str, str], environment: Mapping[str, str], hear: Callable[[str, str], None]
    ) -> None:
        self._arguments = dict(arguments)
        self._environment = {**_FOR_LINES, **environment}
        self._specs = TABLE.nodes_to_start(self._arguments)
        self._hear = hear
        self._heard_at_s = time.monotonic()
        self._last_words: dict[str, str] = {}
        self._held: dict[str, str] = {}
        self._ended_in_launch: dict[str, int] = {}
        self._processes = Processes(self._listen)

    def start(self) -> dict[str, str]:
        """Start every node and wait until each has said that it is ready; returns what they said.

        Raises:
            FrontDoorError: the face cannot be where it should be, and nothing was started; or a node ended, or was
                not ready in time, and everything is stopped again.
        """
        at = face.place(self._arguments)
        if at is not None:
            face.check(at)
        try:
            self._start_processes()
            return self._wait_until_ready()
        except BaseException:
            self.stop()
            raise

    def _start_processes(self) -> None:
        if sourced_ros() is not None:
            words = [f"{name}:={value}" for name, value in self._arguments.items()]
            # By its path: in this folder `ros2 launch creature` takes the front door itself for a launch file.
            launch_file = INSTALL / "creature" / "share" / "creature" / "launch" / "bringup.launch.py"
            command = ["ros2", "launch", str(launch_file), *words]
            # What `ros2 launch` expects from a terminal.
            self._processes.start("launch", command, self._environment, end_by=signal.SIGINT)
            return
        for spec in self._specs:
            executable = build.executable(spec.package, spec.executable)
            remap = ["-r", f"__ns:={TABLE.NAMESPACE}", "-r", f"__node:={spec.name}"]
            words = TABLE.ros_arguments(spec, ROOT, self._arguments)
            variables = {**TABLE.ENVIRONMENT, **self._environment}
            self._processes.start(spec.name, [str(executable), "--ros-args", *remap, *words], variables)

    def _listen(self, name: str, line: str) -> None:
        self._heard_at_s = time.monotonic()
        held = self._held.pop(name, "")
        words = _LAST_WORDS.match(line)
        if words:
            self._last_words[words[1] or name] = words[2]
        if held and not (words and held.endswith(words[2])):
            self._hear(name, held)
        if _ERROR.search(line):
            # Perhaps the next line has the same words, as the node's last.
            self._held[name] = line
        elif not words:
            if end := _LAUNCH_TELLS_END.match(line):
                self._ended_in_launch[end[1]] = int(end[2])
            self._hear(name, line)

    def _release_held(self) -> None:
        if time.monotonic() - self._heard_at_s > _HOLD_S:
            for name in list(self._held):
                if line := self._held.pop(name, ""):
                    self._hear(name, line)

    def _wait_until_ready(self) -> dict[str, str]:
        begun_s, told_s = time.monotonic(), time.monotonic()
        wanted = {spec.name for spec in self._specs}
        while not wanted <= self._processes.ready().keys():
            for _, why in self._ended():
                raise FrontDoorError(why)
            self._release_held()
            now_s, names = time.monotonic(), ", ".join(sorted(wanted - self._processes.ready().keys()))
            if now_s - self._heard_at_s > _SILENCE_LIMIT_S:
                raise FrontDoorError(f"not ready, and not a word for {_SILENCE_LIMIT_S:.0f} s: {names}")
            if now_s - max(told_s, self._heard_at_s) > _STILL_AT_IT_S:
                told_s = now_s
                say(f"  still waiting for: {names} ... {now_s - begun_s:.0f} s")
            time.sleep(_POLL_S)
        return self._processes.ready()

    def wait(self) -> None:
        """Return when a node without which the creature cannot be has ended.

        Raises:
            FrontDoorError: always, when that happens, saying which and why; Ctrl-C leaves as KeyboardInterrupt.
        """
        dispensable = {spec.name for spec in self._specs if not spec.required}
        told: set[str] = set()
        while True:
            for name, why in self._ended():
                if name not in dispensable:
                    raise FrontDoorError(why)
                if name not in told:
                    told.add(name)
                    say(f"note: {why}\n  The creature goes on without it.")
            self._release_held()
            time.sleep(_POLL_S)

    def _ended(self) -> Iterator[tuple[str, str]]:
        """The nodes that have ended, and why."""
        for name, status in list(self._ended_in_launch.items()):
            yield name, self._why(name, status)
        for process in self._processes.ended():
            yield process.name, self._why(process.name, process.status() or 0, process.last_lines)

    def _why(self, name: str, status: int, last_lines: Collection[str] = ()) -> str:
        lines = ["it last said:", *last_lines] if last_lines else ["look at what it said above"]
        words = self._last_words.get(name) or "\n    ".join(lines)
        return f"'{name}' ended ({_how(status)}): {words}"

    def stop(self) -> None:
        """End every node; returns when all have ended. A Ctrl-C while it works does not leave any behind."""
        before = signal.signal(signal.SIGINT, signal.SIG_IGN)
        try:
            for name in self._processes.stop():
                say(f"note: '{name}' did not end by itself and was killed")
        finally:
            signal.signal(signal.SIGINT, before)


def _how(status: int) -> str:
    return signal.Signals(-status).name if status < 0 else f"status {status}"
