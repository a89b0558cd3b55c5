"""The world's file: read, and refused with words that help."""

from pathlib import Path

import pytest

from creature_executor.world_file import load_world
from creature_node.config import ConfigError

SHIPPED = Path(__file__).parents[3] / "config" / "world.yaml"
PLACES = "places:\n  - {name: table}\n"
THINGS = PLACES + "objects:\n"


@pytest.fixture
def write(tmp_path):
    def write(text):
        path = tmp_path / "world.yaml"
        path.write_text(text)
        return str(path)

    return write


def test_the_shipped_world_keeps_its_promises():
    world = load_world(str(SHIPPED))
    assert world.can_reach(world.find("red cup"))
    assert world.can_reach(world.find("book"))
    assert world.can_reach(world.find("green ball"))
    assert not world.can_reach(world.find("vase"))
    for words, why in (("the cup", "red cup, blue cup"), ("banana", "no banana")):
        with pytest.raises(Exception, match=why):
            world.find(words)


def test_kind_and_start_have_defaults(write):
    world = load_world(write(THINGS + "  - {name: rubber duck, place: table}\n"))
    assert world.find("duck").kind == "duck"
    assert world.here.name == "table"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "world.yaml is empty"),
        ("- a\n", "world.yaml:1: the file must be a mapping"),
        ("places: [\n", "is not YAML"),
        ("objects: []\n", "places is missing"),
        ("places: []\nobjects: []\n", "places needs at least one place"),
        ("places: table\nobjects: []\n", "world.yaml:1: places must be a list"),
        (PLACES, "objects is missing"),
        (THINGS + "  - {place: table}\n", r"world.yaml:4: objects\[0\].name is missing"),
        (
            THINGS + "  - {name: cup, place: moon}\n",
            r"objects\[0\].place is 'moon', which is none of .* table",
        ),
        (THINGS + "  - {name: cup, place: table, size: 3}\n", "must be one of: small, medium, big"),
        (
            THINGS + "  - {name: cup, place: table, color: red}\n",
            "color is not known here; known are: .*colour",
        ),
        (
            THINGS + "  - {name: a, place: table}\n  - {name: a, place: table}\n",
            "world.yaml:5: .* two objects",
        ),
        (
            "places:\n  - {name: a, reachable: 3}\nobjects: []\n",
            r"places\[0\].reachable is '3'; it must be true or false",
        ),
        (PLACES + "objects: []\nstart: moon\n", "world.yaml:4: start is 'moon'"),
        (PLACES + "objects: []\nsynonyms: {cup: mug}\n", "synonyms.cup must be a list of words"),
        (PLACES + PLACES + "objects: []\n", "world.yaml:3: places is given twice"),
        (PLACES + "objects: []\nsynonyms: [cup]\n", "synonyms must be a mapping"),
    ],
)
def test_what_is_wrong_is_named(write, text, told):
    with pytest.raises(ConfigError, match=told):
        load_world(write(text))


def test_a_file_that_is_not_there(tmp_path):
    with pytest.raises(ConfigError, match=r"cannot read .*nowhere.yaml: No such file"):
        load_world(str(tmp_path / "nowhere.yaml"))


def test_a_file_that_is_no_text(tmp_path):
    path = tmp_path / "world.yaml"
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(ConfigError, match="not UTF-8"):
        load_world(str(path))


def test_what_opens_and_switches_has_a_state(write):
    world = load_world(
        write(
            "places:\n  - {name: table}\n  - {name: door, opens: open}\n"
            'objects:\n  - {name: lamp, place: table, switches: "on", fixed: true}\n'
            "  - {name: box, place: table, opens: closed}\n"
        )
    )
    assert world.is_active(world.find_openable("the door"))
    assert world.is_active(world.find("lamp")) and world.find("lamp").fixed
    assert not world.is_active(world.find_openable("box"))


def test_a_state_that_cannot_be_is_refused(write):
    with pytest.raises(
        ConfigError, match=r"world.yaml:3: objects\[0\].opens is 'ajar'; it must be one of: open, closed"
    ):
        load_world(write("places: [{name: table}]\nobjects:\n  - {name: box, place: table, opens: ajar}\n"))
