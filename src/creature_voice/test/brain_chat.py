"""A conversation with the rules, in a small world."""

from __future__ import annotations

import random
import re
from datetime import datetime

from creature_voice.brains.rules import RulesBrain
from creature_voice.brains.world import Item, Place, World

COMMITMENT = re.compile(r"\bI'll\b|\bI will\b|\bI'm going to\b|\bI'm gonna\b|\blet me\b|\bon my way\b", re.IGNORECASE)
WORLD = World(
    items=(
        Item("red cup", "cup", "red", "table", frozenset({"red", "small"})),
        Item("blue cup", "cup", "blue", "table", frozenset({"blue", "small"})),
        Item("book", "book", "brown", "shelf", frozenset({"brown"})),
        Item("big box", "box", "brown", "floor", frozenset({"big", "brown"})),
        Item("small box", "box", "white", "shelf", frozenset({"small", "white"})),
    ),
    places=(
        Place("table", "on"),
        Place("shelf", "on"),
        Place("kitchen", "in"),
        Place("door", "at"),
        Place("floor", "on"),
    ),
    synonyms={"mug": "cup"},
)


class Chat:
    """A conversation: hear() gives what the creature answers, and it is really said."""

    def __init__(self, seed: int = 1, world: World = WORLD) -> None:
        self.brain = RulesBrain("Pip", world, random.Random(seed), lambda: datetime(2026, 3, 4, 15, 7))

    def hear(self, heard: str) -> str:
        reply = self.brain.reply(heard)
        sentences = list(reply.sentences)
        self.brain.keep(heard, reply)
        for sentence in sentences:
            self.brain.said(sentence)
        return " ".join(sentences)
