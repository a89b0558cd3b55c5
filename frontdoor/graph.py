"""The running graph: every node of the table, embedded or through `ros2 launch`."""

from __future__ import annotations

import signal
import time
from collections.abc import Callable, Mapping

from frontdoor import build
from frontdoor.console import FrontDoorError, say
from frontdoor.machine import sourced_ros
from frontdoor.places import INSTALL, ROOT
from frontdoor.processes import Process, Processes
from frontdoor.table import TABLE

_POLL_S = 0.1
_START_LIMIT_S = 180.0


class Graph:
    """The creature's nodes, started together and ended together."""

    def __init__(
        self, arguments: Mapping[str, str], environment: Mapping[str, str], hear: Callable[[str, str], None]
    ) -> None:
        self._arguments = dict(arguments)
        self._environment = dict(environment)
        self._specs = TABLE.nodes_to_start(self._arguments)
        self._processes = Processes(hear)

    def start(self) -> dict[str, str]:
        """Start every node and wait until each has said that it is ready; returns what they said.

        Raises:
            FrontDoorError: a node ended, or was not ready in time; everything is stopped again.
        """
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
            self._processes.start(spec.name, [str(executable), "--ros-args", *remap, *words], self._environment)

    def _wait_until_ready(self) -> dict[str, str]:
        deadline = time.monotonic() + _START_LIMIT_S
        wanted = {spec.name for spec in self._specs}
        while not wanted <= self._processes.ready().keys():
            for process in self._processes.ended():
                raise FrontDoorError(_why(process))
            if time.monotonic() > deadline:
                names = ", ".join(sorted(wanted - self._processes.ready().keys()))
                raise FrontDoorError(f"not ready after {_START_LIMIT_S:.0f} s: {names}. Look at what they said above.")
            time.sleep(_POLL_S)
        return self._processes.ready()

    def wait(self) -> None:
        """Return when a node without which the creature cannot be has ended.

        Raises:
            FrontDoorError: always, when that happens, saying which and why; Ctrl-C leaves as KeyboardInterrupt.
        """
        required = {spec.name for spec in self._specs if spec.required} | {"launch"}
        told: set[str] = set()
        while True:
            for process in self._processes.ended():
                if process.name in required:
                    raise FrontDoorError(_why(process))
                if process.name not in told:
                    told.add(process.name)
                    say(f"note: {_why(process)}\n  The creature goes on without it.")
            time.sleep(_POLL_S)

    def stop(self) -> None:
        """End every node; returns when all have ended. A Ctrl-C while it works does not leave any behind."""
        before = signal.signal(signal.SIGINT, signal.SIG_IGN)
        try:
            for name in self._processes.stop():
                say(f"note: '{name}' did not end by itself and was killed")
        finally:
            signal.signal(signal.SIGINT, before)


def _why(process: Process) -> str:
    errors = [line for line in process.last_lines if line.startswith("error: ")]
    words = errors[-1].removeprefix("error: ") if errors else "\n    ".join(["it last said:", *process.last_lines])
    return f"'{process.name}' ended (status {process.status()}): {words}"
