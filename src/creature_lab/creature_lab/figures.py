"""The voice's own figures on /diagnostics, as differences over one conversation.

Frame figures come from the status "voice: loop", stage times (stage_*_ms) from any other status of the voice.
"""

from __future__ import annotations

import math
from collections.abc import Mapping

from creature_lab.events import Status

_LOOP = "voice: loop"
_VOICE = "voice: "
_COUNTERS = {"total": "frames_total", "late": "frames_late", "dropped": "frames_dropped", "underruns": "underruns"}
_TIMES = ("step_ms", "path_ms")
STAGES = ("turn_end", "recognition", "answer", "synthesis")


class FigureLog:
    """Collects the statuses of the voice."""

    def __init__(self) -> None:
        self._latest: dict[str, dict[str, str]] = {}
        self._before: dict[str, dict[str, str]] = {}
        self._begun = False
        self.seen = False

    def add(self, status: Status) -> None:
        """Take a row of /diagnostics; rows of other nodes are passed over."""
        name = status.name.rsplit("/", 1)[-1]
        if name.startswith(_VOICE):
            self._latest[name] = dict(status.values)
            if self._begun:
                # A voice first seen in mid-conversation counts from there, not from its own beginning.
                self._before.setdefault(name, dict(status.values))
            # While the voice loads, the row is there without its figures.
            self.seen = self.seen or _COUNTERS["total"] in status.values

    def begin(self) -> None:
        """The conversation begins: counters count from here."""
        self._begun = True
        self._before = dict(self._latest)

    def frames(self) -> dict[str, object]:
        """Counts over the conversation, and the step and path times (ms) that were reported last; None if unknown."""
        latest, before = self._latest.get(_LOOP, {}), self._before.get(_LOOP, {})
        found: dict[str, object] = {key: _difference(latest, before, name) for key, name in _COUNTERS.items()}
        for name in _TIMES:
            found[name] = {kind: _number(latest.get(f"{name}_{kind}")) for kind in ("median", "p99")}
        return found

    def stages_ms(self) -> dict[str, float | None]:
        """Time of each stage of the last answer, in ms; None where the voice has reported none since the beginning."""
        latest, before = _stage_values(self._latest), _stage_values(self._before)
        # The figures stand until the next turn: unchanged ones belong to a turn before this conversation.
        new = latest != before
        return {stage: _number(latest.get(f"stage_{stage}_ms")) if new else None for stage in STAGES}


def _stage_values(statuses: Mapping[str, Mapping[str, str]]) -> dict[str, str]:
    return {key: value for values in statuses.values() for key, value in values.items() if key.startswith("stage_")}


def _number(text: str | None) -> float | None:
    try:
        value = float(text or "")
    except ValueError:
        return None
    return value if math.isfinite(value) else None


def _difference(latest: Mapping[str, str], before: Mapping[str, str], name: str) -> int | None:
    value = _number(latest.get(name))
    if value is None:
        return None
    start = _number(before.get(name)) or 0.0
    # A smaller counter than before is that of a voice that was activated again.
    return round(value - start) if value >= start else round(value)
