"""The report of a conversation."""

import json
import stat
from pathlib import Path

import numpy as np
import pytest

from creature_lab.conversation import Conversation
from creature_lab.events import CREATURE, USER, Feeling, IntentEvent, Piece, SpokenFrame, Status, TaskEvent, VoiceSample
from creature_lab.finish import Ending
from creature_lab.recording import Recording
from creature_lab.report import Played, build_report, write_report

LOUD = np.full(1920, 0.25, np.float32)
RECORDING = Recording(Path("hello.wav"), np.full(24_000, 0.3, np.float32), 44_100, 2)
PLAYED = Played(zero_s=100.0, speech_start_s=100.0, mouth_closed_s=101.0, latest_s=0.001)


def whole_conversation():
    talk = Conversation()
    talk.begin(99.5)
    talk.on_voice(VoiceSample(100.0, 0, False, True, False, 0, 0))
    talk.on_voice(VoiceSample(101.04, 13, False, False, True, 0, 0))
    talk.on_piece(Piece(101.2, 7, 15, USER, " Get the cup.", True))
    talk.on_piece(Piece(101.5, 8, 18, CREATURE, " Okay.", True))
    talk.on_speech(SpokenFrame(101.5, 18, LOUD))
    talk.on_intent(
        IntentEvent(101.3, "REQUEST", USER, "GRAB_OBJECT", "cup", "", "", "", "Get the cup.", 0.95000001, "x")
    )
    talk.on_task(TaskEvent(101.6, "a", "GRAB_OBJECT", "cup", "", "sent", 0.0, "", ""))
    talk.on_task(TaskEvent(103.6, "a", "GRAB_OBJECT", "cup", "", "done", 1.0, "ok", "I've got the cup."))
    talk.on_feeling(Feeling(103.7, "task_succeeded", "happy", 0.8, 0.5, 0.9, "the task succeeded"))
    talk.on_status(Status(104.0, "voice: loop", {"frames_total": "50"}))
    return talk


def test_every_documented_key_is_there_and_nothing_else():
    report = build_report(RECORDING, whole_conversation(), PLAYED, Ending.FINISHED)
    page = Path(__file__).parents[3] / "docs" / "report.md"
    example = json.loads(page.read_text().split("```json\n")[1].split("```")[0])

    def shape(value):
        if isinstance(value, dict):
            return {key: shape(inner) for key, inner in value.items()}
        return [shape(value[0])] if isinstance(value, list) and value else None

    example["warnings"] = []
    assert shape(report) == shape(example)


def test_times_count_from_the_first_sample():
    report = build_report(RECORDING, whole_conversation(), PLAYED, Ending.FINISHED)
    assert report["intents"][0]["time_s"] == 1.3 and report["intents"][0]["confidence"] == 0.95
    assert (report["tasks"][0]["start_s"], report["tasks"][0]["end_s"]) == (1.6, 3.6)
    assert report["emotions"][0]["time_s"] == 3.7
    assert [one["text"] for one in report["utterances"]] == ["Get the cup.", "Okay."]
    assert report["utterances"][0]["start_s"] == 0.0
    assert report["latency_ms"]["mouth_to_voice"] == 500.0
    assert report["answered"] and report["warnings"] == []
    assert report["recording"] == {
        "path": "hello.wav",
        "duration_s": 1.0,
        "sample_rate": 44_100,
        "channels": 2,
        "speech_start_s": 0.0,
        "speech_end_s": 1.0,
    }


def test_what_is_not_as_it_should_be_is_a_warning():
    talk = Conversation()
    talk.on_task(TaskEvent(1.0, "a", "MOVE_TO", "", "door", "go", 0.0, "", ""))
    talk.begin(99.5)
    talk.on_piece(Piece(101.0, 1, 0, CREATURE, "Well", False))
    talk.on_piece(Piece(101.0, 4, 0, CREATURE, "?", True))
    played = Played(100.0, 100.0, 101.0, 0.06)
    report = build_report(RECORDING, talk, played, Ending.TIMEOUT, ["from before"])
    words = " | ".join(report["warnings"])
    assert report["warnings"][0] == "from before" and not report["answered"]
    for part in ("still busy", "task from before", "2 text tokens were lost", "60 ms late", "heard no words"):
        assert part in words


def test_nobody_is_answered_by_what_is_said_into_silence():
    talk = Conversation()
    talk.begin(99.5)
    talk.on_speech(SpokenFrame(102.0, 18, LOUD))
    silent = Recording(Path("a.wav"), np.zeros(24_000, np.float32), 24_000, 1)
    report = build_report(silent, talk, Played(100.0, 100.0, None, 0.0), Ending.NO_ANSWER)
    assert not report["answered"] and report["latency_ms"]["mouth_to_voice"] is None
    assert "the recording is silent: there is nothing in it to answer" in report["warnings"]


def test_it_is_written_in_one_step(tmp_path):
    path = tmp_path / "report.json"
    path.write_text("old")
    write_report(path, {"said": "Grüße"})
    assert json.loads(path.read_text()) == {"said": "Grüße"}
    assert [entry.name for entry in tmp_path.iterdir()] == ["report.json"]
    assert path.stat().st_mode & stat.S_IRUSR


def test_a_failed_write_leaves_the_old_file(tmp_path):
    path = tmp_path / "report.json"
    path.mkdir()
    with pytest.raises(OSError, match=r"report\.json"):
        write_report(path, {})
    assert [entry.name for entry in tmp_path.iterdir()] == ["report.json"]
