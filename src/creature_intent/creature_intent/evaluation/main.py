"""`eval intent`: run sentences and dialogues through the watcher, and report how well they are understood."""

from __future__ import annotations

import argparse
import json
import os
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from creature_intent.config import IntentConfig
from creature_intent.evaluation.data import DataError, Item, read_items, read_sentences
from creature_intent.evaluation.report import json_report, text_report
from creature_intent.evaluation.runner import run
from creature_intent.evaluation.score import score

EXIT_OK = 0
EXIT_BAD_INPUT = 2

DATA = Path(__file__).parent / "data"
PARTS = ("dev", "train", "held_out", *(f"blind{number}" for number in range(1, 37)))
UNREAD = (
    "held_out", "blind7", "blind9", "blind12", "blind18", "blind21", "blind23", "blind25", "blind29", "blind30",
    "blind34",
)  # fmt: skip
"""The sets that are not read, nor learned from: they tell what is understood of words never seen."""

_EXAMPLES = """\
A file named *.jsonl holds items with what is meant in them (docs/intent-data.md); any other file holds bare sentences,
one a line, for which --speaker says who says them, and --expect what they are: none (talk, nothing is to be found in
it) or some (each asks for or promises something). - is the standard input, read as bare sentences.

examples:
  {prog}                                         the sets that come with the creature
  {prog} --part held_out                         those that are not read while the rules are worked on
  {prog} my.jsonl --errors 20 --json found.json
  {prog} chat.txt --speaker agent --expect none

exit status: 0 done, 2 a file or an argument cannot be used
"""


def parse(arguments: Sequence[str] | None) -> argparse.Namespace:
    """The command line."""
    prog = os.environ.get("CREATURE_PROG", "eval")
    whole = argparse.ArgumentParser(
        prog=prog, description="How well something is done, on data that say what is right."
    )
    parser = whole.add_subparsers(required=True, metavar="intent").add_parser(
        "intent", description=__doc__, epilog=_EXAMPLES.format(prog=f"{prog} intent"), help="are tasks understood?",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )  # fmt: skip
    parser.add_argument("files", metavar="FILE", nargs="*", help="*.jsonl, or bare sentences; none: the creature's own")
    parser.add_argument("--part", choices=(*PARTS, "all"), help="which of the creature's own sets (dev)")
    parser.add_argument("--kind", help="only items of this kind (request, idiom, ...)")
    parser.add_argument("--speaker", choices=("user", "agent"), help="who says bare sentences")
    parser.add_argument("--expect", choices=("none", "some"), help="what bare sentences are; left out: not judged")
    parser.add_argument("--errors", metavar="N", type=_count, help="list the worst N mistakes of each class (5)")
    parser.add_argument("--json", metavar="OUT", type=Path, help="write the counts and what was found in every item")
    options = whole.parse_args(arguments)
    if options.files and options.part:
        parser.error("--part chooses among the creature's own sets; leave it out where files are given")
    return options


def evaluate(arguments: Sequence[str] | None = None) -> int:
    """Do what the command line says; returns the exit status."""
    options = parse(arguments)
    try:
        items = _chosen(options)
        outcomes = list(run(items, IntentConfig(), time.thread_time))
        scores = score(outcomes)
        if options.json is not None:
            _write(options.json, json.dumps(json_report(scores, outcomes), indent=1, ensure_ascii=False))
    except DataError as error:
        print(f"error: {error}", file=sys.stderr, flush=True)
        return EXIT_BAD_INPUT
    print(text_report(scores, _listed(options)), end="", flush=True)
    return EXIT_OK


def _listed(options: argparse.Namespace) -> int:
    """How many mistakes are listed; of the held-out sets none unless told to, so that they stay unread."""
    if options.errors is not None:
        return int(options.errors)
    return 5 if options.files or options.part in (None, "dev") else 0


def _chosen(options: argparse.Namespace) -> list[Item]:
    paths = options.files or _own(options.part or "dev")
    items = [item for path in paths for item in _read(path, options)]
    chosen = [item for item in items if options.kind in (None, item.kind)]
    if chosen:
        return chosen
    if items:
        kinds = ", ".join(sorted({item.kind for item in items}))
        raise DataError(f"there is no item of kind '{options.kind}'; there are {kinds}")
    raise DataError(f"there is nothing in {', '.join(paths)}")


def _own(part: str) -> list[str]:
    parts = PARTS if part == "all" else (part,)
    return [str(path) for name in parts for path in sorted((DATA / name).glob("*.jsonl"))]


def _read(path: str, options: argparse.Namespace) -> list[Item]:
    name = "standard input" if path == "-" else path if options.files else Path(path).name
    lines = _text(path, name).split("\n")  # Not at the other line marks that a text may hold.
    if path.endswith(".jsonl"):
        return read_items(lines, name)
    if options.speaker is None:
        raise DataError(f"{name} holds bare sentences: say who says them, --speaker user or --speaker agent")
    return read_sentences(lines, name, options.speaker, options.expect)


def _text(path: str, name: str) -> str:
    try:
        raw = sys.stdin.buffer.read() if path == "-" else Path(path).read_bytes()
    except OSError as error:
        raise DataError(f"{name} cannot be read: {error.strerror}") from error
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        raise DataError(f"{name}, line {line}: not UTF-8; convert it: iconv -f latin1 -t utf-8") from error


def _write(path: Path, text: str) -> None:
    try:
        path.write_text(text + "\n", encoding="utf-8")
    except OSError as error:
        raise DataError(f"--json {path} cannot be written: {error.strerror}") from error


def _count(text: str) -> int:
    value = int(text)
    if value < 0:
        raise argparse.ArgumentTypeError(f"{text} is less than 0")
    return value


def main() -> None:
    """Entry point."""
    sys.exit(evaluate())


if __name__ == "__main__":
    main()
