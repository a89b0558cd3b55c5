"""Words that count."""

import pytest

from creature_executor.words import Vocabulary, bare, singular, split_place


@pytest.mark.parametrize(
    ("plural", "one"), [("cups", "cup"), ("glasses", "glass"), ("boxes", "box"), ("glass", "glass"), ("bus", "bus")]
)
def test_singular_of_plural(plural, one):
    assert singular(plural) == one


def test_articles_fillers_and_case_do_not_count():
    assert Vocabulary({}).content("That nice RED Cup, please!") == ("red", "cup")


def test_synonyms_become_the_worlds_own_words():
    words = Vocabulary({"cup": ["mug"], "charging dock": ["dock", "charger"]})
    assert words.content("two mugs") == ("two", "cup")
    assert words.content("the charger") == ("charging", "dock")


def test_a_name_that_contains_a_synonym_is_not_taken_apart():
    words = Vocabulary({"charging dock": ["dock"], "floor": ["ground"]}, ["ground floor"])
    assert words.content("the charging dock") == ("charging", "dock")
    assert words.content("the ground floor") == ("ground", "floor")


def test_the_place_is_split_off():
    thing, place = split_place("the cup on the table")
    assert (thing.strip(), place.strip()) == ("the cup", "the table")
    assert split_place("the cup") == ("the cup", "")


def test_bare_drops_the_speakers_article():
    assert bare("the red cup.") == "red cup"
    assert bare("") == "such thing"
