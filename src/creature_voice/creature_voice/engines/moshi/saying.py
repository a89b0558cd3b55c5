"""Words that were given to a Moshi, and when they are forced into its monologue.

Design: words with policy WAIT stand in a line until both have been silent for a while, those with INTERRUPT until the
word that is being spoken is complete; of the words being spoken, newer ones, a person who talks over them, a cancel
and mute() let the begun word be the last. Words that somebody talked over are said again once, if that was asked for.
Threading: give(), mute() and everything of a GivenWords from any thread, the rest from the loop's worker.
Units: frames of 80 ms, one step of the model each.
"""

from __future__ import annotations

import threading

from creature_voice.engine import SayOutcome, SayPolicy
from creature_voice.engines.given import Given
from creature_voice.engines.moshi.forcing import Forcing, Word, opens_word, split_words
from creature_voice.engines.moshi.model import PAD, Vocabulary

LONGEST_LINE = 16
"""Texts that may wait to be said."""

# A model that never begins a new word is cut short after 2 s.
_LONGEST_WORD = 25

Ending = tuple[SayOutcome, str]

_TALKED_OVER = (SayOutcome.INTERRUPTED, "a person talked over it")
_REPLACED = (SayOutcome.INTERRUPTED, "newer words took its place")
_CANCELED = (SayOutcome.CANCELED, "it was canceled")
_RESET = (SayOutcome.CANCELED, "the voice began anew")
_FAILED = "the model failed"
_MUTED = "the voice is muted"


class GivenWords(Given):
    """A creature_voice.engine.Saying."""

    def __init__(self, words: tuple[Word, ...], longest_pause: int, now: bool, repeat: bool) -> None:
        super().__init__()
        self._words = words
        self._longest_pause = longest_pause
        self.now = now
        self.repeat = repeat
        self.begun = False
        self.ending: Ending | None = None
        self.forcing = Forcing(words, longest_pause)

    @property
    def spoken(self) -> str:
        """The words spoken so far."""
        return " ".join(self.forcing.spoken)

    def stop(self, ending: Ending) -> None:
        """Let the begun word be the last, and end so."""
        if self.ending is None:
            self.ending = ending
            self.forcing.stop()

    def begin_again(self) -> None:
        """Wait for silence and say it from its first word, this time for the last time."""
        self.now = self.repeat = self.begun = False
        self.ending = None
        self.forcing = Forcing(self._words, self._longest_pause)


class Line:
    """See the module."""

    def __init__(self, vocabulary: Vocabulary, wait_steps: int, interrupt_steps: int, longest_pause: int) -> None:
        """Make it.

        Args:
            vocabulary: The model's text tokens.
            wait_steps: Silence of both before waiting words are said.
            interrupt_steps: A person's speech over given words that makes them be given up.
            longest_pause: Steps from one given word to the next, at most.
        """
        self._vocabulary = vocabulary
        self._wait_steps = wait_steps
        self._interrupt_steps = interrupt_steps
        self._longest_pause = longest_pause
        self._lock = threading.Lock()
        self._waiting: list[GivenWords] = []
        self._current: GivenWords | None = None
        self._quiet_steps = 0
        self._user_steps = 0
        self._refrained = 0
        self._closed = False
        self.muted = False

    @property
    def waiting(self) -> int:
        """Texts that wait to be said."""
        return len(self._waiting)

    @property
    def speaking(self) -> bool:
        """Given words are being said."""
        return self._current is not None

    def give(self, words: str, policy: SayPolicy, repeat: bool) -> GivenWords:
        """Take words; see DuplexEngine.say."""
        split = split_words(words, self._vocabulary) if any(c.isalnum() for c in words) else ()
        given = GivenWords(split, self._longest_pause, policy is SayPolicy.INTERRUPT, repeat)
        with self._lock:
            why = self._why_not(split)
            if why:
                given.end(SayOutcome.REFUSED, why)
            elif given.now:
                self._waiting.insert(0, given)
                if self._current:
                    self._current.stop(_REPLACED)
            else:
                self._waiting.append(given)
        return given

    def mute(self, muted: bool) -> None:
        """Force padding from now on, or not any more."""
        with self._lock:
            self.muted = muted
            if muted:
                self._end_all((SayOutcome.INTERRUPTED, _MUTED), (SayOutcome.REFUSED, _MUTED))

    def choose(self, sampled: int) -> int:
        """The text id to go on with, given the one that the model sampled."""
        with self._lock:
            if self.muted:
                return PAD
            if self._current is not None:
                chosen = self._current.forcing.choose(sampled)
                if not self._current.forcing.over:
                    return chosen
                self._leave(self._current)
            self._current = self._next(sampled)
            return sampled if self._current is None else self._current.forcing.choose(sampled)

    def tick(self, quiet: bool, user_speaking: bool) -> None:
        """One frame has passed; quiet: nobody speaks."""
        with self._lock:
            self._quiet_steps = self._quiet_steps + 1 if quiet else 0
            self._user_steps = self._user_steps + 1 if user_speaking and self._current else 0
            for given in [given for given in self._waiting if given.canceled]:
                self._waiting.remove(given)
                given.end(*_CANCELED)
            if self._current is not None:
                self._mind(self._current)

    def rewind(self) -> None:
        """The model has started afresh: what it has not spoken yet has to be forced again."""
        with self._lock:
            if self._current is not None:
                self._current.forcing.rewind()

    def fail(self) -> None:
        """A step of the model failed: whoever waits for words is told, as the next may fail as well."""
        with self._lock:
            self._end_all((SayOutcome.INTERRUPTED, _FAILED), (SayOutcome.REFUSED, _FAILED))

    def clear(self) -> None:
        """Nothing of it is said any more."""
        with self._lock:
            self._end_all(_RESET, _RESET)
            self._quiet_steps = self._user_steps = self._refrained = 0

    def close(self) -> None:
        """Nothing is said any more, ever."""
        self._closed = True
        self.clear()

    def _why_not(self, words: tuple[Word, ...]) -> str:
        if self._closed:
            return "the voice is closed"
        if not words:
            return "there are no words in it"
        if self.muted:
            return _MUTED
        full = len(self._waiting) >= LONGEST_LINE
        return f"{LONGEST_LINE} texts are already waiting to be said" if full else ""

    def _next(self, sampled: int) -> GivenWords | None:
        """Who may begin in this step."""
        first = self._waiting[0] if self._waiting else None
        if first is None or not (first.now or self._quiet_steps >= self._wait_steps):
            self._refrained = 0
            return None
        self._refrained += 1
        if self._refrained <= _LONGEST_WORD and not opens_word(sampled, self._vocabulary):
            return None
        self._refrained = self._user_steps = self._quiet_steps = 0
        first.begun = True
        return self._waiting.pop(0)

    def _mind(self, current: GivenWords) -> None:
        if current.canceled:
            current.stop(_CANCELED)
        elif self._user_steps >= self._interrupt_steps:
            current.stop(_TALKED_OVER)

    def _leave(self, current: GivenWords) -> None:
        if current.forcing.complete or current.ending is None:
            current.end(SayOutcome.SPOKEN)
        elif current.ending == _TALKED_OVER and current.repeat and not current.canceled:
            current.begin_again()
            self._waiting.insert(sum(given.now for given in self._waiting), current)
        else:
            current.end(*current.ending)

    def _end_all(self, begun: Ending, waiting: Ending) -> None:
        for given in self._waiting:
            given.end(*(_CANCELED if given.canceled else waiting))
        self._waiting.clear()
        if self._current is not None:
            self._current.end(*(_CANCELED if self._current.canceled else begun))
            self._current = None
