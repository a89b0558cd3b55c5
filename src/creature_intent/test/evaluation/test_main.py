"""The command: files in, tables and JSON out, errors with where they are."""

from __future__ import annotations

import io
import json
import sys

import pytest

from creature_intent.evaluation.main import evaluate

ASKED = {
    "id": "ask", "kind": "request", "turns": [{"speaker": "user", "text": "Bring me the red cup."}],
    "expect": [{"kind": "REQUEST", "intent": "BRING_OBJECT", "object": "red cup", "recipient": "user"}],
}  # fmt: skip
MISSED = {**ASKED, "id": "miss", "turns": [{"speaker": "user", "text": "Lovely day."}]}
TALK = {"id": "talk", "kind": "past", "turns": [{"speaker": "agent", "text": "I took the bus."}], "expect": []}


@pytest.fixture
def own(tmp_path):
    path = tmp_path / "own.jsonl"
    path.write_text("".join(json.dumps(item) + "\n" for item in (ASKED, MISSED, TALK)))
    return str(path)


def test_the_tables(own, capsys):
    assert evaluate(["intent", own]) == 0
    printed = capsys.readouterr().out
    assert printed.startswith("3 items, 3 turns (2 by users, 1 by the agent)")
    rows = {line.split()[0]: line.split()[1:] for line in printed.splitlines() if line.split()}
    assert rows["request"][:7] == ["2", "2", "2", "50.0", "%", "50.0", "%"]
    assert rows["past"] == ["1", "1", "0.0", "(0/1)"]
    assert "missed: 1, the worst 1\n  miss (request; user): Lovely day.\n" in printed
    assert "meant REQUEST BRING_OBJECT red cup for user" in printed


def test_mistakes_are_listed_as_many_as_wanted(own, capsys):
    assert evaluate(["intent", own, "--errors", "0"]) == 0
    printed = capsys.readouterr().out
    assert "missed: 1\n" in printed and "Lovely day." not in printed


def test_one_kind_only(own, capsys):
    assert evaluate(["intent", own, "--kind", "past"]) == 0
    assert capsys.readouterr().out.startswith("1 items")
    assert evaluate(["intent", own, "--kind", "song"]) == 2
    assert "no item of kind 'song'; there are past, request" in capsys.readouterr().err


def test_json_tells_every_act_found(own, tmp_path, capsys):
    out = tmp_path / "out.json"
    assert evaluate(["intent", own, "--json", str(out)]) == 0
    report = json.loads(out.read_text())
    assert report["summary"]["all"]["recall"] == {"right": 1, "total": 2}
    assert report["summary"]["all"]["false_fires"]["agent"] == {"right": 0, "total": 1}
    assert [(item["id"], item["line"], len(item["found"])) for item in report["items"]] == [
        ("ask", 1, 1), ("miss", 2, 0), ("talk", 3, 0),
    ]  # fmt: skip
    (act,) = report["items"][0]["found"]
    assert act.pop("confidence") > 0.5 and act.pop("reason")
    assert act == {
        "turn": 0, "speaker": "user", "kind": "REQUEST", "intent": "BRING_OBJECT", "object": "red cup", "source": "",
        "destination": "", "recipient": "user", "tier": "ACT",
    }  # fmt: skip


def test_bare_sentences(tmp_path, capsys):
    path = tmp_path / "chat.txt"
    path.write_text("\ufeffI took the bus.\r\n\r\nI'll pick up the red cup.\r\n", encoding="utf-8")
    assert evaluate(["intent", str(path), "--speaker", "agent", "--expect", "none"]) == 0
    assert "500.0 (1/2)" in capsys.readouterr().out
    assert evaluate(["intent", str(path), "--speaker", "agent", "--expect", "some"]) == 0
    assert "50.0 %" in capsys.readouterr().out
    assert evaluate(["intent", str(path), "--speaker", "agent"]) == 0
    assert "%" not in capsys.readouterr().out.split("99 %")[1]


def test_sentences_from_the_standard_input(monkeypatch, capsys):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"Bring me the red cup.\n")))
    assert evaluate(["intent", "-", "--speaker", "user", "--expect", "some"]) == 0
    assert "100.0 %" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("name", "content", "options", "words"),
    [
        ("chat.txt", b"Hello.\n", [], "say who says them, --speaker user or --speaker agent"),
        ("chat.txt", b"Hello.\nCaf\xe9.\n", ["--speaker", "user"], "chat.txt, line 2: not UTF-8"),
        ("chat.txt", b"\n\n", ["--speaker", "user"], "there is nothing in"),
        ("own.jsonl", b"{}\n", [], "own.jsonl, line 1: "),
        (None, b"", [], "cannot be read: No such file"),
    ],
)
def test_what_cannot_be_used_is_said(tmp_path, capsys, name, content, options, words):
    path = tmp_path / (name or "absent.jsonl")
    if name:
        path.write_bytes(content)
    assert evaluate(["intent", str(path), *options]) == 2
    printed = capsys.readouterr()
    assert words in printed.err and printed.err.startswith("error: ") and printed.out == ""


def test_a_report_that_cannot_be_written_is_said(own, tmp_path, capsys):
    assert evaluate(["intent", own, "--json", str(tmp_path / "absent" / "out.json")]) == 2
    assert "cannot be written" in capsys.readouterr().err


def test_the_sets_of_our_own_are_run_without_files(monkeypatch, capsys):
    monkeypatch.setenv("CREATURE_PROG", "./creature eval")
    assert evaluate(["intent", "--kind", "pronoun"]) == 0
    assert "pronoun" in capsys.readouterr().out
    with pytest.raises(SystemExit):
        evaluate(["intent", "--help"])
    assert "usage: ./creature eval intent " in capsys.readouterr().out


def test_held_out_sets_stay_unread(capsys):
    assert evaluate(["intent", "--part", "held_out", "--kind", "correction"]) == 0
    assert "meant CORRECT" not in capsys.readouterr().out
    with pytest.raises(SystemExit):
        evaluate(["intent", "some.jsonl", "--part", "held_out"])
