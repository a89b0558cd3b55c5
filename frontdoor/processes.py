"""The creature's processes: started, listened to and ended together.

Design: each node is a child in its own process group, so that Ctrl-C reaches only the front door, which then ends
    the nodes in order. A node says `ready: ...` in its log when it works.
Threading: one reader thread for each process passes its lines on; everything else runs in the caller's thread.
"""

from __future__ import annotations

import contextlib
import ctypes
import os
import re
import signal
import subprocess
import sys
import threading
import time
from collections import deque
from collections.abc import Callable, Mapping, Sequence

_READY = re.compile(r"\[creature\.(\w+)\]: ready: (.*)")
_PATIENCE_S = 8.0
_LAST_LINES = 12
_PR_SET_PDEATHSIG = 1


class Process:
    """One child process and what it has said."""

    def __init__(
        self,
        name: str,
        command: Sequence[str],
        environment: Mapping[str, str],
        hear: Callable[[str, str], None],
        end_by: signal.Signals,
    ) -> None:
        self.name = name
        self.end_by = end_by
        self.last_lines: deque[str] = deque(maxlen=_LAST_LINES)
        self._hear = hear
        self._popen = subprocess.Popen(
            command,
            env=dict(environment),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
            start_new_session=True,
            preexec_fn=die_with_parent,
        )
        self._reader = threading.Thread(target=self._read, name=f"read {name}", daemon=True)
        self._reader.start()

    def _read(self) -> None:
        assert self._popen.stdout is not None
        for line in self._popen.stdout:
            self.last_lines.append(line.rstrip())
            self._hear(self.name, line.rstrip())

    def status(self) -> int | None:
        """Exit status, or None while it runs."""
        return self._popen.poll()

    def signal(self, number: signal.Signals) -> None:
        """Send a signal to the process and everything it started."""
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self._popen.pid, number)

    def wait(self, timeout_s: float) -> bool:
        """Whether it has ended within the time."""
        try:
            self._popen.wait(max(0.0, timeout_s))
        except subprocess.TimeoutExpired:
            return False
        self._reader.join(timeout=1.0)
        return True


class Processes:
    """All of them together. `hear` gets (process name, line) from reader threads."""

    def __init__(self, hear: Callable[[str, str], None]) -> None:
        self._hear = hear
        self._ready: dict[str, str] = {}
        self._all: list[Process] = []

    def start(
        self,
        name: str,
        command: Sequence[str],
        environment: Mapping[str, str],
        end_by: signal.Signals = signal.SIGTERM,
    ) -> None:
        """Start one more.

        Args:
            end_by: The signal that ends it politely. SIGTERM suits a node best: it ends by it as by Ctrl-C
                (creature_node.ending), and a Python that is still importing ends by it without a traceback.
        """
        self._all.append(Process(name, command, environment, self._line, end_by))

    def _line(self, name: str, line: str) -> None:
        found = _READY.search(line)
        if found:
            self._ready[found.group(1)] = found.group(2)
        self._hear(name, line)

    def ready(self) -> dict[str, str]:
        """Node name -> what it said when it was ready."""
        return dict(self._ready)

    def ended(self) -> list[Process]:
        """Those that have ended, with all that they have said, in the order in which they were started."""
        return [process for process in self._all if process.wait(0.0)]

    def stop(self) -> list[str]:
        """End all, politely, then by force. Returns the names of those that had to be killed."""
        for process in self._all:
            process.signal(process.end_by)
        deadline = time.monotonic() + _PATIENCE_S
        left = [process for process in self._all if not process.wait(deadline - time.monotonic())]
        for process in left:
            process.signal(signal.SIGKILL)
            process.wait(1.0)
        # What a node has started and left behind goes with it.
        for process in self._all:
            process.signal(signal.SIGKILL)
        return [process.name for process in left]


def die_with_parent() -> None:
    """Linux ends the child when the front door itself is killed, so that nothing is ever left behind."""
    if sys.platform == "linux":
        ctypes.CDLL(None, use_errno=True).prctl(_PR_SET_PDEATHSIG, signal.SIGTERM)
