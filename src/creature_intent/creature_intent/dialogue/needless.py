"""What need not be done, told of the thing: "I've got the hammer here", "the fan can stay on", "so no hat"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from creature_intent import acts
from creature_intent.acts import Act
from creature_intent.deeds.slots import object_phrase
from creature_intent.dialogue.things import agree, things_of
from creature_intent.tasks.goals import Goal

_LEAD = (
    r"^(?:(?:oh|ah|ha|aha|wait|no|nope|actually|sorry|hang on|hold on|you know what|great|look|silly me|never mind|"
    r"okay|but|and|it is okay|it's okay)[ ,.!]+)*"
)
_THING = r"(?P<thing>(?:the |my |a |an |some |your |that )?(?!\w+ing\b)[\w-]+(?: [\w-]+)??)"
_PLACE = (
    r"(?:(?:right |over )?here|on me|with me|(?:beside|next to|in front of) (?:me|us)|"
    r"in my (?:\w+ )?(?:hands?|pockets?|arms|lap|mouth)|"
    r"on my (?:lap|head|nose|face|wrist|neck|knees?|feet|foot|shoulders?))"
)
"""Where a thing is that need not be brought; "over there" or "on my desk" tells where to get it."""
_HERE = rf"(?:{_PLACE}|already|now|myself|at home|after all|anyway)"
_TAIL = r"(?:[ ,]+(?:thanks|thank you|silly|dear|love|robot|so (?:i am|i'm|we're|no need|never mind)\b.*))*[ .!]*$"
_OTHERS = r"(?!(?:what|who|it|that|you|nobody|everybody|everyone|robot)\b)\w+"
_HAS = re.compile(
    rf"{_LEAD}(?:(?:i|we)(?:'ve| have)?(?: already| just| actually| also)* (?:got|found|have|brought|fetched|spotted) "
    rf"{_THING}|{_OTHERS}(?:'s| has|'ve| have)(?: already| just| actually| also)* (?:got|found|have|brought|fetched|"
    rf"spotted) (?P<their>(?:the|my|your|that) (?!\w+ing\b)[\w-]+(?: [\w-]+)??))(?: {_HERE})*{_TAIL}"
)
_IS_HERE = re.compile(
    rf"{_LEAD}{_THING}(?:'s| is|'re| are|'ve been| has been)(?: already| actually| still)* {_PLACE}"
    rf"(?: {_HERE})*(?: the whole time)?(?: ?,? (?:on|in|under|by|next to|behind|beside) [^,]+)?{_TAIL}"
)
_TURNED_UP = re.compile(
    rf"{_LEAD}(?:here|there)(?:'s| is| are) (?P<thing>(?:the|my|your|that) [\w-]+(?: [\w-]+)??){_TAIL}"
)
_WHY = r"(?:[,;.!-]+ ?(?:it|they|that|i|we|there|he|she|my|because|since)\b.*)?"
_AFTER = r"(?:then|please|for (?:me|us)|after all|actually|though|thanks|today|now|on second thoughts?)"
_ENDS = rf"(?:[ ,]+{_AFTER})*{_WHY}[ .!]*$"
_DOUBTS = r"(?:(?:maybe|perhaps|better|just|only|rather|on second thoughts?|so)[ ,]+)*"
_LEFT_OUT = (
    re.compile(rf"{_LEAD}{_DOUBTS}(?:not|without|leave) {_THING}{_ENDS}"),
    re.compile(rf"(?:^|[ ,.]+)(?:so|then|but) no (?P<thing>[\w-]+(?: [\w-]+)??){_ENDS}"),
    re.compile(rf"{_LEAD}{_DOUBTS}{_THING} (?:can|may|could|should|is fine to) (?:stay|wait|be left)(?: \w+)?{_ENDS}"),
    re.compile(rf"{_LEAD}(?:i|we)(?:'ll not| won't| will not| don't| do not) (?:be )?need(?:ing)? {_THING}{_ENDS}"),
    re.compile(
        rf"{_LEAD}{_THING}(?:'s| is|'re| are) (?:fine|okay|good|all right) (?:as|where|the way) "
        rf"(?:it|they)(?:'s| is|'re| are){_ENDS}"
    ),
)
_STATE = re.compile(
    rf"{_LEAD}{_THING}(?:'s| is|'re| are) (?P<already>already )?"
    rf"(?P<state>on|off|open|closed|shut)(?P<late> already)?{_ENDS}"
)
_DONE_BY = {
    "on": acts.SWITCH_ON, "off": acts.SWITCH_OFF, "open": acts.OPEN, "closed": acts.CLOSE, "shut": acts.CLOSE,
}  # fmt: skip
_FETCHING = (acts.BRING_OBJECT, acts.GRAB_OBJECT, acts.SEARCH)


def needless(words: str, tasks: Sequence[Act | Goal]) -> str:
    """The thing with which nothing need be done, as the task calls it; empty if the words take back none of the tasks.

    Args:
        words: The sentence in lower case.
        tasks: What waits, and what is being done.
    """
    words = words.replace("\u2019", "'")
    left = next((found for found in (pattern.search(words) for pattern in _LEFT_OUT) if found), None)
    if left:
        return _named_in(left["thing"], tasks)
    state = _STATE.match(words)
    if state and (state["already"] or state["late"]):
        return _named_in(state["thing"], [task for task in tasks if task.intent == _DONE_BY[state["state"]]])
    here = _IS_HERE.match(words) or _TURNED_UP.match(words)
    if here:
        return _named_in(here["thing"], [task for task in tasks if _is_sought(task)])
    found = _HAS.match(words)
    return _named_in(_thing_of(found), [task for task in tasks if task.intent in _FETCHING]) if found else ""


def _is_sought(task: Act | Goal) -> bool:
    """What is looked for, or fetched for the user, need not be where it turns up; "the letter is here" tells whence."""
    is_for_user = task.slots.recipient in ("", acts.USER) and not task.slots.destination
    return task.intent == acts.SEARCH or (task.intent in _FETCHING and is_for_user)


def _thing_of(found: re.Match[str]) -> str:
    return found.groupdict().get("their") or found["thing"]


def _named_in(words: str, tasks: Sequence[Act | Goal]) -> str:
    """What the task calls it; empty where the words tell it apart: "the hall light is already on" is another lamp."""
    thing = object_phrase(words.split()) or ""
    things = (one for task in tasks for one in things_of(task.slots.object))
    return next((one for one in things if thing and one and agree(thing, one) and _is_no_other(thing, one)), "")


def _is_no_other(thing: str, asked: str) -> bool:
    return {*thing.split()} <= {*asked.split()} or len(thing.split()) == 1
