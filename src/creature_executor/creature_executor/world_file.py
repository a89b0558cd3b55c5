"""The world from its YAML file (config/world.yaml says what may be in it)."""

from __future__ import annotations

from creature_executor.things import Place, Thing
from creature_executor.world import World
from creature_node.settings_file import Section, read_settings

SIZES = ("small", "medium", "big")


def load_world(path: str) -> World:
    """Read and check the file.

    Raises:
        ConfigError: naming file, line, key, and what is allowed.
    """
    root = read_settings(path)
    root.allow("start", "places", "objects", "synonyms")
    places = _places(root)
    things = _things(root, places)
    start = root.text("start", next(iter(places)))
    if start not in places:
        raise root.error("start", f"is '{start}', which is none of the places: {', '.join(places)}")
    return World(list(places.values()), things, start, _synonyms(root), _active(root))


def _places(root: Section) -> dict[str, Place]:
    places: dict[str, Place] = {}
    for section in root.sections("places"):
        section.allow("name", "reachable", "preposition", "opens")
        name = section.text("name")
        if name in places:
            raise section.error("name", f"'{name}' is given to two places")
        places[name] = Place(
            name, section.flag("reachable", True), section.text("preposition", "at"), "opens" in section
        )
    if not places:
        raise root.error("places", "needs at least one place")
    return places


def _things(root: Section, places: dict[str, Place]) -> dict[str, tuple[Thing, str]]:
    things: dict[str, tuple[Thing, str]] = {}
    for section in root.sections("objects"):
        section.allow("name", "kind", "colour", "size", "place", "reachable", "fixed", "opens", "switches")
        thing = _thing(section)
        place = section.text("place")
        if place not in places:
            raise section.error("place", f"is '{place}', which is none of the places: {', '.join(places)}")
        if thing.name in things:
            raise section.error("name", f"'{thing.name}' is given to two objects")
        things[thing.name] = (thing, place)
    return things


def _thing(section: Section) -> Thing:
    name = section.text("name")
    # An empty default would count as missing in a key that is needed; these may be left out.
    size = section.text("size", choices=SIZES) if "size" in section else ""
    colour = section.text("colour") if "colour" in section else ""
    return Thing(
        name,
        section.text("kind", name.split()[-1]),
        colour,
        size,
        section.flag("reachable", True),
        section.flag("fixed", False),
        "opens" in section,
        "switches" in section,
    )


def _active(root: Section) -> list[str]:
    """The names of what is open or on in the beginning."""
    active: list[str] = []
    for key in ("places", "objects"):
        for section in root.sections(key):
            opened = "opens" in section and section.text("opens", choices=("open", "closed")) == "open"
            switched = "switches" in section and section.text("switches", choices=("on", "off")) == "on"
            if opened or switched:
                active.append(section.text("name"))
    return active


def _synonyms(root: Section) -> dict[str, list[str]]:
    if "synonyms" not in root:
        return {}
    section = root.section("synonyms")
    return {word: section.texts(word) for word in section.names()}
