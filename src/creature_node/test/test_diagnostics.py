"""A node's state on /diagnostics, on a real node."""

import pytest
import rclpy
from diagnostic_msgs.msg import DiagnosticArray
from rclpy.context import Context
from rclpy.executors import SingleThreadedExecutor
from rclpy.node import Node

from creature_node.diagnostics import Diagnostics, Health, Level

pytestmark = pytest.mark.ros


@pytest.fixture
def node():
    context = Context()
    rclpy.init(context=context, domain_id=87)
    made = Node("example", context=context)
    yield made
    made.destroy_node()
    rclpy.shutdown(context=context)


def test_rows_carry_level_message_and_figures(node):
    heard = []
    node.create_subscription(DiagnosticArray, "/diagnostics", heard.append, 10)
    Diagnostics(node, lambda: [Health("engine", Level.WARN, "the server is away", {"lag_ms": 1.23456, "drops": 2})])
    executor = SingleThreadedExecutor(context=node.context)
    executor.add_node(node)
    while not heard:
        executor.spin_once(timeout_sec=5.0)
    (status,) = heard[0].status
    assert (status.level, status.name, status.message) == (bytes([1]), "example: engine", "the server is away")
    assert {pair.key: pair.value for pair in status.values} == {"lag_ms": "1.235", "drops": "2"}


@pytest.fixture
def logged(node, monkeypatch):
    """What the node logs."""
    logged = []
    logger = type("Log", (), {})()
    logger.warning = lambda words, **how: logged.append(("warning", words))
    logger.info = lambda words, **how: logged.append(("info", words))
    monkeypatch.setattr(node, "get_logger", lambda: logger)
    return logged


def test_what_gets_worse_and_well_again_is_logged_once(node, logged):
    rows = [Health("engine", Level.OK, "ok")]
    diagnostics = Diagnostics(node, lambda: rows)
    for level, message in ((Level.OK, "ok"), (Level.WARN, "down"), (Level.WARN, "still down"), (Level.OK, "ok")):
        rows[:] = [Health("engine", level, message)]
        diagnostics.publish()
    assert logged == [("warning", "engine: down"), ("info", "engine: ok")]


def test_a_part_that_flaps_does_not_hush_the_others(node, capfd):
    rows = []
    diagnostics = Diagnostics(node, lambda: rows)
    for loop, engine in ((0, 0), (1, 0), (0, 0), (1, 0), (0, 0), (0, 1), (0, 2)):
        rows[:] = [Health("loop", Level(loop), "late"), Health("engine", Level(engine), f"level {engine}")]
        diagnostics.publish()
    said = "".join(capfd.readouterr())
    assert [said.count(words) for words in ("loop: late", "engine: level 1", "engine: level 2")] == [2, 1, 1]
