"""A small world for all tests of the package."""

import pytest

from creature_executor.world import Place, Thing, World


@pytest.fixture
def world():
    places = [
        Place("table", preposition="on"),
        Place("kitchen", preposition="in"),
        Place("shelf", preposition="on"),
        Place("high shelf", reachable=False, preposition="on"),
        Place("charging dock"),
    ]
    things = {
        "red cup": (Thing("red cup", "cup", "red"), "table"),
        "blue cup": (Thing("blue cup", "cup", "blue"), "kitchen"),
        "small box": (Thing("small box", "box", "white", "small"), "table"),
        "big box": (Thing("big box", "box", "brown", "big"), "table"),
        "book": (Thing("book", "book", "brown"), "shelf"),
        "vase": (Thing("vase", "vase"), "high shelf"),
        "sock": (Thing("sock", "sock", reachable=False), "table"),
    }
    return World(places, things, "kitchen", {"cup": ["mug"], "small": ["little"], "charging dock": ["dock"]})
