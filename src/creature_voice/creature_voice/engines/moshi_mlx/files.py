"""Finding what Moshi in MLX is made of: by paths, or on Hugging Face. No MLX here.

Design: the published checkpoints for MLX have no config.json; the names and sizes of Moshi as published stand in.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from creature_voice.engines.moshi.hub import given_file, read_config
from creature_voice.engines.moshi_mlx.config import MoshiMlxConfig

_REPOS = {"4": "kyutai/moshiko-mlx-q4", "8": "kyutai/moshiko-mlx-q8", "none": "kyutai/moshiko-mlx-bf16"}
_WEIGHTS = {"4": "model.q4.safetensors", "8": "model.q8.safetensors", "none": "model.safetensors"}
_MIMI = "tokenizer-e351c8d8-checkpoint125.safetensors"
_TOKENIZER = "tokenizer_spm_32k_3.model"
_CONFIG = "config.json"
_PARTS = ("config", "weights", "mimi", "tokenizer")


class Source(Protocol):
    """What creature_voice.engines.moshi.hub.Hub does here."""

    def fetch(self, file: str, beside: Path | None = None) -> Path:
        """Where a file lies."""
        ...

    def fetch_if_there(self, file: str) -> Path | None:
        """The same for a file that may not be there."""
        ...


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


def repository(config: MoshiMlxConfig) -> str:
    """The repository of what no parameter names."""
    return config.hf_repo or _REPOS[config.quantized]


def find_files(config: MoshiMlxConfig, hub: Source) -> Files:
    """Find every file: by its parameter, beside those that parameters name, or in the repository.

    Raises:
        EngineError: one is not there or cannot be had; the message names the parameter.
    """
    given = {part: given_file("moshi_mlx", part, getattr(config, part)) for part in _PARTS}
    home = given["config"] or given["weights"]
    beside = home.parent if home else None
    sizes = _sizes(given["config"], beside, hub)
    names = sizes or {}

    def find(part: str, key: str, usual: str) -> Path:
        return given[part] or hub.fetch(str(names.get(key, usual)), beside)

    mimi_config = names.get("mimi_config_name")
    return Files(
        weights=find("weights", "moshi_name", _WEIGHTS[config.quantized]),
        mimi=find("mimi", "mimi_name", _MIMI),
        tokenizer=find("tokenizer", "tokenizer_name", _TOKENIZER),
        sizes=sizes,
        mimi_sizes=read_config(hub.fetch(str(mimi_config), beside)) if mimi_config else None,
    )


def _sizes(given: Path | None, beside: Path | None, hub: Source) -> dict[str, Any] | None:
    path = given
    if path is None and beside is not None:
        # Weights that were named are not of the repository, nor is their config.
        path = beside / _CONFIG if (beside / _CONFIG).is_file() else None
    elif path is None:
        path = hub.fetch_if_there(_CONFIG)
    return read_config(path) if path else None
