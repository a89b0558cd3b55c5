"""Starts the real moshi.server, unchanged but for two things that a test machine needs.

    python slow_moshi_server.py STEP_S [arguments of moshi.server]

Its warm-up waits for CUDA: where there is none, that does nothing. And a step of the model begins no sooner than
STEP_S after the one before, so that a server can be had that is slower than real time (80 ms).
"""

from __future__ import annotations

import os
import runpy
import sys
import time
from typing import Any

os.environ.setdefault("NO_TORCH_COMPILE", "1")

import torch
from moshi.models import LMGen


def run(step_s: float, arguments: list[str]) -> None:
    """Run the server until it is ended."""
    if not torch.cuda.is_available():
        torch.cuda.synchronize = lambda *args, **kwargs: None
    plain_step = LMGen.step

    began_s = 0.0

    def step(self: LMGen, *args: Any, **kwargs: Any) -> Any:
        nonlocal began_s
        time.sleep(max(0.0, began_s + step_s - time.monotonic()))
        began_s = time.monotonic()
        return plain_step(self, *args, **kwargs)

    LMGen.step = step
    sys.argv[:] = ["moshi.server", *arguments]
    runpy.run_module("moshi.server", run_name="__main__")


if __name__ == "__main__":
    run(float(sys.argv[1]), sys.argv[2:])
