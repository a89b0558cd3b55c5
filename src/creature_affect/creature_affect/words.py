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


def task_words(task: TaskNews) -> str:
    """The task as one speaks of it: "pick up the red cup"; an unknown intent in plain words."""
    phrase = _PHRASES.get(task.intent)
    needed = task.destination if phrase and "{destination}" in phrase else task.object
    if phrase is None or not needed:
        return " ".join([*task.intent.lower().split("_"), task.object]).strip() or "do a task"
    named = needed.strip().removeprefix("the ")
    return phrase.format(object=named, destination=named)


def fill(template: str, fields: dict[str, str]) -> str:
    """The template with its fields; one that is not known is left out, and nothing dangles before it."""
    return template.format(**{name: fields.get(name, "") for name in FIELDS}).strip().rstrip(":").rstrip()
