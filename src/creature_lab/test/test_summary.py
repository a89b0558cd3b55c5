"""The report in readable lines."""

import json
from pathlib import Path

import pytest

from creature_lab.summary import summarise


@pytest.fixture
def report():
    page = Path(__file__).parents[3] / "docs" / "report.md"
    return json.loads(page.read_text().split("```json\n")[1].split("```")[0])


def test_the_timeline_is_in_order_and_aligned(report):
    lines = summarise(report).splitlines()
    timed = [line for line in lines if line[:7].strip().replace(".", "").replace("-", "").isdigit()]
    times = [float(line[:7]) for line in timed]
    assert times == sorted(times) and len(times) >= 6
    assert {line[11:20].strip() for line in timed} == {"you", "creature", "intent", "task", "feels"}
    assert '"Could you pick up the red cup?"' in summarise(report)


def test_figures_follow(report):
    text = summarise(report)
    assert "mouth to voice" in text and "late" in text and "none lost" in text


def test_colour_only_when_asked_for(report):
    assert "\x1b[" not in summarise(report) and "\x1b[" in summarise(report, colour=True)


def test_nothing_known_is_told_as_such(report):
    report["latency_ms"] = dict.fromkeys(report["latency_ms"])
    report["frames"]["total"] = None
    report["answered"] = False
    report["warnings"] = ["the recording is silent"]
    text = summarise(report)
    for words in ("never answered", "no answer to the last words", "not reported", "warning  the recording is silent"):
        assert words in text


def test_long_words_are_clipped(report):
    report["utterances"][0]["text"] = "very " * 100
    assert max(map(len, summarise(report).splitlines())) <= 140
