"""What is going on: from single events to conditions that last and moments that pass."""

from __future__ import annotations

from dataclasses import dataclass

from creature_affect.events import ASKED, CORRECTED, Event, IntentHeard, TaskNews, Voice
from creature_affect.words import task_words

# The voice speaks up every 80 ms; after this it is taken for gone, and nobody is speaking.
VOICE_GONE_S = 1.0
# A "mm-hm" is shorter than this; what goes on for longer is speech.
BACKCHANNEL_S = 0.9
# A task that nobody has reported on for this long is taken for over.
TASK_GONE_S = 120.0
# An outcome older than this is known, but no longer felt (a late joiner gets old ones).
FELT_S = 5.0
# A request this recent is the reason for a task of the same intent.
REASON_S = 60.0


@dataclass(frozen=True)
class Moment:
    """Something that happened: the event's name in the affect map, and words for the cause."""

    name: str
    fields: dict[str, str]


class Situation:
    """Keeps what is going on, and since when. Times are in seconds of the caller's clock."""

    def __init__(self, now: float) -> None:
        self._voice = Voice()
        self._voice_at = float("-inf")
        self._first_voice = True
        self._backchannel_until = float("-inf")
        self._tasks: dict[str, tuple[TaskNews, float]] = {}
        self._since: dict[str, float] = {"quiet": now}
        self._asked: tuple[str, float] = ("", float("-inf"))
        self._reason = ""
        self._task = ""
        # Who has never had company is not ignored by anybody.
        self._met = False

    def observe(self, event: Event, now: float) -> list[Moment]:
        """Take in an event; returns the moments in it."""
        if isinstance(event, Voice):
            moments = self._hear(event, now)
        elif isinstance(event, TaskNews):
            moments = self._follow(event, now)
        else:
            moments = self._understand(event, now)
        self.update(now)
        return moments

    def update(self, now: float) -> None:
        """Let time pass: note what holds since when."""
        holds = self._holds(now)
        self._since = {name: self._since.get(name, now) for name, value in holds.items() if value}

    def lasted(self, condition: str, now: float) -> float | None:
        """How long the condition has held by now; None if it does not."""
        since = self._since.get(condition)
        return None if since is None else now - since

    def fields(self, now: float) -> dict[str, str]:
        """Words for the cause of a condition."""
        return {
            "task": self._task,
            "reason": self._reason,
            "seconds": f"{self.lasted('quiet', now) or 0.0:.0f}",
        }

    def _holds(self, now: float) -> dict[str, bool]:
        voice = self._voice if now - self._voice_at < VOICE_GONE_S else Voice()
        self._tasks = {goal: entry for goal, entry in self._tasks.items() if now - entry[1] < TASK_GONE_S}
        speaking = voice.speaking and now >= self._backchannel_until
        busy = voice.speaking or voice.user_speaking or voice.thinking or bool(self._tasks)
        return {
            "user_speaking": voice.user_speaking,
            "thinking": voice.thinking,
            "speaking": speaking,
            "task_running": bool(self._tasks),
            "left_alone": not busy and self._met,
            "quiet": not busy,
        }

    def _hear(self, voice: Voice, now: float) -> list[Moment]:
        before, self._voice, self._voice_at = self._voice, voice, now
        self._met = self._met or voice.user_speaking
        # The counts run since the voice's activation: a fresh start here, or there, is no interruption.
        known = not self._first_voice
        self._first_voice = False
        if voice.backchannels > before.backchannels and known:
            self._backchannel_until = now + BACKCHANNEL_S
        elif not voice.speaking or (before.thinking and not voice.thinking):
            # Silent again, or an answer has begun right behind it.
            self._backchannel_until = now
        if known and voice.interruptions > before.interruptions:
            return [Moment("interrupted", {})]
        return []

    def _follow(self, task: TaskNews, now: float) -> list[Moment]:
        if not task.outcome:
            self._begin(task, now)
            return []
        self._tasks.pop(task.goal, None)
        if task.age_s > FELT_S:
            return []
        words = task_words(task)
        fields = {"task": words, "message": task.message or words, "reason": self._reason}
        return [Moment(f"task_{task.outcome}", fields)]

    def _begin(self, task: TaskNews, now: float) -> None:
        if task.age_s > TASK_GONE_S:
            return
        if task.goal not in self._tasks:
            self._task = task_words(task)
            intent, at = self._asked
            asked = intent == task.intent and now - at < REASON_S
            self._reason = f"you asked me to {self._task}" if asked else f"about to {self._task}"
        self._tasks[task.goal] = (task, now)

    def _understand(self, heard: IntentHeard, now: float) -> list[Moment]:
        self._met = True
        if heard.kind in (ASKED, CORRECTED):
            self._asked = (heard.intent, now)
        return [Moment(heard.kind, {"utterance": heard.utterance})]
