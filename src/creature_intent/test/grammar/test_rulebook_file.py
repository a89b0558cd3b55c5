"""The rules' file: what comes with creature loads, and every error names its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from creature_intent.config import IntentConfig
from creature_intent.deeds.slots import head_noun
from creature_intent.dialogue.watcher import Watcher
from creature_intent.grammar.inflection import gerund
from creature_intent.grammar.rulebook_file import checked, load, own_path
from creature_node.config import ConfigError

TEXT = Path(own_path()).read_text()


def line_of(text: str, words: str) -> int:
    return text[: text.index(words)].count("\n") + 1


def changed(tmp_path: Path, old: str, new: str) -> tuple[Path, str]:
    assert TEXT.count(old) >= 1
    text = TEXT.replace(old, new, 1)
    path = tmp_path / "mine.yaml"
    path.write_text(text)
    return path, text


def test_what_comes_with_creature_knows_its_verbs():
    book = load()
    assert {"pick", "open", "switch", "follow", "wave", "stop"} <= book.verbs
    assert book.base_of["switching"] == "switch"
    assert "holding" not in book.base_of


@pytest.mark.parametrize(
    ("verb", "form"), [("pick", "picking"), ("put", "putting"), ("close", "closing"), ("open", "opening"),
                       ("unplug", "unplugging"), ("lift", "lifting"), ("squat", "squatting"), ("lie", "lying")],
)  # fmt: skip
def test_gerunds(verb, form):
    assert gerund(verb) == form


@pytest.mark.parametrize(
    ("old", "new", "at", "said"),
    [
        ("intent: FOLLOW\n    verbs: trail", "intent: FALLOW\n    verbs: trail", "intent: FALLOW", "FALLOW"),
        ("form: promises\n    strength: 0.95", "form: promises\n    strength: 9.5", "strength: 9.5", "within 0 to 1"),
        ("of: shades", "of: shadows", "of: shadows", "shadows"),
        ("  lift: lift ", "  lyft: lift ", "lyft: lift", "not known here"),
        ("    then: gerund\n", "    then: noun\n", "then: noun", "verb, gerund"),
        ("'(?:let me|allow me to) {haste}'", "'(?:let me {haste}'", "'(?:let me {haste}'", "no pattern"),
        ("'(?:let me|allow me to) {haste}'", "'let me {hast}'", "'let me {hast}'", "{hast}"),
        ("\nnouns:", "\nnounce:", "nounce:", "not known here"),
    ],
)
def test_an_error_names_the_line(tmp_path, old, new, at, said):
    path, text = changed(tmp_path, old, new)
    with pytest.raises(ConfigError, match="intents_file") as error:
        checked(str(path))
    assert f"mine.yaml:{line_of(text, at)}" in str(error.value) or at == "nounce:"
    assert said in str(error.value)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("    - 'aye(?: aye)?", "    - 'aye(?: aye?", "pieces.agreed is no pattern"),
        (
            "    - 'use your (?:arm|hand)s? to'",
            "    - 'use your {limbs} to'",
            "pieces.leading has {limbs}, and nothing above it is called so",
        ),
        ("      - 'my (?:mind|heart)'", "      - 'my (?:mind|heart'", "idioms is no pattern"),
        ("  - 'souvenirs?'", "  - 'souvenirs?('", "elsewhere is no pattern"),
        ("    - 'not any ?more'", "    - 'not any ?more)'", "stopping.alone is no pattern"),
        (
            "    - 'you need not {deed}'",
            "    - 'you need not {need}'",
            "stopping.deed has {need}, and nothing above it is called so; like it are: ",
        ),
        (
            "    - '(?:it|that) will (?:keep|wait)'",
            "    - '{object} will wait'",
            "stopping.softer has {object}, which has no place here",
        ),
        ("      - '^shut (?:off|down|out)'", "      - '^shut (?:off|down|out'", ".not is no pattern"),
        ("      - 'on a search for {object}'", "      - 'on a (search for {object}'", ".then is no pattern"),
        ("  'goto\\b': go to", "  'goto\\b(': go to", "slips.goto"),
    ],
)
def test_one_of_a_list_is_told_with_its_own_line(tmp_path, old, new, said):
    path, text = changed(tmp_path, old, new)
    with pytest.raises(ConfigError, match="intents_file") as error:
        checked(str(path))
    assert f"mine.yaml:{line_of(text, new)}: " in str(error.value) and said in str(error.value)


def test_a_file_of_ones_own_is_used(tmp_path):
    path, _ = changed(tmp_path, "  lift: lift ", "  lift: lift hoick ")
    assert "hoick" in Watcher(IntentConfig(intents_file=str(path))).rules.book.verbs


def test_what_the_file_tells_to_add_is_understood(tmp_path):
    asking = "asking:\n"
    example = next(line.removeprefix("# ") for line in TEXT.splitlines() if line.startswith("#   - {form: "))
    path, text = changed(tmp_path, asking, f"{asking}{example}\n")
    for old, new in (
        ("\n  - pull:\n", "\n  - pull:\n      - a face\n"),
        ("  compounds: [\n", "  compounds: [exit sign,\n"),
    ):
        assert text.count(old) == 1
        text = text.replace(old, new)
    path.write_text(text)
    book = checked(str(path))
    assert book.asking[0].pattern.match("any chance to see you open the door")["deed"] == "open the door"
    assert book.idioms.match("pull a face") and not load().idioms.match("pull a face")
    assert head_noun("the exit sign") == "exit sign"


def test_a_missing_file_is_told(tmp_path):
    with pytest.raises(ConfigError, match="intents_file: cannot read"):
        checked(str(tmp_path / "none.yaml"))
