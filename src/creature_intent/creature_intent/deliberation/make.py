"""The reasoner that the configuration asks for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from creature_intent.deliberation.config import DeliberationConfig
from creature_intent.deliberation.endpoint import EndpointReasoner
from creature_intent.deliberation.planner import Planner
from creature_intent.deliberation.reasoner import Plan, Project, Reasoner, ReasonerError, Stop
from creature_intent.tasks.abilities import Abilities
from creature_node.config import ConfigError


class FirstOf:
    """A Reasoner that asks one, and another where that fails."""

    def __init__(self, first: Reasoner, then: Reasoner, on_failure: Callable[[str], None]) -> None:
        self._first = first
        self._then = then
        self._on_failure = on_failure

    def think(self, project: Project, abilities: Abilities, stop: Stop) -> Plan:
        """See Reasoner."""
        try:
            return self._first.think(project, abilities, stop)
        except ReasonerError as error:
            if not stop.asked:
                self._on_failure(str(error))
            return self._then.think(project, abilities, stop)


def make_reasoner(
    config: DeliberationConfig,
    schema: Callable[[Abilities], dict[str, Any]],
    environment: Mapping[str, str],
    on_failure: Callable[[str], None],
) -> Reasoner:
    """The planner, or the endpoint with the planner behind it.

    Args:
        config: What is asked for.
        schema: Makes the endpoint's tool for a body's abilities.
        environment: Where the endpoint's key is looked up.
        on_failure: Told why an endpoint could not think; from the reasoner's thread.

    Raises:
        ConfigError: an address that is none, or a key that is not there.
    """
    if not config.url:
        return Planner()
    if config.api_key_env and config.api_key_env not in environment:
        raise ConfigError(f"parameter 'deliberation.api_key_env': there is no variable {config.api_key_env}")
    key = environment.get(config.api_key_env, "") if config.api_key_env else ""
    try:
        endpoint = EndpointReasoner(config.url, config.model, key, config.timeout_s, schema)
    except ValueError as error:
        raise ConfigError(f"parameter 'deliberation.url': {error}") from error
    return FirstOf(endpoint, Planner(), on_failure)
