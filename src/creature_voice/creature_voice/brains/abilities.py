"""What the body behind the creature can do, as far as it has said."""

from __future__ import annotations

from dataclasses import dataclass

from creature_voice.brains.request_forms import Action

INTENTS: dict[Action, str] = {
    Action.GRAB: "GRAB_OBJECT",
    Action.BRING: "BRING_OBJECT",
    Action.PLACE: "PLACE_OBJECT",
    Action.MOVE: "MOVE_TO",
    Action.GUIDE: "GUIDE",
    Action.FOLLOW: "FOLLOW",
    Action.SEARCH: "SEARCH",
    Action.OPEN: "OPEN",
    Action.CLOSE: "CLOSE",
    Action.SWITCH_ON: "SWITCH_ON",
    Action.SWITCH_OFF: "SWITCH_OFF",
    Action.MOTION: "PERFORM_MOTION",
    Action.STOP: "STOP_ACTIVITY",
}
_STEPS: dict[Action, tuple[Action, ...]] = {
    Action.BRING: (Action.GRAB, Action.MOVE),
    Action.GUIDE: (Action.MOVE,),
    Action.PROJECT: (Action.PLACE,),
    Action.STOP: (),
}
"""What is done in steps, where the body does not know it as a whole."""


@dataclass(frozen=True)
class Abilities:
    """What a body can do.

    Attributes:
        intents: Names of the intents that it does; None if it has not said: then all are taken to be possible.
        motions: Names of the movements that it makes ("wave"); empty if it has not said.
    """

    intents: frozenset[str] | None = None
    motions: tuple[str, ...] = ()

    def can(self, action: Action) -> bool:
        """Whether a task of this kind may be promised."""
        if self.intents is None or INTENTS.get(action) in self.intents:
            return True
        return action in _STEPS and all(self.can(step) for step in _STEPS[action])

    def can_make(self, motion: str) -> bool:
        """Whether a movement may be promised, by its name."""
        said = set(motion.split())
        named = not self.motions or any(set(name.lower().split()) <= said for name in self.motions)
        return self.can(Action.MOTION) and named


EVERYTHING = Abilities()
"""What is assumed of a body that has declared nothing."""
