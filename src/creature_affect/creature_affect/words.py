"""Words for why the creature feels as it does."""

from __future__ import annotations

from creature_affect.events import TaskNews

# What a cause's template may hold in braces.
FIELDS = ("message", "task", "reason", "utterance", "seconds")

_PHRASES = {
    "GRAB_OBJECT": "pick up the {object}",
    "BRING_OBJECT": "bring the {object}",
    "PLACE_OBJECT": "put the {object} in its place",
    "MOVE_TO": "go to the {destination}",
    "GUIDE": "show the way to the {destination}",
}
# Places that take no article; "user" is the person who speaks.
_MOVES = {"user": "come to you", "here": "come here", "there": "go there", "home": "go home"}


def task_words(task: TaskNews) -> str:
    """The task as one speaks of it: "pick up the red cup"; an unknown intent in plain words."""
    phrase = _PHRASES.get(task.intent)
    needed = task.destination if phrase and "{destination}" in phrase else task.object
    if phrase is None or not needed:
        return " ".join([*task.intent.lower().split("_"), task.object]).strip() or "do a task"
    if task.intent == "MOVE_TO" and needed in _MOVES:
        return _MOVES[needed]
    if task.intent == "PLACE_OBJECT" and task.destination not in ("", *_MOVES):
        phrase = "take the {object} to the {destination}"
    return phrase.format(object=_bare(task.object), destination=_bare(task.destination))


def _bare(name: str) -> str:
    return name.strip().removeprefix("the ")


def fill(template: str, fields: dict[str, str]) -> str:
    """The template with its fields; one that is not known is left out, and nothing dangles before it."""
    return template.format(**{name: fields.get(name, "") for name in FIELDS}).strip().rstrip(":").rstrip()
