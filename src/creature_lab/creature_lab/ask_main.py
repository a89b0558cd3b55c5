"""`ask`: play one recording to the running creature, and report what it heard, said, did and felt."""

from __future__ import annotations

import argparse
import os
import signal
import sys
from collections.abc import Sequence
from pathlib import Path

import rclpy
from rclpy.context import Context
from rclpy.executors import SingleThreadedExecutor
from rclpy.signals import SignalHandlerOptions
from rclpy.utilities import remove_ros_args

from creature_lab.ask_node import AskNode
from creature_lab.errors import AbsentCreatureError, BadInputError, NoCreatureError
from creature_lab.finish import Patience
from creature_lab.flow import Result
from creature_lab.progress import ProgressLine
from creature_lab.recording import Recording
from creature_lab.report import build_report, write_report
from creature_lab.sound_file import check_writable, open_recording, write_reply
from creature_lab.spoken import EXAMPLE, speak
from creature_lab.summary import summarise

EXIT_ANSWERED = 0
EXIT_NEVER_ANSWERED = 1
EXIT_BAD_INPUT = 2
EXIT_NO_CREATURE = 3
EXIT_NOT_RUNNING = 4
EXIT_INTERRUPTED = 130

# A creature that is running is seen within this time.
DISCOVERY_S = 2.0

_EXAMPLES = """\
examples:
  %(prog)s --example
  %(prog)s hello.wav
  %(prog)s hello.flac --reply answer.wav --report report.json
  %(prog)s hello.ogg --quiet && echo answered
  %(prog)s --say "Please bring me the book."

exit status: 0 answered, 1 never answered, 2 the recording or an output cannot be used, 3 no creature that can hear it,
4 none is running (with --only-if-running)
"""


def parse(arguments: Sequence[str] | None) -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(
        prog=os.environ.get("CREATURE_PROG", "ask"),
        description=__doc__,
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    _add_what_is_asked(parser)
    parser.add_argument(
        "--reply", metavar="OUT.wav", type=Path, help="write what it says, from the recording's start on"
    )
    parser.add_argument("--report", metavar="OUT.json", type=Path, help="write the report (docs/report.md)")
    parser.add_argument(
        "--timeout",
        metavar="S",
        type=_seconds,
        default=60.0,
        help="give up so long after the end of the recording (60)",
    )
    parser.add_argument("--wait", metavar="S", type=_seconds, default=20.0, help="wait so long for the creature (20)")
    parser.add_argument(
        "--only-if-running", action="store_true", help="without a creature, end soon and without a word (status 4)"
    )
    parser.add_argument("--namespace", default="/creature", help="where the creature is (/creature)")
    parser.add_argument("--quiet", action="store_true", help="print errors only")
    given = sys.argv[1:] if arguments is None else arguments
    # What follows --ros-args is for rclpy.
    return parser.parse_args(remove_ros_args(["ask", *given])[1:])


def _add_what_is_asked(parser: argparse.ArgumentParser) -> None:
    asked = parser.add_mutually_exclusive_group(required=True)
    asked.add_argument(
        "recording", metavar="WAV", nargs="?", type=Path, help="a wav, flac or ogg file, any sample rate"
    )
    asked.add_argument("--say", metavar="WORDS", help="speak these words instead, with the installed Piper voice")
    asked.add_argument(
        "--example", dest="say", action="store_const", const=EXAMPLE, help=f'the same as --say "{EXAMPLE}"'
    )


def _seconds(text: str) -> float:
    value = float(text)
    if not 0.0 < value <= 3600.0:
        raise argparse.ArgumentTypeError(f"{text} is not within 0 to 3600 seconds")
    return value


def ask(arguments: Sequence[str] | None = None, context: Context | None = None) -> int:
    """Do what the command line says; returns the exit status.

    Args:
        arguments: Without the program's name; None takes those of the process.
        context: An initialised context to use; None makes one.
    """
    options = parse(arguments)
    try:
        recording = open_recording(_spoken(options) if options.recording is None else options.recording)
        check_writable(options.reply, "--reply")
        check_writable(options.report, "--report")
        return _ask_within(context, recording, options)
    except BadInputError as error:
        return _failed(error, EXIT_BAD_INPUT)
    except AbsentCreatureError as error:
        return EXIT_NOT_RUNNING if options.only_if_running else _failed(error, EXIT_NO_CREATURE)
    except NoCreatureError as error:
        return _failed(error, EXIT_NO_CREATURE)


def _spoken(options: argparse.Namespace) -> Path:
    progress = ProgressLine(shown=not options.quiet)
    progress.show(f'speaking "{options.say}" ...', None)
    try:
        return speak(options.say)
    finally:
        progress.clear()


def _failed(error: Exception, status: int) -> int:
    print(f"error: {error}", file=sys.stderr, flush=True)
    return status


def _ask_within(context: Context | None, recording: Recording, options: argparse.Namespace) -> int:
    own = Context() if context is None else context
    if context is None:
        # Ctrl-C is ours: rclpy's handler would end the context under the running conversation.
        rclpy.init(context=own, signal_handler_options=SignalHandlerOptions.NO)
    progress = ProgressLine(shown=not options.quiet)
    patience = Patience(timeout_s=options.timeout)
    wait_s = DISCOVERY_S if options.only_if_running else options.wait
    node = AskNode(recording, patience, wait_s, progress, namespace=options.namespace, context=own)
    if context is None:
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, lambda *_: node.cancel())
    try:
        result = _spin(node, own)
        progress.clear()
        return EXIT_INTERRUPTED if result is None else _tell(node, recording, result, options)
    finally:
        progress.clear()
        node.close()
        node.destroy_node()
        if context is None:
            rclpy.try_shutdown(context=own)


def _spin(node: AskNode, context: Context) -> Result | None:
    """The end of the conversation; None if it was canceled from outside."""
    executor = SingleThreadedExecutor(context=context)
    executor.add_node(node)
    try:
        executor.spin_until_future_complete(node.done)
    finally:
        executor.remove_node(node)
        executor.shutdown()
    return node.done.result() if node.done.done() and not node.done.cancelled() else None


def _tell(node: AskNode, recording: Recording, result: Result, options: argparse.Namespace) -> int:
    report = build_report(recording, node.talk, result.played, result.ending, node.preflight.warnings)
    if options.reply is not None:
        write_reply(options.reply, node.talk.speech.render(result.played.zero_s, recording.duration_s))
    if options.report is not None:
        write_report(options.report, report)
    if not options.quiet:
        print(summarise(report, colour=sys.stdout.isatty() and not os.environ.get("NO_COLOR")), end="", flush=True)
    return EXIT_ANSWERED if report["answered"] else EXIT_NEVER_ANSWERED


def main() -> None:
    """Entry point."""
    sys.exit(ask())


if __name__ == "__main__":
    main()
