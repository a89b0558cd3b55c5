"""A small world for all tests of the package."""

import pytest

from creature_executor.things import Place, Thing
from creature_executor.world import World


@pytest.fixture
def world():
    places = [
        Place("table", preposition="on"),
        Place("kitchen", preposition="in"),
        Place("shelf", preposition="on"),
        Place("high shelf", reachable=False, preposition="on"),
        Place("charging dock"),
        Place("door", opens=True),
        Place("cellar door", opens=True, reachable=False),
    ]
    things = {
        "red cup": (Thing("red cup", "cup", "red"), "table"),
        "blue cup": (Thing("blue cup", "cup", "blue"), "kitchen"),
        "small box": (Thing("small box", "box", "white", "small"), "table"),
        "big box": (Thing("big box", "box", "brown", "big"), "table"),
        "book": (Thing("book", "book", "brown"), "shelf"),
        "vase": (Thing("vase", "vase"), "high shelf"),
        "fridge": (Thing("fridge", "fridge", fixed=True, opens=True), "kitchen"),
        "lamp": (Thing("lamp", "lamp", switches=True), "shelf"),
        "sock": (Thing("sock", "sock", reachable=False), "table"),
    }
    return World(places, things, "kitchen", {"cup": ["mug"], "small": ["little"], "charging dock": ["dock"]})
