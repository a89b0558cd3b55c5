"""Parameters of the executor."""

from dataclasses import dataclass

from creature_node.config import param


@dataclass(frozen=True)
class ExecutorConfig:
    """What can be set from outside; ranges and effects are in the fields."""

    world_file: str = param("", "Path of the simulated world (YAML); empty takes the one installed with creature.")
    phase_s: float = param(0.6, "How long one phase of a task (look, reach, ...) takes.", unit="s", low=0.02, high=60.0)
    speed: float = param(1.0, "How many times faster than that the simulated body moves.", low=0.1, high=100.0)
    feedback_hz: float = param(8.0, "How often a running task reports its progress.", unit="Hz", low=1.0, high=50.0)
