"""Choosing among ways to say a thing, without saying it the same way again too soon."""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import Any

from creature_voice.brains.words import sentence


class Wording:
    """Picks phrases for one answer.

    Args:
        rng: The source of chance.
        used: Phrases used lately, oldest first; they are avoided, or the oldest is taken.
    """

    def __init__(self, rng: random.Random, used: Sequence[str]) -> None:
        self._rng = rng
        self._used = tuple(used)
        self.picked: tuple[str, ...] = ()

    def pick(self, phrases: Sequence[str], **fields: Any) -> str:
        """One of the phrases, its fields filled; `x_big` is field `x` with a capital letter."""
        fresh = [phrase for phrase in phrases if phrase not in self._used]
        phrase = self._rng.choice(fresh) if fresh else min(phrases, key=self._last_use)
        self.picked = (*self.picked, phrase)
        big = {f"{name}_big": sentence(value) for name, value in fields.items() if isinstance(value, str)}
        return sentence(phrase.format(**fields, **big)) if fields else phrase

    def _last_use(self, phrase: str) -> int:
        return max(index for index, used in enumerate(self._used) if used == phrase)
