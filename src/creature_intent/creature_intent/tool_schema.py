"""The task as a tool for language models: its JSON schema, made from the action's own definition.

    python -m creature_intent.tool_schema      prints it

One source of truth: fields, types and results come from the interface, what they mean from its comments.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import Any

from creature_intent.convert import task_definition
from creature_intent.deliberation.definition import NAME, Definition

_TYPES = {"string": "string", "boolean": "boolean", "float": "number", "double": "number"}
_INTENT = re.compile(r"\b[A-Z][A-Z_]{2,}\b")


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
    print(json.dumps(tool_schema(task_definition()), indent=2))


if __name__ == "__main__":
    main()
