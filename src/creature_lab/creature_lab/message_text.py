"""Messages as YAML documents, without rosidl_runtime_py (which the wheels of ROS 2 do not have).

A message is anything with get_fields_and_field_types(), as rclpy makes them.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import yaml

SHOWN_ELEMENTS = 16


class FieldError(ValueError):
    """A message has no such field; the text names those it has."""


def plain(value: Any, shown: int | None = SHOWN_ELEMENTS) -> Any:
    """A message, or a value of one, in terms of dict, list, str, int, float and bool.

    Args:
        value: A message or the value of a field.
        shown: Elements of an array that are shown; None shows all.
    """
    if hasattr(value, "get_fields_and_field_types"):
        fields = value.get_fields_and_field_types().items()
        return {name: _rounded(plain(getattr(value, name), shown), kind) for name, kind in fields}
    if isinstance(value, bytes | bytearray):
        # A single `byte` of a message comes as bytes of length one.
        return value[0] if len(value) == 1 else _elements(value, shown)
    if isinstance(value, str | bool | int | float):
        return value
    if hasattr(value, "item") and not getattr(value, "shape", True):
        return value.item()
    return _elements(value, shown)


def _rounded(value: Any, kind: str) -> Any:
    # A float32 holds seven digits; what follows them is what a double makes of the rest.
    return float(f"{value:.7g}") if kind == "float" else value


def _elements(values: Iterable[Any], shown: int | None) -> list[Any]:
    found = list(values)
    cut = found if shown is None else found[:shown]
    shortened = [plain(one, shown) for one in cut]
    return shortened if len(cut) == len(found) else [*shortened, f"... ({len(found)} in all)"]


def field_of(message: Any, path: str) -> Any:
    """The value at a path such as "stamp.sec" or "status.0.name".

    Raises:
        FieldError: with the part that is not there, and what there is.
    """
    value = message
    for part in path.split("."):
        value = _inner(value, part, path)
    return value


def _inner(value: Any, part: str, path: str) -> Any:
    if hasattr(value, "get_fields_and_field_types"):
        names = list(value.get_fields_and_field_types())
        if part in names:
            return getattr(value, part)
        raise FieldError(f"no field '{part}' (in '{path}'); there is: {', '.join(names)}")
    if not isinstance(value, str) and hasattr(value, "__getitem__"):
        if part.isdigit() and int(part) < len(value):
            return value[int(part)]
        raise FieldError(f"no element '{part}' (in '{path}'); there are {len(value)}, counted from 0")
    raise FieldError(f"'{part}' (in '{path}') is within a plain value")


def document(value: Any, shown: int | None = SHOWN_ELEMENTS) -> str:
    """A message or a value as one YAML document, ended by `---` as `ros2 topic echo` ends it."""
    text = yaml.dump(plain(value, shown), sort_keys=False, allow_unicode=True, default_flow_style=None, width=100)
    return text.removesuffix("...\n") + "---\n"
