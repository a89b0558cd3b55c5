"""Reading settings with errors that name file, line, key and range."""

import pytest

from creature_node.config import ConfigError
from creature_node.settings_file import read_settings


@pytest.fixture
def section(tmp_path):
    path = tmp_path / "some.yaml"
    lines = ["word: on", "level: 0.5", "flag: yes", "list: [a, b]", "rows:", "  - {x: 1}", "  - {x: nan}"]
    path.write_text("\n".join([*lines, "inner: {deep: two}"]))
    return read_settings(str(path))


def test_values(section):
    assert section.text("word") == "on"  # not the boolean that YAML 1.1 makes of it
    assert section.number("level", 0.0, 1.0) == 0.5
    assert section.flag("flag", False) is True
    assert section.texts("list") == ["a", "b"]
    assert section.section("inner").text("deep") == "two"


def test_what_is_written_for_a_reader_of_its_own(section):
    assert [key.value for key in section.key_nodes()] == section.names()
    assert [node.value for node in section.nodes("list")] == ["a", "b"]
    assert "some.yaml:4: list is odd" in str(section.error("list", "is odd", section.node("list").value[1]))
    with pytest.raises(ConfigError, match=r"some.yaml:1: word must be a list"):
        section.nodes("word")


def test_defaults(section):
    assert section.text("none", "a") == "a"
    assert section.number("none", 0.0, 1.0, 0.0) == 0.0
    assert section.flag("none", True) is True
    assert section.texts("none") == []
    assert "none" not in section


def test_errors_name_line_key_and_range(section):
    with pytest.raises(ConfigError, match=r"some.yaml:2: level is '0.5'; it must be a number within 1 to 2"):
        section.number("level", 1.0, 2.0)
    with pytest.raises(ConfigError, match=r"some.yaml:1: word is 'on'; it must be one of: up, down"):
        section.text("word", choices=("up", "down"))
    with pytest.raises(ConfigError, match=r"some.yaml:4: list must be text"):
        section.text("list")
    with pytest.raises(ConfigError, match=r"some.yaml:8: inner.gone is missing"):
        section.section("inner").text("gone")


def test_not_a_number_is_no_number(section):
    rows = list(section.sections("rows"))
    assert rows[0].number("x", 0.0, 2.0) == 1.0
    with pytest.raises(ConfigError, match=r"some.yaml:7: rows\[1\].x is 'nan'"):
        rows[1].number("x", 0.0, 2.0)
