"""Configuration as frozen dataclasses whose fields carry unit, range and effect. No ROS here.

A package writes its configuration once:

    @dataclass(frozen=True)
    class EarsConfig:
        onset_s: float = param(0.1, "Speech shorter than this is not taken for a turn.", unit="s", low=0.0, high=2.0)
        source: str = param("phone", "Where frames come from.", choices=("phone", "wav"))

From it the node declares its parameters (creature_node.parameters), and config/creature.yaml repeats it.
"""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import Any

_KEY = "creature"
_TYPE_WORDS = {bool: "true or false", int: "a whole number", float: "a number", str: "a text"}


class ConfigError(ValueError):
    """A parameter is unknown, of the wrong type or out of its range; the message names it and what it may be."""


@dataclass(frozen=True)
class Limits:
    """What a parameter may be.

    Attributes:
        effect: One sentence on what the parameter does.
        unit: Unit of the value ("s", "dB", "Hz"), or empty.
        low, high: Inclusive range of a number.
        choices: The values allowed for a string; empty allows any.
    """

    effect: str
    unit: str = ""
    low: float | None = None
    high: float | None = None
    choices: tuple[str, ...] = ()

    def describe(self) -> str:
        """What is allowed, in words: "0.0 to 2.0 s", "phone, wav", or "" where anything is."""
        if self.choices:
            return ", ".join(self.choices)
        if self.low is None and self.high is None:
            return self.unit
        return f"{self.low} to {self.high} {self.unit}".strip()


def param(
    default: Any,
    effect: str,
    *,
    unit: str = "",
    low: float | None = None,
    high: float | None = None,
    choices: tuple[str, ...] = (),
) -> Any:
    """A field of a configuration dataclass; see Limits."""
    limits = Limits(effect, unit, low, high, choices)
    return dataclasses.field(default=default, metadata={_KEY: limits})


def limits_of(config: type[Any]) -> dict[str, tuple[Any, Limits]]:
    """Every parameter of a configuration dataclass: name -> (default, limits)."""
    return {field.name: (field.default, field.metadata[_KEY]) for field in dataclasses.fields(config)}


def check(name: str, value: Any, default: Any, limits: Limits) -> Any:
    """The value in the default's type, if it is allowed.

    Raises:
        ConfigError: with the parameter's name, what it was and what it may be.
    """
    wanted = type(default)
    if wanted is float and type(value) is int:
        value = float(value)
    if type(value) is not wanted:
        raise ConfigError(f"parameter '{name}' is {value!r}; it must be {_TYPE_WORDS[wanted]}: {limits.effect}")
    too_low = limits.low is not None and value < limits.low
    too_high = limits.high is not None and value > limits.high
    if too_low or too_high or (limits.choices and value not in limits.choices):
        raise ConfigError(f"parameter '{name}' is {value!r}; it must be {_range_words(limits)}: {limits.effect}")
    return value


def _range_words(limits: Limits) -> str:
    return f"one of {limits.describe()}" if limits.choices else f"within {limits.describe()}"
