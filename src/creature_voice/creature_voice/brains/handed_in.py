"""Questions that the slow loop hands to the voice, and what the answer to them is about.

The brain knows them by their words, as they were really spoken: no message has to tell it, and nothing waits.
"""

from __future__ import annotations

import re

from creature_voice.brains.question import Ask, Question, Task
from creature_voice.brains.request import YOU
from creature_voice.brains.request_forms import Action

_OFFERS: tuple[tuple[Action, str], ...] = (
    (Action.GRAB, r"pick up (?P<thing>.+)"),
    (Action.BRING, r"(?:get|bring|fetch)(?: you)? (?P<thing>.+)"),
    (Action.PLACE, r"put (?P<thing>.+) (?P<spot>away)"),
    (Action.MOVE, r"go (?P<spot>to (?:(?:the|your|my) )?(?P<place>.+))"),
    (Action.GUIDE, r"show (?:you )?the way (?P<spot>to (?:(?:the|your|my) )?(?P<place>.+))"),
    (Action.FOLLOW, r"come along"),
    (Action.SEARCH, r"look for (?P<thing>.+)"),
    (Action.OPEN, r"open (?P<thing>.+)"),
    (Action.CLOSE, r"close (?P<thing>.+)"),
    (Action.SWITCH_ON, r"switch on (?P<thing>.+)"),
    (Action.SWITCH_OFF, r"switch off (?P<thing>.+)"),
    (Action.MOTION, r"(?P<deed>do that)"),
)
"""What "Shall I ...?" offers."""
_FOR_YOU = (Action.BRING, Action.GUIDE, Action.FOLLOW)


def offered(words: str) -> Question | None:
    """A task about which the user is asked first ("Shall I get the blanket?")."""
    asked = re.search(r"\bshall i (?P<deed>[^?.!]+)\?$", words.strip(), re.IGNORECASE)
    for action, form in _OFFERS if asked is not None else ():
        match = re.fullmatch(form, asked["deed"], re.IGNORECASE) if asked is not None else None
        if match is not None:
            recipient = YOU if action in _FOR_YOU else ""
            return Question(Ask.OFFER, Task(action, recipient=recipient, **match.groupdict()))
    return None


def asked_by_task(words: str, task: Task | None) -> Question | None:
    """What a task that came to nothing asks: which of several, or whether another thing was meant."""
    return None if task is None else _which(words, task) or _guess(words, task)


def _which(words: str, task: Task) -> Question | None:
    """ "Which cup do you mean, the red one or the blue one?" """
    match = re.match(r"(?:sorry, )?which (?P<kind>\w+)", words.lower())
    if match is None or "?" not in words:
        return None
    return Question(Ask.WHICH, task, _named(words), "" if match["kind"] == "one" else match["kind"])


def _named(words: str) -> tuple[str, ...]:
    """The things of "Which cup, the red cup or the blue cup?", by name."""
    _, _, listed = words.lower().rstrip(" ?").partition(", ")
    names = tuple(name.removeprefix("the ").strip() for name in re.split(r", (?:or )?| or ", listed))
    return names if len(names) > 1 and not any(name.endswith(" one") for name in names) else ()


def _guess(words: str, task: Task) -> Question | None:
    """A thing or a place that the task offers for one that it did not find ("did you mean the red cup?")."""
    match = re.search(r"did you mean (?:the )?(?P<name>[^?]+)\?$", words.strip().lower())
    return Question(Ask.GUESS, task, subject=match["name"]) if match is not None else None
