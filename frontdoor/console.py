"""What the user sees while something long happens."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

_TAIL_LINES = 25
_STILL_AT_IT_S = 10.0


class FrontDoorError(RuntimeError):
    """Something the user must know or mend; the message says what to do.

    Attributes:
        status: Exit status of the command.
    """

    status = 1


class UsageError(FrontDoorError):
    """The command cannot be understood, or names what is not there."""

    status = 2


def say(words: str = "") -> None:
    """Print a line at once, also into a pipe."""
    print(words, flush=True)


def colour(words: str, code: str) -> str:
    """The words in an ANSI colour where a person reads them."""
    plain = not sys.stdout.isatty() or "NO_COLOR" in os.environ
    return words if plain else f"\033[{code}m{words}\033[0m"


@contextmanager
def step(what: str) -> Iterator[None]:
    """Say what begins, that it still goes on every ten seconds, and how long it took."""
    started = time.monotonic()
    say(f"  {what} ...")
    over = threading.Event()

    def remind() -> None:
        while not over.wait(_STILL_AT_IT_S):
            say(f"  {what} ... {time.monotonic() - started:.0f} s")

    reminder = threading.Thread(target=remind, daemon=True)
    reminder.start()
    try:
        yield
    finally:
        over.set()
        reminder.join()
    say(f"  {what}: done in {time.monotonic() - started:.1f} s")


def run_logged(command: Sequence[str], log: Path, environment: Mapping[str, str], cwd: Path) -> None:
    """Run a command with its output in a log file.

    Raises:
        FrontDoorError: it failed; the message ends with the last lines of the log and names the file.
    """
    log.parent.mkdir(parents=True, exist_ok=True)
    with log.open("w") as output:
        process = subprocess.Popen(
            command, stdout=output, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL, env=dict(environment), cwd=cwd
        )
        try:
            status = process.wait()
        except BaseException:
            process.terminate()
            process.wait()
            raise
    if status != 0:
        tail = "\n".join(f"    {line}" for line in log.read_text(errors="replace").splitlines()[-_TAIL_LINES:])
        raise FrontDoorError(f"`{' '.join(command[:6])} ...` failed (status {status}):\n{tail}\n  whole log: {log}")
