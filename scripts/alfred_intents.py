"""Instructions that people wrote for a household robot, as items for `./creature eval intent`.

    git clone https://github.com/askforalfred/alfred
    ./creature run python scripts/alfred_intents.py alfred/data/json_2.1.0 > alfred.jsonl
    ./creature eval intent alfred.jsonl --errors 20

ALFRED (Shridhar et al. 2020, MIT licence) has, for each of some 7000 tasks in a simulated house, the steps in the words
of three crowd workers and, beside them, what the robot did. A step is an item here if what was done is a task of the
creature: pick something up, put it somewhere, go somewhere, switch a lamp on; washing, heating, cooling and slicing are
left out. What is done besides ("open the drawer and ...") may be found or not. The workers call things as they like
("ladle" is a spoon to them), so any object counts: the figures tell of intents alone.

The rules were worked on with the half called "read"; nobody has looked at the other.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

TASKS = {
    "PickupObject": ("pick up", "GRAB_OBJECT|BRING_OBJECT"),
    "PutObject": ("put", "PLACE_OBJECT|BRING_OBJECT"),
    "GotoLocation": ("go", "MOVE_TO|PERFORM_MOTION|BRING_OBJECT|GUIDE|SEARCH"),
    "ToggleObject": ("switch on", "SWITCH_ON"),
}
"""What the robot did -> the kind of the item, and what the words may be understood as. Who is sent to a place may be
told to turn there, to carry something there, or to look for what is there."""
ANY = {"object": "*", "source": "*", "destination": "*", "recipient": "*"}
BESIDE = 4
"""The most acts besides the one that is meant: "turn around, open the drawer, put the fork in and close it"."""


def items(trajectory: dict[str, Any], name: str) -> Iterator[dict[str, Any]]:
    """The steps of one trajectory, as items of docs/intent-data.md.

    Args:
        trajectory: The contents of a traj_data.json.
        name: What to call it.
    """
    if "plan" not in trajectory:
        return  # ALFRED keeps to itself what was done in its test sets.
    done = [step["discrete_action"]["action"] for step in trajectory["plan"]["high_pddl"]]
    done = [action for action in done if action != "NoOp"]
    for worker, told in enumerate(trajectory["turk_annotations"]["anns"]):
        if len(told["high_descs"]) != len(done):
            continue  # Who told two steps in one: which words are of which cannot be known.
        for step, (action, words) in enumerate(zip(done, told["high_descs"], strict=True)):
            if action not in TASKS or not words.strip():
                continue
            kind, intents = TASKS[action]
            meant = {"kind": "REQUEST", "intent": intents, **ANY}
            yield {
                "id": f"{name}/{worker}/{step}",
                "kind": kind,
                "turns": [{"speaker": "user", "text": " ".join(words.split())}],
                "expect": [meant, *({**meant, "intent": "*", "optional": True} for _ in range(BESIDE))],
            }


def is_read(path: str) -> bool:
    """Whether a trajectory belongs to the half that the rules were worked on with.

    Args:
        path: Where it lies below json_2.1.0: "train/trial_.../traj_data.json".
    """
    digest = hashlib.md5(f"data/json_2.1.0/{path}".encode(), usedforsecurity=False).digest()
    return digest[0] % 2 == 0


def main() -> None:
    """Write the items to the standard output."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path, help="ALFRED's json_2.1.0")
    parser.add_argument("--half", choices=("read", "unread"), default="unread", help="which half (default: unread)")
    parser.add_argument("--most", type=int, metavar="N", help="at most so many trajectories")
    arguments = parser.parse_args()
    paths = sorted(arguments.folder.rglob("traj_data.json"))
    if not paths:
        raise SystemExit(f"alfred_intents: no traj_data.json below {arguments.folder}: is it ALFRED's json_2.1.0?")
    wants_read = arguments.half == "read"
    chosen = [path for path in paths if is_read(path.relative_to(arguments.folder).as_posix()) == wants_read]
    for path in chosen[: arguments.most]:
        try:
            found = list(items(json.loads(path.read_text(encoding="utf-8")), path.parent.name))
        except (ValueError, KeyError, TypeError) as error:
            raise SystemExit(f"alfred_intents: {path} is no trajectory of ALFRED: {error!r}") from error
        for item in found:
            sys.stdout.write(json.dumps(item) + "\n")


if __name__ == "__main__":
    main()
