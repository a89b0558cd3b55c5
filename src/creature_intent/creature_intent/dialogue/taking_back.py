"""Words that take back: what is a mere "no" to an offer, which task is meant. (Safety words: safety_words.)"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from creature_intent import acts
from creature_intent.acts import Act
from creature_intent.deeds.naming import one_of
from creature_intent.deeds.slots import head_noun
from creature_intent.dialogue.things import agree, things_of
from creature_intent.tasks.goals import Goal

DECLINED = re.compile(r"^(?:no|nope|nah|naw|not now|no need)\b(?!.*\b(?:stop|freeze|halt|let go|cancel)\b)")
"""A "no" to an offer; a safety word in it still stops everything."""
MAY_MEAN_ELSE = re.compile(
    r"\b(?:leave|worry|bother|not|doesn'?t|fancy|feel like|no (?!need|forget|cancel|stop|skip|drop|scrap))\b"
    r"|\b(?:let'?s|(?:i|we) (?:can|could|may|might|will)) (?:skip|forget|leave)\b"
    r"|n't want (?:the|my|a|any|that) \w+ (?:(?:down|up|in|out|on|over) )?(?:there|here)\b"
)
"""Words that take back only what they name: "leave the chairs", "don't worry about the dog"."""
WRONG_ONE = re.compile(
    r"\b(?:not (?:that|this|these|those)(?: ones?)?|wrong (?:one|ones|thing)|mistake|"
    r"you (?:misunderstood|misheard)(?: me)?|(?:not|n't) what i (?:meant|wanted|asked(?: you)? for|said))[ .!]*$"
)
"""Words that take back what is done, and let expect what is to be done instead: "Wait, not that. The hammer." """
_LEFT = re.compile(r"^(?:(?:no|oh|okay|actually|just|please|and|but|better|you can)[ ,]+)*leave (?:the|my|those) ")
NOT_WANTED = "the user does not want it done"
"""Why an act takes back that forbids a deed: "Don't close the blinds." """
IN_VAIN = 0.45
"""How sure an act is that takes back what nobody has asked for."""


_AFTER_ALL = re.compile(
    r"^(?:(?:oh|ah|no|wait|or|but|actually|sorry|haha)[ ,]+)*(?:i (?:have )?(?:already )?(?:got|found) (?:it|them|one)|"
    r"i am wearing (?:it|them)|(?:it|they|that) (?:is|are) already (?:on|off|open|closed|shut|here)|"
    r"(?:it|they) (?:is|are) (?:on|off|open|closed|shut|here) already|leave (?:it|them) (?:on|off|open|closed|shut))"
    r"(?: (?:already|now|after all|thanks))*$"
)
_AGAIN = r"oh|ah|no|wait|actually|sorry|nah|hang on|hold on|you know what"
_THINKING_AGAIN = rf"{_AGAIN}|just|please"
_ON_SECOND_THOUGHT = re.compile(
    rf"^(?:(?:{_THINKING_AGAIN})[ ,]+)*(?:i (?:have )?changed my mind|not (?:right )?now|"
    rf"(?:{_AGAIN})[ ,]+(?:(?:just|please)[ ,]+)*"
    r"(?:(?:leave|drop|forget|skip) (?:it|them|that)(?: (?:alone|be|for now))?|no))(?: (?:please|thanks|after all))*$"
)


def is_after_all(text: str, before: str = "") -> bool:
    """Said right after a request, it takes it back: "... oh I have got it", "... no , leave it".

    Args:
        text: A clause in plain words.
        before: What was said between the request and it: "no".
    """
    said = f"{before} {text}".strip()
    return _AFTER_ALL.match(said) is not None or _ON_SECOND_THOUGHT.match(said) is not None


def is_meant(act: Act, task: Act | Goal) -> bool:
    """What takes back may mean this task."""
    if act.intent not in ("", acts.STOP_ACTIVITY, task.intent):
        return False
    thing, done = act.slots.object, task.slots.object
    return not thing or (bool(done) and (agree(thing, done) or _ends_alike(thing, done)))


def is_forbidden(act: Act, task: Act | Goal) -> bool:
    """What is not to be done is this task; who is to get a thing is not to take it, either."""
    fetching = {acts.BRING_OBJECT, acts.GRAB_OBJECT}
    return is_meant(act.but(intent=task.intent) if {act.intent, task.intent} <= fetching else act, task)


_NONE = re.compile(
    r"(?:^|, |\b(?:so|but|then|well|oh|ah|and|actually|okay) )no (?:more )?(?P<thing>\w+(?: \w+){0,2}?)"
    r"(?: (?:after all|any ?more|then|thanks|thank you|please|today|tonight|now|for (?:me|us|him|her|them)))*(?:,|$)"
)


def none_of(act: Act, task: Act | Goal) -> str:
    """ "milk" of "no milk after all", where milk is being brought; empty for "no, milk", which asks for it again."""
    thing, done = _none(act), task.slots.object
    is_it = bool(thing and done) and (set(thing.split()) <= set(done.split()) or _ends_alike(thing, done))
    return thing if is_it else ""  # "No, oat milk" adds.


def is_none_else(act: Act, task: Act | Goal) -> bool:
    """ "No ice, please.", while water is being brought: nothing is to be brought instead."""
    thing = _none(act) if act.utterance[:1].isupper() else ""  # "no tea" without marks may be "no, tea".
    return bool(thing) and one_of(head_noun(thing)) != one_of(head_noun(task.slots.object))


def _none(act: Act) -> str:
    """What the user says there is to be none of, if the act names it; empty for none."""
    words = re.sub(r"[^\w\s,?]", "", act.utterance.lower())
    none = _NONE.search(words) if act.slots.object and "?" not in words else None
    return none["thing"] if none and agree(act.slots.object, none["thing"]) else ""


def _ends_alike(thing: str, done: str) -> bool:
    """ "Forget the ladder.", of a stepladder."""
    return " " not in thing and len(thing) > 3 and done.endswith(thing)


def is_one_of_several(act: Act, task: Act | Goal) -> bool:
    """ "Forget the TV and the shutters.", where each is a task of its own."""
    things = things_of(act.slots.object)
    return len(things) > 1 and bool(task.slots.object) and any(agree(thing, task.slots.object) for thing in things)


def without(act: Act, open_tasks: Sequence[Goal]) -> tuple[Goal, Goal] | None:
    """A task of several things and what is left of it without the one that is taken back; None where that fits none.

    Args:
        act: What the user takes back.
        open_tasks: What is being done.
    """
    for task in open_tasks if act.slots.object else ():
        things = things_of(task.slots.object)
        kept = [thing for thing in things if not any(agree(one, thing) for one in things_of(act.slots.object))]
        if kept and len(kept) < len(things):
            return task, replace(task, slots=replace(task.slots, object=" and ".join(kept)))
    return None


def is_left_there(act: Act, open_tasks: Sequence[Goal]) -> bool:
    """ "Leave the flour in the car", while it is to be brought from there."""
    if act.intent != acts.PLACE_OBJECT or not act.named or not _LEFT.match(act.utterance.lower()):
        return False
    brought = [goal for goal in open_tasks if goal.intent == acts.BRING_OBJECT]
    whole = any(agree(act.slots.object, goal.slots.object) for goal in brought)
    return bool(brought) and (whole or without(act, open_tasks) is not None)
