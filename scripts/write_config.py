"""Writes config/creature.yaml from the nodes' own declarations: ./creature run python scripts/write_config.py"""

from __future__ import annotations

import textwrap
from pathlib import Path
from typing import Any

import yaml

from creature_affect.config import AffectConfig
from creature_executor.config import ExecutorConfig
from creature_face.config import FaceConfig
from creature_intent.config import IntentConfig
from creature_intent.deliberation.config import DeliberationConfig
from creature_intent.second_opinion import SecondOpinionConfig
from creature_node.config import Limits, limits_of
from creature_voice.config import PARAMETER_GROUPS

TARGET = Path(__file__).resolve().parent.parent / "config" / "creature.yaml"
HEADER = """\
# Every parameter of every node: default, unit and range, effect. What stands here is what runs.
# Written from the nodes' declarations by scripts/write_config.py. To change a value, change it here, or put it into
# a file of your own and give that on top: ./creature up params_file:=mine.yaml
"""
NODES: dict[str, dict[str, type[Any]]] = {
    "voice": PARAMETER_GROUPS,
    "intent": {"": IntentConfig, "deliberation": DeliberationConfig, "second_opinion": SecondOpinionConfig},
    "affect": {"": AffectConfig},
    "face": {"": FaceConfig},
    "executor": {"": ExecutorConfig},
}


def render() -> str:
    """The whole file."""
    return HEADER + "".join(_node(name, groups) for name, groups in NODES.items())


def _node(name: str, groups: dict[str, type[Any]]) -> str:
    lines = ["", f"/**/{name}:", "  ros__parameters:"]
    for prefix, config in groups.items():
        if prefix:
            lines.append(f"    {prefix}:")
        indent = " " * (6 if prefix else 4)
        for parameter, (default, limits) in limits_of(config).items():
            lines += _comment(indent, limits)
            lines.append(f"{indent}{parameter}: {_value(default)}")
    return "\n".join(lines) + "\n"


def _comment(indent: str, limits: Limits) -> list[str]:
    allowed = f" ({limits.describe()})" if limits.describe() else ""
    return textwrap.wrap(limits.effect + allowed, 118, initial_indent=f"{indent}# ", subsequent_indent=f"{indent}#   ")


def _value(default: Any) -> str:
    return yaml.safe_dump(default, default_flow_style=True, width=10_000).removesuffix("...\n").strip()


if __name__ == "__main__":
    TARGET.write_text(render())
    print(f"wrote {TARGET}")
