"""What the rules and the small judge doubt is put to a larger one, and its answers are counted.

Design: driven by calls only, from one thread; nothing here waits. Where no larger judge is set there is none of this.
Units: seconds of the clock of the second opinion.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from creature_intent.acts import Kind, deed_words
from creature_intent.dialogue.decision import Doubt
from creature_intent.second_opinion import EndpointOpinion, Opinion, Question, SecondOpinion, SecondOpinionConfig
from creature_intent.text.phrases import Phrase
from creature_intent.tokens import Speaker
from creature_node.config import ConfigError

_TURNS = 6
"""Turns of the conversation that are told with a question."""


@dataclass
class Doubts:
    """Asks, and hands back what was answered.

    Attributes:
        judge: Who is asked.
        patience_s: A question is given up after this time.
        counts: How many were asked, meant, talk, or failed.
        failure: Why the last one failed; empty after an answer.
        took_s: How long the last answer took.
    """

    judge: SecondOpinion
    patience_s: float
    counts: dict[str, int] = field(default_factory=lambda: dict.fromkeys(("asked", "meant", "talk", "failed"), 0))
    failure: str = ""
    took_s: float = 0.0
    _waiting: dict[int, tuple[Doubt, float]] = field(default_factory=dict)
    _before: deque[tuple[Speaker, str]] = field(default_factory=lambda: deque(maxlen=_TURNS))

    @property
    def busy(self) -> bool:
        """poll() is to be called."""
        return bool(self._waiting)

    def hear(self, phrases: Sequence[Phrase]) -> None:
        """Keep what was said, for the questions to come."""
        self._before.extend((phrase.speaker, phrase.text) for phrase in phrases)

    def ask(self, doubt: Doubt, now_s: float) -> None:
        """Put it to the judge; where it has no room, the doubt stays."""
        act, key = doubt.act, self.counts["asked"]
        deed, takes_back = deed_words(act.intent, act.slots), act.kind == Kind.CANCEL
        if self.judge.ask(Question(key, act.speaker, act.utterance, deed, tuple(self._before), now_s, takes_back)):
            self.counts["asked"] += 1
            self._waiting[key] = doubt, now_s

    def poll(self, now_s: float) -> list[tuple[Doubt, Opinion]]:
        """The answers that have come; what waits too long is given up."""
        answered = []
        for opinion in self.judge.poll():
            waiting = self._waiting.pop(opinion.question.key, None)
            if waiting is not None:
                self._count(opinion)
                answered.append((waiting[0], opinion))
        for key, (_, asked_s) in list(self._waiting.items()):
            if now_s - asked_s > self.patience_s:
                del self._waiting[key]
                self.counts["failed"] += 1
                self.failure = f"no answer within {self.patience_s:g} s"
        return answered

    def close(self) -> None:
        """Ask no more."""
        self.judge.close()

    def _count(self, opinion: Opinion) -> None:
        self.took_s = opinion.took_s
        self.failure = opinion.reason if opinion.is_act is None else ""
        self.counts["failed" if opinion.is_act is None else "meant" if opinion.is_act else "talk"] += 1


def make_doubts(config: SecondOpinionConfig, environment: Mapping[str, str]) -> Doubts | None:
    """The larger judge that is configured; None if there is none.

    Args:
        config: What is asked for.
        environment: Where the endpoint's key is looked up.

    Raises:
        ConfigError: an address that is none, or a key that is not there.
    """
    if not config.url:
        return None
    if config.api_key_env and config.api_key_env not in environment:
        raise ConfigError(f"parameter 'second_opinion.api_key_env': there is no variable {config.api_key_env}")
    key = environment.get(config.api_key_env, "") if config.api_key_env else ""
    try:
        return Doubts(EndpointOpinion(config, key), config.timeout_s)
    except ValueError as error:
        raise ConfigError(f"parameter 'second_opinion.url': {error}") from error
