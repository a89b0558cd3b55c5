"""The tool for language models, made from the action's text."""

from __future__ import annotations

from creature_intent.deliberation.definition import Definition, comments_of
from creature_intent.tool_schema import tool_schema

TEXT = """\
# A task.
# For a body.
string intent   # GRAB_OBJECT OPEN
uint8 count     # how many
string bare
---
uint8 OK=0      # done
uint8 FAILED=5  # it went wrong
string bare     # said in the result
---
float32 progress # 0 to 1
"""


def test_comments_are_found_by_name_and_the_first_counts():
    about, comments = comments_of(TEXT)
    assert about == "A task. For a body."
    assert comments == {
        "intent": "GRAB_OBJECT OPEN",
        "count": "how many",
        "bare": "",
        "OK": "done",
        "FAILED": "it went wrong",
        "progress": "0 to 1",
    }


def definition():
    about, comments = comments_of(TEXT)
    return Definition({"intent": "string", "count": "uint8", "bare": "string"}, ("OK", "FAILED"), comments, about)


def test_the_schema_has_types_meanings_and_the_intents_there_are():
    function = tool_schema(definition())["function"]
    assert function["description"] == "A task. For a body. It ends in one of: OK: done; FAILED: it went wrong."
    assert function["parameters"] == {
        "type": "object",
        "properties": {
            "intent": {"type": "string", "description": "what is to be done", "enum": ["GRAB_OBJECT", "OPEN"]},
            "count": {"type": "integer", "description": "how many"},
            "bare": {"type": "string"},
        },
        "required": ["intent"],
        "additionalProperties": False,
    }


def test_a_body_narrows_the_intents():
    made = tool_schema(definition(), {"OPEN"})
    assert made["function"]["parameters"]["properties"]["intent"]["enum"] == ["OPEN"]


def test_it_works_without_comments():
    made = tool_schema(Definition({"intent": "string"}))
    assert made["function"]["parameters"]["properties"] == {"intent": {"type": "string"}}
