"""A real moshi.server on a tiny checkpoint, in a process of its own on the loopback, for tests and benchmarks."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from pathlib import Path

_LAUNCHER = Path(__file__).resolve().parent / "slow_moshi_server.py"
_START_S = 90.0 * float(os.environ.get("CREATURE_TEST_TIMEOUT_FACTOR", "1"))


def free_port() -> int:
    """A port of the loopback that nobody uses at the moment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


class RealMoshiServer:
    """The process.

    Attributes:
        url: What a client connects to.
    """

    def __init__(self, checkpoint: Path, log: Path, *, step_s: float = 0.0, port: int | None = None) -> None:
        """Start it, and wait until it listens.

        Args:
            checkpoint: Folder of the tiny checkpoint.
            log: File for what it prints.
            step_s: A step of the model begins no sooner after the one before.
            port: Where to listen; a free one if none is given.
        """
        self.port = free_port() if port is None else port
        self.url = f"ws://127.0.0.1:{self.port}/api/chat"
        self._log = log
        arguments = ["--host", "127.0.0.1", "--port", str(self.port), "--device", "cpu", "--static", "none"]
        files = ("moshi-weight", "model.safetensors"), ("mimi-weight", "mimi.safetensors")
        files += ("tokenizer", "tokenizer.model"), ("config-path", "config.json")
        arguments += [word for name, file in files for word in (f"--{name}", str(checkpoint / file))]
        environment = {**os.environ, "NO_TORCH_COMPILE": "1", "OMP_NUM_THREADS": "1", "HF_HUB_OFFLINE": "1"}
        with log.open("w") as printed:
            self.process = subprocess.Popen(
                [sys.executable, str(_LAUNCHER), str(step_s), *arguments],
                stdout=printed, stderr=subprocess.STDOUT, env=environment,
            )  # fmt: skip
        self._wait()

    def kill(self) -> None:
        """End it as a crash would."""
        self.process.kill()
        self.process.wait()

    def _wait(self) -> None:
        until_s = time.monotonic() + _START_S
        while time.monotonic() < until_s and self.process.poll() is None:
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", self.port)) == 0:
                    return
            time.sleep(0.1)
        self.kill()
        raise RuntimeError(f"moshi.server did not start:\n{self._log.read_text()[-2000:]}")
