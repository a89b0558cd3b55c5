"""The report in a few readable lines: a timeline, then latency, frames and warnings."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

_COLOURS = {"you": "36", "creature": "32", "intent": "35", "task": "33", "feels": "34", "warning": "31", "dim": "2"}
_WIDTH = 110


def summarise(report: dict[str, Any], colour: bool = False) -> str:
    """The report as text of several lines.

    Args:
        report: What report.build_report gives.
        colour: Colour the lanes with ANSI sequences.
    """
    paint = _painted if colour else _plain
    lines = [_headline(report), ""]
    for time_s, lane, words in sorted(_entries(report), key=lambda entry: entry[0]):
        lines.append(f"{time_s:7.2f} s  {paint(f'{lane:<9}', lane)} {_clipped(words)}")
    lines += ["", f"latency  {_latency(report['latency_ms'])}", f"frames   {_frames(report['frames'])}"]
    lines.append(f"tokens   {report['tokens']['count']}, {report['tokens']['gaps'] or 'none'} lost")
    lines += [paint(f"warning  {warning}", "warning") for warning in report["warnings"]]
    return "\n".join(lines) + "\n"


def _plain(words: str, _lane: str) -> str:
    return words


def _painted(words: str, lane: str) -> str:
    return f"\x1b[{_COLOURS[lane]}m{words}\x1b[0m"


def _clipped(words: str) -> str:
    return words if len(words) <= _WIDTH else words[: _WIDTH - 3] + "..."


def _headline(report: dict[str, Any]) -> str:
    recording = report["recording"]
    verdict = "answered" if report["answered"] else "never answered"
    return f"{recording['path']} ({recording['duration_s']:.1f} s): {verdict}"


def _entries(report: dict[str, Any]) -> Iterator[tuple[float, str, str]]:
    """(time, lane, words) of everything that goes on the timeline."""
    for one in report["utterances"]:
        yield one["start_s"], "you" if one["speaker"] == "user" else "creature", f'"{one["text"]}"'
    for one in report["intents"]:
        yield one["time_s"], "intent", _intent(one)
    for one in report["tasks"]:
        yield from _task(one)
    for one in report["emotions"]:
        yield one["time_s"], "feels", f"{one['emotion']} ({one['state']}): {one['cause']}".removesuffix(": ")


def _intent(one: dict[str, Any]) -> str:
    arguments = [f"{key} {one[key]}" for key in ("source", "destination", "recipient") if one[key]]
    about = ", ".join(part for part in [one["object"], *arguments] if part)
    return f"{one['kind']} {one['intent']} {about}".rstrip() + f"  ({one.get('tier', 'ACT')} {one['confidence']:.2f})"


def _task(one: dict[str, Any]) -> Iterator[tuple[float, str, str]]:
    name = " ".join(part for part in (one["intent"], one["object"] or one["destination"]) if part)
    yield one["start_s"], "task", f"{name} begins"
    if one["end_s"] is not None:
        phases = " > ".join(one["phases"])
        yield one["end_s"], "task", f"{name}: {one['outcome']}  [{phases}]  {one['message']}".rstrip()


def _latency(latency: dict[str, float | None]) -> str:
    total = latency["mouth_to_voice"]
    stages = [
        f"{name.replace('_', ' ')} {value:.0f}"
        for name, value in latency.items()
        if name != "mouth_to_voice" and value is not None
    ]
    words = "no answer to the last words" if total is None else f"mouth to voice {total:.0f} ms"
    return f"{words}  ({', '.join(stages)})" if stages else words


def _frames(frames: dict[str, Any]) -> str:
    if frames["total"] is None:
        return "not reported"
    counts = ", ".join(f"{_known(frames[key])} {key}" for key in ("total", "late", "dropped", "underruns"))
    times = ", ".join(
        f"{name} {_known(frames[f'{name}_ms']['median'])} ms (p99 {_known(frames[f'{name}_ms']['p99'])})"
        for name in ("step", "path")
    )
    return f"{counts}; {times}"


def _known(value: float | int | None) -> str:
    return "?" if value is None else f"{value:g}"
