"""Names of topics as people give them, and how to listen to one so that it is heard."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

# The creature's own topics, and when something comes on them.
OWN = {
    "affect": "when it feels something else",
    "intent": "when words ask for a task, promise, correct or cancel it",
    "task": "when a task begins, goes on or ends",
    "voice/text": "when somebody speaks",
    "voice/state": "every 80 ms",
    "voice/speech": "while the creature speaks",
    "voice/mic": "while a page or a recording is its microphone",
    "diagnostics": "once a second",
}
# Every graph has these.
_OTHERS = ("rosout", "parameter_events")


@dataclass(frozen=True)
class Listening:
    """Quality of service with which every publisher of a topic is heard."""

    reliable: bool
    latched: bool


def listening(publishers: Iterable[Listening]) -> Listening:
    """What to ask for: no more than every publisher offers.

    Args:
        publishers: What each offers: reliable delivery, and the last messages for whoever comes later.
    """
    offers = list(publishers)
    return Listening(all(one.reliable for one in offers), all(one.latched for one in offers))


def visible(topics: Iterable[tuple[str, Sequence[str]]]) -> dict[str, str]:
    """Topic to type, by name, without the inner topics of actions."""
    return {name: types[0] for name, types in sorted(topics) if "/_" not in name and types}


def find(name: str, namespace: str, topics: Mapping[str, str]) -> str | None:
    """The full name of a topic; a relative one is sought under the namespace, then at the root. None if not there."""
    stem = name.lstrip("/")
    wanted = [f"/{stem}"] if name.startswith("/") else [f"{namespace.rstrip('/')}/{stem}", f"/{stem}"]
    return next((full for full in wanted if full in topics), None)


def own_name(name: str, namespace: str) -> str | None:
    """The name under which a topic is one of the creature's own; None if it is none of them."""
    stem = name.removeprefix(f"{namespace.rstrip('/')}/").lstrip("/")
    return stem if stem in OWN else None


def refusal(name: str, namespace: str) -> str:
    """Why a name need not be waited for; empty if it may be there. Full names may be of anybody's topics."""
    if name.startswith("/") or own_name(name, namespace) or name in _OTHERS:
        return ""
    near = difflib.get_close_matches(name, OWN, n=1)
    hint = f"did you mean '{near[0]}'? " if near else ""
    return f"no topic '{name}'; {hint}there are: {', '.join(OWN)}; any other by its full name, such as /tf"


def waiting(topic: str, namespace: str) -> str:
    """What is waited for, in words."""
    name = own_name(topic, namespace)
    when = f", which come {OWN[name]}" if name else ""
    return f"waiting for messages on {topic}{when} ..."


def not_there(name: str, namespace: str, topics: Mapping[str, str]) -> str:
    """That there is no such topic, and what there is."""
    prefix = f"{namespace.rstrip('/')}/"
    near = difflib.get_close_matches(name, [topic.removeprefix(prefix) for topic in topics], n=1)
    hint = f"did you mean '{near[0]}'? " if near else ""
    if any(topic.startswith(prefix) for topic in topics):
        return f"no topic '{name}'; {hint}`echo` without a topic lists those there are"
    return f"no topic '{name}': nothing publishes under {prefix}; {hint}start the creature with `./creature up`"


def table(topics: Mapping[str, str]) -> str:
    """Names and types, aligned, one a line."""
    width = max((len(name) for name in topics), default=0)
    return "".join(f"{name:<{width}}  {kind}\n" for name, kind in topics.items())
