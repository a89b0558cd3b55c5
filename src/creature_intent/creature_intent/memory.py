"""What the policy keeps in mind: what was asked for, offered, refused, agreed to, and what is being done.

Units: seconds of any steady clock.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from creature_intent.acts import Act, Tier
from creature_intent.combine import repeats
from creature_intent.config import IntentConfig
from creature_intent.goals import Goal

AFTER_OKAY_S = 4.0
"""What the creature says within this time of an "okay" may take it back, or spell it out."""


@dataclass
class Waiting:
    """An act that waits for an answer.

    Attributes:
        since_s: When it was said, or last spoken of.
        asked_back: The creature has asked which one is meant.
        promised: The creature has promised it before it had to ask.
        choices: The things of which it has asked for one.
        agreed: The creature's agreement, which did not count since the request was in doubt.
    """

    act: Act
    since_s: float
    asked_back: bool = False
    promised: bool = False
    choices: tuple[str, ...] = ()
    agreed: Act | None = None


@dataclass
class Memory:
    """How things stand between the user and the creature.

    Attributes:
        pending: The request that waits for a promise.
        offered: What the user's "yes" would start.
        refused: The request that the creature has refused.
        agreed: The request that was agreed to by "okay" alone.
        open: The goals that have neither ended nor been taken back.
        started, started_s, running: The last goal, when it began, and whether it is still being done.
        stopped_s: When the user last said stop.
        mark: Another number whenever something of this changes by what is said.
    """

    config: IntentConfig
    pending: Waiting | None = None
    offered: Waiting | None = None
    refused: Waiting | None = None
    agreed: Waiting | None = None
    open: list[Goal] = field(default_factory=list)
    started: Goal | None = None
    started_s: float = 0.0
    running: bool = False
    stopped_s: float = float("-inf")
    mark: int = 0

    def changed(self) -> None:
        """Note that something has changed: what was in doubt before stays in doubt."""
        self.mark += 1

    def expire(self, now_s: float) -> None:
        """Forget what nobody has answered."""
        for name in ("pending", "offered"):
            waiting = getattr(self, name)
            if waiting and now_s - waiting.since_s > self.config.request_expiry_s:
                setattr(self, name, None)

    def forget(self) -> None:
        """No request from before may be joined to a promise from after."""
        self.pending = self.offered = self.refused = None
        self.changed()

    def decline(self) -> None:
        """The user does not want what was offered; a mere wish is given up with the offer."""
        if self.pending and self.pending.act.tier == Tier.SUGGEST:
            self.pending = None
        self.offered = None
        self.changed()

    def stands(self, now_s: float) -> bool:
        """Something was asked for, offered, refused or promised that can be taken back."""
        return bool(self.open or self.pending or self.offered or self.is_refused_lately(now_s))

    def base(self, now_s: float) -> Act | Goal | None:
        """What a correction corrects: the open request, what is being done, what was done a moment ago."""
        if self.pending:
            return self.pending.act
        recent = self.running or now_s - self.started_s <= self.config.repeat_s
        return self.started if recent else None

    def open_question(self, act: Act) -> bool:
        """The creature asked which one, was not answered, and does not name one itself."""
        return bool(self.pending and self.pending.asked_back and not act.named)

    def is_agreed(self, now_s: float) -> bool:
        """What runs was agreed to a moment ago by "okay" alone: what the creature says next may take it back."""
        return self.running and self.agreed is not None and now_s - self.agreed.since_s <= AFTER_OKAY_S

    def is_refused_lately(self, now_s: float) -> bool:
        """The creature may still think better of what it has refused."""
        return self.refused is not None and now_s - self.refused.since_s <= 2 * self.config.request_expiry_s

    def is_running(self, goal: Goal) -> bool:
        """Just this is being done."""
        return self.running and goal.same_as(self.started)

    def is_repeated(self, goal: Goal, now_s: float) -> bool:
        """It was promised before, and is being done or was begun a moment ago."""
        lately = self.running or now_s - self.started_s <= self.config.repeat_s
        return lately and repeats(goal, self.started)
