"""The rules that are written in config/intents.yaml, compiled: forms, verbs, deeds, idioms, nouns."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True)
class Form:
    """A way to ask or to promise.

    Attributes:
        form: The form in words, for the reason.
        strength: How surely it asks or promises, 0 to 1.
        pattern: From the clause's beginning on; its group `deed` (or `thing`) is what is asked or promised.
        then: What `deed` begins with: "verb", "gerund" or "place" (a preposition: the deed is to go there).
    """

    form: str
    strength: float
    pattern: re.Pattern[str]
    then: str = "verb"


@dataclass(frozen=True)
class Shape:
    """A whole deed, from the verb on.

    Attributes:
        intent: Name of the task.
        patterns: Of the words after the verb; any one fits. Groups are the roles.
        motion: For PERFORM_MOTION, what to call it: "verb" and "part" stand for the words themselves.
        heads: The object's noun is one of these; empty allows any.
        is_thing: The object must be a thing of the house: nothing digital, nothing without article but what is known.
        sure: How sure the words leave it, 0 to 1.
        unless: Words (from the verb on) for which it does not hold.
    """

    intent: str
    patterns: tuple[re.Pattern[str], ...]
    motion: str = ""
    heads: frozenset[str] = frozenset()
    is_thing: bool = False
    sure: float = 1.0
    unless: re.Pattern[str] | None = None


@dataclass(frozen=True)
class Stopping:
    """Words that take back: wherever they are a clause, only alone, and those that name the thing or the deed."""

    anywhere: re.Pattern[str]
    alone: re.Pattern[str]
    thing: re.Pattern[str]
    deed: re.Pattern[str]


@dataclass(frozen=True)
class Rulebook:
    """The rules of a file.

    Attributes:
        asking, wishes, promising: Forms of the user and of the creature, in the order in which they are tried.
        coming: Of a thing that comes to the user; group `thing`.
        offering: How the creature offers a deed; group `deed`.
        readers: Verb -> the names of the grammars that read what follows it, in order.
        shapes: Verb -> deeds that may begin with it.
        idioms: What is no task, from the verb on.
        elsewhere: Errands far from the creature's room.
        scenes: What a sentence is -> words that show it: nothing in it is acted on.
        slips: What was misheard -> what was meant.
        stopping, agreeing, agreeing_at_once: What steers a task without naming a deed.
        nouns: Lists of nouns.
    """

    asking: tuple[Form, ...]
    wishes: tuple[Form, ...]
    promising: tuple[Form, ...]
    coming: tuple[re.Pattern[str], ...]
    offering: re.Pattern[str]
    readers: Mapping[str, tuple[str, ...]]
    shapes: Mapping[str, tuple[Shape, ...]]
    idioms: re.Pattern[str]
    elsewhere: re.Pattern[str]
    scenes: Mapping[str, re.Pattern[str]]
    slips: tuple[tuple[re.Pattern[str], str], ...]
    stopping: Stopping
    agreeing: re.Pattern[str]
    agreeing_at_once: re.Pattern[str]
    nouns: Mapping[str, frozenset[str]]

    @cached_property
    def verbs(self) -> frozenset[str]:
        """Every verb that may begin a deed, in its base form."""
        return frozenset(self.readers) | frozenset(self.shapes) | {"stop"}

    @cached_property
    def base_of(self) -> dict[str, str]:
        """Gerund -> base form. "I'm holding the cup" tells how things are, so `hold` and the like have none."""
        return {gerund(verb): verb for verb in sorted(self.verbs - _STATES)}


_STATES = frozenset({"hold", "reach", "be", "have", "stay", "sit", "lie", "face", "see"})
_CLOSED = re.compile(r"^(?:un|re)?(?:s?qu)?[^aeiou]*[aeiou][bdgmnpt]$")


def gerund(verb: str) -> str:
    """ "picking" for "pick", "putting" for "put"."""
    if verb == "lie":
        return "lying"
    if _CLOSED.match(verb) and verb not in ("open", "visit"):
        return verb + verb[-1] + "ing"
    return (verb[:-1] if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")) else verb) + "ing"
