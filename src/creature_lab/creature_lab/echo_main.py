"""`echo`: print what comes on a topic, or list the topics; for machines without the ros2 command line."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from typing import Any

import rclpy
from rclpy.context import Context
from rclpy.executors import SingleThreadedExecutor
from rclpy.signals import SignalHandlerOptions
from rclpy.task import Future
from rclpy.utilities import remove_ros_args

from creature_lab.changes import Changes
from creature_lab.echo_node import EchoNode
from creature_lab.message_text import SHOWN_ELEMENTS, FieldError, document, field_of
from creature_lab.topics import find, not_there, refusal, table, waiting
from creature_node import ending

EXIT_OK = 0
EXIT_NO_TOPIC = 1
EXIT_BAD_FIELD = 2

_EXAMPLES = """\
examples:
  %(prog)s                        the topics there are
  %(prog)s affect                 what the creature feels, whenever it feels something else
  %(prog)s affect --all           every message of it, up to twelve a second
  %(prog)s voice/text --field piece
  %(prog)s task --once
  %(prog)s /diagnostics --count 3
"""


def parse(arguments: Sequence[str] | None) -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(
        prog=os.environ.get("CREATURE_PROG", "echo"),
        description=__doc__,
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("topic", nargs="?", help="a relative name is taken under the namespace; without one: the list")
    parser.add_argument("--once", action="store_true", help="end after one message")
    parser.add_argument("--count", type=_count, metavar="N", help="end after N messages")
    parser.add_argument("--all", action="store_true", help="also print messages of a state that say nothing new")
    parser.add_argument("--field", metavar="PATH", help="print only this field, such as stamp.sec or status.0.name")
    parser.add_argument("--full", action="store_true", help=f"show more than {SHOWN_ELEMENTS} elements of an array")
    parser.add_argument("--wait", type=float, metavar="S", default=5.0, help="wait so long for the topic (5)")
    parser.add_argument("--namespace", default="/creature", help="where the creature is (/creature)")
    given = sys.argv[1:] if arguments is None else arguments
    # What follows --ros-args is for rclpy.
    return parser.parse_args(remove_ros_args(["echo", *given])[1:])


def _count(text: str) -> int:
    if int(text) < 1:
        raise argparse.ArgumentTypeError("must be at least 1")
    return int(text)


def echo(arguments: Sequence[str] | None = None, context: Context | None = None) -> int:
    """Do what the command line says; returns the exit status.

    Args:
        arguments: Without the program's name; None takes those of the process.
        context: An initialised context to use; None makes one.
    """
    options = parse(arguments)
    refused = refusal(options.topic, options.namespace) if options.topic else ""
    if refused:
        return _failed(refused, EXIT_NO_TOPIC)
    own = Context() if context is None else context
    if context is None:
        # Ctrl-C is ours: rclpy's handlers end the context from a thread of their own while this one still uses it, and
        # a KeyboardInterrupt leaves the executor in the middle of what it does.
        ending.listen()
        rclpy.init(context=own, signal_handler_options=SignalHandlerOptions.NO)
    node = EchoNode(options.namespace, own)
    try:
        return _list(node, options) if options.topic is None else _follow(node, options, own)
    except BrokenPipeError:
        return EXIT_OK
    except FieldError as error:
        return _failed(str(error), EXIT_BAD_FIELD)
    finally:
        node.destroy_node()
        if context is None:
            rclpy.try_shutdown(context=own)


def _tell(words: str) -> None:
    print(words, file=sys.stderr, flush=True)


def _failed(message: str, status: int) -> int:
    print(f"error: {message}", file=sys.stderr, flush=True)
    return status


def _list(node: EchoNode, options: argparse.Namespace) -> int:
    topics = node.topics(options.wait)
    print(table(topics), end="", flush=True)
    if topics or ending.is_told():
        return EXIT_OK
    return _failed("no topics: nothing is running; start `./creature up`", EXIT_NO_TOPIC)


def _follow(node: EchoNode, options: argparse.Namespace, context: Context) -> int:
    topics = node.find(options.topic, options.wait, lambda: _tell(f"waiting for the topic {options.topic} ..."))
    topic = find(options.topic, options.namespace, topics)
    if ending.is_told():
        return EXIT_OK
    if topic is None:
        return _failed(not_there(options.topic, options.namespace, topics), EXIT_NO_TOPIC)
    printer = _Printer(options, topics[topic])
    node.remind(lambda: printer.remind(waiting(topic, options.namespace)))
    try:
        node.listen(topic, topics[topic], printer.take)
    except ImportError as error:
        return _failed(f"{topic} is of type {topics[topic]}, which is not installed here ({error})", EXIT_NO_TOPIC)
    executor = SingleThreadedExecutor(context=context)
    executor.add_node(node)
    try:
        with ending.waking(lambda: printer.done.set_result(None)):
            if not ending.is_told():
                executor.spin_until_future_complete(printer.done)
    finally:
        executor.remove_node(node)
        executor.shutdown()
    printer.done.result()
    return EXIT_OK


class _Printer:
    """Prints messages until there were enough; `done` then has a result, or the FieldError."""

    def __init__(self, options: argparse.Namespace, kind: str) -> None:
        self._silent = True
        self._changes = None if options.all else Changes(kind, options.field)
        self.done = Future()
        self._field = options.field
        self._shown = None if options.full else SHOWN_ELEMENTS
        self._left = 1 if options.once else options.count

    def remind(self, words: str) -> None:
        if self._silent:
            _tell(words)

    def take(self, message: Any) -> None:
        self._silent = False
        if self.done.done():
            return
        try:
            if self._changes is not None and not self._changes.is_news(message):
                return
            print(document(field_of(message, self._field) if self._field else message, self._shown), end="", flush=True)
        except (FieldError, BrokenPipeError) as error:
            self.done.set_exception(error)
            return
        if self._left is not None:
            self._left -= 1
            if self._left == 0:
                self.done.set_result(None)


def main() -> None:
    """Entry point."""
    sys.exit(echo())


if __name__ == "__main__":
    main()
