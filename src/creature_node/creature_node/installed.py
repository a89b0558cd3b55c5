"""Files that come installed with the creature."""

from __future__ import annotations

from pathlib import Path

from ament_index_python.packages import PackageNotFoundError, get_package_share_directory

from creature_node.config import ConfigError


def installed_file(name: str, parameter: str) -> str:
    """Path of a file of the package creature's config folder, for a parameter that was left empty.

    Raises:
        ConfigError: the package is not installed; says what to do.
    """
    try:
        return str(Path(get_package_share_directory("creature")) / "config" / name)
    except PackageNotFoundError as error:
        message = f"parameter '{parameter}' is empty, and the package creature with config/{name} is not installed"
        raise ConfigError(f"{message}: give the path, or source the workspace that has it") from error
