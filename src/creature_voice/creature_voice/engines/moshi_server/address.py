"""The address that a Moshi server is connected at: the parameter's, completed, with the query it is asked with."""

from __future__ import annotations

from urllib.parse import SplitResult, parse_qsl, urlencode, urlsplit, urlunsplit

from creature_voice.engine import EngineError
from creature_voice.engines.moshi_server.config import MoshiServerConfig

_SCHEMES = {"ws": "ws", "http": "ws", "wss": "wss", "https": "wss"}
_PATH = "/api/chat"
_PORT = 8998
_EXAMPLE = "for example ws://localhost:8998 or wss://gpu-host:8998/api/chat"
_LOOPBACK = ("localhost", "127.0.0.1", "::1")


def full_url(config: MoshiServerConfig) -> str:
    """The websocket's URL.

    Raises:
        EngineError: the parameter is no address; says how one looks.
    """
    parts = _split(config.url)
    query = [*parse_qsl(parts.query, keep_blank_values=True), *_asked_for(config), *_extra(config.query)]
    path = parts.path if parts.path.strip("/") else _PATH
    return urlunsplit((_SCHEMES[parts.scheme], parts.netloc, path, urlencode(query), ""))


def shown(url: str) -> str:
    """The URL for people: without password and query."""
    parts = urlsplit(url)
    return urlunsplit((parts.scheme, parts.netloc.rpartition("@")[2], parts.path, "", ""))


def is_secure(url: str) -> bool:
    """Whether it is reached over TLS."""
    return url.startswith("wss:")


def is_here(url: str) -> bool:
    """Whether it is on this machine; no proxy stands between, then."""
    return urlsplit(url).hostname in _LOOPBACK


def _split(url: str) -> SplitResult:
    text = url.strip()
    try:
        parts = urlsplit(text if "://" in text else f"ws://{text}")
        port = parts.port
    except ValueError as error:
        raise EngineError(f"parameter 'moshi_server.url' is {url!r}: {error}; {_EXAMPLE}") from error
    if parts.scheme not in _SCHEMES or not parts.hostname or " " in text:
        raise EngineError(f"parameter 'moshi_server.url' is {url!r}, which is no address of a server; {_EXAMPLE}")
    if "://" not in text and port is None:
        parts = parts._replace(netloc=f"{parts.netloc}:{_PORT}")
    return parts


def _asked_for(config: MoshiServerConfig) -> list[tuple[str, str]]:
    """What differs from the server's own choice, in the names that the servers read."""
    numbers: tuple[tuple[str, float, float], ...] = (
        ("text_temperature", config.text_temperature, -1.0),
        ("text_topk", config.text_top_k, 0),
        ("audio_temperature", config.audio_temperature, -1.0),
        ("audio_topk", config.audio_top_k, 0),
        ("text_seed", config.text_seed, -1),
        ("audio_seed", config.audio_seed, -1),
        ("pad_mult", config.pad_mult, 0.0),
    )
    query = [(name, str(value)) for name, value, default in numbers if value != default]
    if config.voice_prompt or config.text_prompt:
        # PersonaPlex wants both, even if one is empty.
        query += [("voice_prompt", config.voice_prompt), ("text_prompt", config.text_prompt)]
    return query


def _extra(query: str) -> list[tuple[str, str]]:
    try:
        return parse_qsl(query.lstrip("?&"), keep_blank_values=True, strict_parsing=bool(query.strip("?& ")))
    except ValueError as error:
        raise EngineError(
            f"parameter 'moshi_server.query' is {query!r}; it must look like name=value&name=value"
        ) from error
