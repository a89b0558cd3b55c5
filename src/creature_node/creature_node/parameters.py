"""ROS parameters declared from a configuration dataclass (creature_node.config)."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from rcl_interfaces.msg import FloatingPointRange, IntegerRange, ParameterDescriptor
from rclpy.exceptions import InvalidParameterTypeException
from rclpy.node import Node

from creature_node.config import ConfigError, Limits, check, limits_of

T = TypeVar("T")
# Parameters that rclpy declares by itself, and those given to every node of a launch.
_ALWAYS_ALLOWED = ("use_sim_time", "start_type_description_service")


def declare_config(node: Node, config: type[T]) -> T:
    """Declare every field of the dataclass as a read-only parameter and return the filled dataclass.

    Raises:
        ConfigError: a value is of the wrong type or out of range, or a parameter was given that does not exist.
    """
    return cast(T, declare_configs(node, {"": config})[""])


def declare_configs(node: Node, groups: Mapping[str, type[Any]]) -> dict[str, Any]:
    """Declare several dataclasses, each under its prefix: {"": VoiceConfig, "local": LocalConfig} declares
    `source` and `local.onset_s`. Returns the filled dataclasses under the same keys.

    Raises:
        ConfigError: as declare_config.
    """
    tables = {prefix: limits_of(config) for prefix, config in groups.items()}
    known = [_full_name(prefix, name) for prefix, table in tables.items() for name in table]
    _refuse_unknown(node, known)
    return {prefix: config(**_declare_all(node, prefix, tables[prefix])) for prefix, config in groups.items()}


def _full_name(prefix: str, name: str) -> str:
    return f"{prefix}.{name}" if prefix else name


def _declare_all(node: Node, prefix: str, table: dict[str, tuple[Any, Limits]]) -> dict[str, Any]:
    return {
        name: _declare(node, _full_name(prefix, name), default, limits) for name, (default, limits) in table.items()
    }


def _declare(node: Node, name: str, default: Any, limits: Limits) -> Any:
    # Checked before rclpy sees it: its own message names neither the range nor the effect. An integer where a
    # float is meant (`speed: 1`) is what people write, and rclpy would refuse it.
    given = node._parameter_overrides.get(name)
    value = check(name, default if given is None else given.value, default, limits)
    node._parameter_overrides.pop(name, None)
    try:
        return node.declare_parameter(name, value, _descriptor(default, limits)).value
    except InvalidParameterTypeException as error:
        raise ConfigError(f"parameter '{name}': {error}") from error


def _descriptor(default: Any, limits: Limits) -> ParameterDescriptor:
    descriptor = ParameterDescriptor(
        description=limits.effect, read_only=True, additional_constraints=limits.describe()
    )
    if limits.low is not None and limits.high is not None:
        if isinstance(default, float):
            descriptor.floating_point_range = [FloatingPointRange(from_value=limits.low, to_value=limits.high)]
        elif isinstance(default, int):
            descriptor.integer_range = [IntegerRange(from_value=int(limits.low), to_value=int(limits.high), step=1)]
    return descriptor


def _refuse_unknown(node: Node, known: list[str]) -> None:
    for name in node._parameter_overrides:
        if name in known or name.startswith("qos_overrides.") or name in _ALWAYS_ALLOWED:
            continue
        near = difflib.get_close_matches(name, known, n=1)
        hint = f"; did you mean '{near[0]}'?" if near else f"; it has: {', '.join(known)}"
        raise ConfigError(f"node '{node.get_name()}' has no parameter '{name}'{hint}")
