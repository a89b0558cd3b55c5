"""The voices there are, by name. Each is imported only when it is asked for: they bring heavy packages."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from creature_voice.brains.config import BrainConfig
from creature_voice.engine import DuplexEngine, EngineError
from creature_voice.engines.echo import EchoConfig, EchoEngine
from creature_voice.engines.local.config import LocalConfig
from creature_voice.engines.moshi.config import MoshiConfig
from creature_voice.engines.moshi_mlx.config import MoshiMlxConfig
from creature_voice.engines.moshi_server.config import MoshiServerConfig

Progress = Callable[[str], None]
"""Told in words what is being loaded."""


@dataclass(frozen=True)
class EngineSettings:
    """Parameters of every engine; each takes its own. A field is named like its group of the node's parameters."""

    local: LocalConfig = field(default_factory=LocalConfig)
    brain: BrainConfig = field(default_factory=BrainConfig)
    echo: EchoConfig = field(default_factory=EchoConfig)
    moshi: MoshiConfig = field(default_factory=MoshiConfig)
    moshi_server: MoshiServerConfig = field(default_factory=MoshiServerConfig)
    moshi_mlx: MoshiMlxConfig = field(default_factory=MoshiMlxConfig)


def _make_local(settings: EngineSettings, progress: Progress) -> DuplexEngine:
    from creature_voice.brains import make_brain
    from creature_voice.engines.local import make_engine as make_local_engine

    brain = make_brain(settings.brain)
    try:
        return make_local_engine(settings.local, brain, progress)
    except BaseException:
        brain.close()
        raise


def _make_echo(settings: EngineSettings, progress: Progress) -> DuplexEngine:
    return EchoEngine(settings.echo)


def _make_moshi(settings: EngineSettings, progress: Progress) -> DuplexEngine:
    from creature_voice.engines.moshi import make_engine as make_moshi_engine

    return make_moshi_engine(settings.moshi, progress)


def _make_moshi_mlx(settings: EngineSettings, progress: Progress) -> DuplexEngine:
    from creature_voice.engines.moshi_mlx import make_engine as make_moshi_mlx_engine

    return make_moshi_mlx_engine(settings.moshi_mlx, progress)


def _make_moshi_server(settings: EngineSettings, progress: Progress) -> DuplexEngine:
    from creature_voice.engines.moshi_server import make_engine as make_moshi_server_engine

    return make_moshi_server_engine(settings.moshi_server, progress)


_ENGINES: Mapping[str, Callable[[EngineSettings, Progress], DuplexEngine]] = {
    "local": _make_local,
    "moshi": _make_moshi,
    "moshi_server": _make_moshi_server,
    "moshi_mlx": _make_moshi_mlx,
    "echo": _make_echo,
}

NAMES = tuple(_ENGINES)
"""What parameter `voice` may be."""


def make_engine(name: str, settings: EngineSettings, progress: Progress) -> DuplexEngine:
    """The engine of that name, its models loaded; may take seconds.

    Raises:
        EngineError: there is none such, or it cannot be made; the message says what to do.
    """
    make = _ENGINES.get(name)
    if make is None:
        raise EngineError(f"there is no voice '{name}'; there are: {', '.join(NAMES)}")
    return make(settings, progress)
