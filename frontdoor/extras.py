"""What a voice needs beyond the rest: asked for, and installed into the environment, when the voice is first chosen.

The packages themselves tell what is there: by whoever's hand they were installed, in which version, and how far an
installation had come that was interrupted (the voice's own package comes last).
"""

from __future__ import annotations

import importlib.metadata
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from frontdoor import environment
from frontdoor.console import FrontDoorError, run_logged, say, step
from frontdoor.machine import nvidia_gpus
from frontdoor.places import LOGS, REQUIREMENTS, ROOT

# name[extra]==version; sys_platform == "linux"
_PIN = re.compile(r"([\w.-]+)(?:\[\w+\])?==([\w.]+)(?:; sys_platform == \"(\w+)\")?")
# What stays as it is, whatever an extra's packages would rather have.
_HELD = ("runtime.txt", "build.txt", "test.txt")
_CPU_TORCH = "./creature run python -m pip install torch==2.13.0 --index-url https://download.pytorch.org/whl/cpu"
_WEIGHTS = "of weights, from the Hugging Face hub into ~/.cache/huggingface (HF_HOME moves it)"


@dataclass(frozen=True)
class Extra:
    """The packages of one voice.

    Attributes:
        voice: The voice that wants them.
        what: Said of the voice.
        file: In requirements/; installed with what its packages depend on.
        alone: Installed without: what they ask for is older than what they work with.
        sizes: Package -> what it weighs, for those that weigh something.
        weights: What is fetched on the first start; empty if nothing.
        wants_gpu: Of no use without a GPU beyond trying it out.
    """

    voice: str
    what: str
    file: str
    alone: tuple[str, ...] = ()
    sizes: Mapping[str, str] = field(default_factory=dict)
    weights: str = ""
    wants_gpu: bool = False

    def requirements(self) -> list[str]:
        """Every package it names, as a requirements file does."""
        lines = (REQUIREMENTS / self.file).read_text().splitlines()
        return [line for line in lines if line and not line.startswith("#")] + list(self.alone)

    def pins(self) -> list[tuple[str, str]]:
        """(package, version) of those that this machine's system needs."""
        found = [_PIN.fullmatch(line) for line in self.requirements()]
        return [(pin[1], pin[2]) for pin in found if pin and pin[3] in (None, sys.platform)]


EXTRAS = (
    Extra(
        "moshi",
        "Kyutai's Moshi on PyTorch",
        "moshi.txt",
        alone=("moshi==0.2.13",),
        sizes={"torch": "PyTorch, 3 GB with CUDA (7 GB on disk) or 0.2 GB for the CPU alone (0.8 GB)"},
        weights=f"about 15 GB {_WEIGHTS}",
        wants_gpu=True,
    ),
    Extra(
        "moshi_mlx",
        "Kyutai's Moshi on MLX, for Macs",
        "moshi-mlx.txt",
        alone=("moshi_mlx==0.3.0",),
        sizes={"mlx": "MLX, 100 MB"},
        weights=f"5 to 15 GB {_WEIGHTS}",
    ),
    Extra(
        "moshi_server",
        "Kyutai's Moshi on a server",
        "moshi-server.txt",
        sizes={"sphn": "sphn, 4 MB (80 MB on disk)"},
    ),
)


def agreed(voice: str, yes: bool) -> list[Extra]:
    """The extra of this voice, if it is not there yet and the user has agreed to install what it lacks.

    Args:
        voice: The one that is to run; most have no extra.
        yes: The user has agreed already.

    Raises:
        FrontDoorError: he does not agree, or cannot be asked; nothing has been changed.
    """
    wanted = [extra for extra in EXTRAS if extra.voice == voice and lacking(extra)]
    for extra in wanted:
        lacks = lacking(extra)
        say("\n".join(f"  {line}" for line in [*_size(extra, lacks), *_beware(extra, lacks)]))
        if not yes:
            _ask(extra)
    return wanted


