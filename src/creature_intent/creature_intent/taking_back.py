"""Words that take back: what ends everything, what is a mere "no" to an offer, which task is meant."""

from __future__ import annotations

import re

from creature_intent import acts
from creature_intent.acts import Act
from creature_intent.combine import agree
from creature_intent.goals import Goal

DECLINED = re.compile(r"^(?:no|nope|not now|no need)\b(?!.*\b(?:stop|freeze|halt|let go|cancel)\b)")
"""A "no" to an offer; a safety word in it still stops everything."""
SAFETY = re.compile(
    r"^(?!.*\b(?:cancel|skip|forget) (?:my|this one)\b)(?!.*\bstop (?:by|in|over)\b).*\b(?:stop|freeze|halt|let go|"
    r"let me go|hold it|quit it|cut it out|hands off|cancel|abort|release|wait|cease|never ?mind|forget|stand still|"
    r"stand down|drop (?:it|that|everything)|scrap|scratch that|call it off|enough|whoa|any ?more|after all|"
    r"don't bother|"
    r"changed my mind|(?:don't|do not) (?:move|\w+ (?:that|it|this)))\b"
)
"""Words that end everything, whether or not anything is known to be done."""
IN_VAIN = 0.45
"""How sure an act is that takes back what nobody has asked for."""


def is_meant(act: Act, task: Act | Goal) -> bool:
    """What takes back may mean this task."""
    if act.intent not in ("", acts.STOP_ACTIVITY, task.intent):
        return False
    return not act.slots.object or (bool(task.slots.object) and agree(act.slots.object, task.slots.object))
