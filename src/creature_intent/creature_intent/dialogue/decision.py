"""What the policy decides about an act, and how it is told to people."""

from __future__ import annotations

from dataclasses import dataclass, replace

from creature_intent.acts import Act, Tier, deed_words
from creature_intent.tasks.goals import Goal
from creature_intent.tokens import Speaker


@dataclass(frozen=True)
class Doubt:
    """Words of which the small judge is unsure: a larger one may be asked about them.

    Attributes:
        act: What they may mean.
        mark: How things stood when they were said (Memory.mark); an answer counts only while they stand so.
    """

    act: Act
    mark: int


@dataclass(frozen=True)
class Decision:
    """What to do about an act.

    Attributes:
        publish: The act as it was understood in its context; None if it means nothing there.
        goal: A task to start.
        cancel: Cancel what is being done (before the goal starts, if there is one).
        safety: The cancel is the user's safety word: it holds for whatever the body is at, known here or not.
        instead_of: What the cancel means alone: the task that is put right, or that the creature cannot do after all.
        suggest: The act is only to be asked about; these are the words ("Shall I get the blanket?"), empty for none.
        doubt: What a larger judge may be asked about.
    """

    publish: Act | None = None
    goal: Goal | None = None
    cancel: bool = False
    safety: bool = False
    instead_of: Goal | None = None
    suggest: str = ""
    doubt: Doubt | None = None


def told(act: Act) -> str:
    """A published act in one line: "REQUEST GRAB_OBJECT red cup (ACT 0.93): the user tells: pick up the red cup"."""
    deed = deed_words(act.intent, act.slots)
    what = f"{act.kind.name} {deed}".rstrip()
    return f"{what} ({act.tier.name} {act.confidence:.2f}): {act.reason}"


def with_tier(decision: Decision, least: float) -> Decision:
    """The decision, its act marked ACT where something starts, changes or ends by it, else SUGGEST.

    Args:
        decision: As the policy made it.
        least: A user's act at least this sure is believed although nothing happens yet: a request, which waits for the
            creature's promise.
    """
    act = decision.publish
    if act is None:
        return decision
    acts_now = decision.goal is not None or decision.cancel
    believed = act.speaker == Speaker.USER and act.tier == Tier.ACT and act.confidence >= least
    tier = Tier.ACT if acts_now or believed else Tier.SUGGEST
    return replace(decision, publish=act.but(tier=tier))
