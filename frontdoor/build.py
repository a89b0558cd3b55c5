"""Building the packages with colcon: only those whose files have changed."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
from collections.abc import Mapping
from pathlib import Path

from frontdoor import environment
from frontdoor.console import FrontDoorError, run_logged, step
from frontdoor.places import INSTALL, LOGS, ROOT

_STAMPS = INSTALL / ".creature-fingerprints.json"
_ROOT_PACKAGE = "creature"
_ROOT_FILES = ("package.xml", "CMakeLists.txt", "launch", "config")
_MESSAGES = "creature_msgs"
_NOT_SOURCES = ("__pycache__", ".pytest_cache", ".mypy_cache")


def build(base: Mapping[str, str]) -> dict[str, str]:
    """Build what has changed; returns the variables with which the nodes run.

    Args:
        base: The environment's variables (frontdoor.environment.prepare).

    Raises:
        FrontDoorError: a package does not build.
    """
    now = {**_fingerprints(), "environment": environment.fingerprint()}
    before = _read_stamps()
    if now.get("environment") != before.get("environment"):
        before = {}
    changed = [name for name in now if name != "environment" and now[name] != before.get(name)]
    if changed:
        what = "the packages" if len(changed) > 3 else " and ".join(changed)
        with step(f"building {what}" + (" (about a minute)" if _MESSAGES in changed else "")):
            _colcon(changed, base)
        _write_stamps(now)
    return _with_install(base)


def is_built() -> bool:
    """Whether build() has nothing to do."""
    return _read_stamps() == {**_fingerprints(), "environment": environment.fingerprint()}


def executable(package: str, name: str) -> Path:
    """An installed program of a package."""
    return INSTALL / package / "lib" / package / name


def _colcon(packages: list[str], base: Mapping[str, str]) -> None:
    # Through the environment's own Python, so that the installed executables run with it.
    command = [str(environment.PYTHON), "-m", "colcon", "--log-base", str(ROOT / "log"), "build"]
    command += ["--packages-select", *packages, "--event-handlers", "console_direct+", "desktop_notification-"]
    run_logged(command, LOGS / "build.log", base, ROOT)


def _with_install(base: Mapping[str, str]) -> dict[str, str]:
    """The variables after `. install/local_setup.sh`."""
    script = '. "$1" && env -0'
    setup = INSTALL / "local_setup.sh"
    answer = subprocess.run(
        ["sh", "-c", script, "sh", str(setup)], env={**base, "COLCON_CURRENT_PREFIX": str(INSTALL)},
        capture_output=True, check=False, cwd=ROOT,
    )  # fmt: skip
    if answer.returncode != 0:
        raise FrontDoorError(f"{setup} does not work:\n{answer.stderr.decode(errors='replace')}")
    pairs = (entry.partition("=") for entry in answer.stdout.decode(errors="surrogateescape").split("\0") if entry)
    return {name: value for name, _, value in pairs if name != "COLCON_CURRENT_PREFIX"}


def _fingerprints() -> dict[str, str]:
    """Package name -> digest of its sources."""
    found = {_ROOT_PACKAGE: _digest([ROOT / name for name in _ROOT_FILES])}
    for package in sorted((ROOT / "src").iterdir()):
        if (package / "package.xml").exists():
            found[package.name] = _digest([package])
    return found


def _digest(paths: list[Path]) -> str:
    digest = hashlib.sha256()
    for path in paths:
        files = [path] if path.is_file() else sorted(file for file in path.rglob("*") if file.is_file())
        for file in files:
            if any(part in _NOT_SOURCES for part in file.parts):
                continue
            digest.update(str(file.relative_to(ROOT)).encode())
            digest.update(file.read_bytes())
    return digest.hexdigest()


def _read_stamps() -> dict[str, str]:
    try:
        return dict(json.loads(_STAMPS.read_text()))
    except (OSError, ValueError):
        return {}


def _write_stamps(stamps: Mapping[str, str]) -> None:
    unfinished = _STAMPS.with_suffix(".new")
    unfinished.write_text(json.dumps(stamps, indent=1))
    os.replace(unfinished, _STAMPS)
