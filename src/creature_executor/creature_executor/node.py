"""The executor: serves do_physical_task with a simulated body in a small world."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from rclpy.node import Node

from creature_executor.config import ExecutorConfig
from creature_executor.server import PhysicalTaskServer
from creature_executor.simulated import SimulatedBody
from creature_executor.world_file import load_world
from creature_node.diagnostics import Diagnostics, Health, Level
from creature_node.installed import installed_file
from creature_node.main import run_node
from creature_node.parameters import declare_config


class ExecutorNode(Node):
    """Puts the simulated body behind the action. A node for another body is this one with another `body`."""

    def __init__(self, **kwargs: Any) -> None:
        """
        Args:
            kwargs: For rclpy's Node (context, parameter_overrides, ...).

        Raises:
            ConfigError: a parameter or the world is wrong.
        """
        super().__init__("executor", **kwargs)
        config = declare_config(self, ExecutorConfig)
        path = config.world_file or installed_file("world.yaml", "world_file")
        self._body = SimulatedBody(load_world(path), config.phase_s / config.speed, 1.0 / config.feedback_hz)
        self._server = PhysicalTaskServer(self, self._body)
        self._diagnostics = Diagnostics(self, self._health)
        figures = self._body.describe()
        where = f"{figures['objects']} objects in {figures['places']} places ({Path(path).name})"
        self.get_logger().info(f"ready: do_physical_task with a simulated body, {where}")

    def close(self) -> None:
        """Stop the running task."""
        self._server.close()

    def _health(self) -> list[Health]:
        counts = {f"tasks_{outcome}": count for outcome, count in sorted(self._server.ended.items())}
        return [
            Health("tasks", Level.OK, self._server.doing or "idle", counts),
            Health("body", Level.OK, "simulated", self._body.describe()),
        ]


def main() -> None:
    """Run the node until it is stopped."""
    sys.exit(run_node(ExecutorNode))
