"""A brain from its parameters."""

from __future__ import annotations

import os
import random

from creature_node.config import ConfigError
from creature_voice.brains.brain import Brain
from creature_voice.brains.config import BrainConfig
from creature_voice.brains.rules import RulesBrain
from creature_voice.brains.world import WorldError, load_world


def make_brain(config: BrainConfig, rng: random.Random | None = None) -> Brain:
    """The brain that the parameters ask for: rules, or an endpoint with the rules behind it.

    Raises:
        ConfigError: if the world file cannot be read, the url is none, or the key's environment variable is not set.
    """
    try:
        world = load_world(config.world_file)
    except WorldError as error:
        raise ConfigError(f"parameter {error}") from error
    rules = RulesBrain(config.name, world, rng)
    if not config.url:
        return rules
    if not config.url.startswith(("http://", "https://")):
        raise ConfigError(f"parameter 'url' is {config.url!r}; it must begin with http:// or https://, or be empty")
    key = os.environ.get(config.api_key_env, "") if config.api_key_env else ""
    if config.api_key_env and not key:
        raise ConfigError(f"parameter 'api_key_env' names {config.api_key_env!r}, which is not set in the environment")
    # Imported only here: the rules need no HTTP client.
    try:
        from creature_voice.brains.openai import OpenAIBrain
    except ImportError as error:
        raise ConfigError(
            f"parameter 'url' needs a package that is not installed ({error}): pip install httpx"
        ) from error
    return OpenAIBrain(config, world, rules, key)
