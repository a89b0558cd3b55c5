"""The one table of nodes: bringup.launch.py and the embedded runner both start the creature from it.

Plain data and the standard library only, so that it can be read where no launch system is installed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

NAMESPACE = "/creature"
# Variables of every node, where the shell has none of its own. Threads that each get a heap of their own make a voice
# that is configured four times grow from 240 to 410 MB; with two heaps it stays at 270.
ENVIRONMENT = {"MALLOC_ARENA_MAX": "2"}
LOG_LEVELS = ("debug", "info", "warn", "error", "fatal")
VOICES = ("local", "moshi", "moshi_mlx", "moshi_server", "echo")


@dataclass(frozen=True)
class NodeSpec:
    """One process of the creature.

    Attributes:
        name: Node name under the namespace, and key in config/creature.yaml.
        package, executable: What to run.
        required: The creature ends when this process ends; others may come and go.
    """

    name: str
    package: str
    executable: str
    required: bool = True


@dataclass(frozen=True)
class Argument:
    """One name:=value of the command line.

    Attributes:
        name: Name of the argument.
        description: What it does; shown by `./creature up --help` and `ros2 launch ... --show-args`.
        targets: The (node, parameter) pairs that take the value. Defaults live in config/creature.yaml alone.
        choices: The values there are; empty allows any.
        numbers: Lowest and highest whole number, where it is one.
        is_file: Whether it names a file that has to be there.
    """

    name: str
    description: str
    targets: tuple[tuple[str, str], ...] = ()
    choices: tuple[str, ...] = ()
    numbers: tuple[int, int] | None = None
    is_file: bool = False

    def check(self, value: str) -> None:
        """Refuse what the node would refuse, before any node is started.

        Raises:
            ArgumentError: naming the value and what it may be.
        """
        if self.choices and value not in self.choices:
            raise ArgumentError(f"{self.name}:={value}: it must be one of {', '.join(self.choices)}")
        if self.numbers is not None and not _is_within(value, *self.numbers):
            low, high = self.numbers
            raise ArgumentError(f"{self.name}:={value}: it must be a whole number within {low} to {high}")
        if self.is_file and not Path(value).is_file():
            raise ArgumentError(f"{self.name}:={value}: there is no such file")


NODES = (
    NodeSpec("executor", "creature_executor", "executor", required=False),
    NodeSpec("affect", "creature_affect", "affect"),
    NodeSpec("intent", "creature_intent", "intent"),
    NodeSpec("face", "creature_face", "face"),
    NodeSpec("voice", "creature_voice", "voice"),
)

SOURCES = ("phone", "device", "wav", "topic")
SINKS = ("phone", "device", "wav", "topic", "none")

ARGUMENTS = (
    Argument(
        "voice",
        "engine of the voice: local; moshi, moshi_mlx, moshi_server (Kyutai's Moshi); echo (for tests)",
        (("voice", "voice"),),
        choices=VOICES,
    ),
    Argument(
        "user_transcript",
        "moonshine: people's words in voice/text, beside a voice that tells only its own (moshi); none",
        (("voice", "user_transcript"),),
        choices=("none", "moonshine"),
    ),
    Argument(
        "moshi_url",
        "address of the Moshi server, with voice:=moshi_server, e.g. wss://gpu-host:8998",
        (("voice", "moshi_server.url"),),
    ),
    Argument(
        "hf_repo",
        "Moshi's repository on Hugging Face, with voice:=moshi or moshi_mlx",
        (("voice", "moshi.hf_repo"), ("voice", "moshi_mlx.hf_repo")),
    ),
    Argument("source", f"where the voice hears: {', '.join(SOURCES)}", (("voice", "source"),), choices=SOURCES),
    Argument("sink", f"where the voice speaks: {', '.join(SINKS)}", (("voice", "sink"),), choices=SINKS),
    Argument("wav_in", "recording to hear, with source:=wav", (("voice", "wav_in"),), is_file=True),
    Argument("wav_out", "file to speak into, with sink:=wav", (("voice", "wav_out"),)),
    Argument(
        "brain_url",
        "OpenAI-compatible endpoint for the answers, e.g. http://localhost:11434/v1",
        (("voice", "brain.url"),),
    ),
    Argument("brain_model", "model to ask for there", (("voice", "brain.model"),)),
    Argument("face_port", "port of the face's page; 0 takes any free one", (("face", "port"),), numbers=(0, 65535)),
    Argument("face_host", "address the face listens on; 0.0.0.0: every one of this machine", (("face", "host"),)),
    Argument(
        "face_audio",
        "page: the page is ears and voice; none: it only shows the face",
        (("face", "audio"),),
        choices=("page", "none"),
    ),
    Argument(
        "world",
        "YAML file of the simulated world",
        (("executor", "world_file"), ("voice", "brain.world_file")),
        is_file=True,
    ),
    Argument("affect_map", "YAML file of the affect map", (("affect", "map_file"),), is_file=True),
    Argument("without", "nodes not to start, separated by commas, e.g. without:=executor"),
    Argument("params_file", "YAML file of parameters, on top of config/creature.yaml", is_file=True),
    Argument("log_level", "debug, info, warn or error", choices=LOG_LEVELS),
)


class ArgumentError(ValueError):
    """An argument that does not exist, or a value that cannot be."""


def check_arguments(arguments: Mapping[str, str]) -> None:
    """Refuse what the table does not know, and values that cannot be.

    Raises:
        ArgumentError: naming the argument and those there are, or the value and what it may be.
    """
    known = {argument.name: argument for argument in ARGUMENTS}
    for name, value in arguments.items():
        if name not in known:
            raise ArgumentError(f"unknown argument '{name}'; there are: {', '.join(known)}")
        if value:
            known[name].check(value)
    names = [spec.name for spec in NODES]
    for name in _left_out(arguments):
        if name not in names:
            raise ArgumentError(f"without:={name}: there is no such node; there are: {', '.join(names)}")
    if not nodes_to_start(arguments):
        raise ArgumentError(f"without:={arguments['without']}: nothing is left to start")


def nodes_to_start(arguments: Mapping[str, str]) -> tuple[NodeSpec, ...]:
    """The rows of the table that the arguments leave in."""
    left_out = _left_out(arguments)
    return tuple(spec for spec in NODES if spec.name not in left_out)


def ros_arguments(spec: NodeSpec, share: Path, arguments: Mapping[str, str]) -> list[str]:
    """What follows --ros-args for one node; what comes later wins.

    Args:
        spec: The node.
        share: Directory that holds config/ (share/creature when installed).
        arguments: Given name -> value; an empty value counts as not given.
    """
    words = ["--params-file", str(share / "config" / "creature.yaml")]
    if arguments.get("params_file"):
        words += ["--params-file", str(Path(arguments["params_file"]).resolve())]
    for parameter, value in _given(spec, arguments).items():
        words += ["-p", f"{parameter}:={value}"]
    if arguments.get("log_level"):
        words += ["--log-level", arguments["log_level"]]
    return words


def _given(spec: NodeSpec, arguments: Mapping[str, str]) -> dict[str, str]:
    return {
        parameter: arguments[argument.name]
        for argument in ARGUMENTS
        for node, parameter in argument.targets
        if node == spec.name and arguments.get(argument.name)
    }


def _left_out(arguments: Mapping[str, str]) -> list[str]:
    return [name for name in arguments.get("without", "").split(",") if name]


def _is_within(value: str, low: int, high: int) -> bool:
    # Just as YAML reads it: no sign, no leading zeros, no other alphabet's digits.
    return value.isdecimal() and value == str(int(value)) and low <= int(value) <= high
