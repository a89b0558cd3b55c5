"""The movements that the simulated body can make for their own sake, and what people call them."""

from __future__ import annotations

from creature_executor.errors import TaskError
from creature_executor.task import Outcome
from creature_executor.words import split_words

# name: (phases, words that mean it; the first whose words were all said is taken)
_MOTIONS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "wave": (("raise_arm", "wave", "lower_arm"), ("wave", "waving", "say goodbye")),
    "shake head": (("shake_head",), ("shake head", "shaking head")),
    "nod": (("nod",), ("nod", "nodding")),
    "bow": (("bow",), ("bow", "bowing")),
    "dance": (("step", "spin", "step"), ("dance", "dancing", "dances")),
    "spin": (("spin",), ("spin", "spinning", "circle", "twirl")),
    "turn around": (("turn",), ("turn", "turning")),
    "lower arm": (("lower_arm",), ("lower arm", "arm down")),
    "raise arm": (("raise_arm",), ("raise arm", "lift arm", "raise hand", "left arm", "right arm", "arm up")),
    "point": (("raise_arm", "point"), ("point", "pointing")),
    "step back": (("step_back",), ("step back", "move back", "backwards")),
    "clap": (("raise_arm", "clap", "lower_arm"), ("clap", "clapping")),
}
MOTIONS = tuple(_MOTIONS)


def find_motion(text: str) -> tuple[str, tuple[str, ...]]:
    """The motion that is meant, and its phases.

    Raises:
        TaskError: UNKNOWN_OBJECT if none was named, REFUSED if the body has no such motion.
    """
    said = set(split_words(text))
    if not said:
        raise TaskError(Outcome.UNKNOWN_OBJECT, "it is not clear which movement is meant")
    for name, (phases, names) in _MOTIONS.items():
        if any(set(one.split()) <= said for one in names):
            return name, phases
    raise TaskError(Outcome.REFUSED, f"this body has no movement called '{text.strip()}'; it has: {', '.join(MOTIONS)}")
