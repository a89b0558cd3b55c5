"""The ways to write a pattern: text, a list, a beginning with what follows it."""

from __future__ import annotations

import pytest

from creature_intent.grammar.patterns import ROLES, TAKEN_BACK, Patterns, words
from creature_node.config import ConfigError
from creature_node.settings_file import Section, read_settings

PIECES = """
pieces:
  soft: [please, just]
  softly: '(?:{soft} )*'
  to_me: '(?: to {recipient})?'
"""


@pytest.fixture
def root_of(tmp_path):
    def read(text: str) -> Section:
        path = tmp_path / "rules.yaml"
        path.write_text(PIECES + text)
        return read_settings(str(path))

    return read


@pytest.mark.parametrize(
    ("written", "fit", "unfit"),
    [
        ("turn off", ["turn off"], ["turn", "off", "turn on"]),
        ("'turn o(?:n|ff)'", ["turn on", "turn off"], ["turn of"]),
        ("[up, 'turn (?:on|off)']", ["up", "turn on"], ["turn", "on"]),
        ("{turn: [up, down]}", ["turn up", "turn down"], ["turn", "up", "turnup"]),
        ("{turn: [up, {over: [there, here]}], go: away}", ["turn over here", "go away"], ["turn away", "go over here"]),
        ("'{softly}go'", ["go", "please just go"], ["please"]),
        ("{'{soft}': go}", ["just go"], ["go"]),
        ("[yes, on, 'no']", ["yes", "on", "no"], ["true"]),
        ("[]", [], ["", "anything"]),
    ],
)
def test_what_fits(root_of, written, fit, unfit):
    root = root_of(f"said: {written}\n")
    pattern = Patterns(root.section("pieces")).compiled(root, "said", "^{}$")
    assert [text for text in fit + unfit if pattern.match(text)] == fit


def test_what_stands_first_in_a_list_is_tried_first(root_of):
    root = root_of("said: [help you, help you to]\n")
    pattern = Patterns(root.section("pieces")).compiled(root, "said", "^{} (?P<rest>.+)$")
    assert pattern.match("help you to lift")["rest"] == "to lift"


def test_a_piece_may_hold_a_role(root_of):
    root = root_of("said: 'wave{to_me}'\n")
    patterns = Patterns(root.section("pieces"))
    assert patterns.compiled(root, "said", "^{}$", ROLES).match("wave to anna")["recipient"] == "anna"
    with pytest.raises(ConfigError, match=r"rules.yaml:6: said has {recipient}, which has no place here$"):
        patterns.compiled(root, "said")


def test_what_is_taken_back_may_stand_in_several_of_a_list(root_of):
    root = root_of("said: ['skip {object}', 'no {object}']\n")
    found = Patterns(root.section("pieces")).compiled(root, "said", "^{}$", TAKEN_BACK).match("no milk")
    assert [thing for thing in found.groupdict().values() if thing] == ["milk"]


def test_a_piece_has_only_those_above_it(root_of):
    root = root_of("more: {late: '{later}', later: soon}\n")
    with pytest.raises(ConfigError, match=r"more.late has {later}; known are: "):
        Patterns(root.section("more"))


def test_words(root_of):
    root = root_of("text: one two\nlist: [one, spirit level]\n")
    assert words(root, "text") == ["one", "two"]
    assert words(root, "list") == ["one", "spirit level"]
