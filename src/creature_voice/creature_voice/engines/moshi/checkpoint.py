"""The files of a Moshi for PyTorch, and what is wrong with them in words.

Design: no PyTorch here. Whatever is missing is told before anything large is loaded.
Units: sizes in GB of 10^9 bytes.
"""

from __future__ import annotations

import importlib.util
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from creature_voice.engine import EngineError
from creature_voice.engines.moshi.config import MoshiConfig
from creature_voice.engines.moshi.hub import Hub, Progress, given_file, read_config

INSTALL = "./creature up voice:=moshi installs them, or: pip install moshi==0.2.13"

# The names of repositories from before there was a config.json in them.
_OLD_NAMES = {
    "moshi_name": "model.safetensors",
    "mimi_name": "tokenizer-e351c8d8-checkpoint125.safetensors",
    "tokenizer_name": "tokenizer_spm_32k_3.model",
}
_PACKAGES = ("torch", "moshi", "safetensors", "sentencepiece", "huggingface_hub")
_PARTS = ("config", "weights", "mimi", "tokenizer", "lora_weights")


@dataclass(frozen=True)
class Files:
    """Where everything lies; None where the checkpoint has no such file."""

    config: Path | None
    weights: Path
    mimi: Path
    tokenizer: Path
    lora: Path | None
    mimi_config: Path | None = None

    @property
    def size_gb(self) -> float:
        """Of all weights."""
        return sum(path.stat().st_size for path in (self.weights, self.mimi, self.lora) if path) / 1e9


def check_packages() -> None:
    """Refuse to begin where a package is missing.

    Raises:
        EngineError: names what is missing and what installs it.
    """
    missing = [name for name in _PACKAGES if importlib.util.find_spec(name) is None]
    if missing:
        raise EngineError(f"the moshi voice needs packages that are not installed ({', '.join(missing)}): {INSTALL}")


def find_files(config: MoshiConfig, progress: Progress) -> Files:
    """The files on this machine; what has no path and is not in Hugging Face's cache is downloaded.

    Raises:
        EngineError: a path does not exist, or the repository cannot give a file.
    """
    given = {part: given_file("moshi", part, getattr(config, part)) for part in _PARTS}
    hub = Hub(config.hf_repo, "moshi", progress)
    config_path = given["config"] or hub.fetch_if_there("config.json")
    names = read_config(config_path) if config_path else {}
    _check_kind(names)
    _check_lora(names, given["lora_weights"] or names.get("lora_name"), config_path)
    beside = given["config"].parent if given["config"] else None

    def find(part: str, key: str) -> Path:
        return given[part] or hub.fetch(str(names.get(key, _OLD_NAMES[key])), beside)

    def named(key: str) -> Path | None:
        return hub.fetch(str(names[key]), beside) if names.get(key) else None

    return Files(
        config_path,
        find("weights", "moshi_name"),
        find("mimi", "mimi_name"),
        find("tokenizer", "tokenizer_name"),
        given["lora_weights"] or named("lora_name"),
        named("mimi_config_name"),
    )


def _check_lora(names: dict[str, Any], lora: object, config_path: Path | None) -> None:
    if lora and not names.get("lora"):
        raise EngineError(
            f"{lora} are LoRA weights, but {config_path or 'the checkpoint'} does not say 'lora: true': set "
            "parameter 'moshi.config' to the config.json that the finetuning wrote"
        )
    if names.get("lora") and not lora:
        raise EngineError(f"{config_path} speaks of LoRA weights: set parameter 'moshi.lora_weights' to their path")


def _check_kind(names: dict[str, Any]) -> None:
    kind = names.get("model_type", "moshi")
    if kind != "moshi" or names.get("conditioners"):
        raise EngineError(f"the checkpoint is a model of type '{kind}', which holds no conversation; choose a Moshi")
