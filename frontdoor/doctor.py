"""What this machine has and lacks, and the one line that mends each."""

from __future__ import annotations

import os
import platform
import shutil
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from frontdoor import build, environment, extras, face
from frontdoor.console import FrontDoorError, colour, say
from frontdoor.machine import SYSTEM_PACKAGES, apt_line, check_python, nvidia_gpus, sourced_ros
from frontdoor.places import ROOT
from frontdoor.table import parse_arguments

_WANTED_FREE_GB = 3.0
_MARKS = {"ok": "32", "missing": "31", "note": "33"}
_PURPOSES = {"up": "needed", "test": "for ./creature test", "device": "for source:=device and sink:=device"}


@dataclass(frozen=True)
class Finding:
    """One row: what was looked at, how it is ("ok", "missing" or "note"), what was seen, and what mends it."""

    what: str
    state: str
    seen: str
    mend: str = ""


def doctor(words: Sequence[str] = ()) -> int:
    """Print the table; the status is non-zero where something needed for `up` with these arguments is missing."""
    arguments = parse_arguments(words)
    purposes = ("up", "device") if "device" in arguments.values() else ("up",)
    findings = [_python(), _ros(), *_system_packages(purposes), _disk(), _environment(), _built()]
    findings += [*_extras(), _gpu(), *_port(arguments)]
    width = max(len(finding.what) for finding in findings)
    for finding in findings:
        say(f"  {colour(f'{finding.state:<8}', _MARKS[finding.state])} {finding.what:<{width}}  {finding.seen}")
        if finding.mend:
            say(f"  {'':<8} {'':<{width}}  -> {finding.mend}")
    broken = any(finding.state == "missing" for finding in findings)
    say("\n  Mend what is missing, then: ./creature up" if broken else "\n  All that is needed is there: ./creature up")
    return 1 if broken else 0


def _python() -> Finding:
    seen = f"{platform.python_version()} ({sys.executable}), {platform.system()} {platform.machine()}"
    try:
        check_python()
    except FrontDoorError as error:
        return Finding("Python", "missing", seen, str(error).splitlines()[-1].strip())
    return Finding("Python", "ok", seen)


def _ros() -> Finding:
    ros = sourced_ros()
    if ros is not None:
        return Finding("ROS 2", "ok", f"{ros.name}, sourced in this shell")
    installed = sorted(os.listdir("/opt/ros")) if os.path.isdir("/opt/ros") else []
    if installed:
        seen = f"Jazzy from wheels, in .venv; {', '.join(installed)} is installed but not sourced"
        return Finding("ROS 2", "note", seen, f"to use it: source /opt/ros/{installed[-1]}/setup.bash")
    return Finding("ROS 2", "ok", "Jazzy from wheels, in .venv (no distribution is sourced)")


def _system_packages(purposes: tuple[str, ...]) -> list[Finding]:
    found = []
    for package in SYSTEM_PACKAGES:
        purpose = _PURPOSES[package.needed_for]
        if package.present():
            found.append(Finding(package.name, "ok", purpose))
        else:
            state = "missing" if package.needed_for in purposes else "note"
            found.append(Finding(package.name, state, f"not there; {purpose}", f"sudo {apt_line([package])}"))
    return found


def _disk() -> Finding:
    free_gb = shutil.disk_usage(ROOT).free / 1e9
    if free_gb < _WANTED_FREE_GB and not environment.is_ready():
        return Finding("disk", "missing", f"{free_gb:.1f} GB free; 3 GB are wanted", "make room")
    return Finding("disk", "ok", f"{free_gb:.1f} GB free")


def _environment() -> Finding:
    if environment.is_ready():
        return Finding("environment", "ok", ".venv is up to date")
    return Finding("environment", "note", "not made yet, or out of date", "./creature up makes it (a minute or two)")


def _built() -> Finding:
    if environment.is_ready() and build.is_built():
        return Finding("build", "ok", "every package is built")
    return Finding("build", "note", "not built yet, or sources have changed", "./creature up builds (about a minute)")


def _extras() -> list[Finding]:
    found = []
    for extra in extras.EXTRAS:
        name = f"voice:={extra.voice}"
        if not extras.lacking(extra):
            found.append(Finding(name, "ok", f"{extra.what}: installed"))
        else:
            seen = f"{extra.what}: not installed; nothing else needs it"
            found.append(Finding(name, "note", seen, f"./creature up {name} says how large it is, and asks"))
    return found


def _gpu() -> Finding:
    return Finding("GPU", "ok", "; ".join(nvidia_gpus()) or "none that nvidia-smi knows: the local voice needs none")


def _port(arguments: Mapping[str, str]) -> list[Finding]:
    at = face.place(arguments)
    if at is None:
        return []
    try:
        face.check(at)
    except FrontDoorError as error:
        return [Finding("face's address", "note", f"{at.host}, port {at.port}", str(error))]
    return [Finding("face's address", "ok", f"{at.host}, port {at.port or 'any'}: free")]
