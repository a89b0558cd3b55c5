"""The one table of nodes: bringup.launch.py and the embedded runner both start the creature from it.

Plain data and the standard library only, so that it can be read where no launch system is installed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

NAMESPACE = "/creature"
LOG_LEVELS = ("debug", "info", "warn", "error", "fatal")


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
    """

    name: str
    description: str
    targets: tuple[tuple[str, str], ...] = ()


NODES = (
    NodeSpec("executor", "creature_executor", "executor", required=False),
    NodeSpec("affect", "creature_affect", "affect"),
    NodeSpec("intent", "creature_intent", "intent"),
    NodeSpec("face", "creature_face", "face"),
    NodeSpec("voice", "creature_voice", "voice"),
)

ARGUMENTS = (
    Argument("voice", "engine of the voice: local, echo (for tests)", (("voice", "voice"),)),
    Argument("source", "where the voice hears: phone, device, wav, topic", (("voice", "source"),)),
    Argument("sink", "where the voice speaks: phone, device, wav, topic, none", (("voice", "sink"),)),
    Argument("wav_in", "recording to hear, with source:=wav", (("voice", "wav_in"),)),
    Argument("wav_out", "file to speak into, with sink:=wav", (("voice", "wav_out"),)),
    Argument(
        "brain_url",
        "OpenAI-compatible endpoint for the answers, e.g. http://localhost:11434/v1",
        (("voice", "brain.url"),),
    ),
    Argument("brain_model", "model to ask for there", (("voice", "brain.model"),)),
    Argument("face_port", "port of the face's page", (("face", "port"),)),
    Argument("face_host", "address the face listens on", (("face", "host"),)),
    Argument("face_audio", "page: the page is ears and voice; none: it only shows the face", (("face", "audio"),)),
    Argument(
        "world",
        "YAML file of the simulated world",
        (("executor", "world_file"), ("voice", "brain.world_file")),
    ),
    Argument("affect_map", "YAML file of the affect map", (("affect", "map_file"),)),
    Argument("without", "nodes not to start, separated by commas, e.g. without:=executor"),
    Argument("params_file", "YAML file of parameters, on top of config/creature.yaml"),
    Argument("log_level", "debug, info, warn or error"),
)


class ArgumentError(ValueError):
    """An argument that does not exist, or a value that cannot be."""


def check_arguments(arguments: Mapping[str, str]) -> None:
    """Refuse what the table does not know.

    Raises:
        ArgumentError: naming the argument and those there are.
    """
    known = [argument.name for argument in ARGUMENTS]
    for name in arguments:
        if name not in known:
            raise ArgumentError(f"unknown argument '{name}'; there are: {', '.join(known)}")
    names = [spec.name for spec in NODES]
    for name in _left_out(arguments):
        if name not in names:
            raise ArgumentError(f"without:={name}: there is no such node; there are: {', '.join(names)}")
    if arguments.get("log_level", "info") not in LOG_LEVELS:
        raise ArgumentError(f"log_level:={arguments['log_level']}: it must be one of {', '.join(LOG_LEVELS)}")
    params_file = arguments.get("params_file", "")
    if params_file and not Path(params_file).is_file():
        raise ArgumentError(f"params_file:={params_file}: there is no such file")


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
