"""A node's state on /diagnostics, once a second, as REP-107 describes it."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import IntEnum

from diagnostic_msgs.msg import DiagnosticArray, DiagnosticStatus, KeyValue
from rclpy.callback_groups import MutuallyExclusiveCallbackGroup
from rclpy.node import Node

PERIOD_S = 1.0
# A part that flaps is not logged more often than this.
QUIET_S = 10.0


class Level(IntEnum):
    """How well it goes."""

    OK = 0
    WARN = 1
    ERROR = 2


@dataclass(frozen=True)
class Health:
    """One row of /diagnostics: part of the node, how it is, and the figures behind it (units in their names)."""

    part: str
    level: Level
    message: str
    values: Mapping[str, object] = field(default_factory=dict)


class Diagnostics:
    """Publishes what `read` returns, once a second, as "<node>: <part>"."""

    def __init__(self, node: Node, read: Callable[[], list[Health]]) -> None:
        self._node = node
        self._read = read
        self._levels: dict[str, Level] = {}
        self._troubled: set[str] = set()
        self._logged_s: dict[tuple[str, Level], float] = {}
        self._publisher = node.create_publisher(DiagnosticArray, "/diagnostics", 10)
        # A group of its own: a slow callback of the node does not silence its diagnostics.
        self._timer = node.create_timer(PERIOD_S, self.publish, callback_group=MutuallyExclusiveCallbackGroup())

    def publish(self) -> None:
        """Publish now, as well as once a second."""
        rows = self._read()
        self._log_changes(rows)
        message = DiagnosticArray(status=[_status(self._node.get_name(), health) for health in rows])
        message.header.stamp = self._node.get_clock().now().to_msg()
        self._publisher.publish(message)

    def _log_changes(self, rows: list[Health]) -> None:
        """What gets worse or well again is also logged, for those who do not watch /diagnostics."""
        for row in rows:
            before = self._levels.get(row.part)
            self._levels[row.part] = row.level
            if before is not None and row.level > before:
                self._troubled.add(row.part)
                if self._may_log(row):
                    self._node.get_logger().warning(f"{row.part}: {row.message}")
            elif row.level == Level.OK and row.part in self._troubled:
                self._troubled.discard(row.part)
                if self._may_log(row):
                    self._node.get_logger().info(f"{row.part}: {row.message}")

    def _may_log(self, row: Health) -> bool:
        """Whether this part has not just been logged so. (rclpy throttles a line of code: one part would hush all.)"""
        now_s, key = time.monotonic(), (row.part, row.level)
        if now_s - self._logged_s.get(key, -QUIET_S) < QUIET_S:
            return False
        self._logged_s[key] = now_s
        return True


def _status(node_name: str, health: Health) -> DiagnosticStatus:
    values = [KeyValue(key=key, value=_text(value)) for key, value in health.values.items()]
    return DiagnosticStatus(
        level=bytes([health.level]), name=f"{node_name}: {health.part}", message=health.message, values=values
    )


def _text(value: object) -> str:
    return f"{value:.3f}" if isinstance(value, float) else str(value)
