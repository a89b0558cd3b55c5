"""The whole creature, started by its own command, as a user would."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Mapping
from itertools import count
from pathlib import Path
from typing import Any

import psutil

ROOT = Path(__file__).resolve().parent.parent
FACTOR = float(os.environ.get("CREATURE_TEST_TIMEOUT_FACTOR", "1"))
START_S = 90.0 * FACTOR
END_S = 30.0 * FACTOR
_DOMAINS = count(int(os.environ.get("ROS_DOMAIN_ID", "1")))


def command(*words: str) -> list[str]:
    """The front door with these words."""
    return [sys.executable, str(ROOT / "creature"), *words]


class Creature:
    """`./creature up` as a child, with what it prints."""

    def __init__(self, *words: str, environment: Mapping[str, str] | None = None) -> None:
        self.environment = {
            **os.environ,
            "ROS_DOMAIN_ID": str(next(_DOMAINS) % 99 + 1),
            "ROS_AUTOMATIC_DISCOVERY_RANGE": "LOCALHOST",
            **(environment or {}),
        }
        self.lines: list[str] = []
        self._process = subprocess.Popen(
            command("up", *words), env=self.environment, text=True,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, start_new_session=True,
        )  # fmt: skip
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def _read(self) -> None:
        assert self._process.stdout is not None
        for line in self._process.stdout:
            self.lines.append(line.rstrip())

    @property
    def said(self) -> str:
        """Everything it has printed so far."""
        return "\n".join(self.lines)

    def wait_awake(self) -> str:
        """Return the face's address once the whole creature is awake."""
        deadline = time.monotonic() + START_S
        while time.monotonic() < deadline:
            found = re.search(r"face\s+(http://\S+)", self.said)
            if found and "stop" in self.said:
                return found.group(1)
            assert self._process.poll() is None, self.said
            time.sleep(0.1)
        raise AssertionError(f"not awake after {START_S} s:\n{self.said}")

    def wait_said(self, words: str) -> None:
        """Until it has said them: what a node says comes through two pipes."""
        end = time.monotonic() + START_S
        while words not in self.said:
            assert time.monotonic() < end, self.said
            time.sleep(0.1)

    def wait_end(self) -> int:
        """Exit status, once it has ended by itself."""
        status = self._process.wait(START_S)
        self._reader.join()
        return status

    def family(self) -> list[psutil.Process]:
        """The front door and every process under it."""
        try:
            parent = psutil.Process(self._process.pid)
            return [parent, *parent.children(recursive=True)]
        except psutil.NoSuchProcess:
            return []

    def interrupt(self) -> int:
        """Ctrl-C; returns the exit status."""
        self._process.send_signal(signal.SIGINT)
        status = self._process.wait(END_S)
        self._reader.join()
        return status

    def stop(self) -> None:
        """End it, whatever state it is in."""
        if self._process.poll() is None:
            self._process.send_signal(signal.SIGTERM)
            try:
                self._process.wait(END_S)
            except subprocess.TimeoutExpired:
                for process in self.family():
                    process.kill()
                raise

    def ask(self, wav: Path, report: Path, *options: str) -> dict[str, Any]:
        """`./creature ask` in the same ROS domain: the report, with its exit status and what it printed added."""
        answer = subprocess.run(
            command("ask", str(wav), "--report", str(report), *options),
            env=self.environment, capture_output=True, text=True, timeout=180 * FACTOR, check=False,
        )  # fmt: skip
        assert report.exists(), f"status {answer.returncode}\n{answer.stdout}\n{answer.stderr}\n---\n{self.said}"
        return {**json.loads(report.read_text()), "status": answer.returncode, "printed": answer.stdout}
