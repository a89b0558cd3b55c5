"""The brain's parameters."""

from __future__ import annotations

from dataclasses import dataclass

from creature_node.config import param


@dataclass(frozen=True)
class BrainConfig:
    """Who answers, and as whom. Without a url the creature answers by its own rules."""

    name: str = param("Pip", "The creature's name.")
    world_file: str = param(
        "",
        "YAML file with the objects and places that it knows; empty takes the one installed.",
    )
    url: str = param("", "Base URL of an OpenAI-compatible endpoint (http://localhost:11434/v1); empty: rules only.")
    model: str = param("", "Name of the endpoint's model; empty leaves the choice to the endpoint.")
    api_key_env: str = param("", "Name of the environment variable that holds the endpoint's key; empty sends none.")
    persona: str = param("", "More about the creature for the endpoint's model, in words.")
    timeout_s: float = param(
        2.0, "An endpoint that has not begun to answer by then is passed over.", unit="s", low=0.05, high=60.0
    )
    stall_s: float = param(3.0, "An answer that stands still for so long is given up.", unit="s", low=0.05, high=60.0)
    retry_s: float = param(
        5.0, "Pause before a failed endpoint is tried again; doubles up to sixteenfold.", unit="s", low=0.1, high=600.0
    )
    max_sentences: int = param(3, "The endpoint's answers are cut after so many sentences.", low=1, high=20)
    max_tokens: int = param(120, "The endpoint is asked for no more tokens than this.", low=8, high=4096)
    temperature: float = param(0.6, "How freely the endpoint's model chooses its words.", low=0.0, high=2.0)
    memory_turns: int = param(12, "So many turns of the conversation are remembered.", low=1, high=100)
