"""The files of a Moshi: found on disk or fetched from Hugging Face, and what is wrong with them in words.

Design: no PyTorch here. Whatever is missing is told before anything large is loaded.
Units: sizes in GB of 10^9 bytes.
"""

from __future__ import annotations

import importlib.util
import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from creature_voice.engine import EngineError
from creature_voice.engines.moshi.config import MoshiConfig

INSTALL = "./creature up voice:=moshi installs them, or: pip install moshi==0.2.13"

# The names of repositories from before there was a config.json in them.
_OLD_NAMES = {
    "moshi_name": "model.safetensors",
    "mimi_name": "tokenizer-e351c8d8-checkpoint125.safetensors",
    "tokenizer_name": "tokenizer_spm_32k_3.model",
}
_PACKAGES = ("torch", "moshi", "safetensors", "sentencepiece", "huggingface_hub")
_PATHS = {"weights": "moshi_name", "mimi": "mimi_name", "tokenizer": "tokenizer_name"}

Progress = Callable[[str], None]


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
    local = {name: _local(config, name) for name in ("config", "weights", "mimi", "tokenizer", "lora_weights")}
    repo = _Repository(config.hf_repo, progress)
    config_path = local["config"] or repo.fetch("config.json", optional=True)
    names = _read(config_path) if config_path else {}
    beside = local["config"].parent if local["config"] else None
    found = {
        part: local[part] or repo.fetch(str(names.get(key, _OLD_NAMES[key])), beside) for part, key in _PATHS.items()
    }
    lora = local["lora_weights"]
    if lora is None and names.get("lora_name"):
        lora = repo.fetch(str(names["lora_name"]), beside)
    mimi_config = repo.fetch(str(names["mimi_config_name"]), beside) if names.get("mimi_config_name") else None
    _check_lora(names, lora, config_path)
    _check_kind(names)
    weights, mimi, tokenizer = found["weights"], found["mimi"], found["tokenizer"]
    assert weights and mimi and tokenizer
    return Files(config_path, weights, mimi, tokenizer, lora, mimi_config)


def _local(config: MoshiConfig, name: str) -> Path | None:
    given = getattr(config, name)
    if not given:
        return None
    path = Path(given).expanduser()
    if not path.is_file():
        raise EngineError(f"parameter 'moshi.{name}' is {given}: there is no such file")
    return path


def _read(path: Path) -> dict[str, Any]:
    try:
        names = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise EngineError(f"{path} is no config.json of a Moshi: {error}") from error
    if not isinstance(names, dict):
        raise EngineError(f"{path} is no config.json of a Moshi: it holds no object")
    return names


def _check_lora(names: dict[str, Any], lora: Path | None, config_path: Path | None) -> None:
    if lora is not None and not names.get("lora"):
        raise EngineError(
            f"{lora} are LoRA weights, but {config_path or 'the checkpoint'} does not say 'lora: true': set "
            "parameter 'moshi.config' to the config.json that the finetuning wrote"
        )
    if lora is None and names.get("lora"):
        raise EngineError(f"{config_path} speaks of LoRA weights: set parameter 'moshi.lora_weights' to their path")


def _check_kind(names: dict[str, Any]) -> None:
    kind = names.get("model_type", "moshi")
    if kind != "moshi" or names.get("conditioners"):
        raise EngineError(f"the checkpoint is a model of type '{kind}', which holds no conversation; choose a Moshi")


class _Repository:
    """A repository on Hugging Face, as far as it is needed."""

    def __init__(self, name: str, progress: Progress) -> None:
        self._name = name
        self._progress = progress

    def fetch(self, file: str, beside: Path | None = None, optional: bool = False) -> Path | None:
        """Where the file lies; None for an optional one that the repository does not have.

        Args:
            file: Name in the repository; hf://owner/name/file in another one, file://path on this machine.
            beside: Folder that is looked into first.
            optional: The repository may not have it.
        """
        from huggingface_hub import hf_hub_download, try_to_load_from_cache
        from huggingface_hub.errors import EntryNotFoundError, LocalEntryNotFoundError

        if file.startswith("file://"):
            return Path(file.removeprefix("file://"))
        if beside is not None and (beside / file).is_file():
            return beside / file
        repo, file = self._where(file)
        try:
            if not isinstance(try_to_load_from_cache(repo, file), str):
                self._progress(f"fetching {file} of {repo}{_size(repo, file)} from Hugging Face into {_cache()}")
            return Path(hf_hub_download(repo, file))
        except LocalEntryNotFoundError as error:
            raise self._unreachable(repo, file, error) from error
        except EntryNotFoundError as error:
            if optional:
                return None
            raise EngineError(f"repository {repo} has no file {file}: is it a Moshi for PyTorch?") from error
        except Exception as error:
            # Names that cannot be, a network that fails in one of many ways, a full disk.
            raise self._explained(repo, file, error) from error

    def _where(self, file: str) -> tuple[str, str]:
        if not file.startswith("hf://"):
            return self._name, file
        owner, name, *rest = file.removeprefix("hf://").split("/")
        return f"{owner}/{name}", "/".join(rest)

    def _explained(self, repo: str, file: str, error: Exception) -> EngineError:
        from huggingface_hub.errors import GatedRepoError, HFValidationError, RepositoryNotFoundError

        if isinstance(error, GatedRepoError):
            return EngineError(
                f"repository {repo} asks for agreement to its terms: agree at https://huggingface.co/{repo}, then log "
                "in on this machine with: hf auth login"
            )
        if isinstance(error, RepositoryNotFoundError):
            return EngineError(f"Hugging Face has no repository {repo} (or it is private): check 'moshi.hf_repo'")
        if isinstance(error, HFValidationError):
            return EngineError(f"parameter 'moshi.hf_repo' is '{repo}': it must be like kyutai/moshiko-pytorch-bf16")
        return self._unreachable(repo, file, error)

    def _unreachable(self, repo: str, file: str, error: Exception) -> EngineError:
        first_line = str(error).strip().splitlines()[0] if str(error).strip() else type(error).__name__
        return EngineError(
            f"{file} of {repo} is neither in {_cache()} nor can it be fetched from Hugging Face: connect this machine "
            f"once, or copy the files and give their paths (moshi.weights, moshi.mimi, moshi.tokenizer, moshi.config); "
            f"{first_line}"
        )


def _cache() -> str:
    from huggingface_hub.constants import HF_HUB_CACHE

    return str(HF_HUB_CACHE)


def _size(repo: str, file: str) -> str:
    """How large it is, in words, if that can be had."""
    from huggingface_hub import get_hf_file_metadata, hf_hub_url

    try:
        size = get_hf_file_metadata(hf_hub_url(repo, file), timeout=10.0).size
    except Exception:
        # The download tells what is wrong.
        return ""
    return f" ({size / 1e9:.1f} GB)" if size and size > 1e7 else ""
