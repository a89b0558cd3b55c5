"""Parameters of deliberation."""

from __future__ import annotations

from dataclasses import dataclass

from creature_node.config import param


@dataclass(frozen=True)
class DeliberationConfig:
    """What thinks about tasks of several steps."""

    url: str = param(
        "", "Base URL of an OpenAI-compatible endpoint (http://localhost:11434/v1) that plans; empty: rules only."
    )
    model: str = param("", "Name of the endpoint's model; empty leaves the choice to the endpoint.")
    api_key_env: str = param("", "Name of the environment variable that holds the endpoint's key; empty sends none.")
    timeout_s: float = param(
        120.0, "An endpoint that has not answered by then is given up.", unit="s", low=1.0, high=3600.0
    )
    max_steps: int = param(20, "A plan of more steps than this is not begun.", low=1, high=200)
