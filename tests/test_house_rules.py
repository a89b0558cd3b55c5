"""The house's rules, checked: style, types, who may import whom, one table of parameters."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SOURCES = ROOT / "src"
PYTHON_PACKAGES = sorted(path.name for path in SOURCES.iterdir() if (path / "setup.py").exists())
MAY_IMPORT = {
    "creature_node": set(),
    "creature_voice": {"creature_msgs", "creature_node"},
    "creature_intent": {"creature_msgs", "creature_node"},
    "creature_affect": {"creature_msgs", "creature_node"},
    "creature_face": {"creature_msgs", "creature_node"},
    "creature_executor": {"creature_msgs", "creature_node"},
    "creature_lab": {"creature_msgs", "creature_node", "creature_voice"},
}
# The folders of creature_intent, each above the ones before it: what a sentence passes through on its way to a goal.
STOREYS = ("grammar", "text", "deeds", "meaning", "tasks", "dialogue", "deliberation", "evaluation")
VOCABULARY = {"acts", "tokens", "config"}
# A core knows nothing of ROS: only these files of a package may.
ROS_MODULES = {"rclpy", "creature_msgs", "action_msgs", "builtin_interfaces", "rosidl_runtime_py"}
MAY_KNOW_ROS = re.compile(r"(^|/)(node|convert|.*_(node|convert|main|clients|server))\.py$|^server\.py$")


def imports_of(path: Path) -> set[str]:
    """Top-level names of the modules that a file imports."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            found |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
            found.add(node.module.partition(".")[0])
    return found


def parts_of(path: Path, package: str) -> set[str]:
    """The modules and folders directly in a package that a file imports."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.ImportFrom) and node.module == package:
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and node.module.startswith(f"{package}."):
            found.add(node.module.split(".")[1])
    return found


def modules(package: str) -> list[Path]:
    return sorted((SOURCES / package / package).rglob("*.py"))


@pytest.mark.parametrize("package", PYTHON_PACKAGES)
def test_packages_import_only_what_they_may(package):
    for path in modules(package):
        ours = {name for name in imports_of(path) if name.startswith("creature_")} - {package}
        assert ours <= MAY_IMPORT[package], path


def test_intent_is_built_in_storeys():
    package = "creature_intent"
    folder = SOURCES / package / package
    assert {path.parent.name for path in folder.rglob("*.py")} == {*STOREYS, package}
    for height, storey in enumerate(STOREYS):
        for path in (folder / storey).glob("*.py"):
            above = {name for name in parts_of(path, package) if name not in STOREYS[: height + 1]} - VOCABULARY
            assert not above, path


@pytest.mark.parametrize("package", [name for name in PYTHON_PACKAGES if name != "creature_node"])
def test_cores_know_nothing_of_ros(package):
    for path in modules(package):
        name = str(path.relative_to(SOURCES / package / package))
        if not MAY_KNOW_ROS.search(name):
            assert not imports_of(path) & ROS_MODULES, path


def test_piper_is_imported_in_its_own_process_alone():
    importing = [path.name for path in SOURCES.rglob("*.py") if "piper" in imports_of(path)]
    assert importing == ["speech_process.py"]


def test_ruff():
    answer = subprocess.run(
        [sys.executable, "-m", "ruff", "check", "--no-cache", "."],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert answer.returncode == 0, answer.stdout
    answer = subprocess.run(
        [sys.executable, "-m", "ruff", "format", "--no-cache", "--check", "."],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert answer.returncode == 0, answer.stdout


def test_mypy():
    packages = [str(SOURCES / name / name) for name in PYTHON_PACKAGES]
    answer = subprocess.run(
        [sys.executable, "-m", "mypy", "--cache-dir", "/dev/null", "frontdoor", "launch/creature_nodes.py", *packages],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert answer.returncode == 0, answer.stdout


def test_the_parameter_file_is_what_the_nodes_declare():
    sys.path.insert(0, str(ROOT / "scripts"))
    import write_config

    assert write_config.TARGET.read_text() == write_config.render(), "./creature run python scripts/write_config.py"


def test_the_frame_is_the_same_everywhere():
    from creature_msgs.msg import AudioFrame

    from creature_voice.frame import FRAME_SAMPLES, SAMPLE_RATE_HZ

    assert (AudioFrame.SAMPLE_RATE, AudioFrame.SAMPLES) == (SAMPLE_RATE_HZ, FRAME_SAMPLES)
    assert len(AudioFrame().samples) == FRAME_SAMPLES


def test_every_interface_field_has_a_comment():
    for path in [*SOURCES.glob("creature_msgs/msg/*.msg"), *SOURCES.glob("creature_msgs/action/*.action")]:
        for line in path.read_text().splitlines():
            if line and not line.startswith(("#", "---")):
                assert "#" in line, f"{path.name}: {line}"
