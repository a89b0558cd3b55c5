"""The task as a tool for language models: its JSON schema, made from the action's own definition.

    python -m creature_intent.tool_schema      prints it

One source of truth: fields, types and results come from the interface, what they mean from its comments.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

NAME = "do_physical_task"
_TYPES = {"string": "string", "boolean": "boolean", "float": "number", "double": "number"}
_INTENT = re.compile(r"\b[A-Z][A-Z_]{2,}\b")


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


def tool_schema(definition: Definition, intents: Iterable[str] | None = None) -> dict[str, Any]:
    """The function that a language model may call.

    Args:
        definition: The action's.
        intents: What the body can do; None: all that the definition names.
    """
    known = _INTENT.findall(definition.comments.get("intent", ""))
    allowed = sorted(intents) if intents is not None else known
    properties = {name: _property(name, kind, definition, allowed) for name, kind in definition.fields.items()}
    endings = "; ".join(f"{name}: {definition.comments.get(name, '')}".rstrip(": ") for name in definition.results)
    about = f"{definition.about} It ends in one of: {endings}." if endings else definition.about
    parameters = {"type": "object", "properties": properties, "required": ["intent"], "additionalProperties": False}
    return {"type": "function", "function": {"name": NAME, "description": about.strip(), "parameters": parameters}}


def _property(name: str, kind: str, definition: Definition, intents: list[str]) -> dict[str, Any]:
    made: dict[str, Any] = {"type": _TYPES.get(kind, "integer" if "int" in kind else "string")}
    if definition.comments.get(name):
        made["description"] = definition.comments[name]
    if name == "intent" and intents:
        made["enum"] = intents
        made["description"] = "what is to be done"
    return made


def main() -> None:
    """Print the schema of the action as it is built."""
    from creature_intent.convert import task_definition

    print(json.dumps(tool_schema(task_definition()), indent=2))


if __name__ == "__main__":
    main()
