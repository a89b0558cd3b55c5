"""Whether there is a creature that can hear a recording, decided from what is seen of the ROS graph.

Units: seconds on one monotonic clock.
"""

from __future__ import annotations

from dataclasses import dataclass

from creature_lab.errors import AbsentCreatureError, NoCreatureError

# The end points of one node are discovered one after the other.
_DISCOVERY_S = 2.0
# Diagnostics come once a second; those from before the recording make counters differences.
_FIGURES_S = 2.5
# A voice that is there may still be loading its models.
_MODELS_S = 20.0
# Samples of the voice's state (80 ms each) that show its loop runs.
_SAMPLES = 3
_UNDISTURBED_S = 0.3
_FALL_SILENT_S = 10.0
# Nodes beside the voice are waited for this long; without them there is still somebody to talk with.
_OTHERS_S = 5.0


@dataclass(frozen=True)
class Seen:
    """What is seen of the graph.

    Attributes:
        voice_there: Somebody publishes voice/state.
        voice_hears_topic: The same node listens to voice/mic.
        others_missing: Topics of the other nodes that nobody publishes.
        foreign_mic: Frames on voice/mic that are not ours.
        voice_samples: States of the voice received since it was given silence to hear.
        figures_seen: Its figures were on /diagnostics.
        busy: It speaks or thinks, or has a task under way.
    """

    voice_there: bool
    voice_hears_topic: bool
    others_missing: tuple[str, ...]
    foreign_mic: int
    voice_samples: int
    figures_seen: bool
    busy: bool


class Preflight:
    """Watches until the creature can be talked to."""

    def __init__(self, namespace: str, wait_s: float, started_s: float) -> None:
        self._namespace = namespace
        self._wait_s = wait_s
        self._started_s = started_s
        self._voice_s: float | None = None
        self._hears_s: float | None = None
        self._ready_s: float | None = None
        self.warnings: list[str] = []

    def hears(self, seen: Seen, now_s: float) -> bool:
        """The voice is there and will hear voice/mic: silence may be played to it.

        Raises:
            AbsentCreatureError: it is not there in time.
            NoCreatureError: it listens to something else.
        """
        if not seen.voice_there:
            if now_s - self._started_s > self._wait_s:
                raise AbsentCreatureError(
                    f"no creature in {self._namespace}: nobody publishes {self._namespace}/voice/state "
                    f"(waited {self._wait_s:.0f} s). Start it with `./creature up`, or give --namespace."
                )
            return False
        self._voice_s = now_s if self._voice_s is None else self._voice_s
        if seen.voice_hears_topic:
            return self._undisturbed(seen, now_s)
        if now_s - self._voice_s > _DISCOVERY_S:
            raise NoCreatureError(
                f"the creature in {self._namespace} listens to a microphone, a phone or a file of its own, not to "
                f"{self._namespace}/voice/mic. Stop it and let `./creature ask` start one, or start it with "
                "`./creature up source:=topic sink:=topic`."
            )
        return False

    def _undisturbed(self, seen: Seen, now_s: float) -> bool:
        if seen.foreign_mic:
            raise NoCreatureError(
                f"somebody else is talking to the creature: frames come in on {self._namespace}/voice/mic (an open "
                "face page with its microphone on, or another `ask`). End that first."
            )
        self._hears_s = now_s if self._hears_s is None else self._hears_s
        return now_s - self._hears_s >= _UNDISTURBED_S

    def ready(self, seen: Seen, now_s: float) -> bool:
        """Its loop runs on the silence it is given, and the recording may begin.

        Raises:
            NoCreatureError: its loop did not start in time.
        """
        if seen.voice_samples < _SAMPLES:
            limit_s = max(self._wait_s, _MODELS_S)
            if now_s - self._started_s > limit_s:
                raise NoCreatureError(
                    f"the creature's voice is there but never became ready: nothing on {self._namespace}/voice/state "
                    f"(waited {limit_s:.0f} s). See the voice's own output; loading its models may need longer: "
                    "--wait SECONDS."
                )
            return False
        self._ready_s = now_s if self._ready_s is None else self._ready_s
        waited_s = now_s - self._ready_s
        if not seen.figures_seen and waited_s < _FIGURES_S:
            return False
        if seen.others_missing and waited_s < _OTHERS_S:
            return False
        if seen.busy and waited_s < _FALL_SILENT_S:
            return False
        self._note(seen)
        return True

    def _note(self, seen: Seen) -> None:
        if not seen.figures_seen:
            self.warnings.append('the voice reports no figures on /diagnostics (status "voice: loop")')
        if seen.others_missing:
            self.warnings.append(f"nobody publishes {', '.join(seen.others_missing)}: that part of it is not running")
        if seen.busy:
            self.warnings.append("the creature was busy when the recording began")
