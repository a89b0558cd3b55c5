"""Whether the creature says that it stops what it is doing: "stop dancing", "quit following you", "stop moving"."""

from __future__ import annotations

import re
from collections.abc import Sequence

_MOVING = (
    r"(?:moving|walking|rolling|driving|running|marching|wandering|roaming|pacing|circling|hovering|turning|rotating|"
    r"spinning|twirling|whirling|dancing|jumping|hopping|bouncing|wiggling|swaying|shaking|nodding|bowing|waving|"
    r"clapping|saluting|stretching|squatting|stomping|pointing|humming|beeping|whistling|vacuuming|sweeping|mopping)"
)
_AT_WORK = (
    r"(?:doing|picking|bringing|going|putting|following|trailing|tailing|shadowing|chasing|tagging|looking|carrying|"
    r"searching|fetching|driving)"
)
_CEASING = re.compile(
    r"^stop(?: (?:now|right now|right away|immediately|at once|it|that|here|what i am doing"
    rf"|{_MOVING}(?: (?:about|around|round|so much|on the spot|(?:my|at|the|your) \w+|and {_MOVING}))*"
    rf"|{_AT_WORK}\b.*))*$"
)


def is_ceasing(words: Sequence[str]) -> bool:
    """What is stopped is what the creature is doing; "stop bothering you" and "stop worrying" tell of none.

    Args:
        words: From the verb on, "stop" first.
    """
    return _CEASING.match(" ".join(words)) is not None
