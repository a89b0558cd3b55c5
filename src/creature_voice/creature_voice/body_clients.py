"""Hears what the body can do, and tells the voice, so that it promises nothing else.

Threading: called in the executor's thread; an engine that takes it does not wait.
"""

from __future__ import annotations

from collections.abc import Callable

from creature_msgs.msg import Abilities as AbilitiesMessage
from rclpy.node import Node
from rclpy.qos import DurabilityPolicy, QoSProfile, ReliabilityPolicy

from creature_voice import convert
from creature_voice.brains.abilities import Abilities
from creature_voice.engine import DuplexEngine

ABILITIES = "do_physical_task/abilities"
ABILITIES_QOS = QoSProfile(depth=1, reliability=ReliabilityPolicy.RELIABLE, durability=DurabilityPolicy.TRANSIENT_LOCAL)


class BodyListener:
    """Keeps what a body has declared last; as long as none has, the engine is told nothing."""

    def __init__(self, node: Node, engine: Callable[[], DuplexEngine | None]) -> None:
        """Args:
        node: The node that listens.
        engine: The engine that is loaded now.
        """
        self._engine = engine
        self._declared: Abilities | None = None
        node.create_subscription(AbilitiesMessage, ABILITIES, self._on_abilities, ABILITIES_QOS)

    def tell(self) -> None:
        """Tell an engine that was just loaded what is known already."""
        # An engine that finds its words by itself has no such method.
        take = getattr(self._engine(), "abilities", None)
        if take is not None and self._declared is not None:
            take(self._declared)

    def _on_abilities(self, message: AbilitiesMessage) -> None:
        self._declared = convert.abilities_of(message)
        self.tell()
