"""Words that were given to the creature, and the order in which they are said.

Design: words with policy WAIT stand in a line until both have been silent for a while; they are synthesised before
that, so that they begin at once. Words that somebody talked over are said again once, if that was asked for.
Threading: give() and everything of a GivenWords from any thread, tick() and ended() from the loop's worker.
Units: frames of 80 ms.
"""

from __future__ import annotations

import threading
from collections.abc import Callable

from creature_voice.engine import SayOutcome, SayPolicy
from creature_voice.engines.given import Given
from creature_voice.engines.local.mouth import Ending, Mouth
from creature_voice.engines.local.script import Script
from creature_voice.engines.local.utterance import Utterance

_LONGEST_LINE = 16

_OUTCOMES = {
    Ending.SPOKEN: SayOutcome.SPOKEN,
    Ending.TALKED_OVER: SayOutcome.INTERRUPTED,
    Ending.REPLACED: SayOutcome.INTERRUPTED,
    Ending.CANCELED: SayOutcome.CANCELED,
    Ending.MUTED: SayOutcome.INTERRUPTED,
}


class GivenWords(Given):
    """A creature_voice.engine.Saying."""

    def __init__(self, words: str, repeat: bool) -> None:
        super().__init__()
        self.words = words
        self.repeat = repeat
        self.script: Script | None = None
        self._spoken = ""

    @property
    def spoken(self) -> str:
        """The words spoken so far."""
        script = self.script
        return self._spoken if self._outcome is not None or script is None else script.utterance.spoken.strip()

    def cancel(self) -> None:
        """Do not say what has not been said yet."""
        super().cancel()
        script = self.script
        if script:
            script.cancel()

    def end(self, outcome: SayOutcome, message: str = "", spoken: str = "") -> None:
        """It has ended."""
        self._spoken = spoken.strip()
        super().end(outcome, message)


def refused(words: str, why: str) -> GivenWords:
    """Words that are not going to be said, and why."""
    given = GivenWords(words, repeat=False)
    given.end(SayOutcome.REFUSED, why)
    return given


class Line:
    """See the module."""

    def __init__(self, mouth: Mouth, write: Callable[[str], Script], wait_frames: int) -> None:
        """Make it.

        Args:
            mouth: What says the words.
            write: Begins on the script of given words.
            wait_frames: Silence of both before waiting words are said.
        """
        self._mouth = mouth
        self._write = write
        self._wait_frames = wait_frames
        self._quiet_frames = wait_frames
        self._lock = threading.Lock()
        self._waiting: list[GivenWords] = []
        self._said: dict[Utterance, GivenWords] = {}

    @property
    def waiting(self) -> int:
        """How many wait for silence."""
        return len(self._waiting)

    def give(self, words: str, policy: SayPolicy, repeat: bool) -> GivenWords:
        """Take words; see DuplexEngine.say."""
        if not any(character.isalnum() for character in words):
            return refused(words, "there are no words in it")
        if self._mouth.muted:
            return refused(words, Ending.MUTED.value)
        if len(self._waiting) + len(self._said) >= _LONGEST_LINE:
            return refused(words, f"{_LONGEST_LINE} texts are already waiting to be said")
        given = GivenWords(" ".join(words.split()), repeat)
        self._take(given, now=policy is SayPolicy.INTERRUPT)
        return given

    def tick(self, quiet: bool) -> None:
        """One frame has passed; quiet: nobody speaks and no answer is being made."""
        self._quiet_frames = self._quiet_frames + 1 if quiet else 0
        if not self._waiting:
            return
        with self._lock:
            self._drop_canceled()
            if self._mouth.muted:
                self._refuse_waiting()
            if self._waiting and self._quiet_frames >= self._wait_frames:
                self._begin(self._waiting.pop(0), self._mouth.speak)
                self._quiet_frames = 0

    def ended(self, utterance: Utterance, ending: Ending) -> None:
        """An utterance has left the mouth."""
        with self._lock:
            given = self._said.pop(utterance, None)
            if given is None:
                return
            if ending is not Ending.SPOKEN and given.script:
                # It would go on to be synthesised, and its thread would wait for ever for its turn to be heard.
                given.script.cancel()
            if ending is Ending.TALKED_OVER and given.repeat and not given.canceled:
                again = given
                again.repeat = False
                again.script = self._write(again.words)
                self._waiting.insert(0, again)
                return
        if ending is Ending.SPOKEN and utterance.error:
            given.end(SayOutcome.REFUSED, f"it could not be spoken: {utterance.error}", utterance.spoken)
        elif ending is Ending.MUTED and not utterance.begun:
            given.end(SayOutcome.REFUSED, ending.value)
        else:
            given.end(_OUTCOMES[ending], "" if ending is Ending.SPOKEN else ending.value, utterance.spoken)

    def clear(self) -> None:
        """Nothing of it is said any more."""
        with self._lock:
            left = [*self._waiting, *self._said.values()]
            self._waiting.clear()
            self._said.clear()
        for given in left:
            given.cancel()
            given.end(SayOutcome.CANCELED, "the voice was reset", given.spoken)

    def _take(self, given: GivenWords, now: bool) -> None:
        given.script = self._write(given.words)
        with self._lock:
            if now:
                self._begin(given, self._mouth.speak_now)
            else:
                self._waiting.append(given)

    def _begin(self, given: GivenWords, speak: Callable[[Utterance], None]) -> None:
        if given.script is None:
            return
        self._said[given.script.utterance] = given
        given.script.commit()
        speak(given.script.utterance)

    def _drop_canceled(self) -> None:
        for given in [given for given in self._waiting if given.canceled]:
            self._waiting.remove(given)
            given.end(SayOutcome.CANCELED, Ending.CANCELED.value)

    def _refuse_waiting(self) -> None:
        waiting, self._waiting = self._waiting, []
        for given in waiting:
            if given.script:
                given.script.cancel()
            given.end(SayOutcome.REFUSED, Ending.MUTED.value, given.spoken)
