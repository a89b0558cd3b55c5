"""What comes of a dialogue, for tests."""

from __future__ import annotations

from creature_intent.config import IntentConfig
from creature_intent.dialogue.watcher import Watcher
from creature_intent.tokens import Speaker, Token


def goals_of(*turns):
    """The goals and cancels of a dialogue, a second for each turn ("U: ..." or "A: ...")."""
    watcher, found = Watcher(IntentConfig()), []
    for number, turn in enumerate(turns):
        speaker = Speaker.AGENT if turn.startswith("A") else Speaker.USER
        for decision in watcher.feed(Token(number, number, speaker, turn[3:], True), float(number)).decisions:
            found += ["cancel"] * decision.cancel
            if decision.goal:
                found.append((decision.goal.intent, *filter(None, vars(decision.goal.slots).values())))
    return found
