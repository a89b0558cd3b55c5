"""The script that makes items of REVERIE's errands, on errands made up here."""

import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SCRIPT = ROOT / "scripts" / "reverie_intents.py"
ERRANDS = [
    {"instructions": ["Go to the den on level 2 and bring  me the vase", "Walk to the den and clean the vase"]},
    {"instructions": ["Move to the den and switch off the fan", "Go to the den on level 2 and bring me the vase"]},
]


def run(file: Path) -> "subprocess.CompletedProcess[str]":
    """What the script does with a file."""
    return subprocess.run([sys.executable, str(SCRIPT), str(file)], capture_output=True, text=True, check=False)


def test_each_errand_that_is_a_task_of_the_creature_is_an_item_that_the_evaluation_reads(tmp_path: Path) -> None:
    file = tmp_path / "errands.json"
    file.write_text(json.dumps(ERRANDS))
    items = [json.loads(line) for line in run(file).stdout.splitlines()]
    assert [(item["kind"], item["turns"][0]["text"]) for item in items] == [
        ("bring", "Go to the den on level 2 and bring me the vase"),
        ("switch off", "Move to the den and switch off the fan"),
    ]
    data, report = tmp_path / "items.jsonl", tmp_path / "report.json"
    data.write_text("".join(json.dumps(item) + "\n" for item in items))
    asked = [sys.executable, str(ROOT / "creature"), "eval", "intent", str(data), "--json", str(report)]
    subprocess.run(asked, capture_output=True, check=True)
    found = [item["found"][-1]["intent"] for item in json.loads(report.read_text())["items"]]
    assert found == ["BRING_OBJECT", "SWITCH_OFF"]


def test_what_is_not_reverie_is_said(tmp_path: Path) -> None:
    missing = run(tmp_path / "none.json")
    assert missing.returncode != 0 and "cannot read" in missing.stderr
    broken = tmp_path / "broken.json"
    broken.write_text('[{"path": []}]')
    assert "is no file of REVERIE" in run(broken).stderr
