"""Finds a topic on the graph, and prints what comes on it."""

from __future__ import annotations

import importlib
import time
from collections.abc import Callable
from typing import Any

from rclpy.context import Context
from rclpy.node import Node
from rclpy.qos import DurabilityPolicy, QoSProfile, ReliabilityPolicy

from creature_lab.topics import Listening, find, listening, visible
from creature_node import ending

_DEPTH = 50
# Topics of a running graph appear one after the other while it is discovered.
_SETTLED_S = 2.0
_LOOK_S = 0.1
# So long without a message, and people want to know what is waited for.
_WONDER_S = 1.0


class EchoNode(Node):
    """A listener to one topic."""

    def __init__(self, namespace: str, context: Context) -> None:
        super().__init__(
            "echo", namespace=namespace, context=context, enable_rosout=False, start_parameter_services=False
        )
        self._namespace = namespace

    def remind(self, tell: Callable[[], object]) -> None:
        """Call tell once, after the time in which people begin to wonder."""
        timer = self.create_timer(_WONDER_S, lambda: (timer.cancel(), tell()))

    def topics(self, wait_s: float) -> dict[str, str]:
        """Topic to type, waiting until no more topics appear; at most wait_s."""
        return self._look(wait_s, lambda found, settled: settled)

    def find(self, name: str, wait_s: float, tell: Callable[[], object]) -> dict[str, str]:
        """Topic to type, waiting for this one, at most wait_s; tell is called when it is not there at once."""
        started_s, told = time.monotonic(), False

        def there(found: dict[str, str], _settled: bool) -> bool:
            nonlocal told
            is_there = find(name, self._namespace, found) is not None
            if not is_there and not told and time.monotonic() - started_s > _WONDER_S:
                told = True
                tell()
            return is_there

        return self._look(wait_s, there)

    def _look(self, wait_s: float, enough: Callable[[dict[str, str], bool], bool]) -> dict[str, str]:
        started_s = changed_s = time.monotonic()
        found: dict[str, str] = {}
        while time.monotonic() - started_s < wait_s and not ending.is_told():
            before, found = found, self._others()
            changed_s = time.monotonic() if found != before else changed_s
            if enough(found, bool(found) and time.monotonic() - changed_s > _SETTLED_S):
                break
            time.sleep(_LOOK_S)
        return found

    def _others(self) -> dict[str, str]:
        own = {name for name, _ in self.get_publisher_names_and_types_by_node(self.get_name(), self.get_namespace())}
        return {
            name: kind
            for name, kind in visible(self.get_topic_names_and_types()).items()
            if self.count_publishers(name) > (name in own)
        }

    def listen(self, topic: str, kind: str, take: Callable[[Any], None]) -> None:
        """Call take with every message of the topic.

        Raises:
            ImportError: the type's package is not installed.
        """
        offers = [
            Listening(
                info.qos_profile.reliability == ReliabilityPolicy.RELIABLE,
                info.qos_profile.durability == DurabilityPolicy.TRANSIENT_LOCAL,
            )
            for info in self.get_publishers_info_by_topic(topic)
        ]
        self.create_subscription(_message_class(kind), topic, take, _profile(listening(offers)))


def _profile(wanted: Listening) -> QoSProfile:
    return QoSProfile(
        depth=_DEPTH,
        reliability=ReliabilityPolicy.RELIABLE if wanted.reliable else ReliabilityPolicy.BEST_EFFORT,
        durability=DurabilityPolicy.TRANSIENT_LOCAL if wanted.latched else DurabilityPolicy.VOLATILE,
    )


def _message_class(kind: str) -> Any:
    package, _, name = kind.partition("/msg/")
    return getattr(importlib.import_module(f"{package}.msg"), name)
