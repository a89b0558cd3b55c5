"""Files that come installed with the creature."""

import pytest

from creature_node.config import ConfigError
from creature_node.installed import installed_file


def test_a_file_of_an_installed_creature_is_found(monkeypatch, tmp_path):
    index = tmp_path / "share" / "ament_index" / "resource_index" / "packages"
    index.mkdir(parents=True)
    (index / "creature").touch()
    monkeypatch.setenv("AMENT_PREFIX_PATH", str(tmp_path))
    assert installed_file("affect.yaml", "map_file") == str(tmp_path / "share" / "creature" / "config" / "affect.yaml")


def test_without_the_creature_it_says_what_to_do(monkeypatch):
    monkeypatch.setenv("AMENT_PREFIX_PATH", "/nonexistent")
    with pytest.raises(ConfigError, match="parameter 'map_file' is empty"):
        installed_file("affect.yaml", "map_file")
