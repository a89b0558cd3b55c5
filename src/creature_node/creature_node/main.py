"""How every node starts and ends."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Protocol

import rclpy
from rclpy.executors import Executor, SingleThreadedExecutor
from rclpy.node import Node
from rclpy.signals import SignalHandlerOptions

from creature_node import ending
from creature_node.config import ConfigError

EXIT_BAD_CONFIG = 2
EXIT_FAILED = 1
# How long the executor sleeps at most; it wakes at once for anything that happens.
SPIN_S = 3600.0


class Closeable(Protocol):
    """A node with workers, sockets or files of its own to close before it is destroyed."""

    def close(self) -> None:
        """Stop the workers and close what is open; called once, after the executor has stopped."""
        ...


def run_node(make: Callable[[], Node], executor: Callable[[], Executor] = SingleThreadedExecutor) -> int:
    """Make the node, spin it until Ctrl-C or SIGTERM, close it; returns the process's exit status.

    While it closes it may still publish, and ask others: the context ends last. A ConfigError, or an OSError while
    starting (a port in use, a file that is not there), is printed in one line and ends with a non-zero status; nothing
    half-started stays behind.
    """
    ending.listen()
    rclpy.init(signal_handler_options=SignalHandlerOptions.NO)
    node: Node | None = None
    status = 0
    try:
        spinner = executor()
        node = make()
        _spin(node, spinner)
    except ConfigError as error:
        print(f"error: {error}", file=sys.stderr, flush=True)
        status = EXIT_BAD_CONFIG
    except OSError as error:
        print(f"error: {error}", file=sys.stderr, flush=True)
        status = EXIT_FAILED
    finally:
        # A second Ctrl-C does not break off the closing: half-closed, a node would leave its children behind.
        ending.ignore()
        if node is not None:
            _close(node)
        rclpy.try_shutdown()
    return status


def _spin(node: Node, executor: Executor) -> None:
    executor.add_node(node)
    try:
        # Not executor.spin(): as the ROS wheels were built, the EventsExecutor's wait without an end overflows to a
        # wait that is over at once, and it polls with a whole core, deaf to callbacks and to Ctrl-C.
        with ending.waking(lambda: executor.create_task(_nothing)):
            while not ending.is_told():
                executor.spin_once(timeout_sec=SPIN_S)
    finally:
        executor.shutdown(timeout_sec=1.0)


def _nothing() -> None:
    """What wakes an executor: something to do."""


def _close(node: Node) -> None:
    close = getattr(node, "close", None)
    if close is not None:
        close()
    node.destroy_node()
