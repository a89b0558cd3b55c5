"""One recording played to one creature, from finding it to the end of the conversation.

Design: tick() is called a few times a second with what is seen of the graph; events come in through the conversation.
Units: seconds on one monotonic clock.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from creature_lab.conversation import Conversation
from creature_lab.finish import Ending, Facts, Patience, ending
from creature_lab.player import Player
from creature_lab.preflight import Preflight, Seen
from creature_lab.progress import doing
from creature_lab.recording import Recording
from creature_lab.report import Played, answered


class Stage(Enum):
    """How far it is; the value is what there is to tell meanwhile."""

    FINDING = "looking for the creature..."
    READYING = "waiting until it listens..."
    LEADING_IN = "a moment of silence..."
    TALKING = ""


@dataclass(frozen=True)
class Result:
    """The conversation is over."""

    ending: Ending
    played: Played


class Flow:
    """Leads one conversation; `result` is set when it is over."""

    def __init__(
        self, recording: Recording, talk: Conversation, player: Player, preflight: Preflight, patience: Patience
    ) -> None:
        self._recording = recording
        self._talk = talk
        self._player = player
        self._preflight = preflight
        self._patience = patience
        self.stage = Stage.FINDING
        self.result: Result | None = None

    def tick(self, seen: Seen, now_s: float) -> None:
        """Go on, as far as possible now.

        Raises:
            NoCreatureError: there is no creature that can hear the recording.
        """
        if self.stage is Stage.FINDING and self._preflight.hears(seen, now_s):
            self._player.start()
            self.stage = Stage.READYING
        elif self.stage is Stage.READYING and self._preflight.ready(seen, now_s):
            self._talk.begin(now_s)
            self._player.begin(self._recording.frames())
            self.stage = Stage.LEADING_IN
        elif self.stage is Stage.LEADING_IN and self._player.began:
            self.stage = Stage.TALKING
        elif self.stage is Stage.TALKING:
            self.result = self.result or self._ended(now_s)

    def words(self) -> str:
        """What happens now, for people."""
        return self.stage.value or doing(self._talk)

    def elapsed_s(self, now_s: float) -> float | None:
        """Time since the recording's first sample; None before."""
        return None if self._player.zero_s is None else now_s - self._player.zero_s

    def _ended(self, now_s: float) -> Result | None:
        ended_s = self._player.ended_s
        if ended_s is None:
            return None
        played = self._played()
        closed_s = ended_s if played.mouth_closed_s is None else played.mouth_closed_s
        facts = Facts(
            recording_ended_s=ended_s,
            last_activity_s=self._talk.last_activity_s,
            busy=self._talk.busy,
            answered=answered(self._talk, played),
            answered_last=answered(self._talk, played) and self._talk.answered_since(closed_s),
            owes_words=self._talk.owes_words,
            silent=self._recording.silent,
        )
        why = ending(facts, self._patience, now_s)
        return None if why is None else Result(why, played)

    def _played(self) -> Played:
        zero_s = self._player.zero_s or 0.0
        closed_s = self._recording.mouth_closed_s
        return Played(
            zero_s=zero_s,
            speech_start_s=zero_s + self._recording.speech_start_s,
            mouth_closed_s=None if closed_s is None else self._player.spoken_s(closed_s),
            latest_s=self._player.latest_s,
        )
