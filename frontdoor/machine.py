"""What this machine is and has."""

from __future__ import annotations

import os
import platform
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Callable
from ctypes.util import find_library
from dataclasses import dataclass
from pathlib import Path

from frontdoor.console import FrontDoorError, run_logged, say, step
from frontdoor.places import LOGS, ROOT

OLDEST_PYTHON = (3, 10)
# The wheels of ROS 2 are built for these; a sourced distribution brings its own.
WHEEL_PYTHONS = ((3, 10), (3, 11), (3, 12), (3, 13))
_GPU_PATIENCE_S = 10.0


@dataclass(frozen=True)
class SystemPackage:
    """Something that comes from the operating system, not from Python.

    Attributes:
        name: What it is called.
        apt: Debian and Ubuntu package.
        needed_for: "up", "test" or "device" (a sound card on this machine).
        present: Whether it is there.
    """

    name: str
    apt: str
    needed_for: str
    present: Callable[[], bool]


def _program(*names: str) -> Callable[[], bool]:
    return lambda: any(shutil.which(name) for name in names)


def _python_headers() -> bool:
    return os.path.exists(os.path.join(sysconfig.get_path("include"), "Python.h"))


def _alsa_speaks_pulse() -> bool:
    return any(Path("/usr/lib").glob("*/alsa-lib/libasound_module_pcm_pulse.so"))


def _venv() -> bool:
    try:
        import ensurepip  # noqa: F401  (Debian splits it off into python3-venv)
    except ImportError:
        return False
    return True


SYSTEM_PACKAGES = (
    SystemPackage("C and C++ compiler", "g++", "up", lambda: all(shutil.which(name) for name in ("gcc", "g++"))),
    SystemPackage("make", "make", "up", _program("make")),
    SystemPackage("Python headers", "python3-dev", "up", _python_headers),
    SystemPackage("Python venv", "python3-venv", "up", _venv),
    SystemPackage("Chromium", "chromium", "test", _program("chromium", "chromium-browser", "google-chrome")),
    SystemPackage("espeak-ng", "espeak-ng", "test", _program("espeak-ng")),
    SystemPackage("PulseAudio", "pulseaudio", "test", _program("pulseaudio")),
    SystemPackage("ALSA's PulseAudio", "libasound2-plugins", "test", _alsa_speaks_pulse),
    SystemPackage("PortAudio", "libportaudio2", "device", lambda: find_library("portaudio") is not None),
)


@dataclass(frozen=True)
class RosDistribution:
    """A ROS 2 that the user has sourced."""

    name: str


def sourced_ros() -> RosDistribution | None:
    """The ROS 2 distribution of this shell, or None where it has none."""
    name = os.environ.get("ROS_DISTRO", "")
    if not name or not os.environ.get("AMENT_PREFIX_PATH") or not shutil.which("ros2"):
        return None
    return RosDistribution(name)


def check_python() -> None:
    """Raises FrontDoorError where the creature cannot be set up with this Python."""
    version = sys.version_info[:2]
    if version < OLDEST_PYTHON:
        raise FrontDoorError(f"Python {version[0]}.{version[1]} is too old; the creature wants 3.10 or newer.")
    if sourced_ros() is not None:
        return
    if platform.system() != "Linux" or platform.machine() != "x86_64" or version not in WHEEL_PYTHONS:
        raise FrontDoorError(
            f"No ROS 2 distribution is sourced, and ROS 2's wheels are for x86-64 Linux with Python 3.10 to 3.13; "
            f"this is {platform.system()} {platform.machine()} with Python {version[0]}.{version[1]}.\n"
            "  Install ROS 2 Jazzy (docs.ros.org) and `source /opt/ros/jazzy/setup.bash`, then try again."
        )


def missing(needed_for: tuple[str, ...]) -> list[SystemPackage]:
    """What of these purposes is not there."""
    return [package for package in SYSTEM_PACKAGES if package.needed_for in needed_for and not package.present()]


def apt_line(packages: list[SystemPackage]) -> str:
    """The command that installs them."""
    return "apt-get install -y --no-install-recommends " + " ".join(package.apt for package in packages)


def install_missing(needed_for: tuple[str, ...]) -> None:
    """Install what the operating system lacks, where we may; otherwise name the one line that needs root.

    Raises:
        FrontDoorError: something is missing and cannot be installed from here.
    """
    packages = missing(needed_for)
    if not packages:
        return
    names = ", ".join(package.name for package in packages)
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        raise FrontDoorError(f"Missing on this machine: {names}. This needs root:\n    sudo {apt_line(packages)}")
    say(f"  missing on this machine: {names} (installing as root)")
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    with step("asking Debian's packages"):
        run_logged(["apt-get", "update"], LOGS / "apt-update.log", environment, ROOT)
    with step(apt_line(packages)):
        run_logged(apt_line(packages).split(), LOGS / "apt-install.log", environment, ROOT)


def nvidia_gpus() -> list[str]:
    """The GPUs that nvidia-smi knows, with their memory; empty where there is neither."""
    command = ["nvidia-smi", "--query-gpu=name,memory.total", "--format=csv,noheader"]
    try:
        answer = subprocess.run(command, capture_output=True, text=True, timeout=_GPU_PATIENCE_S, check=True)
    except (OSError, subprocess.SubprocessError):
        return []
    return [line.strip() for line in answer.stdout.splitlines() if line.strip()]
