"""Where a checkpoint's files lie: named by a parameter, beside its config, or fetched from Hugging Face.

Design: the same for PyTorch and MLX, and imports neither. Whatever is missing is told in the words of the engine's own
parameters, before anything large is loaded.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from creature_voice.engine import EngineError
from creature_voice.errors import brief

Progress = Callable[[str], None]
"""Told in words what is being done."""


def given_file(group: str, name: str, path: str) -> Path | None:
    """The file that a parameter names; None where it is empty.

    Args:
        group: Of the engine's parameters, such as "moshi".
        name: Of the parameter.
        path: Its value.

    Raises:
        EngineError: there is no such file.
    """
    if not path:
        return None
    found = Path(path).expanduser()
    if not found.is_file():
        raise EngineError(f"parameter '{group}.{name}' is {path}: there is no such file")
    return found


def read_config(path: Path) -> dict[str, Any]:
    """What stands in a config.json, of a Moshi or of its codec.

    Raises:
        EngineError: it is none.
    """
    try:
        read = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise EngineError(f"{path} is no config.json of a Moshi: {error}") from error
    if not isinstance(read, dict):
        raise EngineError(f"{path} is no config.json of a Moshi: it holds no object")
    return read


class Hub:
    """A repository on Hugging Face, as far as it is needed."""

    def __init__(self, repo: str, group: str, progress: Progress) -> None:
        """Make it; nothing is asked yet.

        Args:
            repo: Such as kyutai/moshiko-pytorch-bf16.
            group: Of the engine's parameters, for what is said of them.
            progress: Told what is downloaded, and whereto.
        """
        self._repo = repo
        self._group = group
        self._progress = progress

    def fetch(self, file: str, beside: Path | None = None) -> Path:
        """Where a file lies, downloaded if it is not here yet.

        Args:
            file: Name in the repository; hf://owner/name/file in another one, file://path on this machine.
            beside: Folder that is looked into first.

        Raises:
            EngineError: it cannot be had; says what to do.
        """
        if file.startswith("file://"):
            return self._here(Path(file.removeprefix("file://")))
        if beside is not None and (beside / file).is_file():
            return beside / file
        repo, file = self._where(file)
        try:
            return self._download(repo, file)
        except Exception as error:
            # Names that cannot be, a network that fails in one of many ways, a full disk.
            raise self._explained(repo, file, error) from error

    def fetch_if_there(self, file: str) -> Path | None:
        """The same for a file that the repository may not have: None, then, or where that cannot be learned.

        Raises:
            EngineError: the repository cannot be had.
        """
        from huggingface_hub.errors import EntryNotFoundError

        try:
            return self._download(self._repo, file)
        except EntryNotFoundError:
            # Or there is no network. What is needed says so; what was fetched before was fetched after this file.
            return None
        except Exception as error:
            raise self._explained(self._repo, file, error) from error

    def _download(self, repo: str, file: str) -> Path:
        from huggingface_hub import hf_hub_download, try_to_load_from_cache

        # Neither here nor known not to be there.
        if try_to_load_from_cache(repo, file) is None:
            self._progress(f"fetching {file} of {repo}{_size(repo, file)} from Hugging Face into {_cache()}")
        return Path(hf_hub_download(repo, file))

    def _where(self, file: str) -> tuple[str, str]:
        if not file.startswith("hf://"):
            return self._repo, file
        owner, name, *rest = file.removeprefix("hf://").split("/")
        return f"{owner}/{name}", "/".join(rest)

    def _here(self, path: Path) -> Path:
        if not path.is_file():
            raise EngineError(f"the config.json names {path}, which is not there: correct it, or {self._paths()}")
        return path

    def _explained(self, repo: str, file: str, error: Exception) -> EngineError:
        from huggingface_hub import errors

        if isinstance(error, errors.GatedRepoError):
            return EngineError(
                f"repository {repo} asks for agreement to its terms: agree at https://huggingface.co/{repo}, then log "
                "in on this machine with: hf auth login"
            )
        if isinstance(error, errors.RepositoryNotFoundError):
            return EngineError(
                f"Hugging Face has no repository {repo} (or it is private): check '{self._group}.hf_repo'"
            )
        if isinstance(error, errors.HFValidationError):
            return EngineError(f"parameter '{self._group}.hf_repo' is '{repo}': it must be like kyutai/moshiko-mlx-q4")
        if isinstance(error, errors.EntryNotFoundError) and not isinstance(error, errors.LocalEntryNotFoundError):
            return EngineError(
                f"repository {repo} has no file {file}: check '{self._group}.hf_repo', or {self._paths()}"
            )
        return EngineError(
            f"{file} of {repo} is neither in {_cache()} nor can it be fetched from Hugging Face: connect this machine "
            f"once, or {self._paths()}; {brief(error)}"
        )

    def _paths(self) -> str:
        names = ", ".join(f"{self._group}.{name}" for name in ("weights", "mimi", "tokenizer", "config"))
        return f"copy the files and give their paths ({names})"


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
