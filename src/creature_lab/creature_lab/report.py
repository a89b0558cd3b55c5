"""The report of one conversation, as one JSON object; docs/report.md describes every key.

Units: report times are seconds from the first sample of the recording, rounded to milliseconds.
"""

from __future__ import annotations

import json
import os
import platform
import tempfile
from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace
from importlib import metadata
from pathlib import Path
from typing import Any

from creature_lab.conversation import Conversation
from creature_lab.events import CREATURE, USER
from creature_lab.finish import Ending
from creature_lab.recording import Recording

VERSION = 1
_MS = 1000.0
# A frame that is sent later than this makes the recording sound broken to the creature.
_LATE_S = 0.04


@dataclass(frozen=True)
class Played:
    """How the recording was played; times in seconds on the conversation's clock.

    Attributes:
        zero_s: When its first sample was spoken.
        speech_start_s: When its first speech began.
        mouth_closed_s: When its last speech ended; None for a silent recording.
        latest_s: By how much the latest frame was late.
    """

    zero_s: float
    speech_start_s: float
    mouth_closed_s: float | None
    latest_s: float


def answered(talk: Conversation, played: Played) -> bool:
    """The creature has audibly said something since the person began to speak; a "mm-hm" is not an answer.

    What it says to a silent recording answers nobody.
    """
    return played.mouth_closed_s is not None and talk.answered_since(played.speech_start_s)


def mouth_to_voice_ms(talk: Conversation, played: Played) -> float | None:
    """From the end of the last speech to the first sound of the answer to it; None if there is none."""
    if played.mouth_closed_s is None:
        return None
    heard_s = talk.answer_heard_s(played.mouth_closed_s)
    return None if heard_s is None else round((heard_s - played.mouth_closed_s) * _MS, 1)


def build_report(
    recording: Recording, talk: Conversation, played: Played, ending: Ending, warnings: Iterable[str] = ()
) -> dict[str, Any]:
    """The report, ready to be written as JSON."""
    zero_s = played.zero_s
    return {
        "version": VERSION,
        "recording": _recording(recording),
        "answered": answered(talk, played),
        "ending": ending.value,
        "heard": talk.text_of(USER),
        "said": talk.text_of(CREATURE),
        "utterances": [asdict(_shifted(one, zero_s, "start_s", "end_s")) for one in talk.utterances()],
        "intents": [_timed(asdict(one), zero_s) for one in talk.intents],
        "tasks": [_rounded(asdict(_shifted(one, zero_s, "start_s", "end_s"))) for one in talk.tasks.tasks],
        "emotions": [_timed(asdict(one), zero_s) for one in talk.feelings],
        "latency_ms": {"mouth_to_voice": mouth_to_voice_ms(talk, played), **talk.figures.stages_ms()},
        "frames": talk.figures.frames(),
        "tokens": {"count": talk.texts.count, "gaps": talk.texts.gaps},
        "interruptions": talk.interruptions,
        "backchannels": talk.backchannels,
        "warnings": [*warnings, *_warnings(recording, talk, played, ending)],
        "software": _software(),
    }


def write_report(path: Path, report: dict[str, Any]) -> None:
    """Write the report as JSON; a reader sees the old file or the whole new one."""
    write_atomically(path, (json.dumps(report, indent=2, ensure_ascii=False) + "\n").encode())


def write_atomically(path: Path, content: bytes) -> None:
    """Put content in place of the file in one step."""
    handle, temporary = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(temporary, 0o666 & ~_umask())
        os.replace(temporary, path)
    except BaseException:
        os.unlink(temporary)
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _recording(recording: Recording) -> dict[str, Any]:
    start_s, end_s = (None, None) if recording.silent else (recording.speech_start_s, recording.mouth_closed_s)
    return {
        "path": str(recording.path),
        "duration_s": round(recording.duration_s, 3),
        "sample_rate": recording.sample_rate_hz,
        "channels": recording.channels,
        "speech_start_s": start_s if start_s is None else round(start_s, 3),
        "speech_end_s": end_s if end_s is None else round(end_s, 3),
    }


def _shifted(value: Any, zero_s: float, *names: str) -> Any:
    """The dataclass with these times counted from zero_s."""
    times = {name: getattr(value, name) for name in names}
    return replace(value, **{name: None if at is None else round(at - zero_s, 3) for name, at in times.items()})


def _timed(values: dict[str, Any], zero_s: float) -> dict[str, Any]:
    at_s = values.pop("at_s")
    return {"time_s": round(at_s - zero_s, 3), **_rounded(values)}


def _rounded(values: dict[str, Any]) -> dict[str, Any]:
    # A float32 of a message is 0.95 only in its first digits.
    return {key: round(value, 3) if isinstance(value, float) else value for key, value in values.items()}


def _warnings(recording: Recording, talk: Conversation, played: Played, ending: Ending) -> list[str]:
    found = {
        "the recording is silent: there is nothing in it to answer": recording.silent,
        "the creature was still busy when the time was up": ending is Ending.TIMEOUT,
        "a task from before was still running": talk.carried_over > 0,
        "the creature spoke, but none of its sound arrived on voice/speech": talk.deaf,
        f"{talk.texts.gaps} text tokens were lost": talk.texts.gaps > 0,
        f"the recording was played unevenly: a frame came {played.latest_s * _MS:.0f} ms late": played.latest_s
        > _LATE_S,
        "the creature heard no words": not recording.silent and not talk.text_of(USER),
    }
    return [warning for warning, true in found.items() if true]


def _software() -> dict[str, str]:
    try:
        version = metadata.version("creature_lab")
    except metadata.PackageNotFoundError:
        version = "not installed"
    return {
        "creature_lab": version,
        "ros_distro": os.environ.get("ROS_DISTRO", ""),
        "python": platform.python_version(),
        "platform": platform.platform(),
    }
