"""The table of nodes (launch/creature_nodes.py), and name:=value words checked against it."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Sequence
from types import ModuleType

from frontdoor.console import FrontDoorError, UsageError
from frontdoor.places import ROOT


def _load() -> ModuleType:
    path = ROOT / "launch" / "creature_nodes.py"
    spec = importlib.util.spec_from_file_location("creature_nodes", path)
    if spec is None or spec.loader is None:
        raise FrontDoorError(f"{path} cannot be read")
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # dataclasses look their module up by name
    spec.loader.exec_module(module)
    return module


TABLE = _load()


def parse_arguments(words: Sequence[str]) -> dict[str, str]:
    """["voice:=local"] -> {"voice": "local"}.

    Raises:
        UsageError: a word that is no name:=value, or a name that the table does not know.
    """
    found = {}
    for word in words:
        name, sign, value = word.partition(":=")
        if not sign or not name:
            raise UsageError(f"'{word}' is no name:=value, for example face_port:=8081")
        found[name] = value
    try:
        TABLE.check_arguments(found)
    except TABLE.ArgumentError as error:
        raise UsageError(str(error)) from error
    return found


def describe_arguments() -> str:
    """The arguments there are, for --help."""
    width = max(len(argument.name) for argument in TABLE.ARGUMENTS)
    return "\n".join(f"  {argument.name:<{width}}  {argument.description}" for argument in TABLE.ARGUMENTS)
