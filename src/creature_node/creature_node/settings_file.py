"""Reading a YAML file of settings by hand, so that an error names the file, the line, the key and what is allowed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

import yaml

from creature_node.config import ConfigError

_T = TypeVar("_T")
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # with libyaml, which may be missing, ten times as fast
# YAML 1.1 reads these plain words as booleans; in a key or a name they are meant as words.
_YES = {"true": True, "yes": True, "false": False, "no": False}


class Section:
    """One mapping of the file and the way to it. Every getter raises ConfigError with file, line, key and range."""

    def __init__(self, node: yaml.Node, file: str, path: str = "") -> None:
        self._file = file
        self._path = path
        self.line = node.start_mark.line + 1
        if not isinstance(node, yaml.MappingNode):
            raise ConfigError(f"{file}:{self.line}: {path or 'the file'} must be a mapping of keys to values")
        self._keys: list[yaml.Node] = []
        self._values: dict[str, yaml.Node] = {}
        for key, value in node.value:
            if key.value in self._values:
                raise ConfigError(f"{file}:{key.start_mark.line + 1}: {self._full(str(key.value))} is given twice")
            self._keys.append(key)
            self._values[str(key.value)] = value

    def names(self) -> list[str]:
        """The keys in the file's order."""
        return list(self._values)

    def allow(self, *known: str) -> None:
        """Refuse keys other than these."""
        for key, node in self._values.items():
            if key not in known:
                raise self.error(key, f"is not known here; known are: {', '.join(known)}", node)

    def error(self, key: str, what: str, node: yaml.Node | None = None) -> ConfigError:
        """An error about the key's value, to be raised."""
        node = node or self._values.get(key)
        line = node.start_mark.line + 1 if node is not None else self.line
        return ConfigError(f"{self._file}:{line}: {self._full(key)} {what}")

    def text(self, key: str, default: str | None = None, choices: tuple[str, ...] = ()) -> str:
        """A word or a sentence; needed if it has no default."""
        node = self._values.get(key)
        if node is None:
            return self._missing(key, default)
        if not isinstance(node, yaml.ScalarNode) or not node.value.strip():
            raise self.error(key, "must be text", node)
        value = str(node.value).strip()
        if choices and value not in choices:
            raise self.error(key, f"is '{value}'; it must be one of: {', '.join(choices)}", node)
        return value

    def number(self, key: str, low: float, high: float, default: float | None = None) -> float:
        """A number within low to high, both included; needed if it has no default."""
        node = self._values.get(key)
        if node is None:
            return self._missing(key, default)
        try:
            value = float(node.value) if isinstance(node, yaml.ScalarNode) else float("nan")
        except ValueError:
            value = float("nan")
        if not low <= value <= high:
            raise self.error(key, f"is {_shown(node)}; it must be a number within {low:g} to {high:g}", node)
        return value

    def flag(self, key: str, default: bool) -> bool:
        """true or false."""
        node = self._values.get(key)
        if node is None:
            return default
        value = _YES.get(str(node.value).lower()) if isinstance(node, yaml.ScalarNode) else None
        if value is None:
            raise self.error(key, f"is {_shown(node)}; it must be true or false", node)
        return value

    def texts(self, key: str) -> list[str]:
        """A list of words, empty if the key is missing."""
        node = self._values.get(key)
        if node is None:
            return []
        if not isinstance(node, yaml.SequenceNode) or not all(isinstance(item, yaml.ScalarNode) for item in node.value):
            raise self.error(key, "must be a list of words: [one, two]", node)
        return [str(item.value) for item in node.value]

    def key_nodes(self) -> list[yaml.Node]:
        """The keys in the file's order, as they are written: for files whose keys are more than names."""
        return list(self._keys)

    def node(self, key: str) -> yaml.Node:
        """What is written under the key, for a reader of its own; `error` tells the line of any node in it."""
        return self._needed(key)

    def nodes(self, key: str) -> list[yaml.Node]:
        """The items of the list under the key, as they are written."""
        node = self._needed(key)
        if not isinstance(node, yaml.SequenceNode):
            raise self.error(key, "must be a list", node)
        return list(node.value)

    def section(self, key: str) -> Section:
        """The mapping under the key."""
        return Section(self._needed(key), self._file, self._full(key))

    def sections(self, key: str) -> Iterator[Section]:
        """The mappings in the list under the key."""
        for index, item in enumerate(self.nodes(key)):
            yield Section(item, self._file, f"{self._full(key)}[{index}]")

    def __contains__(self, key: str) -> bool:
        return key in self._values

    def _needed(self, key: str) -> yaml.Node:
        if key not in self._values:
            raise self.error(key, "is missing")
        return self._values[key]

    def _missing(self, key: str, default: _T | None) -> _T:
        if default is None:
            raise self.error(key, "is missing")
        return default

    def _full(self, key: str) -> str:
        return f"{self._path}.{key}" if self._path else key


def read_settings(path: str) -> Section:
    """The file's outermost mapping.

    Raises:
        ConfigError: the file cannot be read, or is no YAML mapping.
    """
    name = Path(path).name
    try:
        node = yaml.compose(Path(path).read_text(encoding="utf-8"), Loader=_LOADER)
    except OSError as error:
        raise ConfigError(f"cannot read {path}: {error.strerror or error}") from error
    except UnicodeDecodeError as error:
        raise ConfigError(f"{path} is not UTF-8 text: {error.reason} at byte {error.start}") from error
    except yaml.YAMLError as error:
        raise ConfigError(f"{path} is not YAML: {' '.join(str(error).split())}") from error
    if node is None:
        raise ConfigError(f"{path} is empty")
    return Section(node, name)


def _shown(node: yaml.Node) -> str:
    return f"'{node.value}'" if isinstance(node, yaml.ScalarNode) else "a list or a mapping"
