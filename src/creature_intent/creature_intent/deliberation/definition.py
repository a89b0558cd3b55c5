"""What an action's definition says: its fields, and what its comments tell of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

NAME = "do_physical_task"


@dataclass(frozen=True)
class Definition:
    """What an action's definition says.

    Attributes:
        fields: Type of each field of the goal, by name, in order.
        comments: What each field and each result means; may lack any.
        results: Names of the results.
        about: What the action is for.
    """

    fields: Mapping[str, str]
    results: tuple[str, ...] = ()
    comments: Mapping[str, str] = field(default_factory=dict)
    about: str = ""


def comments_of(text: str) -> tuple[str, dict[str, str]]:
    """What an .action file says it is for, and the comment of each field and constant.

    A name that stands in several of its parts (goal, result, feedback) keeps its first comment.
    """
    about: list[str] = []
    comments: dict[str, str] = {}
    for line in text.splitlines():
        code, _, comment = line.partition("#")
        words = code.replace("=", " ").split()
        if len(words) >= 2:
            comments.setdefault(words[1], comment.strip())
        elif not words and comment and not comments:
            about.append(comment.strip())
    return " ".join(about), comments
