"""Asks first: what may only be suggested is put to the user as a question, unless the creature takes it up itself.

Sparingly: once for a thing, not while somebody goes on talking, and not after the talk has gone on to something else.
Units: seconds of any steady clock.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from creature_intent.acts import Act
from creature_intent.dialogue.watcher import Heard
from creature_intent.text.phrases import Phrase
from creature_intent.tokens import Speaker

ASK_AFTER_S = 2.0
"""How long the creature is given to take a wish up by itself: by a promise, a refusal or an offer of its own."""
STALE_S = 10.0
"""A wish that could not be asked about for so long is not asked about any more."""
_TAKES_UP = re.compile(
    r"\b(?:can't|cannot|won't|unable|afraid not|shall i|should i|i'll|i will|let me|would you like|do you want|"
    r"want me to|like me to|can i|may i|could i|which (?:one|of)|on it|right away)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Suggestion:
    """A task to be asked about.

    Attributes:
        words: The question.
        said_s: When it was wished for.
    """

    act: Act
    words: str
    said_s: float


@dataclass
class Asking:
    """Keeps the wish that is to be asked about next.

    Attributes:
        on: Ask at all.
        again_s: The same question is not asked again within this time.
    """

    on: bool = True
    again_s: float = 120.0
    _wish: Suggestion | None = None
    _quiet_s: float = 0.0
    _asked: dict[str, float] = field(default_factory=dict)

    @property
    def busy(self) -> bool:
        """due() is to be called."""
        return self._wish is not None

    def hear(self, heard: Heard, now_s: float) -> None:
        """Take what was said and decided: a new wish, or the end of the old one."""
        self._quiet_s = now_s if heard.phrases or heard.decisions else self._quiet_s
        is_settled = any(one.publish or one.goal or one.cancel for one in heard.decisions)
        if is_settled or any(_takes_up(phrase) for phrase in heard.phrases):
            self._wish = None
        for decision in heard.decisions:
            if decision.suggest and decision.publish is not None and self._is_new(decision.suggest, now_s):
                self._wish = Suggestion(decision.publish, decision.suggest, now_s)

    def due(self, now_s: float) -> Suggestion | None:
        """What is to be asked now; each is handed out once."""
        wish = self._wish
        if wish is None or now_s - self._quiet_s < ASK_AFTER_S:
            return None
        self._wish = None
        if now_s - wish.said_s > STALE_S:
            return None
        self._asked[wish.words] = now_s
        return wish

    def _is_new(self, words: str, now_s: float) -> bool:
        return self.on and now_s - self._asked.get(words, float("-inf")) > self.again_s


def _takes_up(phrase: Phrase) -> bool:
    """The creature answers a wish by itself."""
    return phrase.speaker == Speaker.AGENT and _TAKES_UP.search(phrase.text.replace("\u2019", "'")) is not None