def for_tests() -> list[Extra]:
    """All that are not there yet: the tests run every voice, on weights that they make up."""
    wanted = [extra for extra in EXTRAS if lacking(extra)]
    for extra in wanted:
        say("\n".join(f"  {line}" for line in _size(extra, lacking(extra))))
    return wanted


def install(wanted: Sequence[Extra]) -> None:
    """Install what they lack into the environment, which has been made.

    Raises:
        FrontDoorError: it could not be installed.
    """
    for extra in wanted:
        if lacking(extra):
            with step(f"installing what voice:={extra.voice} needs"):
                _pip(extra)


def lacking(extra: Extra) -> list[str]:
    """The names of its packages that are not in the environment, or not in the version wanted."""
    places = _places()
    return [name for name, version in extra.pins() if _version(name, places) != version]


def _places() -> list[str]:
    """Where the environment's Python looks for packages; none while there is no environment."""
    try:
        answer = subprocess.run(
            [str(environment.PYTHON), "-c", "import sys; print(*sys.path[1:], sep='\\n')"],
            capture_output=True, text=True, check=True,
        )  # fmt: skip
    except (OSError, subprocess.CalledProcessError):
        return []
    return answer.stdout.splitlines()


def _version(name: str, places: list[str]) -> str | None:
    """Version of an installed package, without what tells how it was built (2.13.0+cpu)."""
    for found in importlib.metadata.distributions(name=name, path=places):
        return found.version.partition("+")[0]
    return None


def _size(extra: Extra, lacks: Sequence[str]) -> list[str]:
    free_gb = shutil.disk_usage(ROOT).free / 1e9
    sizes = [words for name, words in extra.sizes.items() if name in lacks]
    if set(lacks) - set(extra.sizes):
        sizes.append("the rest under 50 MB" if sizes else "under 50 MB")
    return [
        f"voice:={extra.voice} ({extra.what}) needs, in .venv: {', '.join(lacks)}",
        f"  to fetch: {'; '.join(sizes)}. {free_gb:.0f} GB are free on this disk.",
    ]


def _beware(extra: Extra, lacks: Sequence[str]) -> list[str]:
    """What its voice wants beside packages."""
    lines = []
    if extra.weights:
        lines.append(f"  on the first start: {extra.weights}.")
        lines.append(f"    Another repository: hf_repo:=NAME; files of your own: config/creature.yaml, {extra.voice}.")
    if extra.wants_gpu and not nvidia_gpus():
        lines.append("  nvidia-smi shows no GPU on this machine; without one it is far too slow to talk to.")
        if "torch" in lacks:
            lines.append(f"    To try it, PyTorch without CUDA: say no here, then\n      {_CPU_TORCH}")
    return lines


def _ask(extra: Extra) -> None:
    again = f"./creature up voice:={extra.voice} --yes"
    if not sys.stdin.isatty():
        raise FrontDoorError(f"voice:={extra.voice} lacks packages, and nobody is here to be asked: {again}")
    try:
        answer = input("  Install it? [y/N] ")
    except EOFError:
        answer = ""
    if answer.strip().lower() not in ("y", "yes"):
        raise FrontDoorError(f"nothing was installed; voice:=local needs none of it, and {again} does not ask")


def _pip(extra: Extra) -> None:
    # pip, not uv: it finds a build of PyTorch that this machine keeps for it, and keeps one that is there already.
    pip = [str(environment.PYTHON), "-m", "pip", "install", "--progress-bar", "off"]
    held = [word for name in _HELD for word in ("-c", str(REQUIREMENTS / name))]
    run_logged([*pip, *held, "-r", str(REQUIREMENTS / extra.file)], _log(extra), os.environ, ROOT)
    if extra.alone:
        log = _log(extra).with_suffix(".alone.log")
        run_logged([*pip, "--no-deps", *extra.alone], log, os.environ, ROOT)


def _log(extra: Extra) -> Path:
    return LOGS / f"extra-{extra.voice}.log"
