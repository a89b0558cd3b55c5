"""Finding what Moshi in MLX is made of: by paths, or on Hugging Face. No MLX here.

Design: the published checkpoints for MLX have no config.json; the names and sizes of Moshi as published stand in.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from creature_voice.engine import EngineError
from creature_voice.engines.moshi_mlx.config import MoshiMlxConfig

Fetch = Callable[[str, str], Path]
"""Given a repository and the name of a file in it, the file's path here; FileNotFoundError if it has none such."""

_REPOS = {"4": "kyutai/moshiko-mlx-q4", "8": "kyutai/moshiko-mlx-q8", "none": "kyutai/moshiko-mlx-bf16"}
_WEIGHTS = {"4": "model.q4.safetensors", "8": "model.q8.safetensors", "none": "model.safetensors"}
_MIMI = "tokenizer-e351c8d8-checkpoint125.safetensors"
_TOKENIZER = "tokenizer_spm_32k_3.model"
_CONFIG = "config.json"


@dataclass(frozen=True)
class Files:
    """What a model is made of.

    Attributes:
        weights, mimi, tokenizer: Paths of files that are there.
        sizes: The model's config.json; None: Moshi as published.
        mimi_sizes: The codec's config file; None: Mimi as published.
    """

    weights: Path
    mimi: Path
    tokenizer: Path
    sizes: dict[str, Any] | None
    mimi_sizes: dict[str, Any] | None


def find_files(config: MoshiMlxConfig, fetch: Fetch) -> Files:
    """Find every file; what no parameter names is fetched.

    Raises:
        EngineError: one is not there or cannot be had; the message names the parameter.
    """
    repo = config.hf_repo or _REPOS[config.quantized]
    home = "" if config.weights else repo
    sizes = _sizes(config, home, fetch)
    names = sizes or {}

    def find(parameter: str, path: str, name: str) -> Path:
        return _local(parameter, path) if path else _remote(parameter, repo, name, fetch)

    return Files(
        weights=find("weights", config.weights, names.get("moshi_name", _WEIGHTS[config.quantized])),
        mimi=find("mimi", config.mimi, names.get("mimi_name", _MIMI)),
        tokenizer=find("tokenizer", config.tokenizer, names.get("tokenizer_name", _TOKENIZER)),
        sizes=sizes,
        mimi_sizes=_mimi_sizes(names.get("mimi_config_name", ""), home, fetch),
    )


def fetch_from_hub(repo: str, name: str, progress: Callable[[str], None]) -> Path:
    """A file of a repository on Hugging Face, downloaded if it is not here yet.

    Args:
        repo: Such as kyutai/moshiko-mlx-q4.
        name: Of the file in it.
        progress: Told in words what is downloaded.

    Raises:
        FileNotFoundError: the repository has no such file, or it is neither here nor to be had.
        OSError: it cannot be had.
    """
    from huggingface_hub import hf_hub_download, try_to_load_from_cache
    from huggingface_hub.errors import EntryNotFoundError

    try:
        if not isinstance(try_to_load_from_cache(repo, name), str):
            progress(f"fetching {name} of {repo} from Hugging Face")
        return Path(hf_hub_download(repo, name))
    except EntryNotFoundError as error:
        raise FileNotFoundError(str(error)) from error
    except Exception as error:
        # Names that cannot be, a network that fails in one of many ways, a full disk.
        raise OSError(str(error)) from error


def _sizes(config: MoshiMlxConfig, repo: str, fetch: Fetch) -> dict[str, Any] | None:
    if config.config:
        return _read(_local("config", config.config))
    if not repo:
        beside = Path(config.weights).expanduser().parent / _CONFIG
        return _read(beside) if beside.is_file() else None
    try:
        return _read(fetch(repo, _CONFIG))
    except FileNotFoundError:
        return None
    except OSError as error:
        raise _unreachable("hf_repo", repo, _CONFIG, error) from error


def _mimi_sizes(name: str, repo: str, fetch: Fetch) -> dict[str, Any] | None:
    if not name:
        return None
    if name.startswith("file://"):
        return _read(_local("config", name.removeprefix("file://")))
    if not repo:
        raise EngineError(f"the model's {_CONFIG} names '{name}'; write it there as file:///path/of/{name}")
    return _read(_remote("hf_repo", repo, name, fetch))


def _local(parameter: str, path: str) -> Path:
    found = Path(path).expanduser()
    if not found.is_file():
        raise EngineError(f"parameter 'moshi_mlx.{parameter}': there is no file {found}")
    return found


def _remote(parameter: str, repo: str, name: str, fetch: Fetch) -> Path:
    try:
        return fetch(repo, name)
    except OSError as error:
        raise _unreachable(parameter, repo, name, error) from error


def _unreachable(parameter: str, repo: str, name: str, error: OSError) -> EngineError:
    first = (str(error).strip() or type(error).__name__).splitlines()[0]
    return EngineError(
        f"{name} of {repo} cannot be had from Hugging Face: {first}; check the network and 'moshi_mlx.hf_repo', or "
        f"give the file's path in 'moshi_mlx.{parameter}'"
    )


def _read(path: Path) -> dict[str, Any]:
    try:
        read = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise EngineError(f"{path} cannot be read as a config: {error}") from error
    if not isinstance(read, dict):
        raise EngineError(f"{path} is not the config of a model: it holds no names")
    return read
