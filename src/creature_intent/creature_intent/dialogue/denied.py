"""Which task, and which part of it, is put right, told by what is denied: "not the newspaper, the crossword book"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from creature_intent.acts import Act, Slots
from creature_intent.deeds.slots import head_noun
from creature_intent.dialogue.by_name import as_written
from creature_intent.dialogue.corrected import numbered_as
from creature_intent.dialogue.things import things_of
from creature_intent.tasks.goals import Goal

_DENIED = re.compile(
    r"\b(?:not|instead of|than|forget|never mind) (?:(?:to|in|into|on|onto|from|for|at|with) )?"
    r"(?:(?:the|my|a|an|your|that|this|our|his|her) )?"
    r"(?P<thing>[\w'-]+(?: (?!but\b)[\w'-]+){0,3}?)(?= ?[,.!;]| but |$)"
)
_WORD = re.compile(r"[\w'-]+")
_EXCLUDING = frozenset({"not", "no", "except", "without"})
_ROLES = ("object", "destination", "recipient", "source")


def denied(utterance: str) -> str:
    """What the words say is not meant, in lower case; empty if nothing is."""
    found = _DENIED.search(utterance.lower().replace("\u2019", "'"))
    return found["thing"] if found else ""


def task_with(thing: str, tasks: Sequence[Act | Goal]) -> Act | Goal | None:
    """The last of the tasks of which the thing is a part."""
    return next((task for task in reversed(tasks) if thing and role_of(thing, task.slots)), None)


def in_its_place(change: Act, thing: str, slots: Slots) -> Act:
    """A correction that names nothing but a thing, put where the denied one stands: "the car, not the hall"."""
    role, told = role_of(thing, slots) if thing else "", change.slots
    things = things_of(slots.object)
    wrong = [one for one in things if thing and (head_noun(one) == head_noun(thing) or thing in one.split())]
    if role in ("", "object") and len(things) > 1 and wrong and told.object:
        kept = [told.object if one in wrong else one for one in things]
        return change.but(slots=replace(told, object=" and ".join(kept)))  # "Water, not juice", of pills and juice.
    if not role or role == "object" or not told.object or told != Slots(told.object):
        return change
    right = as_written(told.object, change.utterance) if role == "recipient" else told.object
    right = numbered_as(right, getattr(slots, role))
    return change.but(slots=replace(Slots(), **{role: right}))


def role_of(thing: str, slots: Slots) -> str:
    """Which of the slots the thing fills; empty if none."""
    for role in _ROLES:
        words = getattr(slots, role).lower()
        if words and (words == thing or (head_noun(words) == head_noun(thing) and thing in words)):
            return role
    return ""


def named_in(act: Act | Goal, words: str) -> str:
    """How words speak of the thing of an act: "named", "excluded", or "" for not at all."""
    said = _WORD.findall(words.lower())
    named = head_noun(act.slots.object or act.slots.destination)
    noun = named.split()[-1].lower() if named else ""
    if not noun or noun not in said:
        return ""
    return "excluded" if _EXCLUDING & set(said[max(0, said.index(noun) - 3) : said.index(noun)]) else "named"
