"""Parameters of the affect node."""

from dataclasses import dataclass

from creature_node.config import param


@dataclass(frozen=True)
class AffectConfig:
    """What can be set from outside; ranges and effects are in the fields. What it feels is in the affect map."""

    map_file: str = param("", "Path of the affect map (YAML); empty takes the one installed with creature.")
    rate_hz: float = param(
        12.5, "How often a changing affect is published; a settled one is not.", unit="Hz", low=10.0, high=60.0
    )
