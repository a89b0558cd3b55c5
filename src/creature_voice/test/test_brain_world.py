"""The world file, and finding things in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from creature_voice.brains.noun import Noun
from creature_voice.brains.world import World, WorldError, load_world

FILE = """
start: table
places:
  - {name: table, preposition: "on", note: extra keys are fine}
  - {name: high shelf, preposition: "on", reachable: false}
  - {name: shelf}
  - kitchen
  - {name: user}
objects:
  - {name: Red Cup, kind: cup, colour: red, size: small, place: table, weight: 3}
  - {name: blue_cup, kind: cup, color: blue, place: high shelf}
  - {name: teddy bear, reachable: false}
  - keys
synonyms:
  cup: [mug, beaker]
"""


def world(tmp_path: Path, text: str = FILE) -> World:
    path = tmp_path / "world.yaml"
    path.write_text(text)
    return load_world(str(path))


def test_reads_objects_and_places(tmp_path: Path) -> None:
    loaded = world(tmp_path)
    assert [item.name for item in loaded.items] == ["red cup", "blue cup", "teddy bear", "keys"]
    assert [item.kind for item in loaded.items] == ["cup", "cup", "bear", "keys"]
    assert [item.colour for item in loaded.items] == ["red", "blue", "", ""]
    assert [place.name for place in loaded.places] == ["table", "high shelf", "shelf", "kitchen"]
    assert not loaded.items[2].reachable
    assert loaded.items[3].plural


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("cup", ["red cup", "blue cup"]),
        ("red cup", ["red cup"]),
        ("mug", ["red cup", "blue cup"]),
        ("small red mug", ["red cup"]),
        ("green cup", []),
        ("bear", ["teddy bear"]),
        ("teddy bear", ["teddy bear"]),
        ("blue one", ["blue cup"]),
        ("keys", ["keys"]),
        ("banana", []),
    ],
)
def test_find(tmp_path: Path, words: str, names: list[str]) -> None:
    assert [item.name for item in world(tmp_path).find(Noun("the", words))] == names


def test_places(tmp_path: Path) -> None:
    loaded = world(tmp_path)
    place = loaded.place("high shelf")
    assert place is not None
    assert (place.name, place.reachable) == ("high shelf", False)
    assert loaded.at("table") == "on the table"
    assert loaded.at("kitchen") == "in the kitchen"
    assert loaded.at("door") == "by the door"
    assert loaded.at("") == ""
    assert loaded.place("moon") is None
    assert loaded.knows("mugs")
    assert loaded.knows("kitchen")
    assert not loaded.knows("banana")


def test_no_file_is_an_empty_world() -> None:
    assert load_world("") == World()


def test_places_may_be_a_mapping(tmp_path: Path) -> None:
    loaded = world(tmp_path, "places: {table: {preposition: at}}\nobjects: {ball: {place: table}}")
    assert loaded.at("table") == "at the table"
    assert loaded.items[0].place == "table"


@pytest.mark.parametrize(
    "text", ["a: [", "- just a list", "objects: 3", "objects:\n  - {kind: cup}", "places:\n  - {reachable: true}"]
)
def test_a_bad_file_is_refused_with_its_name(tmp_path: Path, text: str) -> None:
    with pytest.raises(WorldError, match=r"world\.yaml"):
        world(tmp_path, text)


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(WorldError, match="cannot be read"):
        load_world(str(tmp_path / "none.yaml"))
