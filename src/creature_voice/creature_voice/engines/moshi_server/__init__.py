"""The moshi_server voice: a client of a Moshi server, Python, Rust or PersonaPlex. See engine.py for its design."""

from __future__ import annotations

import importlib.metadata
import importlib.util
import ssl
from collections.abc import Callable
from typing import TYPE_CHECKING

from creature_voice.engine import EngineError
from creature_voice.engines.moshi_server.config import MoshiServerConfig

if TYPE_CHECKING:
    from creature_voice.engines.moshi_server.engine import MoshiServerEngine

__all__ = ["MoshiServerConfig", "make_engine"]

# Package -> what installs it, and its oldest fitting major version: Ubuntu's own websockets is 10.
_NEEDED = {"sphn": ("'sphn>=0.2'", 0), "websockets": ("'websockets>=15'", 15)}


def make_engine(config: MoshiServerConfig, progress: Callable[[str], None]) -> MoshiServerEngine:
    """Begin to connect. The server need not be there: the engine is silent and says so until it is.

    Args:
        config: Parameters.
        progress: Told in words what is being done.

    Raises:
        EngineError: a package is missing, or a parameter cannot be; says what to do.
    """
    missing = [install for name, (install, oldest) in _NEEDED.items() if not _is_there(name, oldest)]
    if missing:
        raise EngineError(
            "the moshi_server voice needs packages that are not installed, or are too old: `./creature up "
            f"voice:=moshi_server` installs them, or pip install {' '.join(missing)}"
        )
    # Imported here, so that this package can be looked at where those are not installed.
    from creature_voice.engines.moshi_server.address import full_url, is_secure, shown
    from creature_voice.engines.moshi_server.engine import MoshiServerEngine
    from creature_voice.engines.moshi_server.link import Link
    from creature_voice.engines.moshi_server.opus import OpusCodec

    url = full_url(config)
    context = _context(config) if is_secure(url) else None
    progress(f"connecting to the Moshi server at {shown(url)}")
    return MoshiServerEngine(config, Link(url, config, OpusCodec, context=context))


def _is_there(name: str, oldest: int) -> bool:
    """Whether a package is installed, of that major version or a later one."""
    if importlib.util.find_spec(name) is None:
        return False
    return int(importlib.metadata.version(name).split(".")[0]) >= oldest


def _context(config: MoshiServerConfig) -> ssl.SSLContext:
    try:
        context = ssl.create_default_context(cafile=config.certificate_file or None)
    except (OSError, ssl.SSLError) as error:
        raise EngineError(
            f"parameter 'moshi_server.certificate_file' is {config.certificate_file!r}, which cannot be read as PEM "
            f"certificates: {error}"
        ) from error
    if config.certificate_file:
        # A server's own certificate seldom has all that Python 3.13 asks of an authority's.
        context.verify_flags &= ~getattr(ssl, "VERIFY_X509_STRICT", ssl.VerifyFlags(0))
    if not config.verify_certificate:
        context.check_hostname = False
        context.verify_mode = ssl.CERT_NONE
    return context
