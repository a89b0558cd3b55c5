"""The voice 'moshi_mlx': Moshi on a Mac with Apple silicon. See creature_voice.engines.moshi.engine for its design."""

from __future__ import annotations

import importlib.util
import platform
from collections.abc import Callable
from typing import TYPE_CHECKING

from creature_voice.engine import EngineError
from creature_voice.engines.moshi.hub import Hub
from creature_voice.engines.moshi_mlx.config import MoshiMlxConfig
from creature_voice.engines.moshi_mlx.files import find_files, repository

if TYPE_CHECKING:
    from creature_voice.engines.moshi.engine import MoshiEngine

__all__ = ["MoshiMlxConfig", "make_engine"]

_NEEDED = ("mlx", "moshi_mlx", "sentencepiece", "huggingface_hub")
_INSTALL = "./creature up voice:=moshi_mlx installs it, or: pip install moshi_mlx==0.3.0"
_GB = 1e9


def make_engine(config: MoshiMlxConfig, progress: Callable[[str], None]) -> MoshiEngine:
    """Load the model; takes seconds to minutes, the first time the download of gigabytes.

    Args:
        config: Parameters.
        progress: Told in words what is being done.

    Raises:
        EngineError: a package or a file is missing or does not fit; says what to do.
    """
    _check_packages()
    if not _is_a_fitting_mac():
        progress(f"MLX is made for Macs with Apple silicon; on this machine ({_machine()}) it will be too slow to talk")
    files = find_files(config, Hub(repository(config), "moshi_mlx", progress))
    try:
        # Imported here, so that this package can be looked at where MLX is not installed.
        import mlx.core as mx

        from creature_voice.engines.moshi.engine import MoshiEngine
        from creature_voice.engines.moshi_mlx.mlx_model import load_model
    except ImportError as error:
        raise EngineError(f"MLX does not start on this machine ({_machine()}): {error}; {_other_ways()}") from error

    def figures() -> dict[str, object]:
        return {"mlx_memory_gb": round(mx.get_active_memory() / _GB, 2)}

    return MoshiEngine(load_model(config, files, progress), config, "moshi_mlx", figures=figures)


def _check_packages() -> None:
    missing = [name for name in _NEEDED if importlib.util.find_spec(name) is None]
    if missing and not _is_a_fitting_mac():
        raise EngineError(
            f"the voice 'moshi_mlx' is for Macs with Apple silicon, and this machine is {_machine()}: {_other_ways()}"
        )
    if missing:
        raise EngineError(f"the voice 'moshi_mlx' needs {', '.join(missing)}: {_INSTALL}")


def _other_ways() -> str:
    return "take voice:=moshi (a GPU here) or voice:=moshi_server (a Moshi on another machine)"


def _is_a_fitting_mac() -> bool:
    return platform.system() == "Darwin" and platform.machine() == "arm64"


def _machine() -> str:
    return f"{platform.system()} {platform.machine()}"
