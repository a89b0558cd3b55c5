"""A person talks with the default brain, and the watcher reads both."""

from __future__ import annotations

import random
from pathlib import Path

from creature_intent.acts import Slots
from creature_intent.config import IntentConfig
from creature_intent.deliberation.ear import ProjectEar
from creature_intent.dialogue.decision import Decision
from creature_intent.dialogue.watcher import Watcher
from creature_intent.tasks.goals import Goal
from creature_intent.tokens import Speaker, Token
from creature_voice.brains.abilities import Abilities
from creature_voice.brains.rules import RulesBrain
from creature_voice.brains.world import load_world

WORLD = load_world(str(Path(__file__).resolve().parent.parent / "config" / "world.yaml"))
WORD_S = 0.3


class Talk:
    """A person, the brain and the watcher; the person may be out of the watcher's hearing."""

    def __init__(self, seed: int = 1, overheard: bool = True, abilities: Abilities | None = None) -> None:
        self.brain = RulesBrain("Pip", WORLD, random.Random(seed))
        if abilities is not None:
            self.brain.abilities(abilities)
        self.watcher = Watcher(IntentConfig())
        self.ear = ProjectEar(15.0)
        self.projects: list[str] = []
        self.decisions: list[Decision] = []
        self.own: list[Decision] = []
        self._overheard = overheard
        self._seq = 0
        self.now_s = 0.0

    def hear(self, heard: str) -> str:
        """What the person says; returns the creature's answer, with the watcher having read both."""
        if self._overheard:
            self._tell(Speaker.USER, heard)
        reply = self.brain.reply(heard)
        sentences = list(reply.sentences)
        self.brain.keep(heard, reply)
        before = len(self.decisions)
        for sentence in sentences:
            self.brain.said(sentence)
        self._tell(Speaker.AGENT, " ".join(sentences))
        self.own = self.decisions[before:]
        return " ".join(sentences)

    def hand(self, words: str) -> None:
        """Words that the voice is given to say."""
        self.watcher.handed(words)
        self.brain.said(words)
        self._tell(Speaker.AGENT, words)

    def ask_first(self) -> str:
        """The slow loop asks about the wish that was heard last; returns its words."""
        wish = [decision for decision in self.decisions if decision.suggest][-1]
        assert wish.publish is not None
        self.watcher.asked(wish.publish, self.now_s)
        self.hand(wish.suggest)
        return wish.suggest

    def wish(self, words: str) -> None:
        """What the person says, and the creature leaves unanswered."""
        self._tell(Speaker.USER, words)

    def end(self, goal: Goal, outcome: str, message: str = "") -> None:
        """The body is done with a goal."""
        self.watcher.ended(goal, outcome, self.now_s, message)

    @property
    def goals(self) -> list[Goal]:
        """Everything that was started."""
        return [decision.goal for decision in self.decisions if decision.goal is not None]

    def _tell(self, speaker: Speaker, words: str) -> None:
        pieces = words.split()
        for index, piece in enumerate(pieces):
            self.now_s += WORD_S
            token = Token(self._seq, round(self.now_s / 0.08), speaker, f" {piece}", index == len(pieces) - 1)
            heard = self.watcher.feed(token, self.now_s)
            self._seq += 1
            self.decisions += heard.decisions
            if any(decision.goal is not None for decision in heard.decisions):
                self.ear.forget()
            for phrase in heard.phrases if not heard.decisions else ():
                project = self.ear.hear(phrase, self.now_s)
                self.projects += [project.aim] if project is not None else []


def started(talk: Talk) -> list[tuple[str, Slots]]:
    return [(one.intent, one.slots) for one in talk.goals]
