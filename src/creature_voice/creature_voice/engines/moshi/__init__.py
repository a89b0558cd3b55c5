"""Moshi in this process, computed by PyTorch. See engine.py for its design."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import TYPE_CHECKING

from creature_voice.engines.moshi.checkpoint import check_packages, find_files
from creature_voice.engines.moshi.config import MoshiConfig

if TYPE_CHECKING:
    from creature_voice.engines.moshi.engine import MoshiEngine

__all__ = ["MoshiConfig", "make_engine"]


def make_engine(config: MoshiConfig, progress: Callable[[str], None]) -> MoshiEngine:
    """Find or fetch the files and load them; takes seconds to many minutes.

    Args:
        config: Parameters.
        progress: Told in words what is being done, with what, and where.

    Raises:
        EngineError: a package, a file, a GPU or its memory is missing; says what to do.
    """
    check_packages()
    files = find_files(config, progress)
    progress("starting PyTorch")
    if config.device == "cpu":
        # torch.compile gains nothing there, and costs a minute; moshi looks at this when it is imported.
        os.environ.setdefault("NO_TORCH_COMPILE", "1")
    # Imported here: it takes seconds, and is not there where another voice is used.
    from creature_voice.engines.moshi.engine import MoshiEngine
    from creature_voice.engines.moshi.torch_model import load

    model = load(config, files, progress)
    return MoshiEngine(model, config, figures=model.figures)
