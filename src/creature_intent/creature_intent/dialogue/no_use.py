"""Facts that leave a task no use: it is so already, the thing is still in use, who is to get it has one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from creature_intent import acts
from creature_intent.acts import Act
from creature_intent.deeds.slots import object_phrase
from creature_intent.dialogue.things import agree
from creature_intent.tasks.goals import Goal

_LEAD = (
    r"^(?:(?:oh|ah|hey|no|wait|but|hang on|hold on|sorry|actually|well|hm|look|never mind|"
    r"(?:it|that) is (?:all right|okay|fine)) )*"
)
_STILL = re.compile(
    rf"{_LEAD}(?:i|we) (?:"
    r"(?:am|are) still (?:using|reading|watching|working|eating|drinking|listening|wearing|playing|cooking|writing)"
    r"(?: (?:to|with|on|at|from|in))?(?: (?P<used>.+))?"
    r"|(?:was|were) (?:just |still )?(?:watching|reading|using|drinking|eating|listening to|wearing) (?P<had>.+)"
    r"|still (?:need|want|use) (?P<wanted>.+))$"
)
_TAKEN_AWAY = frozenset({acts.PLACE_OBJECT, acts.SWITCH_OFF, acts.CLOSE})
_STATES = {
    "closed": acts.CLOSE, "shut": acts.CLOSE, "locked": acts.CLOSE, "open": acts.OPEN, "unlocked": acts.OPEN,
    "on": acts.SWITCH_ON, "running": acts.SWITCH_ON, "off": acts.SWITCH_OFF,
}  # fmt: skip
_STATE = "|".join(_STATES)
_SO_ALREADY = re.compile(
    rf"{_LEAD}(?P<thing>it|they|that|(?:the|my|that|those) .+?) (?:is|are|was|were) "
    rf"(?:(?:already|all) (?P<state>{_STATE})|(?P<so>{_STATE}) already)(?: \w+)?$"
)
_HAS_ONE = re.compile(
    rf"{_LEAD}(?P<who>he|she|they|(?:(?:the|my|our) )?\w+) (?:has|have) (?:already )?(?:got )?(?:already )?"
    r"(?:(?:one|some|it|them|(?:her|his|their) own)(?: .+)?|(?:hers|his|theirs)(?: (?:already|here|in .+|on .+))?)$"
)
_IT = frozenset({"", "it", "they", "that", "them", "this", "one"})


def without_use(text: str, tasks: Sequence[Act | Goal]) -> Iterator[Act | Goal]:
    """The tasks, the latest first, that the words leave no use: "it's already shut", "I was watching that".

    Args:
        text: A sentence of the user, or a part of it, in plain words.
        tasks: What waits, and what is being done.
    """
    still, so, has_one = _STILL.match(text), _SO_ALREADY.match(text), _HAS_ONE.match(text)
    for task in reversed(tasks):
        if still and task.intent in _TAKEN_AWAY and _is_meant(next(filter(None, still.groups()), ""), task):
            yield task
        if so and task.intent == _STATES[so["state"] or so["so"]] and _is_meant(so["thing"], task):
            yield task
        if has_one and task.intent == acts.BRING_OBJECT and _gets_it(has_one["who"], task):
            yield task


def _is_meant(thing: str, task: Act | Goal) -> bool:
    named = set((object_phrase(thing.split()) or "").split())  # "The hall light" is another than just "the light".
    return thing in _IT or (bool(named) and named <= set(task.slots.object.split()))


def _gets_it(who: str, task: Act | Goal) -> bool:
    receiver = task.slots.recipient
    return receiver not in ("", acts.USER) and (who in ("he", "she", "they") or agree(who, receiver.lower()))
