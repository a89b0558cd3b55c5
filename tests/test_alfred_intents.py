"""The script that makes items of ALFRED's instructions, on a trajectory made up here."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SCRIPT = ROOT / "scripts" / "alfred_intents.py"
DONE = ("GotoLocation", "PickupObject", "CleanObject", "NoOp")
TOLD = (
    ["Go to the shelf.", "Take the jug\nfrom it.", "Rinse the jug."],
    ["Walk to the shelf and take the jug.", "Rinse it."],  # Two steps in one.
)


def run(*arguments: str) -> "subprocess.CompletedProcess[str]":
    """What the script does with such arguments."""
    return subprocess.run([sys.executable, str(SCRIPT), *arguments], capture_output=True, text=True, check=False)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Forty trajectories, all alike."""
    plan = {"high_pddl": [{"discrete_action": {"action": action}} for action in DONE]}
    turk = {"anns": [{"high_descs": told} for told in TOLD]}
    for number in range(40):
        path = tmp_path / "json" / "train" / f"trial_{number}" / "traj_data.json"
        path.parent.mkdir(parents=True)
        path.write_text(json.dumps({"plan": plan, "turk_annotations": turk}))
    return tmp_path / "json"


def test_each_step_that_is_a_task_of_the_creature_is_an_item_that_the_evaluation_reads(folder: Path) -> None:
    written = run(str(folder), "--most", "1").stdout
    items = [json.loads(line) for line in written.splitlines()]
    assert [item["turns"][0]["text"] for item in items] == ["Go to the shelf.", "Take the jug from it."]
    assert [item["kind"] for item in items] == ["go", "pick up"]
    data = folder.parent / "items.jsonl"
    data.write_text(written)
    report = folder.parent / "report.json"
    asked = [sys.executable, str(ROOT / "creature"), "eval", "intent", str(data), "--json", str(report)]
    subprocess.run(asked, capture_output=True, check=True)
    found = [item["found"][0]["intent"] for item in json.loads(report.read_text())["items"]]
    assert found == ["MOVE_TO", "GRAB_OBJECT"]


def test_the_halves_have_nothing_in_common_and_leave_nothing_out(folder: Path) -> None:
    halves = [
        {json.loads(line)["id"] for line in run(str(folder), "--half", half).stdout.splitlines()}
        for half in ("read", "unread")
    ]
    assert all(halves) and halves[0].isdisjoint(halves[1]) and len(halves[0] | halves[1]) == 80


def test_what_is_not_alfred_is_said(folder: Path) -> None:
    empty = run(str(folder.parent / "nothing"))
    assert empty.returncode != 0 and "no traj_data.json below" in empty.stderr
    for path in folder.rglob("traj_data.json"):
        path.write_text("{}" if "_1" in path.parent.name else '{"plan": {}}')
    broken = run(str(folder))
    assert broken.returncode != 0 and "is no trajectory of ALFRED" in broken.stderr
