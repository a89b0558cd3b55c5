"""Errands that people wrote for a robot in a house, as items for `./creature eval intent`.

    git clone https://github.com/YuankaiQi/REVERIE
    ./creature run python scripts/reverie_intents.py REVERIE/tasks/REVERIE/data/REVERIE_val_unseen.json > reverie.jsonl
    ./creature eval intent reverie.jsonl --errors 20

REVERIE (Qi et al. 2020) has one errand for a thing in a photographed house, three times in the words of crowd workers:
"Go to the hallway on level 1 next to the office and bring me the picture closest to the sink". What is meant is told by
the verb after the way; an errand is an item here if that verb is of a task of the creature ("clean", "look at" and
"sit" are not). The way may be found as a task of its own, or as where the thing is. Any object counts: the figures tell
of intents alone.

The rules were worked on with REVERIE_val_seen.json; nobody has looked at REVERIE_val_unseen.json.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

TOLD = (
    (r"bring|fetch", "bring", "BRING_OBJECT|GRAB_OBJECT|PLACE_OBJECT"),
    (r"get (?:me|the|a)|pick(?: up)?|grab", "pick up", "GRAB_OBJECT|BRING_OBJECT"),
    (r"take the(?! (?:first|second|left|right|stairs))", "pick up", "GRAB_OBJECT|BRING_OBJECT"),
    (r"(?:turn|switch) on", "switch on", "SWITCH_ON"),
    (r"(?:turn|switch) off", "switch off", "SWITCH_OFF"),
    (r"open", "open", "OPEN"),
    (r"close|shut", "close", "CLOSE"),
    (r"put|place|move", "put", "PLACE_OBJECT|BRING_OBJECT"),
)  # fmt: skip
"""The verb of the errand, the kind of the item, and what the words may be understood as."""
_VERB = re.compile(
    rf"(?:^| and |, |then )(?:then )?(?:{'|'.join(f'(?P<v{at}>{verb})' for at, (verb, *_) in enumerate(TOLD))})\b"
)
_A_WAY = re.compile(r"^move (?:up |down |over )?(?:to|into) ")
ANY = {"object": "*", "source": "*", "destination": "*", "recipient": "*"}
BESIDE = 4
"""The most acts besides the one that is meant."""


def items(errands: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """The errands of a file, as items of docs/intent-data.md; what several workers wrote alike is one.

    Args:
        errands: The contents of a file of REVERIE.
    """
    written = dict.fromkeys(" ".join(words.split()) for errand in errands for words in errand["instructions"])
    for number, words in enumerate(written):
        found = _VERB.search(_A_WAY.sub("go to ", words.lower()))
        if found is None:
            continue
        _, kind, intents = TOLD[int((found.lastgroup or "v0")[1:])]
        meant = {"kind": "REQUEST", "intent": intents, **ANY}
        yield {
            "id": f"reverie-{number}",
            "kind": kind,
            "turns": [{"speaker": "user", "text": words}],
            "expect": [meant, *({**meant, "intent": "*", "optional": True} for _ in range(BESIDE))],
        }


def main() -> None:
    """Write the items to the standard output."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("file", type=Path, help="REVERIE_val_unseen.json, or another of REVERIE's files")
    arguments = parser.parse_args()
    try:
        found = list(items(json.loads(arguments.file.read_text(encoding="utf-8"))))
    except OSError as error:
        raise SystemExit(f"reverie_intents: cannot read {arguments.file}: {error.strerror}") from error
    except (ValueError, KeyError, TypeError) as error:
        raise SystemExit(f"reverie_intents: {arguments.file} is no file of REVERIE: {error!r}") from error
    for item in found:
        sys.stdout.write(json.dumps(item) + "\n")


if __name__ == "__main__":
    main()
