"""What the body declares reaches the engine, whenever the one or the other comes."""

import os
import time
from collections.abc import Iterator

import pytest
import rclpy
from creature_msgs.msg import Abilities as AbilitiesMessage
from rclpy.context import Context
from rclpy.executors import SingleThreadedExecutor

from creature_voice.body_clients import ABILITIES, ABILITIES_QOS, BodyListener
from creature_voice.brains.abilities import Abilities

pytestmark = pytest.mark.ros
WAIT_S = 15.0 * float(os.environ.get("CREATURE_TEST_TIMEOUT_FACTOR", "1"))
DOMAIN = 64
NAMESPACE = f"/test_body_{os.getpid()}"
DECLARED = AbilitiesMessage(intents=["OPEN", "STOP_ACTIVITY"], motions=["wave"])
ABLE = Abilities(frozenset({"OPEN", "STOP_ACTIVITY"}), ("wave",))


class Engine:
    def __init__(self) -> None:
        self.told: list[Abilities] = []
        self.abilities = self.told.append


class Deaf:
    """An engine that finds its words by itself."""


class Rig:
    def __init__(self) -> None:
        self.context = Context()
        rclpy.init(context=self.context, domain_id=DOMAIN)
        self.node = rclpy.create_node("voice", context=self.context, namespace=NAMESPACE)
        self.body = self.node.create_publisher(AbilitiesMessage, ABILITIES, ABILITIES_QOS)
        self.engine: Engine | Deaf | None = None
        self._executor = SingleThreadedExecutor(context=self.context)
        self._executor.add_node(self.node)

    def listen(self) -> BodyListener:
        return BodyListener(self.node, lambda: self.engine)  # type: ignore[arg-type,return-value]

    def spin_until(self, ready) -> None:
        deadline_s = time.monotonic() + WAIT_S
        while not ready():
            assert time.monotonic() < deadline_s, "it did not happen in time"
            self._executor.spin_once(timeout_sec=0.05)

    def close(self) -> None:
        self._executor.shutdown()
        self.node.destroy_node()
        rclpy.try_shutdown(context=self.context)


@pytest.fixture
def rig() -> Iterator[Rig]:
    made = Rig()
    yield made
    made.close()


def test_what_was_declared_before_is_heard(rig):
    rig.engine = Engine()
    rig.body.publish(DECLARED)
    rig.listen()
    rig.spin_until(lambda: rig.engine.told == [ABLE])


def test_an_engine_that_comes_later_is_told(rig):
    listener = rig.listen()
    rig.body.publish(DECLARED)
    rig.spin_until(lambda: listener._declared is not None)
    engine = rig.engine = Engine()
    listener.tell()
    assert engine.told == [ABLE]


def test_nothing_is_told_before_something_was_declared(rig):
    engine = rig.engine = Engine()
    rig.listen().tell()
    assert engine.told == []


def test_an_engine_that_does_not_want_to_know_is_left_alone(rig):
    rig.engine = Deaf()
    listener = rig.listen()
    rig.body.publish(DECLARED)
    rig.spin_until(lambda: listener._declared is not None)
